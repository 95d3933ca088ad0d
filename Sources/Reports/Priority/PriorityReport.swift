import CostEngine
import Terms

/// The text that `waterlijn priority` prints.
public struct PriorityReport {
  /// Maximum number of questions shown; the tables contain all of them.
  static let mostRows = 20
  /// Maximum width of a question, in characters.
  static let questionWidth = 40

  private let content: PriorityContent
  private let language: Language
  private let format: NumberFormat
  private let words: PriorityText

  private var study: Study { content.study }

  /// - Parameter regions: indices of regions to report in detail; empty for the country.
  /// - Returns: lines that end with a line feed.
  public static func text(_ content: PriorityContent, regions: [Int], language: Language) -> String {
    let report = PriorityReport(
      content: content, language: language, format: .people(language), words: PriorityText(content, language: language))
    var lines = PlainText.heading(PlainText.line(content.study.title), underline: "=") + [""]
    if content.questions.isEmpty {
      lines += report.nothing
    } else if regions.isEmpty {
      lines += report.country
    } else {
      lines += Array(regions.map(report.region).joined(separator: [""]))
    }
    let choice = report.words.choice(regions: regions)
    if !choice.isEmpty { lines += [""] + PlainText.wrapped(choice) }
    return PlainText.text(lines + report.ending)
  }

  private var nothing: [String] {
    PlainText.wrapped(
      language(
        nl: "Er is niets te vragen: van de gegevens die de regio's niet zelf hebben opgegeven, is er geen onzeker.",
        en: "There is nothing to ask: of the figures that the regions did not report themselves, none is uncertain."))
  }

  // MARK: The country

  private var country: [String] {
    var lines = PlainText.heading(language(nl: "Welke vraag eerst?", en: "Which question first?"))
    lines += PlainText.wrapped(total(content.total, of: WholeName.text(study, language: language)))
    for text in words.explanation { lines += PlainText.wrapped(text) }
    let questions = content.questions.prefix(content.together.count).enumerated().map { index, question in
      QuestionLine(
        label: words.name(question), regions: question.regions, most: question.regionsForMost,
        alone: question.worth.variance, step: content.together[index], choice: content.together[index].worth.choice,
        cost: content.answerCost?.cost(regions: question.regions))
    }
    lines += [""] + table(Array(questions), hasRegions: true) + [""]
    lines += PlainText.wrapped(words.remainder)
    for text in words.groups + words.factors + words.costs { lines += PlainText.wrapped(text) }
    let rest = content.questions.count - content.together.count
    if rest > 0 {
      lines += PlainText.wrapped(
        rest == 1
          ? language(
            nl: "Nog 1 vraag staat met --out in priority.csv.", en: "1 further question is in priority.csv with --out.")
          : language(
            nl: "Nog \(rest) vragen staan met --out in priority.csv.",
            en: "\(rest) further questions are in priority.csv with --out."))
    }
    return lines + byRegion
  }

  private var byRegion: [String] {
    guard content.regions.count > 1 else { return [] }
    let parts = content.regions
    let titles = [
      language(nl: "vragen", en: "questions"), language(nl: "eerste vraag", en: "first question"),
      language(nl: "die", en: "it"), language(nl: "volgende", en: "next"), language(nl: "samen", en: "together"),
    ]
    let table = TextTable(
      heading: Glossary.entry(.region).heading(language),
      labels: parts.map { PlainText.line(study.regions[$0.region].code + " " + study.regions[$0.region].name) },
      groups: [
        TextTable.Group(
          "",
          [
            TextTable.Column(titles[0], parts.map { format.count($0.cells.count) }, .right),
            TextTable.Column(
              titles[1],
              parts.map { cut(content.question($0.cells[0].figure, $0.cells[0].item, language), to: 52) }, .left),
            TextTable.Column(titles[2], parts.map { percent($0.cells[0].own.variance.value) }, .right),
            TextTable.Column(titles[3], parts.map { String(max(0, $0.together.count - 1)) }, .right),
            TextTable.Column(
              titles[4], parts.map { percent(($0.together.last?.worth ?? $0.cells[0].own).variance.value) }, .right),
          ])
      ])
    return [""]
      + PlainText.heading(
        language(
          nl: "Per regio: de eerste vraag, en de onzekerheid van de regio zelf",
          en: "By region: the first question, and the region's own uncertainty"))
      + PlainText.wrapped(
        language(
          nl:
            "Die: wat de eerste vraag wegneemt van de onzekerheid van de regio zelf. Volgende: hoeveel vragen daar nog "
            + "iets aan toevoegen (ten hoogste \(PriorityContent.mostStepsOfRegion - 1)). Samen: wat zij met elkaar "
            + "wegnemen.",
          en:
            "It: what the first question takes off the region's own uncertainty. Next: how many questions add "
            + "something to that (at most \(PriorityContent.mostStepsOfRegion - 1)). Together: what they take off."))
      + table.lines()
      + PlainText.wrapped(
        language(
          nl: "Met --region en een code ziet u alle vragen aan die regio.",
          en: "With --region and a code you see all questions to that region."))
  }

  // MARK: A region

  private func region(_ region: Int) -> [String] {
    let name = PlainText.line(study.regions[region].code + " " + study.regions[region].name)
    var lines = PlainText.heading(
      language(nl: "Wat vraagt u \(name) eerst?", en: "What to ask \(name) first?"))
    guard let part = content.regions.first(where: { $0.region == region }) else {
      return lines
        + PlainText.wrapped(
          language(
            nl: "Niets: van wat deze regio niet zelf heeft opgegeven, is niets onzeker.",
            en: "Nothing: of what this region did not report itself, nothing is uncertain."))
    }
    lines += PlainText.wrapped(
      total(part.total, of: name) + " "
        + language(
          nl:
            "Hieronder wat voor de regio is aangenomen, in de volgorde waarin u het best vraagt: eerst wat de meeste "
            + "onzekerheid wegneemt, dan wat daar het meest aan toevoegt. Alleen: het deel van de onzekerheid van de "
            + "regio dat verdwijnt als zij dit ene gegeven opgeeft. Erbij: wat het toevoegt aan wat erboven staat; "
            + "leeg waar dat niet boven het toeval uitkomt. Samen, en band: wat alles tot en met deze regel wegneemt, "
            + "en hoeveel smaller de band van P5 tot P95 gemiddeld wordt. Alle regio's: wat dit ene gegeven doet voor "
            + "de onzekerheid van alle regio's samen. Achter ± staat de foutmarge.",
          en:
            "Below is what was assumed for the region, in the order in which to ask: first what takes off most "
            + "uncertainty, then what adds most to it. Alone: the part of the region's uncertainty that goes once it "
            + "reports this one figure. Adds: what it adds to what stands above; blank where that is not beyond "
            + "chance. Together, and band: what everything up to this line takes off, and how much narrower the band "
            + "from P5 to P95 becomes on average. All regions: what this one figure does for the uncertainty of all "
            + "regions together. Behind ± is the error."))
    let rows = part.cells.prefix(Self.mostRows).enumerated().map { index, cell in
      let step = index < part.together.count ? part.together[index] : nil
      return QuestionLine(
        label: content.question(cell.figure, cell.item, language), alone: cell.own.variance,
        step: step, choice: (step?.worth ?? cell.own).choice, cost: content.answerCost?.cost(regions: 1),
        national: cell.national.variance)
    }
    return lines + [""] + table(Array(rows), hasRegions: false)
  }

  // MARK: Parts

  private struct QuestionLine {
    var label: String
    var regions: Int?
    /// Number of regions that suffice for most of it.
    var most: Int?
    var alone: InformationValue
    /// What it does with those before it; nil if it adds nothing.
    var step: PriorityContent.Together?
    var choice: InformationValue
    var cost: Double?
    var national: InformationValue?
  }

  private func total(_ summary: Summary, of place: String) -> String {
    let errors = [summary.p05, summary.p95].map { summary.tailError(of: $0, draws: content.settings.draws) }
    let figures = zip([summary.p05, summary.p95], errors).map { ShownFigure($0, error: $1, finest: 0) }
    let style = AmountStyle(figures, language: language)
    let scenario = PlainText.line(study.scenarios[content.scenario].code)
    let name = Glossary.entry(.delta).heading(language)
    let error = style.errorPhrase(max(errors[0], errors[1]))
    return language(
      nl:
        "\(name), scenario \(scenario), \(place), \(study.firstYear)-\(study.lastYear): in 90 % van de trekkingen "
        + "tussen \(style.phrase(figures[0])) en \(style.phrase(figures[1])) (elk \(error)).",
      en: "\(name), scenario \(scenario), \(place), \(study.firstYear)-\(study.lastYear): in 90% of the draws between "
        + "\(style.phrase(figures[0])) and \(style.phrase(figures[1])) (each \(error)).")
  }

  private func table(_ rows: [QuestionLine], hasRegions: Bool) -> [String] {
    var columns: [TextTable.Column] = []
    func add(_ heading: String, _ texts: [String]) { columns.append(TextTable.Column(heading, texts, .right)) }
    if hasRegions {
      add(language(nl: "regio's", en: "regions"), rows.map { $0.regions.map(String.init) ?? "" })
      add(language(nl: "80 %", en: "80%"), rows.map { $0.most.map(String.init) ?? "" })
    }
    columns += share(language(nl: "alleen", en: "alone"), rows.map { Optional($0.alone) })
    columns += share(language(nl: "erbij", en: "adds"), rows.map { $0.step?.adds })
    add(
      language(nl: "samen", en: "together"), rows.map { $0.step.map { percent($0.worth.variance.value) } ?? "" })
    if hasRegions, content.isTied {
      add(language(nl: "zelf", en: "itself"), rows.map { $0.step.map { percent($0.itself.value) } ?? "" })
    }
    add(language(nl: "band", en: "band"), rows.map { $0.step.map { percent($0.worth.band.value) } ?? "" })
    if !hasRegions {
      add(
        language(nl: "alle regio's", en: "all regions"), rows.map { $0.national.map { percent($0.value) } ?? "" })
    }
    if content.answerCost != nil {
      add(
        language(nl: "kost, EUR", en: "costs, EUR"),
        rows.map { $0.cost.map { format.count(Int64($0.rounded())) } ?? "" })
    }
    if content.among.count > 1, rows.contains(where: { $0.choice.value > 0 }) {
      let figures = rows.map { row in
        row.choice.value == 0
          ? ShownFigure(exact: 0) : ShownFigure(row.choice.value, error: row.choice.standardError, finest: 0)
      }
      add(
        language(nl: "keuze, EUR", en: "choice, EUR"), figures.map { $0.text(unit: 0, decimals: 0, format: format) })
    }
    return TextTable(
      heading: language(nl: "vraag", en: "question"),
      labels: rows.enumerated().map { "\($0 + 1). " + cut($1.label, to: Self.questionWidth) },
      groups: [TextTable.Group("", columns)]
    ).lines()
  }

  /// A column of shares and one of their errors.
  private func share(_ heading: String, _ values: [InformationValue?]) -> [TextTable.Column] {
    var errors = TextTable.Column(
      "",
      values.map { value in
        guard let value, value.standardError.isFinite else { return "" }
        let percents = 100 * value.standardError
        return "±"
          + format.fixed(
            percents < 0.95 ? max(0.1, (percents * 10).rounded(.up) / 10) : percents.rounded(.up),
            decimals: percents < 0.95 ? 1 : 0)
      }, .left)
    errors.isJoined = true
    return [TextTable.Column(heading, values.map { $0.map { percent($0.value) } ?? "" }, .right), errors]
  }

  private func percent(_ share: Double) -> String { words.percent(share) }

  private func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  private var ending: [String] {
    let sampler = SamplerText.name(content.settings.sampler)(language)
    var text = language(
      nl:
        "Berekend uit \(format.count(content.settings.draws)) trekkingen (\(sampler), startwaarde "
        + "\(content.settings.seed)) met regressie.",
      en: "From \(format.count(content.settings.draws)) draws (\(sampler), seed "
        + "\(content.settings.seed)) by regression.")
    if content.certain > 0 {
      text += language(
        nl:
          " \(format.count(content.certain)) niet opgegeven gegevens zijn één getal zonder marge: daarvan is hier niet te "
          + "zien wat ze waard zijn.",
        en:
          " \(format.count(content.certain)) unreported figures are a single number without a margin: what they are worth "
          + "cannot be seen here.")
    }
    return [""] + PlainText.wrapped(text)
  }
}
