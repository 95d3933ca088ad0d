import CostEngine
import Terms

/// What each scenario costs in each region.
struct RegionTables {
  let report: ConsoleReport
  /// The place that is reported in full; nil if there are several regions and no country.
  let place: Int?

  private var language: Language { report.language }
  private var study: Study { report.study }
  private var results: Results { report.results }

  var lines: [String] {
    // For a single region without national one-offs everything has already been shown.
    guard results.selection.regions.count > 1 || (results.includesNational && hasNationalOneOffs) else { return [] }
    let delta = Glossary.entry(.delta).heading(language)
    var lines = table(
      language(nl: "\(delta) per regio", en: "\(delta) by region") + ", \(report.study.horizon)", .delta)
    lines += notes
    lines += PayerTable(report: report, labels: labels).lines
    guard place == nil else { return lines }
    let inEnd = report.content.inEndState(language)
    // Without a country this is the only table of structural cost and of funding.
    lines += table(
      language(
        nl: "Structureel per jaar \(inEnd), per regio",
        en: "Structural per year \(inEnd), by region"),
      .structural, year: report.content.endState)
    if !study.funds.isEmpty {
      let net = Glossary.entry(ReportedQuantity.net).heading(language)
      lines += table(language(nl: "\(net) per regio", en: "\(net) by region") + ", \(report.study.horizon)", .net)
    }
    return lines
  }

  private func table(_ title: String, _ quantity: ReportedQuantity, year: Int? = nil) -> [String] {
    let columns = results.selection.scenarios.indices.map { scenario in
      (0..<results.regionCount).map {
        results.summary(quantity, scenario: scenario, region: $0, year: year ?? results.total)
      }
    }
    let figures = columns.flatMap(report.figures)
    let unit = AmountUnit.best(for: figures, largest: .thousand)
    var layouts: [(unit: AmountUnit, gap: Int)] = [(unit, 2), (unit, 1)]
    if unit == .thousand { layouts += [(.million, 2), (.million, 1)] }
    func laidOut(_ layout: (unit: AmountUnit, gap: Int)) -> TextTable {
      let style = AmountStyle(figures, unit: layout.unit, language: language)
      let groups = columns.enumerated().map { scenario, summaries in
        let code = report.scenarioCode(scenario)
        let isCertain = report.content.isCertain
        return TextTable.Group(
          isCertain ? "" : code, report.columns(summaries, style: style, heading: isCertain ? code : nil))
      }
      return TextTable(
        heading: Glossary.entry(.region).heading(language), labels: labels, groups: groups, gap: layout.gap)
    }
    let layout = layouts.first { laidOut($0).fits() } ?? layouts[0]
    return [""] + PlainText.heading("\(title) (\(layout.unit.heading(language)))") + laidOut(layout).lines()
  }

  private var labels: [String] {
    results.selection.regions.map(report.regionName)
      + (results.includesNational ? [wholeLabel] : [])
  }

  private var wholeLabel: String {
    study.regions.count == 1
      ? Glossary.entry(.total).heading(language) : WholeName.heading(study, language: language)
  }

  private var hasNationalOneOffs: Bool { study.oneOffs.contains { $0.per == .national } }

  private var notes: [String] {
    guard results.includesNational else { return [] }
    var notes: [String] = []
    if hasNationalOneOffs {
      notes.append(
        language(
          nl: "\"\(wholeLabel)\" is de som van de regio's en de landelijke eenmalige posten.",
          en: "\"\(wholeLabel)\" is the sum of the regions and the national one-offs."))
    }
    if !report.content.isCertain && results.selection.regions.count > 1 {
      notes.append(
        language(
          nl: "P5 en P95 tellen niet op: niet alle regio's vallen tegelijk mee of tegen.",
          en: "P5 and P95 do not add up: not all regions turn out well or badly at the same time."))
    }
    return PlainText.wrapped(notes.joined(separator: " "))
  }
}
