import Analyses
import CostEngine
import StudyFiles
import Terms

extension Selection {
  /// What `--scenario a+b` and `--region a+b` select of a study; everything where they are absent.
  init(_ study: Study, scenarios: String?, regions: String?) throws(UsageError) {
    self.init(
      scenarios: try Self.indices(.scenario, scenarios, in: study.scenarios.map { $0.code }),
      regions: try Self.indices(.region, regions, in: study.regions.map { $0.code }))
  }

  /// Where codes joined by `+` stand in a list, ascending; all of it where there is no text.
  static func indices(_ option: OptionName, _ text: String?, in known: [String]) throws(UsageError) -> [Int] {
    guard let text else { return Array(known.indices) }
    var found: Set<Int> = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      if part.allSatisfy({ $0.isWhitespace }) { throw .emptyCode(option, text) }
      found.insert(try index(option, String(part), in: known))
    }
    return found.sorted()
  }

  /// Where the one code stands that must be given unless the list has one only.
  static func only(_ option: OptionName, _ text: String?, in known: [String]) throws(UsageError) -> Int {
    guard let text else {
      if known.count == 1 { return 0 }
      throw .missingChoice(option, known: known)
    }
    return try index(option, text, in: known)
  }

  /// Where one code stands in a list.
  static func index(_ option: OptionName, _ text: String, in known: [String]) throws(UsageError) -> Int {
    let code = text.trimmed
    if let index = known.firstIndex(of: code) { return index }
    throw .unknownCode(option, code, nearest: Suggestion.nearest(to: code, among: known), known: known)
  }
}

extension String {
  /// Without blanks around it.
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
    _ option: OptionName, _ text: String, scenarios: [String], ledger: InputLedger
  ) throws(UsageError) -> VariedInput {
    do throws(InputNameProblem) {
      return try VariedInput(text, scenarios: scenarios, ledger: ledger)
    } catch {
      throw .invalid(option, error.text)
    }
  }
}

extension SimulationSettings {
  /// - Throws: where there are more draws than an analysis can keep.
  func check(mostDraws most: Int) throws(UsageError) {
    guard draws > most else { return }
    throw .invalid(
      .draws,
      Bilingual(
        nl: "hier kunnen hooguit \(most) trekkingen, want elke trekking wordt bewaard.",
        en: "\(most) draws at most are possible here, because every draw is kept."))
  }
}
