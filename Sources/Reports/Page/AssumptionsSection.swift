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

  private var introduction: String {
    let rows = tables.flatMap(\.rows)
    let format = NumberFormat.people(language)
    let assumed = rows.count { $0.kind == .assumed }
    let blank = rows.count { $0.kind == .unsourced }
    let sourced = rows.count - assumed - blank
    let rest =
      blank > 0
      ? language(nl: "; bij \(format.count(blank)) staat geen bron", en: "; \(format.count(blank)) name no source") : ""
    let regions = page.isCountry ? page.results.selection.regions : [page.results.selection.regions[page.place]]
    let own = regions.reduce(0) { $0 + page.run.coverage[$1].reported }
    let all = own + regions.reduce(0) { $0 + page.run.coverage[$1].assumed }
    let coverage = language(
      nl: "van de \(format.count(all)) gegevens die worden gevraagd, staan er \(format.count(own)) in een rij van de "
        + "regio zelf en \(format.count(all - own)) in een rij voor alle regio's (een sterretje)",
      en: "of the \(format.count(all)) figures that are asked for, \(format.count(own)) stand in a row of the region "
        + "itself and \(format.count(all - own)) in a row for all regions (an asterisk)")
    return language(
      nl: "De studie bestaat uit \(format.count(rows.count)) regels. \(format.count(assumed)) daarvan zijn een "
        + "aanname en \(format.count(sourced)) hebben een bron\(rest). Over de huidige situatie geldt: \(coverage). "
        + "Open een tabel voor elke regel zoals die in het bestand staat.",
      en: "The study has \(format.count(rows.count)) rows. \(format.count(assumed)) of them are an assumption and "
        + "\(format.count(sourced)) have a source\(rest). Of the current situation: \(coverage). Open a table for "
        + "each row as it stands in the file.")
  }

  /// What a table is about, and its file.
  private func name(_ file: String) -> String {
    guard let title = Self.titles[file] else { return file }
    return title(language) + " (\(file))"
  }

  private static let titles = [
    "settings.csv": Wording(nl: "Uitgangspunten", en: "Settings"),
    "regions.csv": Wording(nl: "Regio's", en: "Regions"),
    "functions.csv": Wording(nl: "Functies en hun prijzen", en: "Functions and their prices"),
    "norms.csv": Wording(nl: "Normen voor functies", en: "Norms of functions"),
    "staffing.csv": Wording(nl: "Bezetting nu", en: "Staffing today"),
    "training.csv": Wording(nl: "Opleiding en bijscholing nu", en: "Training today"),
    "provisions.csv": Wording(nl: "Voorzieningen en hun prijzen", en: "Provisions and their prices"),
    "provision-norms.csv": Wording(nl: "Normen voor voorzieningen", en: "Norms of provisions"),
    "provision-current.csv": Wording(nl: "Voorzieningen nu", en: "Provisions today"),
    "one-offs.csv": Wording(nl: "Eenmalige posten", en: "One-offs"),
    "measures.csv": Wording(nl: "Maatregelen", en: "Measures"),
    "measure-effects.csv": Wording(nl: "Effecten van maatregelen", en: "Effects of measures"),
    "scenarios.csv": Wording(nl: "Scenario's", en: "Scenarios"),
    "scenario-regions.csv": Wording(
      nl: "Scenario's: wat regio's anders doen", en: "Scenarios: what regions do otherwise"),
    "phase-in.csv": Wording(nl: "Ingroeiprofielen", en: "Phase-in profiles"),
    "indices.csv": Wording(nl: "Lonen en prijzen per jaar", en: "Wages and prices by year"),
    "funding.csv": Wording(nl: "Middelen", en: "Funds"),
    "variables.csv": Wording(nl: "Gedeelde onzekere gegevens", en: "Shared uncertain inputs"),
    "correlations.csv": Wording(nl: "Wat samen beweegt", en: "What moves together"),
  ]

  private func details(_ table: ReportContent.AssumptionTable) -> Markup {
    let format = NumberFormat.people(language)
    // Columns in which nothing stands tell nothing.
    let used = table.columns.indices.filter { column in table.rows.contains { !$0.cells[column].isEmpty } }
    let columns = used.map { PageTable.Column.text(table.columns[$0]) }
    let rows = table.rows.map { row -> PageTable.Row in
      let source: Markup =
        row.kind == .assumed ? "<span class=\"assumed\">\(row.source)</span>" : "\(row.source)"
      return PageTable.Row(
        header: used.first.map { "\(row.cells[$0])" } ?? "",
        cells: used.dropFirst().map { .text(row.cells[$0]) } + [
          PageTable.Cell(content: source, value: nil), .text(row.note),
          PageTable.Cell(content: "\(row.number)", value: Double(row.number)),
        ])
    }
    let count = table.rows.count
    let title = language(
      nl: "\(name(table.file)): \(format.count(count)) \(count == 1 ? "regel" : "regels")",
      en: "\(name(table.file)): \(format.count(count)) \(count == 1 ? "row" : "rows")")
    return """
      <details class="assumptions"><summary>\(title)</summary>\(PageTable(
        caption: name(table.file),
        columns: columns + [
          .text(language(nl: "bron", en: "source")), .text(language(nl: "toelichting", en: "note")),
          .number(language(nl: "rij", en: "row")),
        ], rows: rows, language: language).markup)</details>
      """
  }
}
