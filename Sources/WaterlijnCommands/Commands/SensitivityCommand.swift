import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sensitivity STUDY --scenario S`
struct SensitivityCommand {
  static let fileName = "sensitivity.csv"
  static let inputsFileName = "sensitivity-inputs.csv"
  /// A standard error takes two replicates.
  static let fewestDraws = 2 * RandomStream.drawsPerReplicate

  var study: String
  var scenario: String?
  var region: String?
  var quantity: ReportedQuantity
  var grouping: SensitivityContent.Grouping
  var options: AnalysisOptions
  var workbook: WorkbookFile?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    region = arguments.values[.region]
    quantity =
      try arguments.values[.quantity].map { text throws(UsageError) in
        let quantity = try QuantityNames.read(text, .quantity)
        guard SensitivityPlan.quantities.contains(quantity) else {
          throw .invalidValue(
            .quantity, text,
            expected: Bilingual(
              nl: "bedrag dat hier kan; kies uit meerkosten, netto, structureel en incidenteel",
              en: "an amount that will do here; choose from delta, net, structural and incidental"))
        }
        return quantity
      } ?? .delta
    grouping =
      try arguments.value(
        .by, among: SensitivityContent.Grouping.allCases.map { ($0.rawValue, $0) },
        expected: Bilingual(
          nl: "indeling; het is variable, column, function of region",
          en: "a grouping; it is variable, column, function or region")) ?? .column
    options = try AnalysisOptions(arguments, fewestDraws: Self.fewestDraws)
    workbook = try WorkbookFile(arguments)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try Selection.only(.scenario, self.scenario, in: study.scenarios.map { $0.code })
    let place = try region.map { text throws(UsageError) in
      try Selection.index(.region, text, in: study.regions.map { $0.code } + [ResultsCSV.nationalCode])
    }
    let region = place.flatMap { $0 < study.regions.count ? $0 : nil }
    if let obstacle = options.obstacle(context) { return obstacle }
    if let obstacle = try workbook?.obstacle(context) { return obstacle }
    let progress = context.progress(isQuiet: options.isQuiet)
    defer { progress.finish() }
    let content: SensitivityContent
    do throws(ConcurrentSimulation.Failure) {
      content = try SensitivityAnalysis(
        study, scenario: scenario, region: region, quantity: quantity, grouping: grouping,
        settings: options.settings(reading), workers: context.workers(options.threads), language: context.language
      ).content(begin: progress.begin)
    } catch {
      return context.tell(error, study, folder: self.study)
    }
    progress.finish()
    return context.finish(
      options.isQuiet ? nil : SensitivityReport.text(content, language: context.language),
      files: [
        .init(name: Self.fileName, bytes: content.csv(locale: options.csvLocale)),
        .init(name: Self.inputsFileName, bytes: content.inputsCSV(locale: options.csvLocale)),
      ], out: options.out, workbook: workbook,
      bytes: SensitivityWorkbook.bytes(
        content, inputs: reading.files, toolVersion: Waterlijn.version,
        language: context.language))
  }
}
