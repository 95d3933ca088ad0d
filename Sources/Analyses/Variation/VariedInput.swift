import CostEngine
import Reports
import StudyFiles
import Terms

/// An input that an analysis gives other values: one cell, or all cells that a name stands for.
public struct VariedInput {
  /// The names to override; with `*` for parts of the key, and for a term of scenarios.csv one for each scenario.
  public var names: [InputName]
  /// The cells that the model uses under these names, as they are in the study.
  public var cells: [InputLedger.Cell]
  /// The cells whose bounds its values must respect: its own, and for a shared quantity those that refer to it.
  private var users: [InputName]
  /// Number of regions with a value of their own in scenario-regions.csv, which is not changed.
  public var regionsApart: Int

  /// - Parameters:
  ///   - text: `until`, `bandwidth` or another numeric column of scenarios.csv, for the scenarios given; a numeric
  ///     setting; or the full name of cells.
  ///   - scenarios: codes of scenarios.
  public init(_ text: String, scenarios: [String], ledger: InputLedger) throws(InputNameProblem) {
    let word = text.trimmedOfBlanks
    names = []
    cells = []
    users = []
    regionsApart = 0
    let terms = scenarios.compactMap { InputName.term(word, ofScenario: $0) }
    if !terms.isEmpty {
      // One scenario may have no last year where another does.
      let asked = terms.filter { ledger[$0] != nil }
      for term in asked.isEmpty ? Array(terms.prefix(1)) : asked { try add(term, ledger) }
    } else if let setting = InputName.setting(word) {
      try add(setting, ledger)
    } else if word.contains(".") || word.contains("[") {
      try add(ledger.name(typed: word), ledger)
    } else {
      throw UnknownWord.problem(word)
    }
  }

  private mutating func add(_ name: InputName, _ ledger: InputLedger) throws(InputNameProblem) {
    cells += try ledger.cells(named: name)
    names.append(name)
    let asking = ledger.cells.filter { $0.source == name && $0.source?.table == .variables }.map { $0.name }
    users += asking.isEmpty ? [name] : asking
    guard name.table == .scenarios else { return }
    let own = InputName(table: .scenarioRegions, column: name.column, key: name.key + ["*"])
    regionsApart += ledger.cells.count { own.covers($0.name) && $0.source != name }
  }

  /// Whether its values are whole numbers, calendar years or shares (growth included), respectively.
  public var isWhole: Bool { users.contains { $0.isWhole } }
  public var isCalendarYear: Bool { users.contains { $0.isCalendarYear } }
  public var isShare: Bool { users.allSatisfy { $0.bounds == .share } }
  var isRate: Bool {
    // A share of the norm may exceed one.
    users.allSatisfy { $0.bounds == .share || $0.bounds == .growth || $0.knownColumn == .staffing(.personsShare) }
  }

  /// Whether its values are what the norm of another level is multiplied by, as in all of its cells.
  private var isRelative: Bool {
    cells.allSatisfy { cell in
      if case .relative = cell.value { return true }
      return false
    }
  }

  private func input(_ value: Double) -> InputValue { isRelative ? .relative(.certain(value)) : .certain(value) }

  public func overrides(_ value: Double) -> [InputOverride] { names.map { InputOverride($0, input(value)) } }

  /// The problem with a value that no cell of the column can have; nil if there is none.
  public func problem(with value: Double) -> Bilingual? {
    let problem = (overrides(value) + users.map { InputOverride($0, input(value)) }).lazy.compactMap { $0.problem }
      .first
    guard let problem, isShare, !isRelative, value > 1, value <= 100 else { return problem }
    let number = Bilingual(number: value)
    return Bilingual(
      nl: problem.dutch + " Is een percentage bedoeld? Schrijf \(number.dutch)%.",
      en: problem.english + " If a percentage is meant, write \(number.english)%.")
  }

  /// The question whether a percentage was meant by a value that is far more than the column usually holds; nil if it is
  /// not, or if the text has a percent sign.
  public func percentMissing(_ value: Double, in text: String) -> Bilingual? {
    guard !text.contains("%"), !isRelative, let most = users.compactMap({ $0.mostWithoutPercent }).min(),
      value.magnitude > most
    else { return nil }
    let (share, number) = (Bilingual(number: 100 * value), Bilingual(number: value))
    return Bilingual(
      nl: "\"\(number.dutch)\" is \(share.dutch) %. Schrijf \(number.dutch)% als \(number.dutch) % is bedoeld, en "
        + "anders \(share.dutch)%.",
      en: "\"\(number.english)\" is \(share.english)%. Write \(number.english)% if that is meant, otherwise "
        + "\(share.english)%.")
  }

  /// Whether every cell has this value in the study.
  public func isOwn(_ value: Double) -> Bool { cells.allSatisfy { $0.value == input(value) } }

  private enum UnknownWord {
    static func problem(_ word: String) -> InputNameProblem {
      let words = InputName.shortWords
      let nearest = Suggestion.nearest(to: word, among: words)
      let dutch =
        nearest.map { "Bedoelt u \"\($0)\"?" }
        ?? "Kies een kolom van scenarios.csv (tot, bandbreedte ...), een instelling (discontovoet ...) of een hele "
        + "naam zoals staffing.verloop[*/OvD-BZ]."
      let english =
        nearest.map { "Did you mean \"\($0)\"?" }
        ?? "Choose a column of scenarios.csv (until, bandwidth ...), a setting (discount_rate ...) or a whole name "
        + "such as staffing.turnover[*/OvD-BZ]."
      return InputNameProblem(
        text: Bilingual(nl: "onbekende invoer \"\(word)\". \(dutch)", en: "unknown input \"\(word)\". \(english)"))
    }
  }
}

extension VariedInput {
  /// For a report.
  public var content: VariedInputContent {
    let values = cells.map { $0.value }
    let own: VariedInputContent.Own
    if values.allSatisfy({ $0 == values[0] }) {
      switch values[0] {
      case .certain(let value), .relative(.certain(let value)): own = .certain(value)
      case .distribution, .relative: own = .uncertain
      }
    } else {
      own = .various
    }
    let kind: InputText.Kind =
      isCalendarYear ? .year : isRate && !isRelative ? .share : .number
    // For a term, the scenario is given separately.
    let name =
      names[0].table == .scenarios ? InputName(table: .scenarios, column: names[0].column, key: ["*"]) : names[0]
    return VariedInputContent(
      name: name.label, cells: names.map { $0.text }, cellCount: cells.count, kind: kind,
      own: own, regionsApart: regionsApart)
  }
}
