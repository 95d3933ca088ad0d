import CostEngine
import Terms

extension RunWorkbook {
  /// A scenario, place and item that the scenario has there, and the cells that identify them.
  private struct ItemRow {
    var scenario: Int
    var region: Int
    /// Index in ``Study/items``.
    var item: Int
    var cells: [SheetCell]
  }

  /// In the order of the results.
  private var itemRows: [ItemRow] {
    let items = study.items
    return results.selection.scenarios.indices.flatMap { scenario in
      (0..<results.regionCount).flatMap { region -> [ItemRow] in
        let place = place(region)
        let own = region < results.selection.regions.count ? results.selection.regions[region] : nil
        return items.indices.compactMap { index in
          let item = items[index]
          guard study.has(item, scenario: results.selection.scenarios[scenario], region: own) else { return nil }
          return ItemRow(
            scenario: scenario, region: region, item: index,
            cells: [
              .text(self.scenario(scenario).code), .text(place.code), .text(place.name),
              .text(item.kind.name.name(language)), .text(study.code(of: item)), .text(study.name(of: item)),
            ])
        }
      }
    }
  }

  private var itemColumns: [Sheet.Column] {
    [
      .text(heading(.scenario)), .text("Code"), .text(heading(.region)), .text(language(nl: "Soort", en: "Kind")),
      .text(heading(.item)), .text(language(nl: "Naam", en: "Name")),
    ]
  }

  private var itemsNote: String {
    language(
      nl:
        "Gemiddelde meerkosten in euro, \(prices). Wat een maatregel op een functie of voorziening bespaart, staat daar; bij de "
        + "maatregel staan haar eigen kosten. Onder de tabel: de sommen; zij zijn de meerkosten, op centen na.",
      en:
        "Mean extra cost in EUR, \(prices). What a measure saves on a function or provision is there; with the measure are its "
        + "own costs. Below the table: the sums; they are the extra cost but for cents.")
  }

  /// The sums of columns over the items of each scenario, in the country or else in each region.
  ///
  /// - Parameter sums: by scenario and place, for each column from the first on.
  private func itemTotals(_ sheet: inout Sheet, from first: Int, _ sums: [[Double]], last: (Int) -> String) {
    for scenario in results.selection.scenarios.indices {
      for region in whole {
        let row = sheet.nextTotalRow
        let place = place(region)
        let own = sums[scenario * results.regionCount + region]
        var cells: [SheetCell] = [
          .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .text(heading(.total)), .blank,
          .blank,
        ]
        for (column, sum) in own.enumerated() {
          cells.append(
            column == own.count - 1
              ? .formula(last(row), sum)
              : .formula(
                "SUMPRODUCT(EXACT(\(sheet.range(0)),$A\(row))*EXACT(\(sheet.range(1)),$B\(row))*\(sheet.range(first + column)))",
                sum))
        }
        sheet.totals.append(cells)
      }
    }
  }

  /// What each item costs over the whole horizon, and in the end state.
  var itemsSheet: Sheet {
    let first = itemColumns.count
    var sheet = Sheet(
      name: language(nl: "Onderdelen", en: "Items"),
      title: language(
        nl: "Wat elk onderdeel kost, \(study.horizon)", en: "What each item costs, \(study.horizon)"),
      note: itemsNote,
      columns: itemColumns + [
        .number(language(nl: "Structureel per jaar ", en: "Structural a year ") + content.inEndState(language)),
        .number(language(nl: "Structureel, \(study.horizon)", en: "Structural, \(study.horizon)")),
        .number(language(nl: "Incidenteel, \(study.horizon)", en: "Incidental, \(study.horizon)")),
        .number("\(heading(.delta)), \(study.horizon)"),
      ])
    sheet.frozenColumns = first
    func sum(_ row: Int) -> String {
      "\(SheetCell.name(column: first + 1, row: row))+\(SheetCell.name(column: first + 2, row: row))"
    }
    var sums = [[Double]](
      repeating: [0, 0, 0, 0], count: results.selection.scenarios.count * results.regionCount)
    for row in itemRows {
      let total = results.mean(ofItem: row.item, scenario: row.scenario, region: row.region, year: results.total)
      let end = results.mean(ofItem: row.item, scenario: row.scenario, region: row.region, year: content.endState)
      let amounts = [end.structural, total.structural, total.incidental, total.structural + total.incidental]
      let place = row.scenario * results.regionCount + row.region
      for column in amounts.indices { sums[place][column] += amounts[column] }
      sheet.rows.append(
        row.cells + amounts.dropLast().map { .euro($0) } + [.formula(sum(sheet.nextRow), amounts[3])])
    }
    itemTotals(&sheet, from: first, sums, last: sum)
    return sheet
  }

  /// What each item costs year by year.
  var itemYearsSheet: Sheet {
    let first = itemColumns.count
    let years = study.years
    var sheet = Sheet(
      name: language(nl: "Onderdelen per jaar", en: "Items by year"),
      title: language(
        nl: "Wat elk onderdeel per jaar kost, structureel en incidenteel samen",
        en: "What each item costs by year, structural and incidental together"),
      note: itemsNote,
      columns: itemColumns + (0..<years).map { .number(String(study.firstYear + $0)) }
        + [.number("\(heading(.total)) \(study.horizon)")])
    sheet.frozenColumns = first
    func sum(_ row: Int) -> String {
      "SUM(\(SheetCell.name(column: first, row: row)):\(SheetCell.name(column: first + years - 1, row: row)))"
    }
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: years + 1),
      count: results.selection.scenarios.count * results.regionCount)
    for row in itemRows {
      var amounts = (0..<years).map { year -> Double in
        let amount = results.mean(ofItem: row.item, scenario: row.scenario, region: row.region, year: year)
        return amount.structural + amount.incidental
      }
      let cells = amounts.map { SheetCell.euro($0) }
      amounts.append(amounts.reduce(0, +))
      let place = row.scenario * results.regionCount + row.region
      for column in amounts.indices { sums[place][column] += amounts[column] }
      sheet.rows.append(row.cells + cells + [.formula(sum(sheet.nextRow), amounts[years])])
    }
    itemTotals(&sheet, from: first, sums, last: sum)
    return sheet
  }
}
