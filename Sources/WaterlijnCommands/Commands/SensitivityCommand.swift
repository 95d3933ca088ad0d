import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sensitivity STUDY --scenario S`
enum SensitivityCommand {
  static let fileName = "sensitivity.csv"
  static let inputsFileName = "sensitivity-inputs.csv"

  static let command = Command(
    CommandDescription(
      name: "sensitivity",
      operands: .study,
      summary: Bilingual(nl: "toont wat de uitkomst onzeker maakt", en: "shows what makes the outcome uncertain"),
      explanation: Bilingual(
        nl: """
          Verdeelt de onzekerheid van één bedrag over de onzekere invoer: welk deel
          verdwijnt als u een invoer precies kent, welk deel blijft als u al het andere
          kent (Sobol-indices met 95 %-interval), en wat het bedrag gemiddeld is als de
          invoer laag (P10) of hoog (P90) uitvalt. Wat volgens correlations.csv samen
          beweegt, telt als één groep. Met --out komen alle groepen in sensitivity.csv en
          alle invoeren in sensitivity-inputs.csv. Elke trekking wordt 2 keer doorgerekend
          en dan 3 keer per groep.
          """,
        en: """
          Divides the uncertainty of one amount among the uncertain inputs: which part
          goes once an input is known, which part stays when all else is known (Sobol'
          indices with 95% intervals), and what the amount is on average when the input
          turns out low (P10) or high (P90). What moves together by correlations.csv
          counts as one group. With --out all groups go into sensitivity.csv and all
          inputs into sensitivity-inputs.csv. Every draw is evaluated 2 times and then 3
          times a group.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn sensitivity mijn-studie --scenario INGROEI",
          en: "waterlijn sensitivity my-study --scenario INGROEI --language en"),
        Bilingual(
          nl: "waterlijn sensitivity mijn-studie --scenario INGROEI --region VR17 --out uit",
          en: "waterlijn sensitivity my-study --scenario INGROEI --by region --quantity net"),
      ],
      options: [
        .scenario, .region,
        .quantity.worded(
          Bilingual(nl: "BEDRAG", en: "AMOUNT"),
          help: Bilingual(
            nl: "meerkosten (zonder optie), netto, structureel, incidenteel",
            en: "delta (without option), net, structural, incidental")
        ).reading { text, option, arguments throws(UsageError) in
          arguments.quantities = [try quantity(text, option)]
        },
        .by,
        .tables, .xlsx, .replicatedDraws, .seed, .sampler, .threads, .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true, onStudy: run)

  /// One of the amounts that can be divided.
  private static func quantity(_ text: String, _ option: CommandOption) throws(UsageError) -> ReportedQuantity {
    let quantity = try QuantityNames.read(text, option)
    guard SensitivityPlan.quantities.contains(quantity) else {
      throw .invalidValue(
        option, text,
        expected: Bilingual(
          nl: "bedrag dat hier kan; kies uit meerkosten, netto, structureel en incidenteel",
          en: "an amount that will do here; choose from delta, net, structural and incidental"))
    }
    return quantity
  }

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    let scenario = try Selection.only(.scenario, arguments.scenario, in: study.scenarioCodes)
    let region = try arguments.place(of: study)
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let analysis = SensitivityAnalysis(
      study, scenario: scenario, region: region, quantity: arguments.quantities.first ?? .delta,
      grouping: arguments.grouping ?? .column,
      settings: arguments.settings(opened.reading, fewestDraws: ResolvedArguments.drawsOfTwoReplicates),
      workers: context.workers(arguments.threads), language: context.language)
    let content: SensitivityContent
    do throws(ConcurrentSimulation.Failure) {
      content = try context.showingProgress(arguments) { progress throws(ConcurrentSimulation.Failure) in
        try analysis.content(begin: progress.begin)
      }
    } catch {
      return context.tell(error, opened)
    }
    return context.finish(
      arguments, opened.reading.examples, SensitivityReport.text(content, language: context.language),
      files: [
        .init(name: fileName, bytes: content.csv(locale: arguments.csvLocale)),
        .init(name: inputsFileName, bytes: content.inputsCSV(locale: arguments.csvLocale)),
      ],
      workbook: SensitivityWorkbook.bytes(
        content, inputs: opened.reading.files, examples: opened.reading.examples, toolVersion: Waterlijn.version,
        language: context.language))
  }
}
