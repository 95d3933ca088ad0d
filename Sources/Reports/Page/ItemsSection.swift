import CostEngine
import Terms

/// What each function, provision, one-off and measure costs more than today. All amounts add up: rows, columns and
/// totals.
struct ItemsSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    guard page.results.hasItems else { return nil }
    return page.section(
      "onderdelen", language(nl: "Wat kost elk onderdeel?", en: "What does each item cost?"),
      page.eachScenario { scenario in
        let costs = ItemCosts(page.run, scenario: scenario, region: page.place)
        guard !costs.items.isEmpty || costs.hasRest else {
          return
            "<p>\(language(nl: "In dit scenario kost geen enkel onderdeel meer of minder dan nu.", en: "In this scenario no item costs more or less than today."))</p>"
        }
        let introduction = introduction(costs, scenario)
        let first: Markup = introduction.isEmpty ? "" : "<p>\(introduction)</p>"
        return "\(first)\(table(costs, scenario).markup)<p class=\"note\">\(note)</p>"
      })
  }

  private func introduction(_ costs: ItemCosts, _ scenario: Int) -> String {
    guard let first = costs.dearest(1).first else { return "" }
    let figures = Euro.inOneUnit([
      shown(first.sum, noFinerThan: page.summary(.delta, scenario)), shownEnd(first.end, scenario),
    ])
    let (total, end) = (page.euro.text(figures[0]), page.euro.text(figures[1]))
    let name = "‘\(first.name)’"
    let yearly =
      first.end > 0
      ? language(
        nl: ", en \(page.run.inEndState(language)) \(end) per jaar",
        en: ", and \(end) a year \(page.run.inEndState(language))")
      : ""
    return language(
      nl: "Het duurste onderdeel is \(name): \(page.expected)\(total) \(page.over)\(yearly).",
      en: "The dearest item is \(name): \(page.expected)\(total) \(page.over)\(yearly).")
  }

  /// An amount whose own error is unknown.
  private func shown(_ amount: Double, noFinerThan summary: Summary) -> ShownFigure {
    var figure = ShownFigure(exact: amount)
    figure.place = page.mean(summary).place
    // An amount that would vanish is shown by itself.
    return Euro.shownValue(figure) == 0 ? ShownFigure(exact: amount) : figure
  }

  private func shownEnd(_ amount: Double, _ scenario: Int) -> ShownFigure {
    shown(amount, noFinerThan: page.summary(.structural, scenario, year: page.run.endState))
  }

  private var note: String {
    let what = language(
      nl: "Meerkosten: wat een onderdeel nu al kost, telt niet mee. Wat een maatregel op een functie of voorziening "
        + "bespaart, staat bij die functie of voorziening; bij de maatregel staan haar eigen kosten.",
      en:
        "Extra cost: what an item costs today already does not count. What a measure saves on a function or provision "
        + "is with that function or provision; with the measure are its own costs.")
    let rounding = language(
      nl: " Afgerond zodat alles optelt: 0 is minder dan de laatste decimaal die wordt getoond, – is niets.",
      en: " Rounded so that all adds up: 0 is less than the last digit that is shown, – is nothing.")
    return what + rounding
  }

  // MARK: Table

  /// Amounts in whole steps of their column.
  private struct Row {
    var end: Int64
    var structural: Int64
    var incidental: Int64
    /// Whether an amount is exactly nothing, rather than less than a step.
    var isNothing = (end: false, structural: false, incidental: false)

    static func + (a: Row, b: Row) -> Row {
      Row(
        end: a.end + b.end, structural: a.structural + b.structural, incidental: a.incidental + b.incidental,
        isNothing: (
          a.isNothing.end && b.isNothing.end, a.isNothing.structural && b.isNothing.structural,
          a.isNothing.incidental && b.isNothing.incidental
        ))
    }
  }

  /// EUR of a step in the columns of the horizon, and in that of the end state.
  private func steps(_ scenario: Int) -> (total: Double, end: Double, isThousand: Bool) {
    let total = page.run.mean(page.summary(.delta, scenario)).place ?? 0
    let end = page.run.mean(page.summary(.structural, scenario, year: page.run.endState)).place ?? 0
    let isThousand = total >= 3
    return (ShownFigure.power(total), ShownFigure.power(isThousand ? max(3, end) : end), isThousand)
  }

  private func table(_ costs: ItemCosts, _ scenario: Int) -> PageTable {
    let steps = steps(scenario)
    // Half a step is rounded up, as in `Euro`.
    func whole(_ amount: Double, _ step: Double) -> Int64 { Int64((amount / step + 0.5).rounded(.down)) }
    let delta = whole(page.summary(.delta, scenario).mean, steps.total)
    let kinds = WholeParts.rounded(
      [page.summary(.structural, scenario).mean, page.summary(.incidental, scenario).mean].map { $0 / steps.total },
      sum: delta)
    let end = whole(page.summary(.structural, scenario, year: page.run.endState).mean, steps.end)

    var parts = costs.items.map { (total: $0.total, end: $0.end) }
    if costs.hasRest { parts.append((costs.restTotal, costs.restEnd)) }
    let ends = WholeParts.rounded(parts.map { $0.end / steps.end }, sum: end)
    let structural = WholeParts.rounded(parts.map { $0.total.structural / steps.total }, sum: kinds[0])
    let incidental = WholeParts.rounded(parts.map { $0.total.incidental / steps.total }, sum: kinds[1])
    let rows = parts.indices.map { index in
      Row(
        end: ends[index], structural: structural[index], incidental: incidental[index],
        isNothing: (
          parts[index].end == 0 && ends[index] == 0,
          parts[index].total.structural == 0 && structural[index] == 0,
          parts[index].total.incidental == 0 && incidental[index] == 0
        ))
    }

    var shown: [PageTable.Row] = []
    for kind in CostItem.Kind.allCases {
      let own = costs.items.indices.filter { costs.items[$0].kind == kind }
      guard let first = own.first else { continue }
      shown.append(
        PageTable.Row(
          header: "\(kind.plural(language))",
          cells: cells(own.dropFirst().reduce(rows[first]) { $0 + rows[$1] }, steps)))
      shown += own.map { index in
        PageTable.Row(header: "\(costs.items[index].title)", cells: cells(rows[index], steps), isPart: true)
      }
    }
    if costs.hasRest {
      shown.append(
        PageTable.Row(
          header: "\(language(nl: "Overige onderdelen", en: "Other items"))", cells: cells(rows[rows.count - 1], steps))
      )
    }
    shown.append(
      PageTable.Row(
        header: "\(language(nl: "Meerkosten", en: "Extra cost"))",
        cells: cells(Row(end: end, structural: kinds[0], incidental: kinds[1]), steps), isTotal: true))

    let unit =
      steps.isThousand
      ? language(nl: "bedragen × € 1.000", en: "amounts × € 1,000")
      : language(nl: "bedragen in euro", en: "amounts in euros")
    let title = language(
      nl: "Meerkosten per onderdeel, \(page.placeInTitle)", en: "Extra cost by item, \(page.placeInTitle)")
    return PageTable(
      caption: "\(title), \(unit)",
      columns: [
        .text(language(nl: "Onderdeel", en: "Item")),
        .number(language(nl: "samen, ", en: "together, ") + page.horizon),
        .number(language(nl: "waarvan structureel", en: "of which structural")),
        .number(language(nl: "waarvan incidenteel", en: "of which incidental")),
        .number(language(nl: "structureel per jaar, ", en: "structural a year, ") + page.run.endName(language)),
      ], rows: shown, language: language)
  }

  private func cells(_ row: Row, _ steps: (total: Double, end: Double, isThousand: Bool)) -> [PageTable.Cell] {
    let format = NumberFormat.people(language)
    func cell(_ count: Int64, _ step: Double, isNothing: Bool) -> PageTable.Cell {
      if isNothing { return PageTable.Cell(content: "–", value: 0) }
      let amount = Double(count) * step
      // The unit of the table is in its caption, which is not copied; full euros are.
      let text = format.fixed(amount.magnitude / (steps.isThousand ? 1000 : 1), decimals: 0)
      return PageTable.Cell(content: "\(count < 0 ? "−" : "")\(text)", value: amount)
    }
    return [
      cell(
        row.structural + row.incidental, steps.total,
        isNothing: row.isNothing.structural && row.isNothing.incidental),
      cell(row.structural, steps.total, isNothing: row.isNothing.structural),
      cell(row.incidental, steps.total, isNothing: row.isNothing.incidental),
      cell(row.end, steps.end, isNothing: row.isNothing.end),
    ]
  }
}
