import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sweep STUDY --scenario S --vary NAME=VALUES`
struct SweepCommand {
  static let fileName = "sweep.csv"
  /// The most combinations of values: a run each.
  static let limit = 1000

  var study: String
  var scenarios: String?
  var vary: [String]
  var regions: String?
  var quantities: [ReportedQuantity]
  var year: String?
  var options: AnalysisOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenarios = arguments.values[.scenario]
    guard let vary = arguments.lists[.vary] else { throw .missingOptions([.vary]) }
    if vary.count > 2 {
      throw .invalid(
        .vary,
        Bilingual(nl: "hooguit twee invoeren tegelijk.", en: "two inputs at a time at most."))
    }
    self.vary = vary
    regions = arguments.values[.region]
    quantities =
      try arguments.values[.quantity].map { text throws(UsageError) in
        try QuantityNames.list(text, .quantity)
      } ?? [.delta]
    year = arguments.values[.year]
    options = try AnalysisOptions(arguments)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study, keepsLedger: true)
    guard let study = reading.study, let ledger = reading.ledger else {
      return context.refuse(reading, folder: self.study)
    }
    let scenarios = try Selection.indices(.scenario, self.scenarios, in: study.scenarios.map { $0.code })
    let year = try self.year.map { text throws(UsageError) in try Self.year(text, study) } ?? nil
    if year != nil, quantities.contains(.npv) { throw .invalid(.year, Self.wholeHorizonOnly) }
    let inputs = try self.vary.map { text throws(UsageError) in
      try Self.input(text, scenarios: scenarios.map { study.scenarios[$0].code }, ledger)
    }
    if inputs.count == 2,
      !Set(inputs[0].input.cells.map({ $0.name })).isDisjoint(with: inputs[1].input.cells.map({ $0.name }))
    {
      throw .invalid(
        .vary,
        Bilingual(
          nl: "beide invoeren veranderen dezelfde cel.", en: "both inputs change the same cell."))
    }
    let combinations = Self.combinations(inputs.map { $0.values })
    guard combinations.count <= Self.limit else { throw .invalid(.vary, Self.tooMany(combinations.count)) }
    let places = try Self.places(regions, study)
    let amounts = scenarios.flatMap { scenario in
      places.flatMap { region in
        quantities.map { RequestedAmount(scenario: scenario, region: region, year: year, quantity: $0) }
      }
    }
    let varied = VariedStudy(
      study, reading, scenarios: scenarios, amounts: amounts, settings: options.settings(reading),
      workers: context.workers(options.threads), read: context.reader(of: self.study))
    try varied.settings.check(mostDraws: varied.mostDraws)
    if let obstacle = options.obstacle(context) { return obstacle }
    let progress = context.progress(isQuiet: options.isQuiet)
    defer { progress.finish() }
    let content: SweepContent
    do throws(VariedStudy.Failure) {
      content = try varied.sweep(
        inputs.map { $0.input }, combinations, progress: progress.begin((combinations.count + 1) * varied.replicates))
    } catch {
      return context.tell(error, study, folder: self.study)
    }
    progress.finish()
    let text = SweepReport.text(content, language: context.language)
    let files = [OutputFile(name: Self.fileName, bytes: content.csv(locale: options.csvLocale))]
    guard content.combinations.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(text)
      return .invalidStudy
    }
    return context.finish(options.isQuiet ? nil : text, files: files, out: options.out)
  }

  // MARK: Options

  /// `NAME=VALUES`; a name may hold a `=` between its brackets.
  private static func input(
    _ text: String, scenarios: [String], _ ledger: InputLedger
  ) throws(UsageError) -> (input: VariedInput, values: [Double]) {
    let start = text.lastIndex(of: "]") ?? text.startIndex
    guard let equals = text[start...].firstIndex(of: "=") else {
      throw .invalid(
        .vary,
        Bilingual(
          nl: "\"\(text)\" is geen NAAM=WAARDEN, zoals tot=2028...2034 of bandbreedte=0...0,3/7.",
          en: "\"\(text)\" is not NAME=VALUES, such as until=2028...2034 or bandwidth=0...0.3/7."))
    }
    let values = try ValueList.read(String(text[text.index(after: equals)...]), .vary)
    let input = try VariedInput.read(.vary, String(text[..<equals]), scenarios: scenarios, ledger: ledger)
    for value in values {
      if let problem = input.problem(with: value) { throw .invalid(.vary, problem) }
    }
    return (input, values)
  }

  private static func combinations(_ values: [[Double]]) -> [[Double]] {
    values.reduce([[]]) { found, next in found.flatMap { first in next.map { first + [$0] } } }
  }

  private static func tooMany(_ count: Int) -> Bilingual {
    Bilingual(
      nl: "dit zijn \(count) combinaties; hooguit \(limit) kan. Neem minder waarden.",
      en: "these are \(count) combinations; \(limit) at most. Use fewer values.")
  }

  static let wholeHorizonOnly = Bilingual(
    nl: "de contante waarde is er alleen van alle jaren samen.",
    en: "the present value exists of all years together only.")

  /// A calendar year, or nil for all together.
  static func year(_ text: String, _ study: Study, _ option: OptionName = .year) throws(UsageError) -> Int? {
    if ["total", "totaal"].contains(text.trimmed.lowercased()) { return nil }
    let years = Array(study.firstYear...study.lastYear)
    return years[try Selection.index(option, text, in: years.map { String($0) })]
  }

  /// Regions (nil for all together) in the order of the study; all together alone where nothing is asked.
  private static func places(_ text: String?, _ study: Study) throws(UsageError) -> [Int?] {
    guard let text else { return [nil] }
    let codes = study.regions.map { $0.code } + [ResultsCSV.nationalCode]
    return try Selection.indices(.region, text, in: codes).map { $0 < study.regions.count ? $0 : nil }
  }
}
