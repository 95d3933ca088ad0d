import CostEngine
import Terms

/// The text that `waterlijn priority` prints.
public struct PriorityReport {
  /// Maximum number of questions shown; the tables contain all of them.
  static let mostRows = 20
  /// Maximum width of a question, in characters.
  static let questionWidth = 54

  private let content: PriorityContent
  private let language: Language
  private let format: NumberFormat

  private var study: Study { content.study }

  /// - Parameter regions: indices of regions to report in detail; empty for the country.
  /// - Returns: lines that end with a line feed.
  public static func text(_ content: PriorityContent, regions: [Int], language: Language) -> String {
    let report = PriorityReport(content: content, language: language, format: .people(language))
    var lines = PlainText.heading(PlainText.line(content.study.title), underline: "=") + [""]
    if content.questions.isEmpty {
      lines += report.nothing
    } else if regions.isEmpty {
      lines += report.country
    } else {
      lines += Array(regions.map(report.region).joined(separator: [""]))
    }
    return PlainText.text(lines + report.choice + report.ending)
  }

  private var nothing: [String] {
    PlainText.wrapped(
      language(
        nl: "Er is niets te vragen: geen enkel aangenomen gegeven van de regio's is onzeker.",
        en: "There is nothing to ask: no assumed figure of the regions is uncertain."))
  }

  // MARK: The country

  private var country: [String] {
    var lines = PlainText.heading(language(nl: "Wat vraagt u de regio's eerst?", en: "What to ask the regions first?"))
    lines += PlainText.wrapped(total(content.total, of: WholeName.text(study, language: language)) + " " + explanation)
    let shown = content.questions.prefix(Self.mostRows)
    let questions = shown.map { question in
      QuestionLine(
        label: content.question(question.figure, question.item, language), regions: question.regions,
        worth: question.worth)
    }
    lines += [""] + table(Array(questions), content.together, hasRegions: true)
    if content.questions.count > Self.mostRows {
      let rest = content.questions.count - Self.mostRows
      lines += PlainText.wrapped(
        language(
          nl: "Nog \(rest) vragen staan met --out in priority.csv.",
          en: "\(rest) further questions are in priority.csv with --out."))
    }
    return lines + byRegion
  }

  private var explanation: String {
    language(
      nl:
        "Hieronder de gegevens die voor regio's zijn aangenomen, als vraag aan al die regio's samen: welk deel van de "
        + "onzekerheid (de variantie) naar verwachting verdwijnt als ze antwoorden, en hoeveel smaller de band van P5 "
        + "tot P95 dan wordt. Achter ± staat hoeveel het toeval van de steekproef daaraan kan schelen.",
      en:
        "Below are the figures that were assumed for regions, as a question to all of these together: which part of the "
        + "uncertainty (the variance) is expected to go once they answer, and how much narrower the band from P5 to P95 "
        + "then is. Behind ± is what the chance of sampling may do to it.")
  }

  private var byRegion: [String] {
    guard content.regions.count > 1 else { return [] }
    let parts = content.regions
    let titles = [
      language(nl: "vragen", en: "questions"), language(nl: "eerste vraag", en: "first question"),
      language(nl: "eerste", en: "first"), language(nl: "eerste 5", en: "first 5"),
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
            TextTable.Column(titles[3], parts.map { percent($0.together[0].worth.variance.value) }, .right),
          ])
      ])
    return [""]
      + PlainText.heading(
        language(
          nl: "Per regio: de eerste vraag, en wat hij en de eerste 5 wegnemen van de onzekerheid van de regio zelf",
          en: "By region: the first question, and what it and the first 5 take off the region's own uncertainty"))
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
            nl: "Niets: geen enkel gegeven van deze regio is aangenomen en onzeker.",
            en: "Nothing: no figure of this region is assumed and uncertain."))
    }
    lines += PlainText.wrapped(
      total(part.total, of: name) + " "
        + language(
          nl:
            "Hieronder wat voor de regio is aangenomen: welk deel van die onzekerheid naar verwachting verdwijnt als de "
            + "regio het gegeven opgeeft, en hoeveel smaller de band wordt; en wat het doet voor de onzekerheid van alle "
            + "regio's samen. Achter ± staat hoeveel het toeval van de steekproef kan schelen.",
          en:
            "Below is what was assumed for the region: which part of that uncertainty is expected to go once the region "
            + "reports the figure, and how much narrower the band becomes; and what it does for the uncertainty of all "
            + "regions together. Behind ± is what the chance of sampling may do."))
    let rows = part.cells.prefix(Self.mostRows).map { cell in
      QuestionLine(
        label: content.question(cell.figure, cell.item, language), worth: cell.own,
        national: cell.national.variance)
    }
    return lines + [""] + table(rows, part.together, hasRegions: false)
  }

  // MARK: Parts

  private struct QuestionLine {
    var label: String
    var regions: Int?
    var worth: PriorityContent.Worth
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
        "\(name), scenario \(scenario), \(place), \(study.firstYear)-\(study.lastYear): in 90 % van de trekkingen tussen "
        + "\(style.phrase(figures[0])) en \(style.phrase(figures[1])) (elk \(error)).",
      en: "\(name), scenario \(scenario), \(place), \(study.firstYear)-\(study.lastYear): in 90% of the draws between "
        + "\(style.phrase(figures[0])) and \(style.phrase(figures[1])) (each \(error)).")
  }

  private func table(_ questions: [QuestionLine], _ together: [PriorityContent.Together], hasRegions: Bool) -> [String]
  {
    let sets = together.filter { $0.count > 1 }.reduce(into: [PriorityContent.Together]()) { sets, part in
      if sets.last?.count != part.count { sets.append(part) }
    }
    let rows =
      questions.enumerated().map { index, row in
        var row = row
        row.label = "\(index + 1). " + cut(row.label, to: Self.questionWidth)
        return row
      }
      + sets.map { part in
        QuestionLine(
          label: language(nl: "de eerste \(part.count) samen", en: "the first \(part.count) together"),
          worth: part.worth)
      }
    var columns: [TextTable.Column] = []
    if hasRegions {
      columns.append(
        TextTable.Column(language(nl: "regio's", en: "regions"), rows.map { $0.regions.map(String.init) ?? "" }, .right)
      )
    }
    columns += share(language(nl: "onzekerheid", en: "uncertainty"), rows.map { $0.worth.variance })
    columns += share(language(nl: "band", en: "band"), rows.map { $0.worth.band })
    if !hasRegions {
      columns.append(
        TextTable.Column(
          language(nl: "alle regio's", en: "all regions"), rows.map { $0.national.map { percent($0.value) } ?? "" },
          .right))
    }
    if content.among.count > 1 {
      let figures = rows.map { row -> ShownFigure in
        row.worth.choice.value == 0
          ? ShownFigure(exact: 0)
          : ShownFigure(row.worth.choice.value, error: row.worth.choice.standardError, finest: 0)
      }
      columns.append(
        TextTable.Column(
          language(nl: "keuze, EUR", en: "choice, EUR"), figures.map { $0.text(unit: 0, decimals: 0, format: format) },
          .right))
    }
    return TextTable(
      heading: language(nl: "vraag", en: "question"), labels: rows.map { $0.label },
      groups: [TextTable.Group("", columns)]
    ).lines()
  }

  /// A column of shares and one of their errors.
  private func share(_ heading: String, _ values: [InformationValue]) -> [TextTable.Column] {
    var errors = TextTable.Column(
      "",
      values.map { value in
        guard value.standardError.isFinite else { return "" }
        let percents = 100 * value.standardError
        return "±"
          + format.fixed(
            percents < 0.95 ? max(0.1, (percents * 10).rounded(.up) / 10) : percents.rounded(.up),
            decimals: percents < 0.95 ? 1 : 0)
      }, .left)
    errors.isJoined = true
    return [TextTable.Column(heading, values.map { percent($0.value) }, .right), errors]
  }

  private func percent(_ share: Double) -> String {
    let percents = 100 * share
    let text: String
    if percents == 0 {
      text = "0"
    } else if percents < 0.1 {
      text = "< " + format.fixed(0.1, decimals: 1)
    } else {
      text = format.fixed(percents, decimals: percents < 9.95 ? 1 : 0)
    }
    return text + language(nl: "\(PlainText.joint)%", en: "%")
  }

  private func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  private var choice: [String] {
    guard content.among.count > 1, !content.questions.isEmpty else { return [] }
    let codes = content.among.map { PlainText.line(study.scenarios[$0].code) }.joined(separator: ", ")
    let cheapest = PlainText.line(study.scenarios[content.cheapest].code)
    return [""]
      + PlainText.wrapped(
        language(
          nl:
            "\"Keuze\" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit \(codes): het verschil in "
            + "netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's samen \(cheapest)). "
            + "0 betekent dat geen antwoord de keuze verandert.",
          en: "\"Choice\" is what the answer is expected to save because you choose otherwise among \(codes): the "
            + "difference in net present value from what is expected to be cheapest now (for all regions together "
            + "\(cheapest)). 0 means that no answer changes the choice."))
  }

  /// Whether some of the figures are correlated.
  private var isTied: Bool {
    content.regions.contains { part in part.cells.contains { !study.variables[$0.variable].loadings.isEmpty } }
  }

  private var ending: [String] {
    var text = language(
      nl:
        "Berekend uit \(format.count(content.settings.draws)) trekkingen (\(content.settings.sampler.id), startwaarde "
        + "\(content.settings.seed)) met regressie.",
      en: "From \(format.count(content.settings.draws)) draws (\(content.settings.sampler.id), seed "
        + "\(content.settings.seed)) by regression.")
    if isTied {
      text += language(
        nl:
          " Gegevens die volgens correlations.csv samen bewegen, zeggen ook iets over elkaar: daarom kan één vraag veel "
          + "wegnemen, en nemen vragen samen minder weg dan elk apart bij elkaar opgeteld.",
        en:
          " Figures that move together by correlations.csv tell of each other: so one question may take off much, and "
          + "questions together take off less than the sum of each.")
    }
    if content.certain > 0 {
      text += language(
        nl:
          " \(format.count(content.certain)) aangenomen gegevens zijn één getal zonder marge: daarvan is hier niet te zien "
          + "wat ze waard zijn.",
        en:
          " \(format.count(content.certain)) assumed figures are a single number without a margin: what they are worth "
          + "cannot be seen here.")
    }
    return [""] + PlainText.wrapped(text)
  }
}
