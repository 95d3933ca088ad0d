import CostEngine

/// The multi-year table that a budget asks for: the budget year and the three years after it, structural and incidental
/// apart, with the way of funding (Financiële-verhoudingswet art. 2; BBV art. 19, 20, 22 and 23).
struct BudgetSection {
  let page: ReportPage

  private var language: Language { page.language }
  /// Positions of the years that are shown.
  private var years: Range<Int> { 0..<min(4, page.results.years) }

  var section: PageSection? {
    page.section(
      "begroting", language(nl: "Voor de meerjarenbegroting", en: "For the multi-year budget"),
      "<p>\(introduction)</p>\(page.eachScenario { table($0).markup })")
  }

  private var introduction: String {
    language(
      nl: "Het begrotingsjaar \(page.study.firstYear) en de jaren erna, zoals het Besluit begroting en "
        + "verantwoording (BBV) vraagt: structureel en incidenteel apart, met de wijze van bekostiging "
        + "(Financiële-verhoudingswet, artikel 2). Het zijn verwachte bedragen, afgerond zodat ze optellen. "
        + "Incidenteel is wat eindigt: instroom, inhalen, eenmalige posten en invoering.",
      en: "The budget year \(page.study.firstYear) and the years after it, as the Dutch budget rules (BBV) ask: "
        + "structural and incidental apart, with the way of funding (Financiële-verhoudingswet, article 2). These "
        + "are expected amounts, rounded so that they add up. Incidental is what ends: recruits, catching up, "
        + "one-offs and introduction.")
  }

  /// The last digit of all amounts: what the least certain total supports.
  private func place(_ scenario: Int) -> Int {
    let totals = years.map { page.mean(page.summary(.delta, scenario, year: $0)) }
    return totals.filter { $0.value != 0 }.compactMap(\.place).max() ?? 0
  }

  private func table(_ scenario: Int) -> PageTable {
    let place = place(scenario)
    let unit = ShownFigure.power(place)
    let isThousand = place >= 3
    let format = NumberFormat.people(language)
    func cell(_ steps: Int) -> PageTable.Cell {
      let amount = Double(steps) * unit
      // Copied as it is told: in the unit of the table.
      let told = isThousand ? amount / 1000 : amount
      return PageTable.Cell(content: "\(format.fixed(told, decimals: 0))", value: told)
    }
    let totals = years.map { Int((page.summary(.delta, scenario, year: $0).mean / unit).rounded()) }
    func parts(_ means: [[Double]], _ sums: [Int]) -> [[Int]] {
      years.map { year in WholeParts.rounded(means.map { $0[year] / unit }, sum: sums[year]) }
    }
    func means(_ quantity: ReportedQuantity) -> [Double] {
      years.map { page.summary(quantity, scenario, year: $0).mean }
    }
    let kinds = parts([means(.structural), means(.incidental)], totals)
    let lines = CostLine.allCases.filter(\.isIncidental).map { line in
      (
        line,
        years.map { page.results.mean(of: line, scenario: scenario, region: page.place, year: $0) }
      )
    }.filter { $0.1.contains { $0 != 0 } }
    let items = parts(lines.map(\.1), kinds.map { $0[1] })

    var rows = [
      PageTable.Row(
        header: "\(language(nl: "Structurele meerkosten", en: "Structural extra cost"))",
        cells: kinds.map { cell($0[0]) }),
      PageTable.Row(
        header: "\(language(nl: "Incidentele meerkosten", en: "Incidental extra cost"))",
        cells: kinds.map { cell($0[1]) }),
    ]
    rows += lines.indices.map { line in
      PageTable.Row(
        header: "\(language(nl: "waarvan ", en: "of which "))\(Glossary.entry(lines[line].0).name(language))",
        cells: items.map { cell($0[line]) }, isPart: true)
    }
    rows.append(
      PageTable.Row(
        header: "\(language(nl: "Meerkosten", en: "Extra cost"))", cells: totals.map(cell), isTotal: true))
    rows += funding(scenario, totals, unit).map { name, steps in
      PageTable.Row(header: "\(name)", cells: steps.map(cell))
    }
    let title = language(
      nl: "Meerjarenraming \(page.placeHeading)", en: "Multi-year estimate \(page.placeHeading)")
    let unitText =
      isThousand
      ? language(nl: "bedragen × € 1.000", en: "amounts × € 1,000")
      : language(nl: "bedragen in euro", en: "amounts in euros")
    return PageTable(
      caption: "\(title), \(unitText)",
      columns: [.text(language(nl: "Post", en: "Item"))] + years.map { .number(String(page.study.firstYear + $0)) },
      rows: rows, language: language)
  }

  /// By whom or by what it is paid: what is known is rounded by itself, and the last one has the rest.
  private func funding(_ scenario: Int, _ totals: [Int], _ unit: Double) -> [(String, [Int])] {
    let results = page.results
    if results.hasPayers {
      let payers = PayerWords(report: ConsoleReport(content: page.run, language: language)).payers
      let known = payers.dropLast().map { payer in
        steps(years.map { results.payment(payer, scenario: scenario, region: page.place, year: $0) }, unit)
      }
      return zip(payers, known + [rest(totals, known)]).map { payer, steps in
        (language(nl: "Bekostigd door: ", en: "Paid by: ") + Glossary.entry(payer: payer).name(language), steps)
      }
    }
    let open = language(nl: "Nog te dekken", en: "Still to be funded")
    guard page.hasFunding else { return [(open, totals)] }
    let funds = steps(years.map { page.summary(.funding, scenario, year: $0) }, unit)
    return [
      (language(nl: "Bekostigd uit: middelen in funding.csv", en: "Paid from: funds in funding.csv"), funds),
      (open, rest(totals, [funds])),
    ]
  }

  private func steps(_ summaries: [Summary], _ unit: Double) -> [Int] {
    summaries.map { Int(($0.mean / unit).rounded()) }
  }

  private func rest(_ totals: [Int], _ parts: [[Int]]) -> [Int] {
    totals.indices.map { year in parts.reduce(totals[year]) { $0 - $1[year] } }
  }
}
