import CostEngine
import Terms

/// Rows without a source in a table whose other rows have one.
struct SourceRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    // Titles and codes of settings.csv need no source.
    TableID.allCases.filter { $0 != .settings && $0 != .plausibility }.flatMap { doubts(context.table($0)) }
  }

  private func doubts(_ table: ReadTable) -> [Doubt] {
    guard table.hasSource else { return [] }
    let sourced = table.rows.count { !table.source($0).isEmpty }
    let missing = table.rows.count - sourced
    let isExpected =
      missing == 1 ? sourced > 0 : Double(sourced) >= Thresholds.rowsWithSource * Double(table.rows.count)
    guard missing > 0, isExpected else { return [] }
    return table.rows.compactMap { row -> Doubt? in
      guard table.source(row).isEmpty, hasFigure(table, row) else { return nil }
      return Doubt(
        table.sourcePlace(row), written: "",
        expected: Bilingual(
          nl: "Deze rij heeft geen bron; de andere rijen van deze tabel wel.",
          en: "This row has no source, while the other rows of this table have one."),
        correction: .look(
          Bilingual(
            nl: "Noem de bron, of schrijf aanname met de redenering in de toelichting.",
            en: "Name the source, or write assumption with the reasoning in the note.")))
    }
  }

  private func hasFigure(_ table: ReadTable, _ row: TableRow) -> Bool {
    row.cells.indices.contains { table.table.description.columns[$0].content.holdsNumbers && !row.cells[$0].isBlank }
  }
}
