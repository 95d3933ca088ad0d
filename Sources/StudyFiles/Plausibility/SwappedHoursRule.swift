import CostEngine
import Terms

/// Hours of training a year and for a newcomer that stand in each other's column.
struct SwappedHoursRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    let table = context.table(.training)
    let norms = FunctionNorms(context)
    let (first, yearly) = (Column.training(.initialHours), Column.training(.annualHours))
    return table.rows.flatMap { row -> [Doubt] in
      guard let norm = norms.hours(ofFunction: row.key[1]), norm.initial > norm.annual,
        let initial = table.figure(first, row), let annual = table.figure(yearly, row), initial.isCertain,
        annual.isCertain, initial.middle > 0, annual.middle > initial.middle
      else { return [] }
      let asWritten = distance(initial.middle, norm.initial) * distance(annual.middle, norm.annual)
      let swapped = distance(annual.middle, norm.initial) * distance(initial.middle, norm.annual)
      guard swapped * Thresholds.betterFit < asWritten, distance(annual.middle, norm.initial) < Thresholds.fit,
        distance(initial.middle, norm.annual) < Thresholds.fit
      else { return [] }
      return [(first, yearly), (yearly, first)].map { column, other in
        Doubt(
          table.place(column, row), written: table.text(column, row),
          expected: Bilingual(
            nl: "Een nieuweling krijgt hier minder uren (\(table.text(first, row).excerpt)) dan iedereen elk jaar "
              + "(\(table.text(yearly, row).excerpt)); in de norm is het andersom.",
            en: "A newcomer gets fewer hours here (\(table.text(first, row).excerpt)) than everyone each year "
              + "(\(table.text(yearly, row).excerpt)); in the norm it is the other way round."),
          correction: .swapped(with: table.table.header(other)))
      }
    }
  }

  private func distance(_ value: Double, _ norm: Double) -> Double { max(value / norm, norm / value) }
}
