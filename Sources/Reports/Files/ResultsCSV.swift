import CostEngine

/// The tables of the results folder, for machines: English names and codes of the study, amounts in EUR, six decimals.
///
/// Rows stand in the order of the study: scenario, region (the country last, as `NL`), then quantity and year in
/// summary.csv, year and line in lines.csv; the whole horizon, `total`, comes after the years.
public struct ResultsCSV: Sendable {
  private let study: Study
  private let results: Results
  private let locale: CSVLocale

  /// - Precondition: `results` are those of `study`.
  public init(study: Study, results: Results, locale: CSVLocale = .english) {
    precondition(results.years == study.years)
    self.study = study
    self.results = results
    self.locale = locale
  }

  /// Code of the country in the tables.
  public static let nationalCode = "NL"
  /// What stands for the whole horizon in the column `year`.
  public static let totalYear = "total"

  static let statistics = [
    "mean", "se", "sd", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "cvar95", "share_positive",
  ]
  private static let decimals = 6

  /// `summary.csv`: the statistics of each scenario, region, quantity and year.
  public func summary() -> [UInt8] {
    var bytes = locale.header(["scenario", "region", "year", "quantity"] + Self.statistics)
    let names = ReportedQuantity.allCases.map { locale.prefix($0.id) }
    let yearCells = yearCells
    let rows = results.summaries.count + results.presentValues.count
    bytes.reserveCapacity(bytes.count + rows * 200)
    for (scenario, region, prefix) in places {
      for quantity in ReportedQuantity.allCases {
        for (year, yearCell) in yearCells.enumerated() where quantity != .npv || year == results.total {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: names[quantity.rawValue])
          append(results.summary(quantity, scenario: scenario, region: region, year: year), to: &bytes)
          bytes.append(0x0a)
        }
      }
    }
    return bytes
  }

  /// `lines.csv`: the mean of each line of the delta.
  public func lines() -> [UInt8] {
    var bytes = locale.header(["scenario", "region", "year", "line", "mean"])
    let names = CostLine.allCases.map { locale.prefix($0.id) }
    let yearCells = yearCells
    bytes.reserveCapacity(bytes.count + results.lineMeans.count * 50)
    for (scenario, region, prefix) in places {
      for (year, yearCell) in yearCells.enumerated() {
        for line in CostLine.allCases {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: names[line.rawValue])
          append(results.mean(of: line, scenario: scenario, region: region, year: year), to: &bytes)
          bytes.append(0x0a)
        }
      }
    }
    return bytes
  }

  /// `pairs.csv`: the statistics of the difference between the totals of each pair of scenarios.
  public func pairs() -> [UInt8] {
    var bytes = locale.header(["scenario_a", "scenario_b", "region"] + Self.statistics + ["share_a_cheaper"])
    for (pair, (a, b)) in results.pairs.enumerated() {
      let scenarios = locale.prefix(scenarioCode(a), scenarioCode(b))
      for (region, code) in regionCodes.enumerated() {
        let comparison = results.comparison(pair: pair, region: region)
        bytes.append(contentsOf: scenarios)
        bytes.append(contentsOf: locale.prefix(code))
        append(comparison.difference, to: &bytes)
        bytes.append(locale.separator)
        append(comparison.shareCheaper, to: &bytes)
        bytes.append(0x0a)
      }
    }
    return bytes
  }

  private func append(_ number: Double, to bytes: inout [UInt8]) {
    locale.numbers.append(number, decimals: Self.decimals, to: &bytes)
  }

  private func append(_ summary: Summary, to bytes: inout [UInt8]) { Self.append(summary, locale, to: &bytes) }

  /// The cells of ``statistics``.
  static func append(_ summary: Summary, _ locale: CSVLocale, to bytes: inout [UInt8]) {
    func append(_ number: Double) { locale.numbers.append(number, decimals: Self.decimals, to: &bytes) }
    append(summary.mean)
    bytes.append(locale.separator)
    append(summary.standardError)
    bytes.append(locale.separator)
    append(summary.standardDeviation)
    for percentile in summary.percentiles {
      bytes.append(locale.separator)
      append(percentile)
    }
    bytes.append(locale.separator)
    append(summary.cvar95)
    bytes.append(locale.separator)
    append(summary.sharePositive)
  }

  private func scenarioCode(_ position: Int) -> String { study.scenarios[results.selection.scenarios[position]].code }

  private var regionCodes: [String] {
    results.selection.regions.map { study.regions[$0].code } + (results.includesNational ? [Self.nationalCode] : [])
  }

  private var yearCells: [[UInt8]] {
    (study.firstYear...study.lastYear).map { locale.prefix(String($0)) } + [locale.prefix(Self.totalYear)]
  }

  /// The first two cells of a row, for each scenario and region.
  private var places: [(scenario: Int, region: Int, prefix: [UInt8])] {
    results.selection.scenarios.indices.flatMap { scenario in
      regionCodes.enumerated().map { region, code in
        (scenario, region, locale.prefix(scenarioCode(scenario), code))
      }
    }
  }
}
