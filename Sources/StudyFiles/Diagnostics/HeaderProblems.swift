/// What can be wrong with a table's columns.
extension CellProblem {
  static func unknownColumn(_ name: String, nearest: String?, in table: TableDescription) -> CellProblem {
    let known = (table.allColumns + TableDescription.remarks).map(\.id).joined(separator: ", ")
    return CellProblem(
      nl: "Onbekende kolom \(quoted(name)).", en: "Unknown column \(quoted(name)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))? Zo niet, haal de kolom dan weg." }
        ?? "Haal de kolom weg, of noem haar toelichting. De kolommen zijn \(known).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))? If not, remove the column." }
        ?? "Remove the column, or call it note. The columns are \(known).")
  }

  /// - Parameter lookalike: a column of the header that may have been meant.
  static func missingColumn(_ column: ColumnDescription, lookalike: String?) -> CellProblem {
    CellProblem(
      nl: "Kolom \(quoted(column.id)) (of \(quoted(column.dutch))) ontbreekt.",
      en: "Column \(quoted(column.id)) (or \(quoted(column.dutch))) is missing.",
      remedyNl: lookalike.map { "Is het de kolom \(quoted($0))? Pas dan die naam aan; voeg haar anders toe." }
        ?? "Voeg de kolom toe.",
      remedyEn: lookalike.map { "Is it the column \(quoted($0))? Then change that name; else add the column." }
        ?? "Add the column.")
  }

  static func missingOneOf(_ columns: [ColumnDescription]) -> CellProblem {
    let names = columns.map { quoted($0.id) }
    return CellProblem(
      nl: "Van de kolommen \(enumeration(names, conjunction: .and).dutch) moet er ten minste één zijn.",
      en: "One at least of the columns \(enumeration(names, conjunction: .and).english) must be there.",
      remedyNl: "Voeg \(enumeration(names, conjunction: .or).dutch) toe.",
      remedyEn: "Add \(enumeration(names, conjunction: .or).english).")
  }

  /// A column that stands there under both its names.
  static func doubleColumn(_ name: String, as first: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(name)) en \(quoted(first)) zijn dezelfde kolom.",
      en: "\(quoted(name)) and \(quoted(first)) are the same column.", remedyNl: "Haal een van beide weg.",
      remedyEn: "Remove one of them.")
  }
}
