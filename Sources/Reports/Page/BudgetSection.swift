import CostEngine
import Terms

/// The multi-year table required for a budget: the budget year and the three years after it, structural and incidental
/// separately, with the sources of funding (Financiële-verhoudingswet art. 2; BBV art. 19, 20, 22 and 23).
struct BudgetSection {
  let page: ReportPage

  private var language: Language { page.language }
  /// Positions of the years shown.
  private var years: Range<Int> { 0..<min(4, page.results.years) }

  var section: PageSection? {
    page.section(
      "begroting", language(nl: "Voor de meerjarenbegroting", en: "For the multi-year budget"),
      "<p>\(introduction)</p>"
        + page.eachScenario { scenario in
          let (table, remarks) = table(scenario)
          return remarks.isEmpty
            ? table.markup : "\(table.markup)<p class=\"note\">\(remarks.joined(separator: " "))</p>"
        })
  }

  private var introduction: String {
    let first = page.study.firstYear
    let years =
      years.count == 1
      ? language(nl: "Het begrotingsjaar \(first)", en: "The budget year \(first)")
      : language(
        nl: "Het begrotingsjaar \(first) en de jaren erna", en: "The budget year \(first) and the years after it")
    let amounts =
      page.run.isCertain
      ? language(nl: "De bedragen zijn afgerond zodat ze optellen.", en: "The amounts are rounded so that they add up.")
      : language(
        nl: "Het zijn verwachte bedragen, afgerond zodat ze optellen; zo precies als ze hier staan zijn ze niet.",
        en: "These are expected amounts, rounded so that they add up; they are not as precise as they stand here.")
    return language(
      nl: "\(years), zoals het Besluit begroting en verantwoording (BBV) vraagt: structureel en incidenteel apart, met "
        + "de wijze van bekostiging (Financiële-verhoudingswet, artikel 2). \(amounts) Incidenteel is wat eindigt: "
        + "instroom, inhalen, eenmalige posten en invoering.",
      en: "\(years), as the Dutch budget rules (BBV) ask: structural and incidental apart, with the way of funding "
        + "(Financiële-verhoudingswet, article 2). \(amounts) Incidental is what ends: new entrants, catching up, "
        + "one-offs and introduction.")
  }

  /// The last digit of all amounts of the page, so that tables read one after another are in one unit: a thousand, as
  /// budgets have, unless the totals are known to the euro. With coarser steps what is left for the last payer was off by
  /// the rounding of all others.
  private var place: Int {
    let totals = page.scenarios.flatMap { scenario in
      years.map { page.mean(page.summary(.delta, scenario, year: $0)) }
    }
    return min(3, totals.filter { $0.value != 0 }.compactMap { $0.place }.max() ?? 0)
  }

  /// The table, and remarks on it.
  private func table(_ scenario: Int) -> (PageTable, remarks: [String]) {
    let place = place
    let unit = ShownFigure.power(place)
    let isThousand = place >= 3
    let format = NumberFormat.people(language)
    func cell(_ steps: Int64) -> PageTable.Cell {
      let amount = Double(steps) * unit
      // The unit of the table is in its caption, which is not copied; full euros are.
      let told = isThousand ? amount / 1000 : amount
      let sign = steps < 0 ? "−" : ""
      return PageTable.Cell(content: "\(sign)\(format.fixed(told.magnitude, decimals: 0))", value: amount)
    }
    let totals = steps(years.map { page.summary(.delta, scenario, year: $0) }, unit)
    func parts(_ means: [[Double]], _ sums: [Int64]) -> [[Int64]] {
      years.map { year in WholeParts.rounded(means.map { $0[year] / unit }, sum: sums[year]) }
    }
    func means(_ quantity: ReportedQuantity) -> [Double] {
      years.map { page.summary(quantity, scenario, year: $0).mean }
    }
    let kinds = parts([means(.structural), means(.incidental)], totals)
    let known = page.gaps.knownLines.filter { $0.isIncidental }.map { line in
      (
        Glossary.entry(line).name(language),
        years.map { page.results.mean(of: line, scenario: scenario, region: page.place, year: $0) }
      )
    }
    let others = years.map { page.run.otherLines(.incidental, scenario: scenario, region: page.place, year: $0) }
    let lines = (known + [(QuantityPart.otherName(language), others)])
      .filter { $0.1.contains { $0 != 0 } }
    let items = parts(lines.map { $0.1 }, kinds.map { $0[1] })

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
        header: "\(language(nl: "waarvan ", en: "of which "))\(lines[line].0)",
        cells: items.map { cell($0[line]) }, isPart: true)
    }
    rows.append(
      PageTable.Row(
        header: "\(language(nl: "Meerkosten", en: "Extra cost"))", cells: totals.map(cell), isTotal: true))
    let kind = page.gaps.tellsOfStaffTime ? parts([means(.staffTime), means(.outOfPocket)], totals) : []
    let names =
      kind.isEmpty
      ? []
      : [
        language(nl: "waarvan eigen werktijd (in natura)", en: "of which own staff time (in kind)"),
        language(nl: "waarvan uitgaven", en: "of which spending"),
      ]
    rows += names.indices.map { part in
      PageTable.Row(header: "\(names[part])", cells: kind.map { cell($0[part]) }, isPart: true)
    }
    let funding = funding(scenario, totals, unit)
    rows += funding.map { name, steps in PageTable.Row(header: "\(name)", cells: steps.map(cell)) }
    let title = language(
      nl: "Meerjarenraming \(page.placeInTitle)", en: "Multi-year estimate \(page.placeInTitle)")
    let unitText =
      isThousand
      ? language(nl: "bedragen × € 1.000", en: "amounts × € 1,000")
      : language(nl: "bedragen in euro", en: "amounts in euros")
    let table = PageTable(
      caption: "\(title), \(unitText)",
      columns: [.text(language(nl: "Post", en: "Item"))] + years.map { .number(String(page.study.firstYear + $0)) },
      rows: rows, language: language)
    return (
      table, [ownTime(kind), surplus(funding.map { $0.1 }), shared, page.fundsAreEstimated(scenario)].compactMap { $0 }
    )
  }

  /// A remark that hours are not an extra charge on a budget.
  private func ownTime(_ kinds: [[Int64]]) -> String? {
    guard kinds.contains(where: { $0[0] != 0 }) else { return nil }
    return language(
      nl: "Eigen werktijd zijn uren van mensen die al in dienst zijn: hun salaris staat al in de begroting.",
      en: "Own staff time is hours of people already employed: their pay is in the budget already.")
  }

  /// The meaning of an amount below zero among the sources of funding.
  private func surplus(_ funding: [[Int64]]) -> String? {
    let found = years.filter { year in funding.contains { $0[year] < 0 } }.map { String(page.study.firstYear + $0) }
    guard let last = found.last else { return nil }
    let list =
      found.count == 1
      ? last : found.dropLast().joined(separator: ", ") + language(nl: " en ", en: " and ") + last
    if page.paysForOthers {
      return language(
        nl: "Een bedrag onder nul bij de gemeenten (\(list)): dat jaar houden alle regio's samen middelen over, en dit "
          + "is het deel van de gemeenten hier.",
        en: "An amount below zero at the municipalities (\(list)): in that year all regions together have funds left, "
          + "and this is the part of the municipalities here.")
    }
    return language(
      nl: "Een bedrag onder nul bij de bekostiging (\(list)): er zijn dat jaar meer middelen dan meerkosten, of het "
        + "scenario bespaart. Dat bedrag blijft over.",
      en: "An amount below zero in the funding (\(list)): in that year there are more funds than extra cost, or the "
        + "scenario saves. That amount is left.")
  }

  private var shared: String? {
    guard page.paysForOthers else { return nil }
    return language(
      nl:
        "Wat geen fonds dekt, dragen de gemeenten van alle regio's samen. Daarom tellen de betalers hier niet op tot de "
        + "meerkosten van deze regio.",
      en:
        "What no fund covers is borne by the municipalities of all regions together. So the payers here do not sum to "
        + "this region's extra cost.")
  }

  /// The funding by source; the sources sum to the extra cost, unless it is shared with other regions.
  private func funding(_ scenario: Int, _ totals: [Int64], _ unit: Double) -> [(String, [Int64])] {
    let results = page.results
    func parts(_ sources: [[Double]]) -> [[Int64]] {
      let byYear = years.map { year in WholeParts.rounded(sources.map { $0[year] / unit }, sum: totals[year]) }
      return sources.indices.map { source in byYear.map { $0[source] } }
    }
    if results.hasPayers {
      let payers = PayerWords.payers(page.study)
      let payments = payers.map { payer in
        years.map { results.payment(payer, scenario: scenario, region: page.place, year: $0) }
      }
      let paid = page.paysForOthers ? payments.map { steps($0, unit) } : parts(payments.map { $0.map { $0.mean } })
      return zip(payers, paid).map { payer, steps in
        (language(nl: "Bekostigd door: ", en: "Paid by: ") + Glossary.entry(payer: payer).name(language), steps)
      }
    }
    if page.lacksFunding { return [] }
    let open = language(nl: "Nog te dekken", en: "Still to be funded")
    guard page.hasFunding else { return [(open, totals)] }
    let sources = parts(
      [ReportedQuantity.funding, .net].map { quantity in years.map { page.summary(quantity, scenario, year: $0).mean } }
    )
    return [(language(nl: "Bekostigd uit: ", en: "Paid from: ") + fundName, sources[0]), (open, sources[1])]
  }

  /// The name of the fund if there is only one, or a word for all of them.
  private var fundName: String {
    guard page.study.funds.count == 1 else { return language(nl: "de middelen", en: "the funds") }
    let fund = page.study.funds[0]
    return fund.name.isEmpty ? fund.code : fund.name
  }

  /// Half a step is rounded up, as in ``Euro``.
  private func steps(_ summaries: [Summary], _ unit: Double) -> [Int64] {
    summaries.map { Int64(($0.mean / unit + 0.5).rounded(.down)) }
  }
}
