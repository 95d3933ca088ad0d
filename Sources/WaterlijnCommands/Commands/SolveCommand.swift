import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn solve STUDY --scenario S --find NAME --such-that CONDITION`
struct SolveCommand {
  static let fileName = "solve.csv"
  /// Values of the first look over a range of numbers that are not whole.
  static let gridCount = 21

  var study: String
  var scenario: String?
  var find: String
  var range: String?
  var condition: String
  var wantsLargest: Bool
  var options: AnalysisOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    guard let find = arguments.values[.find], let condition = arguments.values[.suchThat] else {
      throw .missingOptions([.find, .suchThat].filter { arguments.values[$0] == nil })
    }
    self.find = find
    self.condition = condition
    range = arguments.values[.range]
    wantsLargest = arguments.flags.contains(.largest)
    if wantsLargest, arguments.flags.contains(.smallest) {
      throw .invalid(
        .largest, Bilingual(nl: "kan niet samen met --smallest.", en: "does not go together with --smallest."))
    }
    options = try AnalysisOptions(arguments)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study, keepsLedger: true)
    guard let study = reading.study, let ledger = reading.ledger else {
      return context.refuse(reading, folder: self.study)
    }
    guard scenario != nil || study.scenarios.count == 1 else { throw .missingOptions([.scenario]) }
    let scenario =
      try self.scenario.map { text throws(UsageError) in
        try Selection.index(.scenario, text, in: study.scenarios.map { $0.code })
      } ?? 0
    let input = try VariedInput.read(.find, find, scenarios: [study.scenarios[scenario].code], ledger: ledger)
    let condition = try ConditionParser(study: study, scenario: scenario).read(self.condition)
    let search = try search(input, study)
    let varied = VariedStudy(
      study, reading, scenarios: [scenario], amounts: [condition.amount], settings: options.settings(reading),
      workers: context.workers(options.threads), read: context.reader(of: self.study))
    try varied.settings.check(mostDraws: varied.mostDraws)
    if let obstacle = options.obstacle(context) { return obstacle }
    let progress = context.progress(isQuiet: options.isQuiet)
    defer { progress.finish() }
    let content: SolveContent
    do throws(VariedStudy.Failure) {
      content = try varied.solve(
        input, condition, search, wantsLargest: wantsLargest,
        progress: progress.begin(varied.mostReplicates(of: search)))
    } catch {
      return context.tell(error, study, folder: self.study)
    }
    progress.finish()
    let text = SolveReport.text(content, language: context.language)
    guard content.trials.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(text)
      return .invalidStudy
    }
    let files = [OutputFile(name: Self.fileName, bytes: content.csv(locale: options.csvLocale))]
    return context.finish(options.isQuiet ? nil : text, files: files, out: options.out)
  }

  // MARK: The range

  private static let notWhole = Bilingual(
    nl: "dit getal is alleen heel: schrijf een bereik van hele getallen.",
    en: "this input is whole only: write a range of whole numbers.")

  /// Nothing in a study is worth more than what is counted.
  private static let largest = 1e12
  private static let tooLarge = Bilingual(
    nl: "dit bereik is te groot om in te zoeken.", en: "this range is too large to search.")
  private static let tooMany = Bilingual(
    nl: "dit bereik heeft te veel hele getallen; hooguit \(ValueList.limit) gaat.",
    en: "this range has too many whole numbers; \(ValueList.limit) at most will do.")
  /// Less of its own size no number tells apart from its neighbours in nine digits.
  private static let narrowest = 1e-9
  private static let tooNarrow = Bilingual(
    nl: "dit bereik is te smal om in te zoeken.", en: "this range is too narrow to search.")

  private func search(_ input: VariedInput, _ study: Study) throws(UsageError) -> SolutionSearch {
    let from: Double
    let to: Double
    var count: Int?
    if let range {
      guard let bounds = try ValueList.bounds(range, .range) else {
        throw .invalid(
          .range,
          Bilingual(
            nl: "\"\(range)\" is geen bereik, zoals 2026...2040 of 0...0,3.",
            en: "\"\(range)\" is not a range, such as 2026...2040 or 0...0.3."))
      }
      (from, to, count) = bounds
    } else if input.isCalendarYear {
      (from, to) = (Double(study.firstYear), Double(study.lastYear))
    } else if input.isShare {
      (from, to) = (0, 1)
    } else {
      throw .missingOptions([.range])
    }
    for end in [from, to] {
      if end.magnitude > Self.largest { throw .invalid(.range, Self.tooLarge) }
      if input.isWhole, end.rounded() != end { throw .invalid(.range, Self.notWhole) }
      if let problem = input.problem(with: end) { throw .invalid(.range, problem) }
    }
    if input.isWhole {
      guard to - from < Double(ValueList.limit) else { throw .invalid(.range, Self.tooMany) }
      return SolutionSearch(whole: from, to)
    }
    guard to - from >= Self.narrowest * max(from.magnitude, to.magnitude) else {
      throw .invalid(.range, Self.tooNarrow)
    }
    return SolutionSearch(from: from, to, grid: count ?? Self.gridCount)
  }
}
