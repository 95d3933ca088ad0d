import CostEngine
import Terms

/// What regions hold in reserve beside what they need: of the page's region in a sentence, of all in a table.
struct ReserveBlock {
  let page: ReportPage
  let scenario: Int

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  /// Empty where the study does not say what regions hold.
  var markup: Markup {
    guard page.run.hasReserves else { return "" }
    let body: Markup =
      page.isCountry ? table : page.run.reserveRatio(scenario: scenario, region: page.place).map(sentence) ?? ""
    if body.text.isEmpty { return "" }
    return
      "<h3>\(language(nl: "Weerstandsvermogen", en: "Capacity to meet setbacks"))</h3>\(body)<p class=\"note\">\(note)</p>"
  }

  private func needed(_ ratio: ReserveRatio, _ region: Int) -> ShownFigure {
    guard let quantity = page.run.reservedQuantity else { return ShownFigure(exact: ratio.needed) }
    var figure = page.summary(quantity, scenario, place: region)
      .shownPercentile(ReserveRatio.certainty, draws: page.results.draws)
    figure.value = ratio.needed
    return figure
  }

  private func sentence(_ ratio: ReserveRatio) -> Markup {
    let reserve = euro.text(ShownFigure(exact: ratio.reserve))
    guard let value = ratio.ratio, let grade = ratio.grade else {
      return """
        <p>\(language(
          nl: "\(page.placeHeading) heeft \(reserve) aan weerstandscapaciteit; voor dit scenario is boven de verwachting niets nodig.",
          en: "\(page.placeHeading) has \(reserve) in reserve; this scenario needs nothing above what is expected."))</p>
        """
    }
    let needed = euro.text(needed(ratio, page.place))
    return """
      <p>\(language(
        nl: "\(page.placeHeading) heeft \(reserve) aan weerstandscapaciteit. Voor dit scenario is \(needed) nodig: dat liggen "
          + "de kosten na de middelen \(page.over) met \(ReserveRatio.certainty)\u{a0}% zekerheid hooguit boven de verwachting. "
          + "De verhouding (weerstandsratio) is \(ReserveRatio.text(value, language)): klasse \(grade.letter), \(grade.meaning.dutch).",
        en: "\(page.placeHeading) has \(reserve) in reserve. This scenario needs \(needed): by that the cost after funds "
          + "\(page.over) exceeds what is expected at most with \(ReserveRatio.certainty)% certainty. The ratio "
          + "(weerstandsratio) is \(ReserveRatio.text(value, language)): class \(grade.letter), \(grade.meaning.english)."))</p>
      """
  }

  private var note: String {
    language(
      nl:
        "Klassen: A boven 2, B vanaf 1,4, C vanaf 1, D vanaf 0,8, E vanaf 0,6, F daaronder. De weerstandscapaciteit moet "
        + "alle risico's van een regio dragen; dit is alleen wat deze studie ervan vraagt.",
      en:
        "Classes: A above 2, B from 1.4, C from 1, D from 0.8, E from 0.6, F below. The reserve has to meet all risks of a "
        + "region; this is only what this study asks of it.")
  }

  private var table: Markup {
    let found = page.results.selection.regions.indices.map {
      (region: $0, ratio: page.run.reserveRatio(scenario: scenario, region: $0))
    }
    let needs = AmountColumn(found.compactMap { found in found.ratio.map { needed($0, found.region) } })
    let rows = found.map { region, ratio -> PageTable.Row in
      var cells: [PageTable.Cell] = [.text("–"), .text("–"), .text("–"), .text("–")]
      if let ratio {
        cells = [page.cell(ShownFigure(exact: ratio.reserve)), page.cell(needs(needed(ratio, region)))]
        cells.append(
          ratio.ratio.map { PageTable.Cell(content: "\(ReserveRatio.text($0, language))", value: $0) } ?? .text("–"))
        cells.append(.text(ratio.grade.map { $0.letter } ?? "–"))
      }
      return PageTable.Row(header: "\(page.regionName(region))", cells: cells)
    }
    return PageTable(
      caption: language(
        nl: "Weerstandscapaciteit en wat er nodig is met \(ReserveRatio.certainty)\u{a0}% zekerheid, \(page.horizon)",
        en: "Reserve and what is needed with \(ReserveRatio.certainty)% certainty, \(page.horizon)"),
      columns: [
        .text(language(nl: "Regio", en: "Region")),
        .number(Column.regions(.reserve).name.name(language)), .number(language(nl: "nodig", en: "needed")),
        .number(language(nl: "verhouding", en: "ratio")), .text(language(nl: "klasse", en: "class")),
      ], rows: rows, isSortable: true, language: language
    ).markup
  }
}
