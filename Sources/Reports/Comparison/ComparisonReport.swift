import CostEngine
import Terms

/// The text that `waterlijn compare` prints: how B differs from A, by year and by region, and the breakdown of that.
public struct ComparisonReport {
  /// The comparison that is reported in full.
  let main: StudyComparison
  /// Remarks that precede the figures and apply to all comparisons.
  let remarks: [Bilingual]
  let language: Language
  private let rarities: ComparisonTails

  private init(main: StudyComparison, remarks: [Bilingual], language: Language) {
    self.main = main
    self.remarks = remarks
    self.language = language
    rarities = ComparisonTails(main)
  }

  /// - Parameters:
  ///   - comparisons: the first is reported in full, the others in one row each.
  ///   - bridged: places for which the difference is broken down.
  ///   - remarks: one paragraph each.
  /// - Returns: lines that end with a line feed.
  public static func text(
    _ comparisons: [StudyComparison], bridged: [Int], remarks: [Bilingual], language: Language
  ) -> String {
    let report = ComparisonReport(main: comparisons[0], remarks: remarks, language: language)
    var lines = report.introduction
    if comparisons.count > 1 { lines += report.overview(comparisons) }
    lines += report.byYear + report.warnings + report.gain + report.byRegion
    let bridge = BridgeText(report: report)
    lines += bridged.flatMap(bridge.lines)
    return PlainText.text(lines)
  }

  // MARK: What is compared

  var draws: Int { main.settings.draws }

  /// The name of A within a table: its code, if that is unambiguous.
  var nameA: String { name(main.a, "A") }
  var nameB: String { name(main.b, "B") }

  private func name(_ side: StudyComparison.Side, _ letter: String) -> String {
    main.isOneStudy && main.a.code != main.b.code ? PlainText.line(side.code) : letter
  }

  private var introduction: [String] {
    let title =
      main.isOneStudy
      ? main.a.study.title : language(nl: "Twee studies vergeleken", en: "Two studies compared")
    var lines = PlainText.heading(PlainText.line(title), underline: "=") + [""]
    let quantity = Glossary.entry(main.quantity).name(language)
    lines += PlainText.wrapped(
      language(
        nl: "Hoeveel verschilt \(nameB) van \(nameA)? Verschil is steeds \(nameB) min \(nameA): bij een minteken is "
          + "\(nameB) \(cheaper.dutch). In elke trekking heeft invoer die in beide voorkomt in beide dezelfde waarde, zodat "
          + "alleen telt wat verschilt. Het bedrag is: \(quantity).",
        en:
          "How much does \(nameB) differ from \(nameA)? A difference is always \(nameB) less \(nameA): a minus sign means "
          + "that \(nameB) is \(cheaper.english). In each draw an input that both have takes the same value in both, so that "
          + "only what differs counts. The amount is: \(quantity)."))
    lines += [""] + PlainText.definitions(facts)
    for remark in remarks { lines += [""] + PlainText.wrapped(remark(language)) }
    return lines
  }

  /// Less funding is not cheaper.
  private var cheaper: Bilingual {
    main.quantity == .funding ? Bilingual(nl: "lager", en: "lower") : Bilingual(nl: "goedkoper", en: "cheaper")
  }

  private var facts: [(label: String, text: String)] {
    let count = NumberFormat.people(language).count(draws)
    return [
      (nameA, side(main.a)), (nameB, side(main.b)),
      (
        Glossary.entry(.draws).heading(language),
        language(
          nl:
            "\(count) (\(SamplerText.name(main.settings.sampler).dutch)), startwaarde \(main.settings.seed), dezelfde voor beide",
          en:
            "\(count) (\(SamplerText.name(main.settings.sampler).english)), seed \(main.settings.seed), the same for both"
        )
      ),
    ]
  }

  private func side(_ side: StudyComparison.Side) -> String {
    let scenario = side.study.scenarios[side.scenario]
    let horizon = side.study.horizon
    if main.isOneStudy { return PlainText.line("\(scenario.name), \(horizon)") }
    return PlainText.line("\(side.folder): ")
      + language(nl: "scenario \(scenario.code)", en: "scenario \(scenario.code)")
      + PlainText.line(" (\(scenario.name)), \(horizon)")
  }

  /// `2027-2036`; `alle jaren` if the studies cover different years.
  var totalName: String {
    main.a.study.horizon == main.b.study.horizon ? main.b.study.horizon : language(nl: "alle jaren", en: "all years")
  }

  // MARK: Tables

  private func overview(_ comparisons: [StudyComparison]) -> [String] {
    guard let place = wholePlace else { return [] }
    let table = self.table(
      heading: Glossary.entry(.scenario).heading(language),
      rows: comparisons.map { (PlainText.line($0.b.code), $0.comparisons[place][$0.total]) })
    let title = language(nl: "Alle scenario's die beide hebben", en: "All scenarios that both have")
    let code = PlainText.line(main.b.code)
    return [""] + PlainText.heading("\(title), \(placeTitle(place)), \(totalName) (\(table.unit))") + table.lines + [""]
      + PlainText.wrapped(
        language(
          nl: "Hieronder staat scenario \(code); een ander kiest u met --scenario.",
          en: "Below is scenario \(code); choose another one with --scenario."))
  }

  /// The country, or the only region.
  private var wholePlace: Int? {
    main.includesWhole ? main.places.count - 1 : main.places.count == 1 ? 0 : nil
  }

  private var byYear: [String] {
    guard let place = wholePlace else { return [] }
    let found = main.comparisons[place]
    let table = self.table(
      heading: Glossary.entry(.year).heading(language),
      rows: zip(main.years.map(String.init) + [totalName], found).map { ($0, $1) })
    let title = language(nl: "Verschil per jaar", en: "Difference by year")
    return [""] + PlainText.heading("\(title), \(placeTitle(place)) (\(table.unit))") + table.lines
  }

  private var byRegion: [String] {
    guard main.places.count > 1 else { return [] }
    let table = self.table(
      heading: Glossary.entry(.region).heading(language),
      rows: main.places.indices.map { (placeName($0), main.comparisons[$0][main.total]) })
    let title = language(nl: "Verschil per regio", en: "Difference by region")
    var lines = [""] + PlainText.heading("\(title), \(totalName) (\(table.unit))") + table.lines
    if main.includesWhole, main.places.count > 2, !isCertain {
      lines += PlainText.wrapped(
        language(
          nl: "P5 en P95 tellen niet op: niet alle regio's vallen tegelijk mee of tegen.",
          en: "P5 and P95 do not add up: not all regions turn out well or badly at the same time."))
    }
    return lines
  }

  /// One row each: the means of A and B, their difference, and the probability that B is the cheaper one.
  private func table(
    heading: String, rows: [(label: String, found: PairedComparison)]
  ) -> (lines: [String], unit: String) {
    let found = rows.map { $0.found }
    let differences = found.map { $0.difference }
    func tails(_ summary: Summary) -> [ShownFigure] {
      ShownFigure.inOrder([
        summary.shownTail(summary.p05, draws: draws), summary.shownTail(summary.p95, draws: draws),
      ])
    }
    let figures =
      differences.flatMap { [$0.shownMean(draws: draws)] + tails($0) }
      + found.flatMap { [$0.a.shownMean(draws: draws), $0.b.shownMean(draws: draws)] }
    let style = AmountStyle(figures, language: language)
    let mark = Character(UnicodeScalar(style.format.decimalMark))
    func column(_ heading: String, _ figures: [ShownFigure]) -> TextTable.Column {
      TextTable.Column(heading, figures.map(style.cell), .decimal(mark: mark))
    }
    let mean = language(nl: "gem.", en: "mean")
    var difference = [
      column(isCertain ? language(nl: "bedrag", en: "amount") : mean, differences.map { $0.shownMean(draws: draws) })
    ]
    if !isCertain {
      difference += [
        column("P5", differences.map { tails($0)[0] }), column("P95", differences.map { tails($0)[1] }),
      ]
    }
    let chance = rows.map { row in
      row.found.difference.isConstant && row.found.difference.mean == 0
        ? language(nl: "gelijk", en: "equal")
        : ShareText.probability(
          row.found.shareBLess, draws: draws,
          isCertain: row.found.difference.isConstant && draws > 1 && !rarities.haveEffect,
          language: language)
    }
    let side = isCertain ? language(nl: "bedrag", en: "amount") : mean
    let table = TextTable(
      heading: heading, labels: rows.map { $0.label },
      groups: [
        TextTable.Group(nameA, [column(side, found.map { $0.a.shownMean(draws: draws) })]),
        TextTable.Group(nameB, [column(side, found.map { $0.b.shownMean(draws: draws) })]),
        TextTable.Group(language(nl: "verschil", en: "difference"), difference),
        TextTable.Group(
          language(nl: "kans dat \(nameB)", en: "chance that \(nameB)"),
          [
            TextTable.Column(language(nl: "\(cheaper.dutch) is", en: "is \(cheaper.english)"), chance, .right)
          ]),
      ])
    return (table.lines(), style.unit.heading(language))
  }

  /// Whether nothing random affects the amounts compared.
  var isCertain: Bool {
    draws > 1
      && main.comparisons.allSatisfy {
        $0.allSatisfy { $0.a.isConstant && $0.b.isConstant && $0.difference.isConstant }
      }
  }

  /// The name of a place after other words.
  func placeTitle(_ place: Int) -> String {
    guard main.includesWhole, place == main.places.count - 1 else { return placeName(place) }
    return main.places.count == 2 ? placeName(0) : WholeName.text(main.b.study, language: language)
  }

  func placeName(_ place: Int) -> String {
    if main.includesWhole && place == main.places.count - 1 {
      return main.places.count == 2
        ? Glossary.entry(.total).heading(language) : WholeName.heading(main.b.study, language: language)
    }
    let (code, name) = main.places[place]
    return PlainText.line(name.isEmpty ? code : code + " " + name)
  }

  // MARK: Gain from pairing

  /// That the draws are few for what is rare.
  private var warnings: [String] {
    guard let place = wholePlace, draws > 1 else { return [] }
    return rarities.warnings(place, language).flatMap { [""] + PlainText.wrapped($0) }
  }

  private var gain: [String] {
    guard let place = wholePlace, draws > 1 else { return [] }
    let found = main.comparisons[place][main.total]
    if isCertain || (found.difference.isConstant && found.difference.mean == 0) { return [] }
    guard let gain = found.gain else {
      // What was not drawn is no chance taken away.
      if rarities.haveEffect { return [] }
      return [""]
        + PlainText.wrapped(
          language(
            nl: "Het verschil over alle jaren is in elke trekking gelijk: gepaard rekenen neemt hier alle toeval weg.",
            en: "The difference over all years is the same in every draw: pairing takes all chance away here."))
    }
    let number = factor(gain)
    let ends = found.gainInterval(main.settings)
    // Of an estimate from few replicates the first digit is uncertain already.
    let between =
      ends.map {
        language(nl: "\(factor($0.low)) tot \(factor($0.high))", en: "\(factor($0.low)) to \(factor($0.high))")
      }
    let interval = between.map { language(nl: " (95\u{a0}%: \($0))", en: " (95%: \($0))") } ?? ""
    let enclosed = between.map { language(nl: "; 95\u{a0}%: \($0)", en: "; 95%: \($0)") } ?? ""
    let text: String
    if gain > 1.05, ends?.low ?? gain > 1 {
      text = language(
        nl:
          "Gepaard rekenen spaart ongeveer een factor \(number) aan trekkingen\(interval): met losse trekkingen voor "
          + "\(nameA) en \(nameB) zijn er zoveel keer meer nodig om het gemiddelde verschil over alle jaren even precies te "
          + "kennen.",
        en: "Pairing saves about a factor of \(number) in draws\(interval): with separate draws for \(nameA) and "
          + "\(nameB) so many times as many are needed to know the mean difference over all years as precisely.")
    } else if gain > 1.05 {
      text = language(
        nl:
          "Of gepaard rekenen hier trekkingen spaart, is uit zo weinig trekkingen niet te zeggen (ongeveer een factor "
          + "\(number)\(enclosed)).",
        en:
          "Whether pairing saves draws here cannot be told from so few draws (about a factor of \(number)\(enclosed)).")
    } else {
      text = language(
        nl: "Gepaard rekenen spaart hier geen trekkingen (factor \(number)\(enclosed)): \(nameA) en \(nameB) hebben "
          + "weinig onzekere invoer gemeen.",
        en: "Pairing saves no draws here (a factor of \(number)\(enclosed)): \(nameA) and \(nameB) have little "
          + "uncertain input in common.")
    }
    return [""] + PlainText.wrapped(text)
  }

  /// A factor in one digit, from 10 on in two.
  private func factor(_ value: Double) -> String {
    let format = NumberFormat.people(language)
    if value < 0.95 { return format.fixed(value, decimals: 1) }
    var step = 1.0
    while value / step >= 99.5 { step *= 10 }
    return format.fixed((value / step).rounded() * step, decimals: 0)
  }
}
