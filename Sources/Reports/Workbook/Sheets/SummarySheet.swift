import CostEngine
import Terms

extension RunWorkbook {
  /// A figure that a board wants for each scenario.
  private struct Figure {
    var name: String
    var period: String
    var summary: (_ scenario: Int, _ region: Int) -> Summary
  }

  private var figures: [Figure] {
    let funding: [ReportedQuantity] = study.funds.isEmpty ? [] : [.funding, .net]
    return [Figure(name: heading(.delta), period: study.horizon) { summary(.delta, $0, $1) }]
      + [
        Figure(name: heading(.structural), period: content.endName(language)) {
          summary(.structural, $0, $1, year: content.endState)
        }
      ]
      + ([.incidental, .staffTime, .outOfPocket] + funding + [.npv]).filter(gaps.tells).map { quantity in
        Figure(name: heading(quantity), period: study.horizon) { summary(quantity, $0, $1) }
      }
  }

  /// A column that results of another version may not have.
  private struct Tail {
    var column: Sheet.Column
    var cell: (Summary) -> SheetCell
  }

  private var tails: [Tail] {
    var tails: [Tail] = []
    if gaps.tells(.sharePositive) {
      let name = language(nl: "Kans op een bedrag boven nul", en: "Chance of an amount above zero")
      tails.append(Tail(column: .number(name)) { .number($0.sharePositive, .percent) })
    }
    if gaps.tells(.cvar95) { tails.append(Tail(column: .number(heading(.cvar95))) { .euro($0.cvar95) }) }
    return tails
  }

  /// What the tails of inputs do to the means of the sheet, each with a blank before it.
  private var warnings: String {
    results.selection.scenarios.indices.flatMap { scenario in
      whole.compactMap { region in
        content.tailWarning(scenario: scenario, region: region, language).map {
          " \(self.scenario(scenario).code), \(placeText(region)): \($0)"
        }
      }
    }.joined()
  }

  /// What a board wants to know of each scenario, and a chart of it.
  var summarySheet: Sheet {
    let mean = heading(.mean)
    var sheet = Sheet(
      name: language(nl: "Samenvatting", en: "Summary"),
      title: language(
        nl: "\(study.title): de scenario's naast elkaar", en: "\(study.title): the scenarios side by side"),
      note: language(
        nl:
          "\(headNote)Alle bedragen in euro, \(prices), voor de periode die erbij staat. Meerkosten: kosten in het scenario min kosten "
          + "nu. \(band)\(warnings)",
        en:
          "\(headNote)All amounts in EUR, \(prices), for the period beside them. Extra cost: cost in the scenario less cost today. "
          + band + warnings) + completionNotes,
      columns: [
        .text(language(nl: "Bedrag", en: "Amount")), .text(language(nl: "Periode", en: "Period")),
        .text(heading(.scenario)), .text(language(nl: "Naam", en: "Name")), .text(language(nl: "Gebied", en: "Area")),
        .number(mean), .number("P5"), .number("P50"), .number("P95"),
      ] + tails.map { $0.column } + [
        .number(language(nl: "Gemiddelde min P5", en: "Mean less P5")),
        .number(language(nl: "P95 min gemiddelde", en: "P95 less mean")),
      ])
    sheet.frozenColumns = 3
    for figure in figures {
      for scenario in results.selection.scenarios.indices {
        for region in whole {
          let row = sheet.nextRow
          let found = figure.summary(scenario, region)
          sheet.rows.append(
            [
              .text(figure.name), .text(figure.period), .text(self.scenario(scenario).code),
              .text(self.scenario(scenario).name), .text(placeText(region)), .euro(found.mean), .euro(found.p05),
              .euro(found.p50), .euro(found.p95),
            ] + tails.map { $0.cell(found) } + [
              .formula("F\(row)-G\(row)", found.mean - found.p05), .formula("I\(row)-F\(row)", found.p95 - found.mean),
            ])
        }
      }
    }
    sheet.charts = summaryChart(sheet)
    return sheet
  }

  /// The scenarios that the horizon cuts off.
  private var completionNotes: String {
    var notes = ""
    for position in results.selection.scenarios.indices {
      for region in whole {
        guard let note = content.completionNote(scenario: position, region: region, language) else { continue }
        notes += " \(scenario(position).code), \(placeText(region)): \(note)"
      }
    }
    return notes
  }

  /// A chart of the first figure, whose rows come first.
  private func summaryChart(_ sheet: Sheet) -> [SheetChart] {
    let bars = results.selection.scenarios.count * whole.count
    // With more bars than this the chart is unreadable.
    guard bars > 0, bars <= 40 else { return [] }
    let delta = heading(.delta)
    let tail = 9 + tails.count
    let ends = results.selection.scenarios.indices.flatMap { scenario in
      whole.flatMap { region -> [Double] in
        let found = summary(.delta, scenario, region)
        return [min(found.p05, found.mean), max(found.p95, found.mean)]
      }
    }
    let unit = SheetChart.unit(for: ends) { language(nl: $0, en: $1) }
    // With one area the scenarios are side by side; otherwise the areas are, with a bar for each scenario.
    let size = whole.count == 1 ? bars : whole.count
    let series = stride(from: Sheet.firstRow, to: Sheet.firstRow + bars, by: size).map { first in
      let rows = first...(first + size - 1)
      return SheetChart.Series(
        name: whole.count == 1 ? sheet.reference(5, row: Sheet.headingRow) : sheet.reference(2, row: first),
        categories: sheet.reference(whole.count == 1 ? 2 : 4, rows: rows), values: sheet.reference(5, rows: rows),
        errors: (sheet.reference(tail, rows: rows), sheet.reference(tail + 1, rows: rows)))
    }
    return [
      SheetChart(
        kind: .columns,
        title: language(
          nl: "\(delta) per scenario, \(study.horizon): gemiddelde, met P5 en P95",
          en: "\(delta) by scenario, \(study.horizon): mean, with P5 and P95"),
        categoryTitle: whole.count == 1 ? heading(.scenario) : heading(.region),
        valueTitle: "\(delta) (\(unit.title))", valueFormat: unit.format, range: SheetChart.range(of: ends),
        series: series, showsValues: bars <= 12, row: sheet.lastTableRow + 1)
    ]
  }

  private func placeText(_ region: Int) -> String {
    let place = place(region)
    return place.name.isEmpty ? place.code : place.name
  }

  /// The mean year by year: a row for each year, a column for each scenario, and a chart.
  var courseSheet: Sheet {
    let delta = heading(.delta)
    let area =
      whole.count == 1
      ? placeText(whole[0]) : language(nl: "de gekozen regio's samen", en: "the selected regions together")
    var sheet = Sheet(
      name: language(nl: "Verloop", en: "Course"),
      title: language(nl: "\(delta) per jaar: \(area)", en: "\(delta) by year: \(area)"),
      note: language(
        nl: "Gemiddelde meerkosten in euro, \(prices). De laatste rij telt de jaren op.",
        en: "Mean extra cost in EUR, \(prices). The last row sums the years."),
      columns: [.number(heading(.year))]
        + results.selection.scenarios.indices.map { .number(scenario($0).code) })
    sheet.frozenColumns = 1
    let scenarios = results.selection.scenarios.indices
    var sums = scenarios.map { _ in 0.0 }
    var all: [Double] = []
    for year in 0..<study.years {
      let means = scenarios.map { scenario in
        whole.reduce(0) { $0 + summary(.delta, scenario, $1, year: year).mean }
      }
      for (scenario, mean) in means.enumerated() { sums[scenario] += mean }
      all += means
      sheet.rows.append([.integer(study.firstYear + year, .year)] + means.map { .euro($0) })
    }
    sheet.totals = [
      [.text(heading(.total))]
        + scenarios.map { scenario in
          let column = SheetCell.columnName(scenario + 1)
          return .formula("SUM(\(column)\(Sheet.firstRow):\(column)\(sheet.lastTableRow))", sums[scenario])
        }
    ]
    let unit = SheetChart.unit(for: all) { language(nl: $0, en: $1) }
    let rows = Sheet.firstRow...sheet.lastTableRow
    sheet.charts = [
      SheetChart(
        kind: .lines,
        title: language(nl: "\(delta) per jaar, gemiddeld", en: "\(delta) by year, mean"),
        categoryTitle: heading(.year), valueTitle: "\(delta) (\(unit.title))", valueFormat: unit.format,
        series: scenarios.map { scenario in
          SheetChart.Series(
            name: sheet.reference(scenario + 1, row: Sheet.headingRow), categories: sheet.reference(0, rows: rows),
            values: sheet.reference(scenario + 1, rows: rows))
        }, row: sheet.nextTotalRow)
    ]
    return sheet
  }
}
