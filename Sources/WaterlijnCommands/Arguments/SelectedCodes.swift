import Analyses
import CostEngine
import StudyFiles
import Terms

extension Selection {
  /// Positions in a list of codes joined by `+`, ascending; the whole list if there is no text.
  static func indices(_ option: CommandOption, _ text: String?, in known: [String]) throws(UsageError) -> [Int] {
    guard let text else { return Array(known.indices) }
    var found: Set<Int> = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      if part.allSatisfy({ $0.isWhitespace }) { throw .emptyCode(option, text) }
      found.insert(try index(option, String(part), in: known))
    }
    return found.sorted()
  }

  /// Position of a single code, which must be given unless the list has only one.
  static func only(_ option: CommandOption, _ text: String?, in known: [String]) throws(UsageError) -> Int {
    guard let text else {
      if known.count == 1 { return 0 }
      throw .missingChoice(option, known: known)
    }
    return try index(option, text, in: known)
  }

  /// Position of a code in a list.
  static func index(_ option: CommandOption, _ text: String, in known: [String]) throws(UsageError) -> Int {
    let code = text.trimmed
    if let index = known.firstIndex(of: code) { return index }
    throw .unknownCode(option, code, nearest: Suggestion.nearestCode(to: code, among: known), known: known)
  }

  /// A calendar year, or nil for all years together.
  static func period(_ option: CommandOption, _ text: String, _ study: Study) throws(UsageError) -> Int? {
    if ["total", "totaal"].contains(text.trimmed.lowercased()) { return nil }
    return try calendarYear(option, text, study)
  }

  /// One of the years of a study.
  static func calendarYear(_ option: CommandOption, _ text: String, _ study: Study) throws(UsageError) -> Int {
    let years = Array(study.firstYear...study.lastYear)
    let (year, known) = (text.trimmed, years.map { String($0) })
    guard let index = known.firstIndex(of: year) else {
      throw .unknownCode(option, year, nearest: Suggestion.nearest(to: year, among: known), known: known)
    }
    return years[index]
  }

  /// Of amounts that no single year has.
  static let wholeHorizonOnly = Bilingual(
    nl: "de contante waarde is er alleen van alle jaren samen.",
    en: "the present value exists of all years together only.")
}

extension String {
  /// The text without surrounding blanks.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension VariedInput {
  /// The input that an option names.
  static func read(
    _ option: CommandOption, _ text: String, scenarios: [String], ledger: InputLedger
  ) throws(UsageError) -> VariedInput {
    do throws(InputNameProblem) {
      return try VariedInput(text, scenarios: scenarios, ledger: ledger)
    } catch {
      throw .invalid(option, error.text)
    }
  }
}

extension SimulationSettings {
  /// - Throws: if there are more draws than an analysis can keep.
  func check(mostDraws most: Int) throws(UsageError) {
    guard draws > most else { return }
    throw .invalid(
      .draws,
      Bilingual(
        nl: "hier kunnen hooguit \(most) trekkingen, want elke trekking wordt bewaard.",
        en: "\(most) draws at most are possible here, because every draw is kept."))
  }
}
