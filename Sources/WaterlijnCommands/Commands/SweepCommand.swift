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
    let amounts = scenarios.indices.flatMap { scenario in
      places.flatMap { region in
        quantities.map { VariedStudy.Asked(scenario: scenario, region: region, year: year, quantity: $0) }
      }
    }
    let varied = VariedStudy(
      folder: self.study, reading: reading, study: study, scenarios: scenarios, amounts: amounts,
      settings: options.settings(reading), threads: options.threads ?? context.environment.processorCount,
      environment: context.environment)
    try varied.checkSize()
    if let obstacle = options.obstacle(context) { return obstacle }
    let content: SweepContent
    do throws(VariedStudy.Failure) {
      content = try sweep(varied, inputs.map { $0.input }, combinations, context)
    } catch {
      return context.tell(error, study, folder: self.study)
    }
    let text = SweepReport.text(content, language: context.language)
    let files = [ResultsFolder.File(name: Self.fileName, bytes: content.csv(locale: options.csvLocale))]
    guard content.combinations.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(text)
      return .invalidStudy
    }
    return context.finish(options.isQuiet ? nil : text, files: files, out: options.out)
  }

  private func sweep(
    _ varied: VariedStudy, _ inputs: [VariedInput], _ combinations: [[Double]], _ context: CommandContext
  ) throws(VariedStudy.Failure) -> SweepContent {
    let bar = options.bar(runs: combinations.count + 1, of: varied, context)
    defer { bar?.finish() }
    let own = try varied.recordOwn { bar?.update(done: $0) }
    let sampler = varied.settings.sampler
    func summaries(_ draws: RecordedDraws) -> [Summary]? {
      let found = varied.amounts.indices.compactMap { Summary(of: draws[$0], sampler: sampler) }
      return found.count == varied.amounts.count ? found : nil
    }
    guard let ownSummaries = summaries(own) else { preconditionFailure("recorded amounts are counted") }
    var outcomes: [SweepContent.Combination] = []
    for (index, values) in combinations.enumerated() {
      let done = (index + 1) * varied.replicates
      let overrides = zip(inputs, values).flatMap { $0.overrides($1) }
      let outcome: SweepContent.Outcome
      switch try varied.record(overrides, progress: { bar?.update(done: done + $0) }) {
      case .impossible(let reason): outcome = .impossible(reason)
      case .draws(let draws):
        let figures = varied.amounts.indices.compactMap { amount -> SweepContent.Figures? in
          let differences = zip(draws[amount], own[amount]).map { $0 - $1 }
          guard let summary = Summary(of: draws[amount], sampler: sampler),
            let difference = Summary(of: differences, sampler: sampler)
          else { return nil }
          return SweepContent.Figures(summary: summary, difference: difference)
        }
        outcome =
          figures.count == varied.amounts.count
          ? .figures(figures)
          : .impossible(Bilingual(nl: "Een bedrag is te groot.", en: "An amount is too large."))
      }
      let isOwn = zip(inputs, values).allSatisfy { $0.isOwn($1) }
      outcomes.append(SweepContent.Combination(values: values, isOwn: isOwn, outcome: outcome))
    }
    let amounts = varied.amounts.map {
      SweepContent.Amount(
        scenario: varied.scenarios[$0.scenario], region: $0.region, year: $0.year, quantity: $0.quantity)
    }
    return SweepContent(
      study: varied.study, inputs: inputs.map { $0.content }, amounts: amounts, own: ownSummaries,
      combinations: outcomes,
      settings: varied.settings)
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
    let input = try VariedInput(.vary, String(text[..<equals]), scenarios: scenarios, ledger: ledger)
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
