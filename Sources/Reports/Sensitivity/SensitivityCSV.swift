import CostEngine
import Terms

extension SensitivityContent {
  /// `sensitivity.csv`, for machines: a row for each group.
  ///
  /// `ends` tells what `mean_at_p10` and `mean_at_p90` are: `p10_p90`, or `outcomes` for an input that nearly always has
  /// one value, see ``InputEnds``. Indices are fractions of the variance, as estimated: an index near zero may come out negative. Amounts are in EUR.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header([
      "group", "inputs", "factors", "first", "first_se", "first_low", "first_high", "total", "total_se", "total_low",
      "total_high", "mean_at_p10", "mean_at_p10_se", "mean_at_p90", "mean_at_p90_se", "mean", "sd", "draws", "ends",
    ])
    for row in rows {
      bytes += locale.cell(row.id) + [locale.separator] + String(row.inputs.count).utf8 + [locale.separator]
      bytes += locale.cell(row.factors.joined(separator: "+"))
      func append(_ value: Double, decimals: Int) {
        bytes.append(locale.separator)
        locale.numbers.append(value, decimals: decimals, to: &bytes)
      }
      for estimate in [row.result.first, row.result.total] {
        for value in [estimate.value, estimate.standardError, estimate.lower, estimate.upper] {
          append(value, decimals: 6)
        }
      }
      for value in [
        row.result.low, row.result.lowError, row.result.high, row.result.highError, result.mean,
        result.standardDeviation,
      ] {
        append(value, decimals: 2)
      }
      bytes += [locale.separator] + String(result.draws).utf8
      bytes += [locale.separator] + (row.result.endsAreOutcomes ? "outcomes" : "p10_p90").utf8 + [0x0a]
    }
    return bytes
  }

  /// `sensitivity-inputs.csv`: a row for each input, with the group it belongs to.
  public func inputsCSV(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(["input", "group", "rank_correlation"])
    for row in rows {
      for input in row.inputs {
        bytes += locale.prefix(input.name, row.id)
        if let rank = input.rankCorrelation { locale.numbers.append(rank, decimals: 6, to: &bytes) }
        bytes.append(0x0a)
      }
    }
    return bytes
  }
}
