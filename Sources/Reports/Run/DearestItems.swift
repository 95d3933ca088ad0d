import CostEngine
import Terms

/// The items of a scenario that cost most more than today, in one place.
struct DearestItems {
  private static let count = 3

  let report: ConsoleReport
  /// Positions in the results.
  let scenario: Int
  let region: Int

  private var language: Language { report.language }

  /// `Duurste onderdelen over 2027-2036: ...`, as lines; empty if items are not known, or none costs more than today.
  func lines(_ style: AmountStyle) -> [String] {
    guard report.results.hasItems else { return [] }
    let total = report.content.mean(
      report.results.summary(.delta, scenario: scenario, region: region, year: report.results.total))
    let told = ItemCosts(report.content, scenario: scenario, region: region).dearest(Self.count).compactMap {
      item -> String? in
      // Its own error is not known; it is shown no finer than the whole.
      var figure = ShownFigure(exact: item.sum)
      figure.place = total.place
      return style.isZero(figure) ? nil : PlainText.line(item.name) + " (\(style.phrase(figure)))"
    }
    guard !told.isEmpty else { return [] }
    // These words are the same in both languages.
    let period = (report.study.years == 1 ? "in " : "over ") + report.study.horizon
    let title =
      told.count == 1
      ? language(nl: "Duurste onderdeel \(period)", en: "Dearest item \(period)")
      : language(nl: "Duurste onderdelen \(period)", en: "Dearest items \(period)")
    return [""] + PlainText.wrapped("\(title): \(told.joined(separator: ", ")).")
  }
}
