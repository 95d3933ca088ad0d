import CostEngine
import Terms

/// Two sets of results compared by their tables, if they cannot both be computed again: no difference draw by draw.
public struct ResultsComparison: Sendable {
  /// A row of summary.csv.
  public struct Figures: Sendable {
    public var mean: Double
    public var standardError: Double
    public var p05: Double
    public var p50: Double
    public var p95: Double

    public init(mean: Double, standardError: Double, p05: Double, p50: Double, p95: Double) {
      self.mean = mean
      self.standardError = standardError
      self.p05 = p05
      self.p50 = p50
      self.p95 = p95
    }
  }

  /// One side of the comparison.
  public struct Side: Sendable {
    public var folder: String
    public var title: String
    public var scenario: String
    public var firstYear: Int
    public var lastYear: Int
    public var draws: Int
    public var seed: UInt64
    public var sampler: Sampler

    public init(
      folder: String, title: String, scenario: String, firstYear: Int, lastYear: Int, draws: Int, seed: UInt64,
      sampler: Sampler
    ) {
      self.folder = folder
      self.title = title
      self.scenario = scenario
      self.firstYear = firstYear
      self.lastYear = lastYear
      self.draws = draws
      self.seed = seed
      self.sampler = sampler
    }
  }

  /// A region and year that both have.
  public struct ComparedPeriod: Sendable {
    public var region: String
    /// A calendar year, or `total`.
    public var year: String
    public var a: Figures
    public var b: Figures
    /// The breakdown of the quantity, EUR, in the results of A and of B.
    public var parts: [(id: String, a: Double, b: Double)]

    public init(
      region: String, year: String, a: Figures, b: Figures, parts: [(id: String, a: Double, b: Double)]
    ) {
      self.region = region
      self.year = year
      self.a = a
      self.b = b
      self.parts = parts
    }

    /// Standard error of the difference of the means if the two had no draws in common: `sqrt(se_a^2 + se_b^2)`.
    var standardError: Double {
      (a.standardError * a.standardError + b.standardError * b.standardError).squareRoot()
    }

    /// The difference of the means in whole units, and the parts in units that sum to it.
    func whole(unit: Double) -> (sum: Int64, parts: [Int64]) {
      let mean = (b.mean - a.mean) / unit
      let sum = Int64(mean.magnitude + 0.5) * (mean < 0 ? -1 : 1)
      return (sum, WholeParts.rounded(parts.map { ($0.b - $0.a) / unit }, sum: sum))
    }
  }

  public var a: Side
  public var b: Side
  public var quantity: ReportedQuantity
  /// By region, with the country last; then by year, with the whole horizon last.
  public var rows: [ComparedPeriod]
  /// Input files that differ between A and B, by name.
  public var files: [(name: String, difference: FileDifference)]
  /// Why no more than this can be shown.
  public var reasons: [Bilingual]

  public init(
    a: Side, b: Side, quantity: ReportedQuantity, rows: [ComparedPeriod],
    files: [(name: String, difference: FileDifference)],
    reasons: [Bilingual]
  ) {
    self.a = a
    self.b = b
    self.quantity = quantity
    self.rows = rows
    self.files = files
    self.reasons = reasons
  }

  /// `compare.csv`: differences of the statistics, B less A. `se_unpaired` is an upper bound if the two share draws.
  public func differences(locale: CSVLocale) -> [UInt8] {
    var bytes = locale.header([
      "scenario_a", "scenario_b", "region", "year", "quantity", "mean_a", "mean_b", "mean", "se_unpaired",
      "p05_b_less_a",
      "p50_b_less_a", "p95_b_less_a",
    ])
    for row in rows {
      bytes += locale.prefix(a.scenario, b.scenario, row.region, row.year) + locale.cell(quantity.id)
      let numbers = [
        row.a.mean, row.b.mean, row.b.mean - row.a.mean, row.standardError, row.b.p05 - row.a.p05,
        row.b.p50 - row.a.p50, row.b.p95 - row.a.p95,
      ]
      for number in numbers {
        bytes.append(locale.separator)
        locale.numbers.append(number, decimals: 6, to: &bytes)
      }
      bytes.append(0x0a)
    }
    return bytes
  }

  /// `bridge.csv`: the parts of each difference, which sum to it exactly, in cents.
  public func bridge(locale: CSVLocale) -> [UInt8] {
    var bytes = locale.header([
      "scenario_a", "scenario_b", "region", "year", "kind", "part", "amount", "lowest", "highest",
    ])
    for row in rows {
      let whole = row.whole(unit: 0.01)
      let parts = zip(row.parts, whole.parts).map { ("line", $0.id, $1) } + [("difference", "", whole.sum)]
      for (kind, id, cents) in parts {
        bytes += locale.prefix(a.scenario, b.scenario, row.region, row.year, kind) + locale.cell(id)
        bytes.append(locale.separator)
        locale.numbers.append(Double(cents) / 100, decimals: 2, to: &bytes)
        bytes += [locale.separator, locale.separator, 0x0a]
      }
    }
    return bytes
  }
}

extension FileDifference {
  /// Of the files of A and B.
  var text: Bilingual {
    switch self {
    case .changed: return Bilingual(nl: "gewijzigd", en: "changed")
    case .onlyInFirst: return Bilingual(nl: "alleen in A", en: "in A only")
    case .onlyInSecond: return Bilingual(nl: "alleen in B", en: "in B only")
    }
  }
}
