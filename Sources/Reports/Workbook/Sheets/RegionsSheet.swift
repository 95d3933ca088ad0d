import CostEngine
import Terms

extension RunWorkbook {
  /// What each scenario costs in each region, and the sum of the regions.
  var regionsSheet: Sheet {
    let delta = heading(.delta)
    let mean = language(nl: "gemiddeld", en: "mean")
    let end = language(nl: "per jaar ", en: "a year ") + content.inEndState(language)
    var columns: [Sheet.Column] = [
      .text(heading(.scenario)), .text("Code"), .text(heading(.region)), .number(heading(.population)),
      .number(Column.regions(.municipalities).name.heading(language)), .number("\(delta), \(mean)"),
      .number("\(delta), P5"),
      .number("\(delta), P50"), .number("\(delta), P95"),
    ]
    if gaps.tells(.sharePositive) { columns.append(.number(heading(.sharePositive))) }
    columns += [
      .number(language(nl: "\(delta) per inwoner, \(mean)", en: "\(delta) per inhabitant, \(mean)")),
      .number(language(nl: "\(delta) per gemeente, \(mean)", en: "\(delta) per municipality, \(mean)")),
    ]
    columns += self.columns("\(heading(.structural)) \(end)")
    columns += parts.map { .number("\(heading($0)), \(mean)") }
    if gaps.tells(.net) { columns += self.columns(heading(ReportedQuantity.net)) }
    var sheet = Sheet(
      name: language(nl: "Per regio", en: "By region"),
      title: language(nl: "\(delta) per regio, \(study.horizon)", en: "\(delta) by region, \(study.horizon)"),
      note: language(
        nl:
          "Euro, \(prices), over \(study.horizon) samen, tenzij er een jaar bij staat. Onder de tabel staan per scenario de "
          + "sommen van de gemiddelden. P5, P50 en P95 van regio's tellen niet op: niet alle regio's vallen tegelijk mee of "
          + "tegen. \(band)",
        en:
          "EUR, \(prices), over \(study.horizon) together, unless a year is named. Below the table are the sums of the means, by "
          + "scenario. P5, P50 and P95 of regions do not add up: not all regions turn out well or badly at the same time. "
          + band),
      columns: columns)
    sheet.frozenColumns = 3
    /// The sum of the regions for each scenario, by column.
    var sums: [[Double]] = []
    for scenario in results.selection.scenarios.indices {
      var sum = [Double](repeating: 0, count: columns.count)
      for region in results.selection.regions.indices {
        let cells = row(scenario, region, sheet.nextRow)
        for (column, cell) in cells.enumerated() { sum[column] += cell.value }
        sheet.rows.append(cells)
      }
      sums.append(sum)
    }
    if results.selection.regions.count > 1 || results.includesNational {
      for scenario in results.selection.scenarios.indices { addTotals(scenario, sums[scenario], to: &sheet) }
    }
    return sheet
  }

  /// Of which a region has one column: the mean.
  private var parts: [ReportedQuantity] {
    [.incidental, .staffTime, .outOfPocket, .funding].filter { gaps.tells($0) }
  }

  /// The columns whose means are summed: mean extra cost, structural, incidental and on, net.
  private var summed: [Int] {
    let structural = gaps.tells(.sharePositive) ? 12 : 11
    let ends = structural + 3 + parts.count
    return [5, structural] + Array(structural + 3..<ends) + (gaps.tells(.net) ? [ends] : [])
  }

  private func row(_ scenario: Int, _ region: Int, _ row: Int) -> [SheetCell] {
    let place = place(region)
    let inhabitants = content.population(region: region)
    let isWhole = results.includesNational && region == results.national
    let municipalities = (isWhole ? Array(study.regions.indices) : [results.selection.regions[region]])
      .reduce(0) { $0 + study.mean(of: study.regions[$1].municipalities) }
    let cost = summary(.delta, scenario, region)
    func each(_ column: String, _ count: Double, _ format: CellStyle.Format) -> SheetCell {
      count > 0 ? .formula("F\(row)/\(column)\(row)", cost.mean / count, format) : .blank
    }
    var cells: [SheetCell] = [
      .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .number(inhabitants, .integer),
      .number(municipalities, .integer), .euro(cost.mean), .euro(cost.p05), .euro(cost.p50), .euro(cost.p95),
    ]
    if gaps.tells(.sharePositive) { cells.append(.number(cost.sharePositive, .percent)) }
    cells += [each("D", inhabitants, .euroCents), each("E", municipalities, .euro)]
    cells += self.cells(summary(.structural, scenario, region, year: content.endState))
    cells += parts.map { .euro(summary($0, scenario, region).mean) }
    return gaps.tells(.net) ? cells + self.cells(summary(.net, scenario, region)) : cells
  }

  /// The sum of the regions, as a formula that finds the scenario's rows in any order; and, if there is a country, the
  /// national items, which are figures, and the country: the sum of both.
  private func addTotals(_ scenario: Int, _ sums: [Double], to sheet: inout Sheet) {
    let code = self.scenario(scenario).code
    let sumRow = sheet.nextTotalRow
    func sum(_ column: Int, _ format: CellStyle.Format) -> SheetCell {
      .formula(
        "SUMPRODUCT(EXACT(\(sheet.range(0)),$A\(sumRow))*\(sheet.range(column)))", sums[column], format)
    }
    var cells = [SheetCell](repeating: .blank, count: sheet.columns.count)
    cells[0] = .text(code)
    cells[2] = .text(language(nl: "Som van de regio's", en: "Sum of the regions"))
    cells[3] = sum(3, .integer)
    cells[4] = sum(4, .integer)
    for column in summed { cells[column] = sum(column, .euro) }
    sheet.totals.append(cells)
    guard results.includesNational else { return }

    // The total is computed from what stands above it, so that a change of a region is a change of the total.
    var national = row(scenario, results.national, sheet.nextTotalRow + 1)
    var extra = [SheetCell](repeating: .blank, count: sheet.columns.count)
    extra[0] = .text(code)
    extra[2] = .text(language(nl: "Landelijke posten", en: "National items"))
    for column in summed {
      let rest = national[column].value - sums[column]
      // The country is summed before rounding: cents may remain that belong to no item.
      let items = rest.magnitude < 0.5 ? 0 : rest
      extra[column] = .euro(items)
      national[column] = total(column, items, sums[column] + items, sumRow, .euro)
    }
    for column in [3, 4] { national[column] = total(column, nil, national[column].value, sumRow, .integer) }
    sheet.totals += [extra, national]
  }

  /// Regions plus national items, which stand in the row below theirs.
  ///
  /// - Parameter items: nil if the column has none.
  private func total(
    _ column: Int, _ items: Double?, _ value: Double, _ sumRow: Int, _ format: CellStyle.Format
  ) -> SheetCell {
    let name = SheetCell.columnName(column)
    return .formula(items == nil ? "\(name)\(sumRow)" : "\(name)\(sumRow)+\(name)\(sumRow + 1)", value, format)
  }
}

extension SheetCell {
  /// The number that a cell shows; 0 where it shows none.
  var value: Double {
    switch content {
    case .number(let value), .formula(_, let value): return value
    case .blank, .text, .textFormula: return 0
    }
  }
}
