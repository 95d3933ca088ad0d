import CostEngine
import Terms

extension ReportPage {
  /// The page that links to the fact sheets of all regions.
  ///
  /// - Parameters:
  ///   - files: for each selected region, by position, the name of its fact sheet, in the same folder.
  ///   - opening: position of the scenario whose figures are shown first.
  ///   - whole: the name of the file of the page of all regions together, in the same folder; nil if there is none.
  /// - Returns: the page as UTF-8.
  public static func index(
    _ content: ReportContent, files: [String], opening: Int, language: Language, whole: String? = nil
  ) -> [UInt8] {
    let place = content.run.results.includesNational ? content.run.results.national : 0
    let page = ReportPage(
      content: content, place: place, opening: opening, language: language, links: PageLinks(whole: whole))
    let title = language(nl: "Factsheets per regio", en: "Fact sheets by region")
    let body = page.eachScenario { scenario in page.sheets(scenario, files).markup }
    let main: Markup = """
      <header class="top"><p class="kicker">\(page.study.title)</p><h1>\(title)</h1>\(HeadBlock(page: page).mark)\
      \(page.related)<p class="lead">\(language(
        nl: "Elke regio heeft een eigen pagina met haar kosten, marge en aannamen. De bestanden staan in dezelfde "
          + "map als deze pagina.",
        en: "Each region has a page of its own with its cost, margin and assumptions. The files are in the same "
          + "folder as this page."
      ))</p>\(HeadBlock(page: page).facts)</header>\(page.section("regios", language(nl: "De regio's", en: "The regions"), body).markup)
      """
    return page.frame(title: title, kind: .index, controls: page.scenarioControl, main: main)
  }

  private func sheets(_ scenario: Int, _ files: [String]) -> PageTable {
    let regions = results.selection.regions.indices
    let yearly = regions.map { summary(.structural, scenario, year: run.endState, place: $0) }
    let once = regions.map { summary(.incidental, scenario, place: $0) }
    let all = regions.map { summary(.delta, scenario, place: $0) }
    let structural = meanCells(below: yearly, beside: yearly + once + all)
    let incidental = meanCells(below: once, beside: yearly + once + all)
    let totals = cells(below: all, beside: yearly + once)
    let rows = regions.map { region in
      PageTable.Row(
        header: "<a href=\"\(LinkAddress.file(files[region]))\">\(regionName(region))</a>",
        cells: [structural[region], incidental[region]] + totals[region], region: anchor(region))
    }
    return PageTable(
      caption: language(
        nl: "Factsheets, met de meerkosten \(over)", en: "Fact sheets, with the extra cost \(over)"),
      columns: [
        .text(language(nl: "Regio", en: "Region")),
        .number(
          language(
            nl: "structureel per jaar (\(run.endName(language)))", en: "structural a year (\(run.endName(language)))")),
        .number(language(nl: "incidenteel, in totaal", en: "incidental, in all")),
      ] + amountColumns.map { .number(language(nl: "meerkosten, ", en: "extra cost, ") + $0.title) }, rows: rows,
      isSortable: true, language: language)
  }
}
