import CostEngine
import Terms

/// Who pays.
struct PayersSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    let title = PayerWords.title(language)
    guard page.results.hasPayers, let key = page.study.municipalKey else {
      return page.section("betaler", title, "<p>\(reasonMissing)</p>")
    }
    let payers = PayerWords.payers(page.study)
    return page.section(
      "betaler", title,
      page.eachScenario { scenario in
        "<p>\(introduction(scenario, payers, key))</p>\(figure(scenario, payers, key).markup)"
      })
  }

  private var reasonMissing: String {
    if !page.gaps.payers.isEmpty {
      return language(
        nl: "Deze uitkomsten bevatten niet wie wat betaalt.", en: "These results do not hold who pays what.")
    }
    if page.study.municipalKey != nil {
      return language(
        nl: "Wie wat betaalt is niet te zeggen: de gemeenten van alle regio's dragen samen wat geen fonds dekt, en dit "
          + "rapport is van enkele regio's. (Zie de instelling gemeentelijke_verdeelsleutel in settings.csv.)",
        en: "Who pays what cannot be told: the municipalities of all regions together bear what no fund covers, and "
          + "this report is of some regions only. (See the setting municipal_key in settings.csv.)")
    }
    return !page.study.funds.isEmpty
      ? language(
        nl:
          "De studie zegt bij de middelen niet van wie ze zijn. Daarom is niet te zeggen wie wat betaalt. (Dat kan in "
          + "de kolom betaler van funding.csv.)",
        en: "The study does not say whose the funds are. So who pays what cannot be told. (The column payer of "
          + "funding.csv is the place.)")
      : language(
        nl: "De studie noemt geen middelen en zegt niet wie betaalt. (Dat kan met de instelling "
          + "gemeentelijke_verdeelsleutel in settings.csv.)",
        en: "The study names no funds and does not say who pays. (The setting municipal_key in settings.csv is the "
          + "place.)")
  }

  private func payment(_ payer: Payer, _ scenario: Int, year: Int? = nil) -> Summary {
    page.results.payment(payer, scenario: scenario, region: page.place, year: year ?? page.results.total)
  }

  private func name(_ payer: Payer) -> String { Glossary.entry(payer: payer).heading(language) }

  /// The name of a payer within a sentence.
  private func named(_ payer: Payer) -> String {
    switch payer {
    case .state: return language(nl: "het Rijk", en: "the State")
    case .region:
      return page.isCountry
        ? language(nl: "de veiligheidsregio's", en: "the safety regions")
        : language(nl: "de veiligheidsregio", en: "the safety region")
    case .municipalities: return language(nl: "de gemeenten", en: "the municipalities")
    }
  }

  private func list(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.joined() }
    return parts.dropLast().joined(separator: ", ") + language(nl: " en ", en: " and ") + parts[parts.count - 1]
  }

  private func introduction(_ scenario: Int, _ payers: [Payer], _ key: MunicipalKey) -> String {
    let rest = PayerWords.rest(key, language)
    let sentences: [String?] = [
      whoPays(scenario, payers), rest.prefix(1).uppercased() + rest.dropFirst() + ".", nationalItems(scenario, key),
      page.fundsAreEstimated(scenario),
    ]
    return sentences.compactMap { $0 }.joined(separator: " ")
  }

  /// Who pays in the end state. A payer with a negative amount has money left over.
  private func whoPays(_ scenario: Int, _ payers: [Payer]) -> String {
    // As in the table below.
    let position = page.results.years - 1
    let amounts = amounts(scenario, payers, year: position)
    let shares = zip(payers, steps(scenario, payers, year: position, amounts)).map { payer, steps in
      (payer: payer, steps: steps, text: amounts.text(steps, of: payment(payer, scenario, year: position).mean))
    }
    let paying = shares.filter { $0.steps >= 0 }
    let left = shares.filter { $0.steps < 0 }
    let isOne =
      paying.count == 1 && paying[0].payer != .municipalities && !(paying[0].payer == .region && page.isCountry)
    let year = page.study.lastYear
    var clauses: [String] = []
    if !paying.isEmpty {
      let told = list(paying.map { named($0.payer) + " " + $0.text })
      clauses.append(
        language(
          nl: "\(isOne ? "betaalt" : "betalen") \(page.expected)\(told)",
          en: page.run.isCertain
            ? list(paying.map { named($0.payer) + (isPlural($0.payer) ? " pay " : " pays ") + $0.text })
            : list(
              paying.map {
                named($0.payer) + (isPlural($0.payer) ? " are expected to pay " : " is expected to pay ")
                  + $0.text
              })))
    }
    clauses += left.enumerated().map { index, share in
      // In Dutch the verb comes right after the year.
      let amount = amounts.magnitude(share.steps)
      let verb = isPlural(share.payer) ? "houden" : "houdt"
      return language(
        nl: paying.isEmpty && index == 0
          ? "\(verb) \(named(share.payer)) \(page.expected)\(amount) over"
          : "\(named(share.payer)) \(verb) \(amount) over",
        en: "\(named(share.payer)) \(isPlural(share.payer) ? "have" : "has") \(amount) left")
    }
    return language(nl: "In \(year) ", en: "In \(year) ") + clauses.joined(separator: "; ") + "."
  }

  private func isPlural(_ payer: Payer) -> Bool {
    payer == .municipalities || payer == .region && page.isCountry
  }

  /// Who bears the items that belong to no region; nil if the study has none.
  private func nationalItems(_ scenario: Int, _ key: MunicipalKey) -> String? {
    guard page.hasNationalItems(scenario) else { return nil }
    let items = page.nationalItems(.delta, scenario)
    if let items, Euro.shownValue(items) == 0 { return nil }
    let amount = items.map { " (\(page.euro.text($0)) \(page.over))" } ?? ""
    switch (key, page.isCountry) {
    case (.ownRegion, true):
      return language(
        nl: "De landelijke posten\(amount) horen bij geen enkele regio; hier zijn ze bij de gemeenten van alle regio's "
          + "samen geteld.",
        en: "The national items\(amount) belong to no single region; here they are counted with the municipalities of "
          + "all regions together.")
    case (.ownRegion, false):
      return language(
        nl: "De landelijke posten\(amount) zijn voor alle regio's samen en zitten hier niet in.",
        en: "The national items\(amount) are for all regions together and are not in this.")
    case (.pooled, true):
      return language(
        nl: "Daar horen ook de landelijke posten\(amount) bij.", en: "That holds for the national items\(amount) too.")
    case (.pooled, false):
      return language(
        nl: "Daarin zit ook een deel van de landelijke posten\(amount).",
        en: "A part of the national items\(amount) is in it too.")
    }
  }

  /// The year of the end state, and the whole horizon if that is more than one year.
  private var periods: [(title: String, year: Int)] {
    let last = ("\(page.study.lastYear)", page.results.years - 1)
    return page.results.years == 1 ? [last] : [last, (page.horizon, page.results.total)]
  }

  private func figure(_ scenario: Int, _ payers: [Payer], _ key: MunicipalKey) -> PageFigure {
    let last = page.results.years - 1
    let year = page.study.lastYear
    let title = language(nl: "Wie betaalt de meerkosten in \(year)?", en: "Who pays the extra cost in \(year)?")
    let amounts = amounts(scenario, payers, year: last)
    let rows = zip(payers, steps(scenario, payers, year: last, amounts)).map { payer, steps in
      let summary = payment(payer, scenario, year: last)
      return IntervalChart.Interval(
        label: name(payer), low: summary.p05, mean: summary.mean, high: summary.p95,
        text: amounts.text(steps, of: summary.mean),
        tip: name(payer) + ": " + page.text(summary) + page.bandClause(summary), isChosen: false)
    }
    let chart = IntervalChart(
      id: "betaler-\(scenario)", title: title,
      description: page.intervals(language(nl: "Voor elke betaler", en: "For each payer")),
      rows: rows, isCertain: page.run.isCertain, language: language)
    return PageFigure(
      chart: chart.chart, table: table(scenario, payers, key), note: surplus(scenario, payers), showsTable: true,
      language: language)
  }

  /// The unit and last digit of what the payers pay and of their sum.
  private func amounts(_ scenario: Int, _ payers: [Payer], year: Int) -> SummedAmounts {
    func figures(_ year: Int) -> [ShownFigure] {
      (payers.map { payment($0, scenario, year: year) } + [page.summary(.delta, scenario, year: year)])
        .map(page.run.mean)
    }
    // The year and all years stand in one row, in one unit.
    let isOneInFull = periods.contains { !SummedAmounts(figures($0.year), language: language).isInMillions }
    return SummedAmounts(figures(year), inFull: isOneInFull, language: language)
  }

  /// What each pays, in steps: together the extra cost, unless it is shared with other regions.
  private func steps(_ scenario: Int, _ payers: [Payer], year: Int, _ amounts: SummedAmounts) -> [Int64] {
    let means = payers.map { payment($0, scenario, year: year).mean }
    return page.paysForOthers
      ? means.map(amounts.steps)
      : amounts.parts(means, sum: amounts.steps(page.summary(.delta, scenario, year: year).mean))
  }

  private func table(_ scenario: Int, _ payers: [Payer], _ key: MunicipalKey) -> PageTable {
    let year = page.study.lastYear
    var columns: [PageTable.Column] = [.text(language(nl: "Betaler", en: "Payer"))]
    var cells = [[PageTable.Cell]](repeating: [], count: payers.count + 1)
    for (position, period) in periods.enumerated() {
      let summaries =
        payers.map { payment($0, scenario, year: period.year) } + [page.summary(.delta, scenario, year: period.year)]
      columns += page.amountColumns.map { .number("\(period.title), " + $0.title) }
      let amounts = amounts(scenario, payers, year: period.year)
      let total = amounts.steps(page.summary(.delta, scenario, year: period.year).mean)
      let steps = steps(scenario, payers, year: period.year, amounts) + [total]
      for (row, summary) in summaries.enumerated() {
        cells[row].append(amounts.cell(steps[row], of: summary.mean))
        if !page.run.isCertain {
          cells[row] += [page.low(summary), page.high(summary)].map { page.cell(amounts.beside($0)) }
        }
      }
      guard position == 0 else { continue }
      columns.append(.number(language(nl: "\(year), per inwoner", en: "\(year), per inhabitant")))
      let each = summaries.map { page.run.perInhabitant($0, region: page.place) }
      let style = AmountColumn(each.dropLast().compactMap { $0 })
      for row in each.indices { cells[row].append(each[row].map { page.cell(style($0)) } ?? .text("–")) }
    }
    // If costs are shared with other regions, what is paid here differs from what is spent here.
    var isSum = true
    if case .pooled = key { isSum = page.isCountry }
    let together =
      isSum
      ? language(nl: "Samen (de meerkosten)", en: "Together (the extra cost)")
      : language(nl: "Ter vergelijking: de meerkosten van de regio", en: "For comparison: the region's extra cost")
    let titles = payers.map(name) + [together]
    return PageTable(
      caption: periods.count == 1
        ? language(nl: "Wie betaalt de meerkosten in \(year)?", en: "Who pays the extra cost in \(year)?")
        : language(
          nl: "Wie betaalt de meerkosten in \(year) en \(page.over)?",
          en: "Who pays the extra cost in \(year) and \(page.over)?"),
      columns: columns,
      rows: titles.indices.map {
        PageTable.Row(header: "\(titles[$0])", cells: cells[$0], isTotal: $0 == payers.count)
      }, language: language)
  }

  /// The meaning of an amount below zero, if there is one.
  private func surplus(_ scenario: Int, _ payers: [Payer]) -> String? {
    let isThere = periods.contains { period in
      payers.contains { payer in
        let summary = payment(payer, scenario, year: period.year)
        return [page.mean(summary), page.low(summary)].contains { Euro.shownValue($0) < 0 }
      }
    }
    guard isThere else { return nil }
    if page.paysForOthers {
      return language(
        nl: "Een bedrag onder nul: alle regio's samen houden dan middelen over, en dit is het deel van deze betaler.",
        en: "An amount below zero: then all regions together have funds left, and this is this payer's part.")
    }
    return language(
      nl:
        "Een bedrag onder nul: er zijn dan meer middelen dan meerkosten, of het scenario bespaart. Wat er overblijft, is "
        + "voor deze betaler.",
      en:
        "An amount below zero: then there are more funds than extra cost, or the scenario saves. What is left is this "
        + "payer's.")
  }
}
