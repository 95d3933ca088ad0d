import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// What a command line of `sweep` asks of a study.
struct PreparedSweep {
  let inputs: [VariedInput]
  /// Each value of the first input combined with each value of the second.
  let combinations: [[Double]]
  let varied: VariedStudy

  init(_ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext) throws(UsageError) {
    let study = opened.study
    let scenarios = try arguments.scenarios(of: study)
    let subjects = try arguments.shown.map { text throws(UsageError) in
      try SubjectNames(study: study, option: .quantity).list(text)
    }
    if subjects?.contains(.phaseIn) == true { throw .invalid(.quantity, Self.noAmount) }
    let span = try arguments.span(of: study)
    let inputs = try arguments.vary.map { text throws(UsageError) in
      try Self.input(text, scenarios: scenarios.map { study.scenarios[$0].code }, opened.ledger)
    }
    if inputs.count == 2,
      !Set(inputs[0].input.cells.map({ $0.name })).isDisjoint(with: inputs[1].input.cells.map({ $0.name }))
    {
      throw .invalid(
        .vary,
        Bilingual(
          nl: "beide invoeren veranderen dezelfde cel.", en: "both inputs change the same cell."))
    }
    self.inputs = inputs.map { $0.input }
    combinations = Self.combinations(inputs.map { $0.values })
    let places = try arguments.places(of: study)
    var amounts: [RequestedAmount] = []
    for scenario in scenarios {
      for region in places {
        for subject in subjects ?? [.quantity(.delta)] {
          let amount = RequestedAmount(scenario: scenario, region: region, subject: subject, span: span)
          let (existing, problem) = amount.existing
          if let problem { throw .invalid(.year, problem) }
          amounts.append(existing)
        }
      }
    }
    varied = VariedStudy(
      study, opened.reading, scenarios: scenarios, amounts: amounts, settings: arguments.settings(opened.reading),
      workers: context.workers(arguments.threads), read: context.reader(of: opened.folder))
    try varied.settings.check(mostDraws: varied.mostDraws)
  }

  private static let noAmount = Bilingual(
    nl: "de ingroei is een aandeel en geen bedrag. Vraag haar met solve: ingroei[NL,2032] >= 1.",
    en: "the phase-in is a share, not an amount. Ask for it with solve: phase_in[NL,2032] >= 1.")

  // MARK: The inputs

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
      if let problem = input.percentMissing(value, in: text) { throw .invalid(.vary, problem) }
    }
    return (input, values)
  }

  private static func combinations(_ values: [[Double]]) -> [[Double]] {
    values.reduce([[]]) { found, next in found.flatMap { first in next.map { first + [$0] } } }
  }
}
