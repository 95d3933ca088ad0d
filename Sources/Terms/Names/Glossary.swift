import CostEngine

/// The names and meanings of everything reported, in both languages: one table for all texts.
public enum Glossary {
  /// The whole table: amounts, lines, statistics, words.
  public static let entries =
    ReportedQuantity.allCases.map { $0.name } + Payer.allCases.map { $0.name } + CostLine.allCases.map { $0.name }
    + Term.allCases.map { $0.name }

  public static func entry(_ quantity: ReportedQuantity) -> Name { quantity.name }

  /// The amount that a payer pays.
  public static func entry(payer: Payer) -> Name { payer.name }

  public static func entry(_ line: CostLine) -> Name { line.name }

  /// A statistic or a word of the table.
  public static func entry(_ term: Term) -> Name { term.name }

  /// The row with an identifier; nil if there is none.
  public static func entry(id: String) -> Name? { entries.first { $0.id == id } }
}
