import CostEngine
import Terms

/// Rows whose source is a bare number: as a rule a number with a comma that stood without quotes in a file with commas.
struct ShiftedRowRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] { TableID.allCases.flatMap { doubts(context.table($0)) } }

  private func doubts(_ table: ReadTable) -> [Doubt] {
    guard table.hasSource, let document = table.table.document else { return [] }
    return table.rows.compactMap { row -> Doubt? in
      let source = table.source(row)
      guard isBareNumber(source) else { return nil }
      let place = table.sourcePlace(row)
      let isCommaFile = !document.dialect.decimalComma
      let before = lastNumber(table, row, before: place.column)
      let correction: Correction =
        if isCommaFile, let before {
          .quotes(write: source.utf8.count == 3 ? "\"\(before),\(source)\"" : "\(before).\(source)")
        } else {
          .look(
            Bilingual(
              nl: "Kijk of de cellen van deze rij in de goede kolommen staan, en noem de bron.",
              en: "See whether the cells of this row stand in the right columns, and name the source."))
        }
      return Doubt(
        place, written: source,
        expected: Bilingual(
          nl: "De bron is alleen een getal (\(source.excerpt)): een bron is een naam of een document.",
          en: "The source is a bare number (\(source.excerpt)): a source is a name or a document."),
        correction: correction, explanation: .namingNote)
    }
  }

  /// A year on its own may be meant as a source.
  private func isBareNumber(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.contains(where: { $0.isDigit }) else { return false }
    guard text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") || $0 == .percent })
    else { return false }
    if text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) { return false }
    return true
  }

  /// The last number of a row before a column of its file.
  private func lastNumber(_ table: ReadTable, _ row: TableRow, before column: String?) -> String? {
    guard let document = table.table.document, let end = document.header.firstIndex(where: { $0 == column }) else {
      return nil
    }
    let cells = (0..<end).map { table.text(at: $0, row) }
    return cells.last { text in !text.isEmpty && text.utf8.allSatisfy { $0.isDigit } }
  }
}
