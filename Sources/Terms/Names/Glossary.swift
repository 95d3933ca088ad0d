import CostEngine

/// The names of everything that is reported, in both languages, with what they mean: one table for all texts.
public enum Glossary {
  /// One row of the table.
  public struct Entry: Sendable, Equatable {
    /// Its name in files for machines, or a word of the same form.
    public var id: String
    /// Its name for people, as it stands within a sentence.
    public var name: Bilingual
    /// What it means, in one line.
    public var meaning: Bilingual

    init(_ id: String, nl dutch: String, en english: String, _ dutchMeaning: String, _ englishMeaning: String) {
      self.id = id
      name = Bilingual(nl: dutch, en: english)
      meaning = Bilingual(nl: dutchMeaning, en: englishMeaning)
    }

    /// The name as a heading, with a capital.
    public func heading(_ language: Language) -> String {
      let name = name(language)
      return name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  /// The whole table: amounts, lines, statistics, words.
  public static let entries = quantities + payments + lines + statistics + words

  public static func entry(_ quantity: ReportedQuantity) -> Entry { quantities[quantity.rawValue] }

  /// What a payer pays, by the payer's name.
  public static func entry(payer: Payer) -> Entry { payments[payer.rawValue] }

  public static func entry(_ line: CostLine) -> Entry { lines[line.rawValue] }

  /// A statistic or a word of the table.
  public static func entry(_ term: Term) -> Entry {
    let position = term.rawValue
    return position < statistics.count ? statistics[position] : words[position - statistics.count]
  }

  /// The row of an identifier; nil where there is none.
  public static func entry(id: String) -> Entry? { entries.first { $0.id == id } }
}
