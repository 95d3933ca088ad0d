import CostEngine
import Terms

/// The breakdown of a difference in text: by cost line, by item and by changed input. Amounts are rounded so that they add up.
struct BridgeText {
  /// Maximum number of changed inputs listed separately, the largest ones.
  private static let mostSteps = 20

  let report: ComparisonReport

  private var main: StudyComparison { report.main }
  private var language: Language { report.language }
  private var total: Int { main.total }

  func lines(_ place: Int) -> [String] { byLine(place) + byItem(place) + byInput(place) }

  // MARK: Units

  /// How the amounts of a place are written: the unit, its decimals, and the smallest step in EUR.
  private func scale(_ place: Int) -> (unit: AmountUnit, decimals: Int, step: Double) {
    let difference = main.comparisons[place][total].difference
    let figure = difference.shownMean(draws: report.draws)
    let amounts = (main.lineParts(place, total) ?? []).map { $0.difference } + main.steps.map { $0.part(place, total) }
    // The largest part determines the unit; the sampling error of the whole determines the precision.
    let largest = amounts.map { $0.magnitude }.max() ?? 0
    let unit: AmountUnit =
      figure.place == nil
      ? .euro
      : AmountUnit.best(for: [ShownFigure(max(largest, difference.mean.magnitude), error: 1, finest: 0)])
    let finest = figure.place ?? 0
    let decimals = min(unit.decimals, max(0, unit.exponent - finest))
    return (unit, decimals, ShownFigure.power(unit.exponent - decimals))
  }

  private func text(_ steps: Int64, _ scale: (unit: AmountUnit, decimals: Int, step: Double)) -> String {
    NumberFormat.people(language).fixed(
      Double(steps) / ShownFigure.power(scale.decimals), decimals: scale.decimals)
  }

  private func heading(_ title: String, _ place: Int, _ unit: AmountUnit) -> [String] {
    [""] + PlainText.heading("\(title) \(report.placeTitle(place)), \(report.totalName) (\(unit.heading(language)))")
  }

  private var isEqual: Bool {
    main.comparisons.allSatisfy { $0.allSatisfy { $0.difference.isConstant && $0.difference.mean == 0 } }
  }

  // MARK: Cost lines

  private func byLine(_ place: Int) -> [String] {
    if isEqual { return [] }
    let title = language(nl: "In welke kostenregels zit het verschil?", en: "Which cost lines hold the difference?")
    guard let lines = main.lineParts(place, total) else {
      let name = Glossary.entry(main.quantity).name(language)
      return [""]
        + PlainText.wrapped(
          language(
            nl: "Deze grootheid (\(name)) is geen som van kostenregels; die verdeling ontbreekt daarom.",
            en: "This quantity (\(name)) is no sum of cost lines; so there is no division by them."))
    }
    let scale = self.scale(place)
    let whole = main.whole(lines.map { $0.difference }, place, total, unit: scale.step)
    // Lines that A or B has, however small their part.
    let shown = lines.indices.filter { lines[$0].a != 0 || lines[$0].b != 0 || whole.parts[$0] != 0 }
    let found = main.comparisons[place][total]
    func column(_ heading: String, _ parts: [Double], _ mean: Double) -> TextTable.Column {
      let sum = Int64((mean / scale.step).rounded())
      return column(heading, WholeParts.rounded(parts.map { $0 / scale.step }, sum: sum), sum: sum)
    }
    func column(_ heading: String, _ amounts: [Int64], sum: Int64) -> TextTable.Column {
      TextTable.Column(heading, (shown.map { amounts[$0] } + [sum]).map { text($0, scale) }, .right)
    }
    let labels = shown.map { Glossary.entry(id: lines[$0].id)?.heading(language) ?? lines[$0].id }
    let table = TextTable(
      heading: "", labels: labels + [Glossary.entry(.total).heading(language)],
      groups: [
        TextTable.Group("", [column(report.nameA, lines.map { $0.a }, found.a.mean)]),
        TextTable.Group("", [column(report.nameB, lines.map { $0.b }, found.b.mean)]),
        TextTable.Group("", [column(language(nl: "verschil", en: "difference"), whole.parts, sum: whole.sum)]),
      ])
    return heading(title, place, scale.unit)
      + PlainText.wrapped(
        language(
          nl:
            "Gemiddelden. Elke kolom is zo afgerond dat zij optelt; tussen de kolommen kan het laatste cijfer daardoor "
            + "één schelen.",
          en:
            "Means. Each column is rounded so that it adds up; between the columns the last digit may be one off because "
            + "of that."))
      + [""] + table.lines()
  }

  // MARK: Items

  private func byItem(_ place: Int) -> [String] {
    if isEqual { return [] }
    let scale = self.scale(place)
    func table(areShort: Bool) -> TextTable? {
      ItemBridgeText(report: report, place: place).rows(step: scale.step, areShort: areShort).map { rows in
        func column(_ heading: String, _ amounts: [Int64]) -> TextTable.Group {
          TextTable.Group("", [TextTable.Column(heading, amounts.map { text($0, scale) }, .right)])
        }
        return TextTable(
          heading: "", labels: rows.labels,
          groups: [
            column(report.nameA, rows.a), column(report.nameB, rows.b),
            column(language(nl: "verschil", en: "difference"), rows.difference),
          ])
      }
    }
    guard let named = table(areShort: false) else { return [] }
    // Names that are too long give way to codes.
    guard let table = named.fits() ? named : table(areShort: true) else { return [] }
    return heading(
      language(nl: "In welke onderdelen zit het verschil?", en: "Which items hold the difference?"), place, scale.unit)
      + [""] + table.lines()
  }

  // MARK: Changed inputs

  private func byInput(_ place: Int) -> [String] {
    let title = language(nl: "Welke invoer maakt het verschil?", en: "Which input makes the difference?")
    if main.steps.isEmpty {
      return isEqual
        ? [
          "",
          language(nl: "Er is geen verschil: geen invoer is anders.", en: "There is no difference: no input differs."),
        ]
        : []
    }
    let scale = self.scale(place)
    let whole = main.whole(main.steps.map { $0.part(place, total) }, place, total, unit: scale.step)
    var rows: [(amount: Int64, text: String)] = []
    let order = main.steps.indices.sorted {
      let (a, b) = (main.steps[$0].part(place, total).magnitude, main.steps[$1].part(place, total).magnitude)
      return a == b ? $0 < $1 : a > b
    }
    let idle = order.filter { step in
      let range = main.steps[step].range(place, total)
      return range.lowest == 0 && range.highest == 0 && whole.parts[step] == 0
    }
    let active = order.filter { !idle.contains($0) }
    for step in active.prefix(Self.mostSteps) {
      rows.append((whole.parts[step], describe(main.steps[step], place, scale)))
    }
    let rest = active.dropFirst(Self.mostSteps)
    if !rest.isEmpty {
      let count = NumberFormat.people(language).count(rest.count)
      rows.append(
        (
          rest.reduce(0) { $0 + whole.parts[$1] },
          language(nl: "nog \(count) kleinere (in bridge.csv)", en: "\(count) smaller ones (in bridge.csv)")
        ))
    }
    if !idle.isEmpty {
      // A step that is not a cell is shown by its label instead of its name.
      let names =
        idle.prefix(3).map { main.steps[$0].name.contains(".") ? main.steps[$0].name : main.steps[$0].label(language) }
        .joined(separator: ", ") + (idle.count > 3 ? ", ..." : "")
      let count = NumberFormat.people(language).count(idle.count)
      rows.append(
        (
          0,
          idle.count == 1
            ? language(nl: "1 wijziging zonder gevolg hier: \(names)", en: "1 change without effect here: \(names)")
            : language(
              nl: "\(count) wijzigingen zonder gevolg hier: \(names)",
              en: "\(count) changes without effect here: \(names)")
        ))
    }
    rows.append((whole.sum, Glossary.entry(.total).name(language)))
    let amounts = rows.map { text($0.amount, scale) }
    let width = amounts.map { $0.count }.max() ?? 0
    let list = zip(rows, amounts).flatMap { row, amount in
      PlainText.wrapped(
        row.text, first: PlainText.rightAligned(amount, to: width) + "   ", indent: PlainText.blanks(width + 3))
    }
    return heading(title, place, scale.unit)
      + PlainText.wrapped(
        language(
          nl: "Van \(report.nameA) naar \(report.nameB) in stappen, één wijziging per stap; achter elke stap wat het "
            + "gemiddelde daardoor verandert. Wat een wijziging doet, hangt soms af van wat al eerder is gewijzigd: elk bedrag "
            + "is het midden van de volgorde van voor naar achter en die van achter naar voor. De grootste staan bovenaan.",
          en:
            "From \(report.nameA) to \(report.nameB) in steps, one change each; with what it does to the mean. What a "
            + "change does may depend on what was changed before: each amount is halfway between the order from first to "
            + "last and that from last to first. The largest come first."))
      + [""] + list
  }

  private func describe(
    _ step: BridgeStep, _ place: Int, _ scale: (unit: AmountUnit, decimals: Int, step: Double)
  ) -> String {
    var text = PlainText.line(step.label(language))
    if let value = step.value {
      text += PlainText.line(": \(value.from(language)) -> \(value.to(language))")
    }
    if let value = step.value, value.from == value.to {
      text += language(
        nl: " (andere verdeling, of eigen trekkingen)", en: " (another distribution, or draws of its own)")
    }
    if let extent = step.extent { text += ", " + extent(language) }
    if CellName.isName(step.name) { text += PlainText.line(" (\(CellName.text(step.name)(language)))") }
    let (lowest, highest) = step.range(place, total)
    let low = self.text(Int64((lowest / scale.step).rounded()), scale)
    let high = self.text(Int64((highest / scale.step).rounded()), scale)
    if low != high {
      text += language(
        nl: "; afhankelijk van de volgorde tussen \(low) en \(high)",
        en: "; depending on the order between \(low) and \(high)")
    }
    return text
  }
}
