import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn compare A [B]`
struct CompareCommand {
  static let command = Command(
    CommandDescription(
      name: "compare",
      operands: Operands(placeholder: Bilingual(same: "A [B]"), count: 1...2),
      summary: Bilingual(
        nl: "vergelijkt twee scenario's, studies of uitkomsten",
        en: "compares two scenarios, studies or results"),
      explanation: Bilingual(
        nl: """
          Vergelijkt twee scenario's van een studie (A --scenario a+b), of twee studies of
          mappen met resultaten (A en B, bijvoorbeeld vorig jaar en dit jaar). Toont het
          verschil per jaar en per regio met zijn spreiding en de kans dat het tweede
          goedkoper is, in welke kostenregels en onderdelen (functies, voorzieningen,
          eenmalige posten, maatregelen) het zit en welke gewijzigde invoer het maakt. De
          delen tellen precies op tot het verschil. Met --out komt alles in compare.csv,
          bridge.csv en changes.csv.
          """,
        en: """
          Compares two scenarios of a study (A --scenario a+b), or two studies or results
          folders (A and B, for example last year's and this year's). Shows the difference
          by year and by region with its spread and the chance that the second is the
          cheaper one, which cost lines and items (functions, provisions, one-offs,
          measures) hold it and which changed inputs make it. The parts sum to the
          difference exactly. With --out all goes into compare.csv, bridge.csv and
          changes.csv.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM",
          en: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM"),
        Bilingual(
          nl: "waterlijn compare studie-2026 studie-2027 --out verschil",
          en: "waterlijn compare study-2026 study-2027/resultaten --out difference"),
      ],
      options: [
        .scenario.worded(
          Bilingual(same: "S+S"),
          help: Bilingual(
            nl: "a+b: van a naar b; bij A en B volstaat één code", en: "a+b: from a to b; of A and B one code will do")),
        .region.worded(
          Bilingual(same: "R+R"),
          help: Bilingual(
            nl: "verklaart het verschil van deze regio's", en: "explains the difference of these regions")),
        .quantity.worded(
          Bilingual(nl: "G", en: "Q"),
          help: Bilingual(
            nl: "meerkosten (ook zonder optie), netto, kosten ...", en: "delta (also without option), net, cost ...")
        ).reading { text, option, arguments throws(UsageError) in
          arguments.quantities = [try QuantityNames.read(text, option)]
        },
        .draws.worded(
          help: Bilingual(nl: "aantal trekkingen; zonder: dat van A", en: "number of draws; without: A's")),
        .seed.worded(
          help: Bilingual(
            nl: "startwaarde van het toeval; zonder: die van A", en: "seed of the random numbers; without: A's")),
        .sampler.worded(
          help: Bilingual(
            nl: "lhs (Latin hypercube), sobol of random",
            en: "lhs (Latin hypercube), sobol or random")),
        .threads,
        .out.worded(
          help: Bilingual(
            nl: "map voor de tabellen; zonder: alleen tekst", en: "folder for the tables; without: text only")),
        .xlsx, .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true
  ) { arguments, context throws(UsageError) in try CompareCommand(arguments: arguments).run(&context) }

  /// Maximum number of regions explained in detail if there is no country.
  private static let mostRegionsExplained = 3

  private let arguments: ResolvedArguments

  private var quantity: ReportedQuantity { arguments.quantities.first ?? .delta }

  private func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    var sides: [ComparedStudy] = []
    for folder in arguments.operands {
      let side: ComparedStudy
      do throws(OpenedResults.Refusal) {
        side = try ComparedStudy.opened(folder, context.environment)
      } catch {
        return context.tell(.invalid(error.text))
      }
      if let reading = side.reading, reading.study == nil, side.manifest == nil {
        context.adopt(reading)
        return context.refuse(reading, folder: folder)
      }
      sides.append(side)
    }
    if let reading = sides.compactMap({ $0.reading }).first { context.adopt(reading) }
    let (a, b) = (sides[0], sides[sides.count - 1])
    let isOneStudy = sides.count == 1
    let asked = try ComparedScenarios(arguments.scenario, a.scenarios, isOneStudy ? nil : b.scenarios)
    let bridged = try commonRegions(a, b)
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    guard a.canBeComputed, b.canBeComputed else {
      return compareTables(a, b, asked.pairs, bridged: arguments.region == nil ? [] : bridged, context)
    }
    return compare(
      a, b, isOneStudy: isOneStudy, asked.pairs, bridged: arguments.region == nil ? nil : bridged, context)
  }

  /// The regions requested by `--region` among those that both have; all of them if it is absent.
  private func commonRegions(_ a: ComparedStudy, _ b: ComparedStudy) throws(UsageError) -> [String] {
    let others = Set(b.regionCodes)
    let common = a.regionCodes.filter(others.contains)
    // Two complete studies without common regions still have the country in common.
    if common.isEmpty, a.regions != nil || b.regions != nil { throw .noCommonRegions(a.regionCodes, b.regionCodes) }
    guard let region = arguments.region else { return common }
    return try Selection.indices(.region, region, in: common).map { common[$0] }
  }

  // MARK: Draw by draw

  private func compare(
    _ a: ComparedStudy, _ b: ComparedStudy, isOneStudy: Bool, _ pairs: [(a: String, b: String)], bridged: [String]?,
    _ context: CommandContext
  ) -> ExitStatus {
    let settings = arguments.settings(a.settings)
    let (comparisons, legs): ([StudyComparison], [StudyComparer.Leg])
    do throws(StudyComparer.Failure) {
      let comparer = StudyComparer(
        a: a, b: b, isOneStudy: isOneStudy, quantity: quantity, settings: settings,
        workers: context.workers(arguments.threads))
      (comparisons, legs) = try context.showingProgress(arguments) { progress throws(StudyComparer.Failure) in
        try comparer.comparisons(pairs, begin: progress.begin)
      }
    } catch {
      return context.tell(WorkFailure(error))
    }
    let main = comparisons[0]
    // Without a country a few regions are explained individually.
    let own =
      main.includesWhole ? [main.places.count - 1] : Array(main.places.indices.prefix(Self.mostRegionsExplained))
    let places = bridged.map { codes in main.places.indices.filter { codes.contains(main.places[$0].code) } } ?? own
    let remarks = CompareRemarks(a: a, b: b, settings: settings, isOneStudy: isOneStudy).remarks(main, legs: legs)
    let tables = ComparisonCSV(comparisons, locale: arguments.csvLocale)
    let examples = Self.examples(isOneStudy ? [a] : [a, b])
    return context.finish(
      arguments, examples,
      ComparisonReport.text(comparisons, bridged: places, remarks: remarks, language: context.language),
      files: [
        .init(name: "compare.csv", bytes: tables.differences()), .init(name: "bridge.csv", bytes: tables.bridge()),
        .init(name: "changes.csv", bytes: tables.changes()),
      ],
      workbook: ComparisonWorkbook.bytes(
        comparisons, inputs: inputs(a, b, isOneStudy: isOneStudy), examples: examples, toolVersion: Waterlijn.version,
        language: context.language))
  }

  // MARK: Tables as written

  private func compareTables(
    _ a: ComparedStudy, _ b: ComparedStudy, _ pairs: [(a: String, b: String)], bridged: [String],
    _ context: CommandContext
  ) -> ExitStatus {
    let pair = pairs[0]
    // A study compared with results is computed with the settings of those results.
    let settings = arguments.settings((a.manifest == nil ? b : a).settings)
    var tables: [ResultsTables] = []
    for (side, scenario) in [(a, pair.a), (b, pair.b)] {
      do throws(ResultsTables.Failure) {
        tables.append(
          try context.showingProgress(arguments) { progress throws(ResultsTables.Failure) in
            try ResultsTables(
              side, scenario: scenario, settings: settings, workers: context.workers(arguments.threads),
              progress: progress.begin(settings.replicates))
          })
      } catch {
        return context.tell(WorkFailure(error, side))
      }
    }
    for table in tables {
      guard let (file, names) = table.hindrance(quantity) else { continue }
      return context.tell(.invalid(OpenedResults.lacking(table.side.folder, file, names).text))
    }
    let rows = ResultsTables.rows(tables[0], tables[1], quantity)
    let comparison = ResultsComparison(
      a: tables[0].side, b: tables[1].side, quantity: quantity, rows: rows,
      files: ComparedStudy.differingFiles(a, b),
      reasons: [a, b].compactMap { $0.reason } + otherScenarios(pairs)
        + tables.compactMap { $0.otherParts(quantity, in: rows) }
        + [
          Bilingual(
            nl: "Daarom ontbreken hier: het verschil trekking voor trekking, de kans dat B goedkoper is, de winst van "
              + "gepaard rekenen en de gewijzigde invoer cel voor cel. De kolom fout is de standaardfout alsof A en B los van "
              + "elkaar zijn getrokken; met dezelfde startwaarde is de werkelijke fout meestal kleiner. P5, P50 en P95 "
              + "zijn verschillen van percentielen, geen percentielen van het verschil.",
            en:
              "So these are missing: the difference draw by draw, the chance that B is cheaper, what pairing gains, and "
              + "the changed inputs cell by cell. The column error is the standard error as if A and B were drawn "
              + "independently; with the same seed the real error is usually smaller. P5, P50 and P95 are differences of "
              + "percentiles, not percentiles of the difference.")
        ])
    let examples = Self.examples([a, b])
    return context.finish(
      arguments, examples, ResultsComparisonReport.text(comparison, bridged: bridged, language: context.language),
      files: [
        .init(name: "compare.csv", bytes: comparison.differences(locale: arguments.csvLocale)),
        .init(name: "bridge.csv", bytes: comparison.bridge(locale: arguments.csvLocale)),
      ],
      workbook: ComparisonWorkbook.bytes(
        comparison, inputs: inputs(a, b, isOneStudy: false), examples: examples, toolVersion: Waterlijn.version,
        language: context.language))
  }

  /// How many rows were invented.
  private static func examples(_ sides: [ComparedStudy]) -> ExampleRows {
    var sum = ExampleRows()
    for case let rows? in sides.map({ $0.reading?.examples }) {
      sum.invented += rows.invented
      sum.all += rows.all
    }
    return sum
  }

  /// The files of each side; only once if both are the same study.
  private func inputs(
    _ a: ComparedStudy, _ b: ComparedStudy, isOneStudy: Bool
  ) -> [ComparisonWorkbook.Input] {
    (isOneStudy ? [a] : [a, b]).flatMap { side in
      side.inputs.map { ComparisonWorkbook.Input(folder: side.folder, file: $0) }
    }
  }

  private func otherScenarios(_ pairs: [(a: String, b: String)]) -> [Bilingual] {
    if pairs.count == 1 { return [] }
    let list = pairs.dropFirst().map({ $0.a }).joined(separator: ", ")
    return [
      Bilingual(
        nl: "Hieronder staat scenario \(pairs[0].a); met --scenario kiest u een ander dat beide hebben: \(list).",
        en: "Below is scenario \(pairs[0].a); choose another one that both have with --scenario: \(list).")
    ]
  }
}

extension WorkFailure {
  fileprivate init(_ failure: StudyComparer.Failure) {
    switch failure {
    case .interrupted: self = .interrupted
    case .tooLittleMemory(let shortage): self = .failed(shortage.text)
    case .overflow(let overflow, let side):
      self = .invalid(overflow.text(side.reading!.study!, folder: side.studyFolder))
    case .overflowBetween:
      self = .invalid(
        Bilingual(
          nl: "Op weg van A naar B ontstaat een bedrag dat te groot is om mee te rekenen.",
          en: "On the way from A to B there is an amount that is too large to count with."))
    }
  }

  fileprivate init(_ failure: ResultsTables.Failure, _ side: ComparedStudy) {
    switch failure {
    case .interrupted: self = .interrupted
    case .tooLittleMemory(let shortage): self = .failed(shortage.text)
    case .overflow(let overflow): self = .invalid(overflow.text(side.reading!.study!, folder: side.folder))
    case .unreadable(let file, let row): self = .invalid(OpenedResults.damaged(side.folder, file, row: row).text)
    }
  }
}
