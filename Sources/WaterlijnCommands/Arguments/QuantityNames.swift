import CostEngine
import Terms

/// The names of the reported amounts on a command line.
enum QuantityNames {
  private static var all: [String] { ReportedQuantity.allCases.flatMap { [$0.id] + $0.name.otherWords } }

  /// - Throws: if there is no such amount.
  static func read(_ text: String, _ option: CommandOption) throws(UsageError) -> ReportedQuantity {
    let word = text.trimmed.lowercased()
    for quantity in ReportedQuantity.allCases where quantity.id == word || quantity.name.otherWords.contains(word) {
      return quantity
    }
    let nearest = Suggestion.nearest(to: word, among: all)
    let english = ReportedQuantity.allCases.map { $0.id }.joined(separator: ", ")
    let words = ReportedQuantity.allCases.map { $0.name.dutchID }.joined(separator: ", ")
    throw .invalid(
      option,
      Bilingual(
        nl: "onbekend bedrag \"\(text.trimmed)\". " + (nearest.map { "Bedoelt u \"\($0)\"?" } ?? "Kies uit \(words)."),
        en: "unknown amount \"\(text.trimmed)\". "
          + (nearest.map { "Did you mean \"\($0)\"?" } ?? "Choose from \(english).")))
  }

  /// Several, joined by `+`.
  static func list(_ text: String, _ option: CommandOption) throws(UsageError) -> [ReportedQuantity] {
    var quantities: [ReportedQuantity] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      if part.allSatisfy({ $0.isWhitespace }) { throw .emptyCode(option, text) }
      let quantity = try read(String(part), option)
      if !quantities.contains(quantity) { quantities.append(quantity) }
    }
    return quantities
  }
}
