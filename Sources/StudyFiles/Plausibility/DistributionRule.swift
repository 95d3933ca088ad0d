import CostEngine
import Terms

/// Distributions that are cut where most of them lies, and validities that touch "for ever".
struct DistributionRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    TableID.allCases.flatMap { id -> [Doubt] in
      let table = context.table(id)
      return table.rows.flatMap { row in
        row.cells.indices.compactMap { column -> Doubt? in
          guard case .distribution(let distribution) = row.cells[column] else { return nil }
          if case .normal(let normal) = distribution { return doubt(normal, table, column, row) }
          return nil
        }
      }
    } + validities()
  }

  /// A mean outside the bounds: the draws then lie against the bound, whatever the standard deviation.
  private func doubt(_ normal: Distribution.Normal, _ table: ReadTable, _ column: Int, _ row: TableRow) -> Doubt? {
    let mean = normal.untruncatedMean
    let (lower, upper) = normal.support
    guard mean < lower || mean > upper else { return nil }
    let text = table.text(column, row)
    let name = text.split(separator: "(").first.map { String($0).trimmedOfBlanks } ?? "normal"
    func written(_ mean: String, _ deviation: String) -> String { "\(name)(\(mean); \(deviation))" }
    let correction: Correction
    if mean < lower, -mean >= lower, -mean <= upper {
      correction = .sign(write: written(table.write(-mean), table.write(normal.standardDeviation)))
    } else if upper == 1, mean <= 100 {
      correction = .percentage(write: written(table.write(mean) + "%", table.write(normal.standardDeviation) + "%"))
    } else {
      correction = .look(
        Bilingual(
          nl: "Kies een gemiddelde dat kan voorkomen, of andere grenzen.",
          en: "Choose a mean that can occur, or other bounds."))
    }
    let (shown, bounds) = (Bilingual(number: mean), (Bilingual(number: lower), Bilingual(number: upper)))
    return Doubt(
      table.place(column, row), written: text,
      expected: Bilingual(
        nl: "Het gemiddelde van \(quoted(text)), \(shown.dutch), ligt buiten wat hier kan: \(bounds.0.dutch) tot "
          + "\(bounds.1.dutch). Elke trekking komt tegen die grens aan te liggen.",
        en: "The mean of \(quoted(text)), \(shown.english), lies outside what is possible here: \(bounds.0.english) to "
          + "\(bounds.1.english). Every draw will lie against that bound."),
      correction: correction)
  }

  /// Certificates that last a range of years that touches 0, which means that they never end.
  private func validities() -> [Doubt] {
    let table = context.table(.norms)
    let column = table.table.position(of: .norms(.recertifyYears))
    return table.rows.compactMap { row -> Doubt? in
      guard case .distribution(let distribution) = row.cells[column], isContinuous(distribution),
        distribution.support.lower <= 0, distribution.quantile(0.01) < Thresholds.shortestValidity
      else { return nil }
      let text = table.text(column, row)
      return Doubt(
        table.place(column, row), written: text,
        expected: Bilingual(
          nl: "\(quoted(text)) raakt 0, en 0 jaar betekent dat een certificaat altijd geldig blijft: vlak bij 0 is er "
            + "elke dag een examen, op 0 geen.",
          en: "\(quoted(text)) touches 0, and 0 years means that a certificate lasts for ever: close to 0 there is an "
            + "exam every day, at 0 none."),
        correction: .look(
          Bilingual(
            nl: "Schrijf een bereik dat boven 0 begint, zoals 1..5; is \"nooit opnieuw\" een mogelijkheid, gebruik dan "
              + "discrete.",
            en: "Write a range that begins above 0, such as 1..5; if \"never again\" is possible, use discrete.")))
    }
  }

  private func isContinuous(_ distribution: Distribution) -> Bool {
    switch distribution {
    case .constant, .bernoulli, .binomial, .poisson, .discrete, .empirical: return false
    case .uniform, .triangular, .pert, .normal, .lognormal, .beta, .gamma, .exponential, .weibull, .metalog:
      return true
    }
  }
}
