import CostEngine

/// Every assumption of the study, with its source or the word that it has none, and its note.
struct AssumptionsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var tables: [ReportContent.AssumptionTable] { page.content.assumptions.filter { !$0.rows.isEmpty } }

  var section: PageSection? {
    page.section(
      "aannamen", language(nl: "Alle aannamen en bronnen", en: "All assumptions and sources"),
      "<p>\(introduction)</p>\(tables.map(details))")
  }

  private static func isAssumption(_ row: ReportContent.AssumptionTable.Row) -> Bool {
    let source = row.source.lowercased()
    return source.hasPrefix("aanname") || source.hasPrefix("assumption")
  }

  private var introduction: String {
    let rows = tables.flatMap(\.rows)
    let format = NumberFormat.people(language)
    let assumed = rows.count(where: Self.isAssumption)
    let blank = rows.count { $0.source.isEmpty }
    let sourced = rows.count - assumed - blank
    let rest =
      blank > 0
      ? language(nl: "; bij \(format.count(blank)) staat geen bron", en: "; \(format.count(blank)) name no source") : ""
    let coverage = CoverageText.text(
      page.isCountry ? page.run.coverage : [page.run.coverage[page.results.selection.regions[page.place]]],
      language: language)
    return language(
      nl:
        "De studie bestaat uit \(format.count(rows.count)) regels. \(format.count(assumed)) daarvan zijn een aanname "
        + "en "
        + "\(format.count(sourced)) hebben een bron\(rest). Over de huidige situatie geldt: \(coverage). Open een "
        + "tabel voor elke "
        + "regel zoals die in het bestand staat.",
      en: "The study has \(format.count(rows.count)) rows. \(format.count(assumed)) of them are an assumption and "
        + "\(format.count(sourced)) have a source\(rest). Of the current situation: \(coverage). Open a table for "
        + "each row as it "
        + "stands in the file.")
  }

  private func details(_ table: ReportContent.AssumptionTable) -> Markup {
    let format = NumberFormat.people(language)
    // Columns in which nothing stands tell nothing.
    let used = table.columns.indices.filter { column in table.rows.contains { !$0.cells[column].isEmpty } }
    let columns = used.map { PageTable.Column.text(table.columns[$0]) }
    let rows = table.rows.map { row -> PageTable.Row in
      let source: Markup =
        Self.isAssumption(row) ? "<span class=\"assumed\">\(row.source)</span>" : "\(row.source)"
      return PageTable.Row(
        header: used.first.map { "\(row.cells[$0])" } ?? "",
        cells: used.dropFirst().map { .text(row.cells[$0]) } + [
          PageTable.Cell(content: source, value: nil), .text(row.note),
          PageTable.Cell(content: "\(row.number)", value: Double(row.number)),
        ])
    }
    let count = table.rows.count
    let title = language(
      nl: "\(table.file): \(format.count(count)) \(count == 1 ? "regel" : "regels")",
      en: "\(table.file): \(format.count(count)) \(count == 1 ? "row" : "rows")")
    return """
      <details class="assumptions"><summary>\(title)</summary>\(PageTable(
        caption: table.file,
        columns: columns + [
          .text(language(nl: "bron", en: "source")), .text(language(nl: "toelichting", en: "note")),
          .number(language(nl: "rij", en: "row")),
        ], rows: rows, language: language).markup)</details>
      """
  }
}
