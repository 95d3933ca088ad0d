import CostEngine
import Terms

/// The text that `waterlijn sweep` prints.
public struct SweepReport {
  private let content: SweepContent
  private let language: Language

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: SweepContent, language: Language) -> String {
    let report = SweepReport(content: content, language: language)
    var lines = PlainText.heading(PlainText.line(content.study.title), underline: "=") + [""] + report.introduction
    for (index, amount) in content.amounts.enumerated() {
      let title = AmountTitle(study: content.study, language: language)
      lines += [""] + PlainText.heading(title.heading(amount))
      lines += content.inputs.count == 1 ? report.column(index) : report.matrix(index)
    }
    return PlainText.text(lines + report.impossible)
  }

  private var draws: Int { content.settings.draws }
  private var hasOwn: Bool { content.combinations.contains { $0.isOwn } }
  private var mark: Character { language(nl: ",", en: ".").first! }

  // MARK: What was done

  private var introduction: [String] {
    let count = NumberFormat.people(language).count(draws)
    let names = content.inputs.map { "\"\($0.name(language))\"" }
      .joined(separator: language(nl: " en ", en: " and "))
    let star =
      hasOwn
      ? language(nl: " Een * is wat de studie zelf zegt.", en: " A * is what the study itself says.")
      : language(
        nl: " Geen van deze waarden staat in de studie: die staat er apart bij.",
        en: " None of these values stands in the study, which is shown apart.")
    let difference =
      content.inputs.count == 1
      ? language(
        nl: " Het verschil is met de studie zelf, trekking voor trekking; de standaardfout zegt hoe ver het door "
          + "toeval in de trekkingen kan afwijken.",
        en: " The difference is with the study itself, draw by draw; the standard error says how far it may be off by "
          + "chance in the draws.")
      : language(
        nl: " Marges en verschillen staan in sweep.csv (--out).",
        en: " Ranges and differences are in sweep.csv (--out).")
    var lines = PlainText.wrapped(
      language(
        nl: "Wat er uitkomt bij andere waarden van \(names). Telkens is de hele studie doorgerekend, met alleen dat "
          + "veranderd en op dezelfde \(count) trekkingen.\(star)\(difference)",
        en: "What comes out for other values of \(names). Each time the whole study was computed, with only that "
          + "changed and on the same \(count) draws.\(star)\(difference)"))
    lines.append("")
    lines += content.inputs.flatMap(describe)
    return lines + samplerNote
  }

  private func describe(_ input: VariedInputContent) -> [String] {
    var text = input.cells.map { CellName.text($0)(language) }.joined(separator: ", ")
    if input.cellCount > 1 {
      let count = NumberFormat.people(language).count(input.cellCount)
      text += language(nl: " (\(count) cellen)", en: " (\(count) cells)")
    }
    text += language(nl: "; in de studie: ", en: "; in the study: ") + input.ownText(language)
    if input.regionsApart > 0 {
      text += language(
        nl: ". Let op: \(input.regionsApart) \(input.regionsApart == 1 ? "regio heeft" : "regio's hebben") in "
          + "scenario-regions.csv een eigen waarde, die blijft",
        en: ". Note: \(input.regionsApart) \(input.regionsApart == 1 ? "region has" : "regions have") a value of "
          + "\(input.regionsApart == 1 ? "its" : "their") own in scenario-regions.csv, which stays")
    }
    return PlainText.wrapped(PlainText.line(text) + ".", first: input.name(language) + ": ", indent: "  ")
  }

  /// With Sobol, making an uncertain cell certain changes other draws.
  private var samplerNote: [String] {
    guard content.settings.sampler == .sobol, content.inputs.contains(where: { $0.own == .uncertain }) else {
      return []
    }
    return PlainText.wrapped(
      language(
        nl: "Met Sobol verschuiven de trekkingen als een onzeker getal vast wordt: het verschil met de studie zelf is "
          + "dan minder zeker. Neem daarvoor Latin hypercube (--sampler lhs).",
        en: "With Sobol the draws move where an uncertain number becomes certain: the difference with the study "
          + "itself is then less certain. Use Latin hypercube for that (--sampler lhs)."))
  }

  private var impossible: [String] {
    let reasons = content.combinations.compactMap { combination -> [String]? in
      guard case .impossible(let reason) = combination.outcome else { return nil }
      let values = zip(content.inputs, combination.values).map { input, value in
        "\(input.name(language)) \(input.text(value, language: language))"
      }
      return PlainText.wrapped(
        PlainText.line(reason(language)),
        first: values.joined(separator: ", ") + language(nl: " kan niet: ", en: " cannot be: "), indent: "  ")
    }
    return reasons.isEmpty ? [] : [""] + reasons.flatMap { $0 }
  }

  // MARK: One input

  private struct ValueLine {
    var label: String
    var summary: Summary?
    var difference: Summary?
  }

  private func column(_ amount: Int) -> [String] {
    let input = content.inputs[0]
    var rows = content.combinations.map { combination in
      let label = input.text(combination.values[0], language: language) + (combination.isOwn ? " *" : "")
      guard case .figures(let figures) = combination.outcome else { return ValueLine(label: label) }
      return ValueLine(label: label, summary: figures[amount].summary, difference: figures[amount].difference)
    }
    if !hasOwn {
      rows.insert(
        ValueLine(
          label: language(
            nl: "de studie zelf",
            en: "the study "
              + "itself"), summary: content.own[amount]), at: 0)
    }
    let summaries = rows.compactMap { $0.summary }
    let differences = rows.compactMap { $0.difference }
    let isCertain = summaries.allSatisfy { $0.isConstant } && draws > 1
    let style = AmountStyle(
      summaries.flatMap { figures($0, isCertain: isCertain) } + differences.map(mean), language: language)
    func cells(_ heading: String, _ text: (ValueLine) -> String?) -> TextTable.Column {
      TextTable.Column(heading, rows.map { text($0) ?? "-" }, .decimal(mark: mark))
    }
    var amounts = [
      cells(language(nl: "gemiddeld", en: "mean")) { row in
        row.summary.map { style.cell(mean($0)) } ?? language(nl: "kan niet", en: "cannot be")
      }
    ]
    if !isCertain {
      amounts += [
        cells("P5") { $0.summary.map { style.cell(percentiles($0)[0]) } },
        cells("P50") { $0.summary.map { style.cell(percentiles($0)[1]) } },
        cells("P95") { $0.summary.map { style.cell(percentiles($0)[2]) } },
      ]
    }
    var compared = [
      cells(language(nl: "gemiddeld", en: "mean")) { $0.difference.map { style.cell(mean($0)) } }
    ]
    if differences.contains(where: { $0.standardError > 0 }) {
      compared.append(
        cells(language(nl: "standaardfout", en: "standard error")) { row in
          row.difference.map { errorCell($0.standardError, style) }
        })
    }
    return TextTable(
      heading: input.name(language), labels: rows.map { $0.label },
      groups: [
        TextTable.Group(style.unit.heading(language), amounts),
        TextTable.Group(language(nl: "verschil met de studie", en: "difference with the study"), compared),
      ]
    ).lines()
  }

  /// A standard error that would be shown as zero is shown as less than the smallest value of the table.
  private func errorCell(_ error: Double, _ style: AmountStyle) -> String {
    let figure = ShownFigure(error, error: error / 10, finest: 0)
    guard error > 0, style.isZero(figure) else { return style.cell(figure) }
    return "< " + style.format.fixed(1 / ShownFigure.power(style.decimals), decimals: style.decimals)
  }

  // MARK: Two inputs

  private func matrix(_ amount: Int) -> [String] {
    let (first, second) = (content.inputs[0], content.inputs[1])
    func distinct(_ position: Int) -> [Double] {
      content.combinations.reduce(into: []) { if !$0.contains($1.values[position]) { $0.append($1.values[position]) } }
    }
    let columns = distinct(1)
    let means = content.combinations.map { combination -> ShownFigure? in
      guard case .figures(let figures) = combination.outcome else { return nil }
      return mean(figures[amount].summary)
    }
    let style = AmountStyle(means.compactMap { $0 } + [mean(content.own[amount])], language: language)
    let groups = columns.indices.map { column in
      let cells = stride(from: column, to: content.combinations.count, by: columns.count).map { place in
        let text = means[place].map(style.cell) ?? language(nl: "kan niet", en: "cannot be")
        return text + (content.combinations[place].isOwn ? "*" : " ")
      }
      return TextTable.Column(second.text(columns[column], language: language) + " ", cells, .decimal(mark: mark))
    }
    let title = "\(style.unit.heading(language)), " + language(nl: "gemiddeld; ", en: "mean; ") + second.name(language)
    // If there are too many columns to fit side by side, the table is split.
    let table = TextTable(
      heading: first.name(language), labels: distinct(0).map { first.text($0, language: language) },
      groups: groups.map { TextTable.Group("", [$0]) })
    let own =
      hasOwn
      ? []
      : PlainText.wrapped(
        language(nl: "De studie zelf: ", en: "The study itself: ") + style.phrase(mean(content.own[amount])) + ".")
    return [title + ":"] + table.lines() + own
  }

  // MARK: Figures

  private func figures(_ summary: Summary, isCertain: Bool) -> [ShownFigure] {
    isCertain
      ? [mean(summary)] : [mean(summary)] + percentiles(summary)
  }

  private func mean(_ summary: Summary) -> ShownFigure {
    summary.shownMean(draws: draws)
  }

  /// P5, P50 and P95.
  private func percentiles(_ summary: Summary) -> [ShownFigure] {
    ShownFigure.inOrder([
      summary.shownTail(summary.p05, draws: draws), summary.shownMiddle(50, draws: draws),
      summary.shownTail(summary.p95, draws: draws),
    ])
  }
}
