import CostEngine
import Terms

/// The tables of `waterlijn compare`, for machines: amounts in EUR.
public struct ComparisonCSV: Sendable {
  private let comparisons: [StudyComparison]
  private let locale: CSVLocale

  public init(_ comparisons: [StudyComparison], locale: CSVLocale) {
    self.comparisons = comparisons
    self.locale = locale
  }

  /// `compare.csv`: the means of A and B and the statistics of B less A, by region and year.
  ///
  /// `gain` is the factor by which unpaired runs would need more draws for the same standard error, with a 95 % interval;
  /// blank if the difference has none.
  public func differences() -> [UInt8] {
    var bytes = locale.header(
      ["scenario_a", "scenario_b", "region", "year", "quantity", "mean_a", "mean_b"] + ResultsCSV.statistics
        + ["share_b_cheaper", "gain", "gain_low", "gain_high"])
    for comparison in comparisons {
      for (place, region) in comparison.places.enumerated() {
        for (period, year) in years(comparison) {
          let found = comparison.comparisons[place][period]
          bytes += locale.prefix(comparison.a.code, comparison.b.code, region.code, year)
          bytes += locale.cell(comparison.quantity.id)
          let difference = found.difference
          let numbers =
            [
              found.a.mean, found.b.mean, difference.mean, difference.standardError, difference.standardDeviation,
            ] + difference.percentiles + [difference.cvar95, difference.sharePositive, found.shareBLess]
          for number in numbers { append(number, decimals: 6, to: &bytes) }
          let interval = found.gainInterval(comparison.settings)
          for factor in [found.gain, interval?.low, interval?.high] {
            bytes.append(locale.separator)
            if let factor { locale.numbers.append(factor, decimals: 6, to: &bytes) }
          }
          bytes.append(0x0a)
        }
      }
    }
    return bytes
  }

  /// `bridge.csv`: the breakdown of the mean difference, by region and year: `line` rows by cost line, `item` rows by
  /// function, provision, one-off and measure (`function/OvD-BZ`), `input` rows by changed input. The rows of a kind sum exactly to the `difference` row, in cents.
  public func bridge() -> [UInt8] {
    var bytes = locale.header([
      "scenario_a", "scenario_b", "region", "year", "kind", "part", "amount", "lowest", "highest",
    ])
    for comparison in comparisons {
      for (place, region) in comparison.places.enumerated() {
        for (period, year) in years(comparison) {
          let prefix = locale.prefix(comparison.a.code, comparison.b.code, region.code, year)
          func row(_ kind: String, _ part: String, _ cents: Int64, _ range: (Double, Double)? = nil) {
            bytes += prefix + locale.prefix(kind) + locale.cell(part)
            append(Double(cents) / 100, decimals: 2, to: &bytes)
            for bound in [range?.0, range?.1] {
              bytes.append(locale.separator)
              if let bound { locale.numbers.append(bound, decimals: 2, to: &bytes) }
            }
            bytes.append(0x0a)
          }
          let lines = comparison.lineParts(place, period) ?? []
          let whole = comparison.whole(lines.map({ $0.difference }), place, period, unit: 0.01)
          for (line, cents) in zip(lines, whole.parts) { row("line", line.id, cents) }
          let items = comparison.itemParts(place, period) ?? []
          let shares = comparison.whole(items.map({ $0.difference }), place, period, unit: 0.01)
          for (item, cents) in zip(items, shares.parts) { row("item", item.id, cents) }
          let inputs = comparison.whole(
            comparison.steps.map { $0.part(place, period) }, place, period, unit: 0.01)
          for (step, cents) in zip(comparison.steps, inputs.parts) {
            // The part in whole cents may lie a cent outside the range of the two orders.
            let range = step.range(place, period)
            let amount = Double(cents) / 100
            row("input", step.name, cents, (min(range.lowest, amount), max(range.highest, amount)))
          }
          row("difference", "", whole.sum)
        }
      }
    }
    return bytes
  }

  /// `changes.csv`: every changed input, with the part of `bridge.csv` that it belongs to.
  public func changes() -> [UInt8] {
    var bytes = locale.header(["scenario_a", "scenario_b", "part", "input", "from", "to"])
    for comparison in comparisons {
      for step in comparison.steps {
        for change in step.changes {
          bytes += locale.prefix(comparison.a.code, comparison.b.code, step.name, change.name)
          bytes += locale.prefix(change.from(language)) + locale.cell(change.to(language))
          bytes.append(0x0a)
        }
      }
    }
    return bytes
  }

  /// Numbers within texts are written like the other numbers in the file.
  private var language: Language { locale == .dutch ? .dutch : .english }

  private func append(_ number: Double, decimals: Int, to bytes: inout [UInt8]) {
    bytes.append(locale.separator)
    locale.numbers.append(number, decimals: decimals, to: &bytes)
  }

  private func years(_ comparison: StudyComparison) -> [(period: Int, year: String)] {
    (comparison.years.map(String.init) + [ResultsCSV.totalYear]).enumerated().map { ($0, $1) }
  }
}
