import CostEngine
import Terms

/// A word that a cell may hold.
struct Word: Sendable {
  /// The English spelling, used as identifier in the code.
  let id: String
  let otherSpellings: [String]

  init(_ id: String, _ otherSpellings: String...) {
    self.id = id
    self.otherSpellings = otherSpellings.filter { $0 != id }
  }

  init(_ word: FileWord) { self.init(word.id, word.dutch) }

  var spellings: [String] { [id] + otherSpellings }
  /// The Dutch spelling; the same as the English one if there is no other.
  var dutch: String { otherSpellings.first ?? id }
}

/// The words from which a column's cells are chosen; case is ignored.
struct WordList: Sendable {
  let words: [Word]

  /// The English spelling of the word in a cell; nil if it is none of these.
  func id(of text: String) -> String? {
    let lowercased = text.lowercased()
    return words.first { $0.spellings.contains(lowercased) }?.id
  }

  var spellings: [String] { words.flatMap { $0.spellings } }

  static let units = WordList(words: UnitBasis.allCases.filter { $0 != .national }.map { Word($0.word) })
  static let unitsOrNational = WordList(words: UnitBasis.allCases.map { Word($0.word) })
  static let indices = WordList(words: PriceIndex.allCases.map { Word($0.word) })
  static let prices = WordList(words: [Word("constant"), Word("current", "lopend")])
  static let phaseIns = WordList(words: [
    Word("linear", "lineair"), Word("scurve", "s-curve"), Word("step", "ineens"),
  ])
  static let drivers = WordList(words: Driver.allCases.map { Word($0.name.id, $0.name.dutchID) })
  static let distributionKeys = WordList(words: [Word("equal", "gelijk")])
  static let payers = WordList(words: Payer.allCases.map { Word($0.word) })
  static let samplers = WordList(words: Sampler.allCases.map { Word($0.id) })
  static let statuses = WordList(words: StudyHead.Status.allCases.map { Word($0.word) })
  static let languages = WordList(words: [Word("nl"), Word("en")])
}

extension UnitBasis {
  /// - Parameter id: a word of ``WordList/unitsOrNational``.
  init(word id: String) {
    self = UnitBasis.allCases.first { $0.word.id == id }!
  }
}

extension PriceIndex {
  /// - Parameter id: a word of ``WordList/indices``.
  init(word id: String) {
    self = PriceIndex.allCases.first { $0.word.id == id }!
  }
}

extension Payer {
  /// - Parameter id: a word of ``WordList/payers``.
  init(word id: String) {
    self = Payer.allCases.first { $0.word.id == id }!
  }
}

extension Driver {
  /// - Parameter id: a word of ``WordList/drivers``.
  init(word id: String) {
    self = Driver.allCases.first { $0.name.id == id }!
  }
}
