import CostEngine
import Terms

extension RunWorkbook {
  /// A scenario, place and year, and the cells that identify them.
  private struct Year {
    var scenario: Int
    var region: Int
    var year: Int
    var cells: [SheetCell]
  }

  /// In the order of the results.
  private var years: [Year] {
    results.selection.scenarios.indices.flatMap { scenario in
      (0..<results.regionCount).flatMap { region -> [Year] in
        let place = place(region)
        let cells: [SheetCell] = [.text(self.scenario(scenario).code), .text(place.code), .text(place.name)]
        return (0..<study.years).map { year in
          Year(
            scenario: scenario, region: region, year: year, cells: cells + [.integer(study.firstYear + year, .year)])
        }
      }
    }
  }

  private var yearColumns: [Sheet.Column] {
    [.text(heading(.scenario)), .text("Code"), .text(heading(.region)), .number(heading(.year))]
  }

  /// A note on sheets that hold both regions and the country.
  private var countryNote: String {
    guard results.includesNational else { return "" }
    let code = ResultsCSV.nationalCode
    return language(
      nl: "Code \(code) is alle regio's samen: filter die weg voordat u regio's optelt. ",
      en: "Code \(code) is all regions together: filter it out before you add regions up. ")
  }

  /// What the formulas of the years are, a sentence with its blank; empty if there are none.
  private func formulaNote(_ hasCost: Bool, _ hasFunding: Bool) -> String {
    var formulas: [Bilingual] = []
    if hasCost {
      formulas.append(
        Bilingual(
          nl: "meerkosten is kosten in het scenario min kosten nu",
          en: "extra cost is cost in the scenario less cost today"))
    }
    if hasFunding {
      formulas.append(Bilingual(nl: "netto is meerkosten min dekking", en: "net is extra cost less funding"))
    }
    guard let first = formulas.first else { return "" }
    let list = ([first.capitalised] + formulas.dropFirst()).map { $0(language) }.joined(separator: "; ")
    return formulas.count == 1
      ? language(nl: "\(list): van het gemiddelde is dat een formule. ", en: "\(list): of the mean this is a formula. ")
      : language(
        nl: "\(list): van de gemiddelden zijn dat formules. ", en: "\(list): of the means these are formulas. ")
  }

  /// Mean, P5 and P95 of every amount.
  var yearsSheet: Sheet {
    let quantities = ReportedQuantity.allCases.filter { $0 != .npv && gaps.tells($0) }
    let (hasCost, hasFunding) = (gaps.tells(.baseline) && gaps.tells(.cost), gaps.tellsOfFunding)
    var sheet = Sheet(
      name: language(nl: "Per jaar", en: "By year"),
      title: language(nl: "Alle bedragen per regio en jaar", en: "Every amount by region and year"),
      note: language(
        nl:
          "Euro, \(prices). \(formulaNote(hasCost, hasFunding))P5 en P95 tellen niet op, niet over regio's, niet over "
          + "jaren en niet over bedragen. \(countryNote)",
        en: "EUR, \(prices). \(formulaNote(hasCost, hasFunding))P5 and P95 do not add up, not over regions, not over "
          + "years and not over amounts. \(countryNote)"),
      columns: yearColumns + quantities.flatMap { columns(heading($0)) })
    sheet.frozenColumns = 4
    func column(_ quantity: ReportedQuantity) -> Int { yearColumns.count + 3 * quantities.firstIndex(of: quantity)! }
    func mean(_ quantity: ReportedQuantity, _ row: Int) -> String { SheetCell.name(column: column(quantity), row: row) }
    for year in years {
      let row = sheet.nextRow
      var cells = year.cells
      for quantity in quantities {
        cells += self.cells(summary(quantity, year.scenario, year.region, year: year.year))
      }
      if hasCost {
        cells[column(.delta)] = .formula(
          "\(mean(.cost, row))-\(mean(.baseline, row))", cells[column(.cost)].value - cells[column(.baseline)].value)
      }
      if hasFunding {
        cells[column(.net)] = .formula(
          "\(mean(.delta, row))-\(mean(.funding, row))", cells[column(.delta)].value - cells[column(.funding)].value)
      }
      sheet.rows.append(cells)
    }
    return sheet
  }

  /// The ten lines of the extra cost, which sum to it; or those that are known, and what they leave.
  var linesSheet: Sheet {
    let lines = gaps.knownLines
    let others = content.hasOtherLines ? [QuantityPart.otherName.capitalised(language)] : []
    let areAll = others.isEmpty && gaps.lines.isEmpty
    let names = lines.map { Glossary.entry($0).heading(language) } + others
    var sheet = Sheet(
      name: language(nl: "Kostenregels", en: "Cost lines"),
      title: language(nl: "Waaruit de meerkosten bestaan, per regio en jaar", en: "What makes up the extra cost"),
      note: language(
        nl:
          "Gemiddelden in euro, \(prices). De laatste kolom telt de \(areAll ? "tien " : "")kostenregels op. Een negatief bedrag is een "
          + "besparing. Onder de tabel: alle jaren samen. \(countryNote)",
        en:
          "Means in EUR, \(prices). The last column sums the \(areAll ? "ten " : "")cost lines. A negative amount is a saving. Below the "
          + "table: all years together. \(countryNote)"),
      columns: yearColumns + names.map { .number($0) } + [.number(heading(.delta))])
    sheet.frozenColumns = 4
    let (first, last) = (yearColumns.count, yearColumns.count + names.count - 1)
    func sum(_ row: Int, _ cells: [SheetCell]) -> SheetCell {
      .formula(
        "SUM(\(SheetCell.name(column: first, row: row)):\(SheetCell.name(column: last, row: row)))",
        cells[first...last].reduce(0) { $0 + $1.value })
    }
    /// The sums over the years, by scenario and place.
    var sums: [Int: [Double]] = [:]
    for year in years {
      var means = lines.map {
        results.mean(of: $0, scenario: year.scenario, region: year.region, year: year.year)
      }
      if !others.isEmpty {
        means.append(content.otherLines(scenario: year.scenario, region: year.region, year: year.year))
      }
      let cells = year.cells + means.map { .euro($0) }
      let key = year.scenario * results.regionCount + year.region
      sums[key] = zip(sums[key] ?? names.map { _ in 0 }, means).map { $0 + $1 }
      sheet.rows.append(cells + [sum(sheet.nextRow, cells)])
    }
    for scenario in results.selection.scenarios.indices {
      for region in whole {
        let row = sheet.nextTotalRow
        let place = place(region)
        var cells: [SheetCell] = [
          .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .text(heading(.total)),
        ]
        for (line, value) in (sums[scenario * results.regionCount + region] ?? []).enumerated() {
          cells.append(
            .formula(
              "SUMPRODUCT(EXACT(\(sheet.range(0)),$A\(row))*EXACT(\(sheet.range(1)),$B\(row))*\(sheet.range(first + line)))",
              value))
        }
        sheet.totals.append(cells + [sum(row, cells)])
      }
    }
    return sheet
  }

  /// Who pays, and the amounts per inhabitant.
  var payersSheet: Sheet {
    let payers = PayerWords.payers(study)
    let names = payers.map { Glossary.entry(payer: $0).heading(language) }
    let mean = language(nl: "gemiddeld", en: "mean")
    var columns = yearColumns + [.number(heading(.population))]
    columns += names.flatMap { self.columns($0) }
    columns.append(.number(language(nl: "Samen, gemiddeld", en: "Together, mean")))
    columns += names.map { .number(language(nl: "\($0) per inwoner, \(mean)", en: "\($0) per inhabitant, \(mean)")) }
    let rest = study.municipalKey.map { PayerWords.rest($0, language) } ?? ""
    var isShared = false
    if case .pooled = study.municipalKey { isShared = true }
    // A region whose municipalities pay a share of the cost of all regions pays more or less than its own cost.
    let sum =
      isShared
      ? language(
        nl:
          "De gemiddelden van alle regio's samen zijn de meerkosten; die van één regio zijn niet haar eigen meerkosten.",
        en: "The means of all regions together are the extra cost; those of one region are not its own extra cost.")
      : language(nl: "De gemiddelden samen zijn de meerkosten.", en: "The means together are the extra cost.")
    var sheet = Sheet(
      name: language(nl: "Wie betaalt", en: "Who pays"),
      title: language(nl: "Wie de meerkosten betaalt, per regio en jaar", en: "Who pays the extra cost"),
      note: language(
        nl: "Euro, \(prices); \(rest). \(sum) Een negatief bedrag bij de "
          + "gemeenten: er zijn meer middelen dan meerkosten. \(countryNote)",
        en: "EUR, \(prices); \(rest). \(sum) A negative amount at the "
          + "municipalities: there is more funding than extra cost. \(countryNote)"),
      columns: columns)
    sheet.frozenColumns = 4
    let first = yearColumns.count + 1
    for year in years {
      let row = sheet.nextRow
      let population = content.population(region: year.region)
      let paid = payers.map {
        results.payment($0, scenario: year.scenario, region: year.region, year: year.year)
      }
      var cells = year.cells + [.number(population, .integer)]
      for summary in paid { cells += self.cells(summary) }
      let means = payers.indices.map { SheetCell.name(column: first + 3 * $0, row: row) }
      cells.append(.formula(means.joined(separator: "+"), paid.reduce(0) { $0 + $1.mean }))
      let inhabitants = SheetCell.name(column: first - 1, row: row)
      for (cell, summary) in zip(means, paid) {
        cells.append(
          population > 0 ? .formula("\(cell)/\(inhabitants)", summary.mean / population, .euroCents) : .blank)
      }
      sheet.rows.append(cells)
    }
    return sheet
  }
}
