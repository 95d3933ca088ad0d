import CostEngine
import Terms

/// The text that `waterlijn sensitivity` prints.
public struct SensitivityReport {
  /// Maximum and minimum number of groups shown; the tables contain all of them.
  static let mostRows = 20
  static let fewestRows = 8
  /// Minimum share of the variance for a group beyond the fewest to be shown.
  static let least = 0.005
  /// Width of the bars, in characters.
  static let barWidth = 17
  /// Width of a label, in characters.
  static let labelWidth = 36

  private let content: SensitivityContent
  private let language: Language
  private let format: NumberFormat
  /// Groups with any influence, the greatest first, each followed by its factors.
  private let rows: [SensitivityContent.GroupInfluence]
  /// The rows that are shown.
  private let shown: [SensitivityContent.GroupInfluence]

  private var study: Study { content.study }
  private var result: SensitivityResult { content.result }

  /// - Returns: lines that end with a line feed.
  public static func text(_ content: SensitivityContent, language: Language) -> String {
    let report = SensitivityReport(content, language: language)
    return PlainText.text(report.lines)
  }

  private init(_ content: SensitivityContent, language: Language) {
    self.content = content
    self.language = language
    format = .people(language)
    func sorted(_ rows: [SensitivityContent.GroupInfluence]) -> [SensitivityContent.GroupInfluence] {
      rows.filter { $0.result.total.value > 0 }.enumerated().sorted {
        ($1.element.result.total.value, $0.offset) < ($0.element.result.total.value, $1.offset)
      }.map { $0.element }
    }
    rows = sorted(content.rows.filter { !$0.isPart })
    let main = rows.enumerated().filter { place, row in
      place < Self.fewestRows || (place < Self.mostRows && row.result.total.value >= Self.least)
    }.map { $0.element }
    let parts = sorted(content.rows.filter { $0.isPart })
    shown = main.flatMap { row in
      [row] + parts.filter { row.factors.contains($0.factors[0]) && $0.result.total.value >= Self.least }
    }
  }

  private var lines: [String] {
    var lines = PlainText.heading(PlainText.line(study.title), underline: "=") + [""]
    lines += PlainText.heading(title) + PlainText.wrapped(amount) + [""]
    guard result.standardDeviation > 0, !rows.isEmpty else {
      if !content.rows.isEmpty { return lines + PlainText.wrapped(withoutEffect) }
      return lines
        + PlainText.wrapped(
          language(
            nl: "Dit bedrag is niet onzeker: geen enkele onzekere invoer verandert het.",
            en: "This amount is not uncertain: no uncertain input changes it."))
    }
    lines += PlainText.wrapped(introduction) + [""] + table + [""] + outcomes + notes
    return lines
  }

  // MARK: Sentences

  private var title: String {
    language(nl: "Wat maakt de uitkomst onzeker?", en: "What makes the outcome uncertain?")
  }

  private var amount: String {
    let scenario = PlainText.line(study.scenarios[content.scenario].code)
    let place =
      content.region.map { PlainText.line(study.regions[$0].name) } ?? WholeName.text(study, language: language)
    let years =
      study.years == 1
      ? "\(study.firstYear)"
      : language(nl: "\(study.firstYear) tot en met \(study.lastYear)", en: "\(study.firstYear) to \(study.lastYear)")
    let figures = [
      ShownFigure(result.mean, error: max(result.standardDeviation / 1000, meanError), finest: 0),
      ShownFigure(result.standardDeviation, error: result.standardDeviation / 50, finest: 0),
    ]
    let style = AmountStyle(figures, language: language)
    let name = Glossary.entry(content.quantity).heading(language)
    return language(
      nl: "\(name), scenario \(scenario), \(place), \(years): gemiddeld \(style.phrase(figures[0])), met een "
        + "standaardafwijking van \(style.phrase(figures[1])).",
      en: "\(name), scenario \(scenario), \(place), \(years): \(style.phrase(figures[0])) on average, with a standard "
        + "deviation of \(style.phrase(figures[1])).")
  }

  private var meanError: Double { result.standardDeviation / Double(result.draws).squareRoot() }

  private var introduction: String {
    language(
      nl: "\"Alleen\" is het deel van de onzekerheid (de variantie) dat verdwijnt als u deze invoer precies kent; "
        + "\"samen\" het deel dat blijft als u juist al het andere kent. Tussen haakjes wat het, gezien het "
        + "toeval van de steekproef, ook kan zijn (95 %). Daarna het gemiddelde als de invoer laag uitvalt (L: P10) of "
        + "hoog (H: P90) en al het andere onzeker blijft.",
      en: "\"Alone\" is the part of the uncertainty (the variance) that goes once this input is known; \"joint\" "
        + "the part that stays when everything else is known instead. Between brackets what it may also be, "
        + "given the chance of sampling (95%). Then the mean when the input turns out low (L: P10) or high (H: P90) "
        + "while all else stays uncertain.")
  }

  /// There is uncertain input, but no draw shows it.
  private var withoutEffect: String {
    let draws = format.count(result.draws)
    return language(
      nl:
        "In geen van de \(draws) trekkingen veranderde onzekere invoer dit bedrag. Komt iets zelden voor, neem dan meer "
        + "trekkingen.",
      en: "In none of the \(draws) draws did uncertain input change this amount. If something is rare, take more draws."
    )
  }

  /// The meaning of the mark behind a label.
  private var outcomes: [String] {
    guard shown.contains(where: { $0.result.endsAreOutcomes }) else { return [] }
    return PlainText.wrapped(
      language(
        nl: "\(Self.mark) Dit gegeven heeft bijna altijd dezelfde waarde (P10 en P90 zijn gelijk): L en H zijn hier de "
          + "twee uitkomsten, zoals meestal en het zeldzame.",
        en:
          "\(Self.mark) This input nearly always has one value (P10 and P90 are the same): L and H are its two outcomes "
          + "here, the usual one and the rare one.")) + [""]
  }

  private static let mark = "*"

  private var notes: [String] {
    var notes: [String] = []
    let main = shown.count { !$0.isPart }
    if rows.count > main {
      let most = wholePercent(rows[main].result.total.value)
      notes.append(
        language(
          nl:
            "De andere \(rows.count - main) groepen geven elk hooguit \(most) van de onzekerheid; met --out staan ze in "
            + "sensitivity.csv.",
          en:
            "The other \(rows.count - main) groups each give at most \(most) of the uncertainty; with --out they are in "
            + "sensitivity.csv.")
      )
    }
    let first = rows.reduce(0) { $0 + $1.result.first.value }
    let interplay = 1 - first
    // Each estimate is uncertain by some percent; their sum more so.
    let error = rows.reduce(0) { $0 + $1.result.first.standardError * $1.result.first.standardError }.squareRoot()
    // A single group cannot interact, and a sum within three errors of zero may be zero.
    if rows.count > 1, interplay > 3 * error {
      notes.append(
        language(
          nl: "Over alle groepen telt \"alleen\" op tot \(share(first)); de rest ontstaat doordat groepen elkaar "
            + "versterken of dempen.",
          en: "Over all groups \"alone\" sums to \(share(first)); the rest comes from groups reinforcing or damping "
            + "each other."))
    } else {
      notes.append(
        language(
          nl: "Over alle groepen telt \"alleen\" op tot vrijwel \(share(1)): zij versterken of dempen elkaar niet "
            + "merkbaar.",
          en: "Over all groups \"alone\" sums to about \(share(1)): they do not noticeably reinforce or damp each "
            + "other."))
    }
    let lines = PlainText.wrapped(notes.joined(separator: " "))
    return lines + tied + [""] + PlainText.wrapped(cost)
  }

  /// A remark on inputs that factors join.
  private var tied: [String] {
    let tied = shown.filter { !$0.factors.isEmpty && !$0.isPart }
    guard !tied.isEmpty else { return [] }
    return [""]
      + PlainText.wrapped(
        language(
          nl:
            "Wat volgens correlations.csv samen beweegt, telt als één groep (\"alles met ...\"). De ingesprongen regels "
            + "zijn een deel daarvan: alleen wat die gegevens gemeen hebben (de factor), met L en H waar de factor op P10 "
            + "en P90 staat. De rest van de groep komt van elk gegeven apart.",
          en:
            "What moves together by correlations.csv counts as one group (\"all with ...\"). The indented rows are a part "
            + "of it: only what those figures have in common (the factor), with L and H where the factor is at P10 and "
            + "P90. The rest of the group comes from each figure apart."))
      + PlainText.definitions(
        tied.map { row in
          let count = format.count(row.inputs.count)
          return (
            PlainText.line(row.label),
            language(nl: "\(count) gegevens: ", en: "\(count) figures: ") + list(row.parts)
              + (row.factors.count > 1 ? language(nl: "; factoren: ", en: "; factors: ") + list(row.factors) : "")
          )
        }, indent: "  ")
  }

  private func list(_ texts: [String]) -> String {
    let shown = texts.prefix(3).map(PlainText.line).joined(separator: "; ")
    let more = texts.count - 3
    let count = format.count(more)
    return more <= 0 ? shown : shown + language(nl: " en nog \(count)", en: " and \(count) more")
  }

  private var cost: String {
    let factors = content.rows.count { $0.isPart }
    let groups = content.rows.count - factors
    let draws = format.count(result.draws)
    let seed = String(content.settings.seed)
    let evaluations = format.count(Int64(result.draws) * Int64(2 + 3 * content.rows.count))
    let ofGroups = language(
      nl: "\(groups) \(groups == 1 ? "groep" : "groepen")", en: "\(groups) \(groups == 1 ? "group" : "groups")")
    let ofFactors = language(
      nl: " en \(factors) \(factors == 1 ? "factor" : "factoren")",
      en: " and \(factors) \(factors == 1 ? "factor" : "factors")")
    let what = ofGroups + (factors == 0 ? "" : ofFactors)
    var text = language(
      nl: "\(draws) trekkingen (\(SamplerText.name(content.settings.sampler).dutch), startwaarde \(seed)), \(what): "
        + "\(evaluations) doorrekeningen; elke trekking 2 keer, en dan 3 keer voor elke groep en factor.",
      en: "\(draws) draws (\(SamplerText.name(content.settings.sampler).english), seed \(seed)), \(what): "
        + "\(evaluations) evaluations; every draw 2 times, and then 3 times for each group and factor.")
    if content.isResampled {
      text += language(
        nl: " De steekproef is Latin hypercube in plaats van Sobol: deze methode vraagt onafhankelijke trekkingen.",
        en: " The sampler is Latin hypercube instead of Sobol: this method needs independent draws.")
    }
    return text
  }

  // MARK: Table

  private var table: [String] {
    let figures = shown.map { row in
      [
        ShownFigure(row.result.low, error: max(meanError, result.standardDeviation / 1000), finest: 0),
        ShownFigure(row.result.high, error: max(meanError, result.standardDeviation / 1000), finest: 0),
      ]
    }
    let style = AmountStyle(figures.flatMap { $0 }, language: language)
    let scale = shown.filter(hasEnds).flatMap { [$0.result.low, $0.result.high] } + [result.mean]
    let (least, greatest) = (scale.min() ?? 0, scale.max() ?? 0)
    var groups = [
      TextTable.Group(
        "",
        [
          TextTable.Column(language(nl: "alleen", en: "alone"), shown.map { share($0.result.first.value) }, .right),
          TextTable.Column("", shown.map { interval($0.result.first) }, .left),
        ]),
      TextTable.Group(
        "",
        [
          TextTable.Column(
            language(nl: "samen", en: "joint"), shown.map { share($0.result.total.value) }, .right),
          TextTable.Column("", shown.map { interval($0.result.total) }, .left),
        ]),
      TextTable.Group(
        "",
        [
          TextTable.Column(
            language(nl: "bij L", en: "at L"), zip(shown, figures).map { hasEnds($0) ? style.cell($1[0]) : "" }, .right),
          TextTable.Column(
            language(nl: "bij H", en: "at H"), zip(shown, figures).map { hasEnds($0) ? style.cell($1[1]) : "" }, .right),
          TextTable.Column(
            "(" + style.unit.heading(language) + ")",
            shown.map { hasEnds($0) ? bar(low: $0.result.low, high: $0.result.high, least, greatest) : "" }, .left),
        ]),
    ]
    if content.grouping == .variable {
      groups.insert(
        TextTable.Group(
          "",
          [
            TextTable.Column(
              language(nl: "rang", en: "rank"),
              shown.map { row in
                guard row.inputs.count == 1, let rank = row.inputs[0].rankCorrelation else { return "" }
                return format.fixed(rank, decimals: 2)
              }, .right)
          ]), at: 2)
    }
    let heading: String
    switch content.grouping {
    case .variable: heading = language(nl: "invoer", en: "input")
    case .column: heading = language(nl: "kolom", en: "column")
    case .function: heading = language(nl: "functie of voorziening", en: "function or provision")
    case .region: heading = language(nl: "regio", en: "region")
    }
    return TextTable(heading: heading, labels: shown.map { label($0) }, groups: groups, gap: 1).lines()
  }

  /// Several factors at their P10 together are not the P10 of anything.
  private func hasEnds(_ row: SensitivityContent.GroupInfluence) -> Bool { row.factors.count < 2 }

  private func label(_ row: SensitivityContent.GroupInfluence) -> String {
    let mark = row.result.endsAreOutcomes ? " " + Self.mark : ""
    let width = Self.labelWidth - mark.count
    let text = (row.isPart ? "  " : "") + PlainText.line(row.label)
    return (text.count <= width ? text : text.prefix(width - 1) + "…") + mark
  }

  /// Rounded up, for a limit.
  private func wholePercent(_ value: Double) -> String {
    format.fixed(max(1, (100 * value).rounded(.up)), decimals: 0) + language(nl: "\(PlainText.joint)%", en: "%")
  }

  private func share(_ value: Double) -> String {
    let percent = (100 * min(1, max(0, value))).rounded()
    let text = percent < 1 ? "< 1" : format.fixed(percent, decimals: 0)
    return text + language(nl: "\(PlainText.joint)%", en: "%")
  }

  /// Empty if it rounds to zero in whole percents.
  private func interval(_ estimate: SensitivityResult.Estimate) -> String {
    guard estimate.upper >= 0.005 else { return "" }
    func text(_ value: Double) -> String { format.fixed(100 * min(1, max(0, value)), decimals: 0) }
    return "(\(text(estimate.lower))-\(text(estimate.upper)))"
  }

  /// A bar from one end to the other on the scale of the table, with the mean at the bar: `L===|==H`.
  private func bar(low: Double, high: Double, _ least: Double, _ greatest: Double) -> String {
    guard greatest > least else { return "" }
    func place(_ value: Double) -> Int {
      Int(((value - least) / (greatest - least) * Double(Self.barWidth - 1)).rounded())
    }
    var characters = [Character](repeating: " ", count: Self.barWidth)
    let (from, to) = (place(min(low, high)), place(max(low, high)))
    for position in from...to { characters[position] = "=" }
    characters[place(result.mean)] = "|"
    guard place(low) != place(high) else { return String(characters) }
    characters[place(low)] = "L"
    characters[place(high)] = "H"
    return String(characters)
  }
}
