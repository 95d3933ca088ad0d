import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn compare A [B]`
struct CompareCommand {
  /// Of regions without a country.
  private static let mostRegionsExplained = 3

  var folders: [String]
  var scenarios: String?
  var regions: String?
  var quantity: ReportedQuantity
  var out: String?
  var workbook: WorkbookFile?
  var draws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  var csvLocale: CSVLocale

  init(_ arguments: ParsedArguments) throws(UsageError) {
    folders = try arguments.oneOrTwoFolders()
    scenarios = arguments.values[.scenario]
    regions = arguments.values[.region]
    quantity =
      try arguments.values[.quantity].map { text throws(UsageError) in try QuantityNames.read(text, .quantity) }
      ?? .delta
    out = arguments.values[.out]
    if out == "" { throw .missingValue(.out) }
    workbook = try WorkbookFile(arguments)
    draws = try arguments.draws()
    seed = try arguments.seed()
    sampler = try arguments.sampler()
    threads = try arguments.threads()
    csvLocale = try arguments.csvLocale() ?? .english
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    var sides: [ComparedStudy] = []
    for folder in folders {
      let side: ComparedStudy
      do throws(OpenedResults.Refusal) {
        side = try ComparedStudy.opened(folder, context.environment)
      } catch {
        context.say(error.text)
        return .invalidStudy
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
    let asked = try ComparedScenarios(scenarios, a.scenarios, isOneStudy ? nil : b.scenarios)
    let bridged = try commonRegions(a, b)
    if let obstacle = try workbook?.obstacle(context) { return obstacle }
    guard a.canBeComputed, b.canBeComputed else {
      return compareTables(a, b, asked.pairs, bridged: regions == nil ? [] : bridged, context)
    }
    return compare(a, b, isOneStudy: isOneStudy, asked.pairs, bridged: regions == nil ? nil : bridged, context)
  }

  /// What `--region` asks for of the regions that both have; all of them where it is absent.
  private func commonRegions(_ a: ComparedStudy, _ b: ComparedStudy) throws(UsageError) -> [String] {
    let others = Set(b.regionCodes)
    let common = a.regionCodes.filter(others.contains)
    // Two whole studies without common regions still have the country.
    if common.isEmpty, a.regions != nil || b.regions != nil { throw .noCommonRegions(a.regionCodes, b.regionCodes) }
    guard let regions else { return common }
    return try Selection.indices(.region, regions, in: common).map { common[$0] }
  }

  // MARK: Draw by draw

  private func compare(
    _ a: ComparedStudy, _ b: ComparedStudy, isOneStudy: Bool, _ pairs: [(a: String, b: String)], bridged: [String]?,
    _ context: CommandContext
  ) -> ExitStatus {
    let settings = settings(a)
    let progress = context.progress(isQuiet: false)
    defer { progress.finish() }
    do throws(StudyComparer.Failure) {
      let comparer = StudyComparer(
        a: a, b: b, isOneStudy: isOneStudy, quantity: quantity, settings: settings, workers: context.workers(threads))
      let (comparisons, legs) = try comparer.comparisons(pairs, begin: progress.begin)
      progress.finish()
      let main = comparisons[0]
      // Without a country a few regions are explained one by one.
      let own =
        main.includesWhole ? [main.places.count - 1] : Array(main.places.indices.prefix(Self.mostRegionsExplained))
      let places = bridged.map { codes in main.places.indices.filter { codes.contains(main.places[$0].code) } } ?? own
      let text = ComparisonReport.text(
        comparisons, bridged: places,
        remarks: CompareRemarks(a: a, b: b, settings: settings, isOneStudy: isOneStudy)
          .remarks(main, legs: legs), language: context.language)
      let tables = ComparisonCSV(comparisons, locale: csvLocale)
      return context.finish(
        text,
        files: [
          .init(name: "compare.csv", bytes: tables.differences()), .init(name: "bridge.csv", bytes: tables.bridge()),
          .init(name: "changes.csv", bytes: tables.changes()),
        ], out: out, workbook: workbook,
        bytes: ComparisonWorkbook.bytes(
          comparisons, inputs: inputs(a, b, isOneStudy: isOneStudy), toolVersion: Waterlijn.version,
          language: context.language))
    } catch {
      switch error {
      case .interrupted:
        context.say(Waterlijn.interruptedText)
        return .interrupted
      case .overflow(let overflow, let side):
        context.say(overflow.text(side.reading!.study!, folder: side.studyFolder))
        return .invalidStudy
      case .overflowBetween:
        context.say(
          Bilingual(
            nl: "Op weg van A naar B ontstaat een bedrag dat te groot is om mee te rekenen.",
            en: "On the way from A to B there is an amount that is too large to count with."))
        return .invalidStudy
      }
    }
  }

  /// Those of A's results or study, unless asked for otherwise.
  private func settings(_ a: ComparedStudy) -> SimulationSettings {
    let own = a.settings
    return SimulationSettings(
      draws: draws ?? own.draws, seed: seed ?? own.seed, sampler: sampler ?? own.sampler)
  }

  // MARK: Tables as they stand

  private func compareTables(
    _ a: ComparedStudy, _ b: ComparedStudy, _ pairs: [(a: String, b: String)], bridged: [String],
    _ context: CommandContext
  ) -> ExitStatus {
    let pair = pairs[0]
    // A study beside results is computed as those were.
    let settings = settings(a.manifest == nil ? b : a)
    var tables: [ResultsTables] = []
    for (side, scenario) in [(a, pair.a), (b, pair.b)] {
      let progress = context.progress(isQuiet: false)
      defer { progress.finish() }
      do throws(ResultsTables.Failure) {
        tables.append(
          try ResultsTables(
            side, scenario: scenario, settings: settings, workers: context.workers(threads),
            progress: progress.begin(settings.replicates)))
      } catch {
        progress.finish()
        switch error {
        case .interrupted:
          context.say(Waterlijn.interruptedText)
          return .interrupted
        case .unreadable:
          context.say(
            Bilingual(
              nl: "summary.csv of lines.csv in \(side.folder) is niet te lezen als uitkomst van waterlijn run.",
              en: "summary.csv or lines.csv in \(side.folder) cannot be read as a result of waterlijn run."))
          return .invalidStudy
        case .overflow(let overflow):
          context.say(overflow.text(side.reading!.study!, folder: side.folder))
          return .invalidStudy
        }
      }
    }
    for table in tables {
      let names = table.lacking(quantity)
      if names.isEmpty { continue }
      context.say(OpenedResults.lacking(table.side.folder, ResultFiles.summary, names).text)
      return .invalidStudy
    }
    let comparison = ResultsComparison(
      a: tables[0].side, b: tables[1].side, quantity: quantity,
      rows: ResultsTables.rows(tables[0], tables[1], quantity), files: ComparedStudy.differingFiles(a, b),
      reasons: [a, b].compactMap { $0.reason } + otherScenarios(pairs) + tables.compactMap { $0.otherParts(quantity) }
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
    let text = ResultsComparisonReport.text(comparison, bridged: bridged, language: context.language)
    return context.finish(
      text,
      files: [
        .init(name: "compare.csv", bytes: comparison.differences(locale: csvLocale)),
        .init(name: "bridge.csv", bytes: comparison.bridge(locale: csvLocale)),
      ], out: out, workbook: workbook,
      bytes: ComparisonWorkbook.bytes(
        comparison, inputs: inputs(a, b, isOneStudy: false), toolVersion: Waterlijn.version,
        language: context.language))
  }

  /// The files of each side; of two scenarios of one study once.
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
