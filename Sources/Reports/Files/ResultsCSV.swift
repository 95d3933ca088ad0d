import CostEngine
import Terms

/// The tables of the results folder, for machines: English names and codes of the study, amounts in EUR, six decimals.
///
/// Rows are in the order of the study: scenario, region (the country last, as `NL`), then quantity and year in
/// summary.csv, or year and line in lines.csv; the whole horizon, `total`, comes after the years, and the end state, `end`,
/// after that.
public struct ResultsCSV: Sendable {
  private let study: Study
  private let results: Results
  private let locale: CSVLocale
  /// The cell in ``partialColumn``, and the end of a row; that end alone if no draws are missing.
  private let rowEnd: [UInt8]
  private let partialColumns: [String]

  /// - Parameter partial: nil if no draws are missing.
  /// - Precondition: `results` are those of `study`.
  public init(study: Study, results: Results, locale: CSVLocale = .english, partial: PartialRun? = nil) {
    precondition(results.years == study.years)
    rowEnd = (partial.map { [locale.separator] + Array($0.id.utf8) } ?? []) + [0x0a]
    partialColumns = partial == nil ? [] : [Self.partialColumn]
    self.study = study
    self.results = results
    self.locale = locale
  }

  /// Code of the country in the tables.
  public static let nationalCode = "NL"
  /// The text in the column `year` for the whole horizon.
  static let totalYear = "total"
  /// The text in the column `year` for the end state.
  static let endYear = "end"

  static let statistics = ResultsColumn.summary.map { $0.id }
  static let summaryKeys = ["scenario", "region", "year", "quantity"]
  static let lineColumns = ["scenario", "region", "year", "line", "mean"]
  static let itemColumns = ["scenario", "region", "year", "kind", "item", "structural", "incidental"]
  static let pairKeys = ["scenario_a", "scenario_b", "region"]
  /// In every table of a run of which draws are missing: how many are there, of how many.
  static let partialColumn = "partial"
  static let shareCheaper = ResultsColumn.shareCheaper.id
  /// Suffix of the name of an amount per inhabitant.
  static let perInhabitant = "_per_inhabitant"
  private static let decimals = 6

  /// `summary.csv`: the statistics of each scenario, region, quantity and year.
  public func summary() -> [UInt8] {
    var bytes = locale.header(Self.summaryKeys + Self.statistics + partialColumns)
    let names = ReportedQuantity.allCases.map { locale.prefix($0.id) }
    let yearCells = Self.yearCells(study, locale)
    let endCell = locale.prefix(Self.endYear)
    let rows =
      results.summaries.count + results.presentValues.count + 2 * results.endStates.count + 2 * results.payments.count
    bytes.reserveCapacity(bytes.count + rows * 200)
    for ((scenario, region), prefix) in zip(positions, Self.places(study, results, locale)) {
      for quantity in ReportedQuantity.allCases {
        if quantity == .npv, results.hasPayers { appendPayments(scenario, region, prefix, yearCells, to: &bytes) }
        let cells = yearCells + (quantity.hasEndState ? [endCell] : [])
        for (year, yearCell) in cells.enumerated() where quantity != .npv || year == results.total {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: names[quantity.rawValue])
          append(results.summary(quantity, scenario: scenario, region: region, year: year), to: &bytes)
          bytes += rowEnd
        }
      }
    }
    return bytes
  }

  /// What each payer pays, followed by the same per inhabitant if there are any inhabitants.
  private func appendPayments(
    _ scenario: Int, _ region: Int, _ prefix: [UInt8], _ yearCells: [[UInt8]], to bytes: inout [UInt8]
  ) {
    let population = population(region: region)
    let divisors: [(suffix: String, divisor: Double)] =
      population > 0 && population < .infinity ? [("", 1), (Self.perInhabitant, population)] : [("", 1)]
    for (suffix, divisor) in divisors {
      for payer in Payer.allCases {
        let name = locale.prefix(payer.quantityID + suffix)
        for (year, yearCell) in yearCells.enumerated() {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: name)
          append(
            results.payment(payer, scenario: scenario, region: region, year: year).divided(by: divisor), to: &bytes)
          bytes += rowEnd
        }
      }
    }
  }

  /// Mean number of inhabitants of a place.
  private func population(region: Int) -> Double {
    let isNational = results.includesNational && region == results.national
    let regions = isNational ? results.selection.regions : [results.selection.regions[region]]
    return regions.reduce(0) { $0 + study.mean(of: study.regions[$1].population) }
  }

  /// `lines.csv`: the mean of each line of the delta.
  public func lines() -> [UInt8] {
    var bytes = locale.header(Self.lineColumns + partialColumns)
    let names = CostLine.allCases.map { locale.prefix($0.id) }
    let yearCells = Self.yearCells(study, locale) + [locale.prefix(Self.endYear)]
    bytes.reserveCapacity(bytes.count + results.lineMeans.count * 50)
    for ((scenario, region), prefix) in zip(positions, Self.places(study, results, locale)) {
      for (year, yearCell) in yearCells.enumerated() {
        for line in CostLine.allCases {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: names[line.rawValue])
          append(results.mean(of: line, scenario: scenario, region: region, year: year), to: &bytes)
          bytes += rowEnd
        }
      }
    }
    return bytes
  }

  /// `items.csv`: the mean delta by item, structural and incidental.
  ///
  /// - Precondition: the results have items.
  public func items() -> [UInt8] {
    var bytes = locale.header(Self.itemColumns + partialColumns)
    let yearCells = Self.yearCells(study, locale) + [locale.prefix(Self.endYear)]
    let items = study.items
    let names = items.map { locale.prefix($0.kind.id, study.code(of: $0)) }
    bytes.reserveCapacity(bytes.count + results.itemMeans.count * 40)
    for ((scenario, region), prefix) in zip(positions, Self.places(study, results, locale)) {
      let place = region < results.selection.regions.count ? results.selection.regions[region] : nil
      for (index, item) in items.enumerated()
      where study.has(item, scenario: results.selection.scenarios[scenario], region: place) {
        for (year, yearCell) in yearCells.enumerated() {
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: yearCell)
          bytes.append(contentsOf: names[index])
          let amount = results.mean(ofItem: index, scenario: scenario, region: region, year: year)
          append(amount.structural, to: &bytes)
          bytes.append(locale.separator)
          append(amount.incidental, to: &bytes)
          bytes += rowEnd
        }
      }
    }
    return bytes
  }

  /// `pairs.csv`: the statistics of the difference between the totals of each pair of scenarios.
  public func pairs() -> [UInt8] {
    var bytes = locale.header(Self.pairKeys + Self.statistics + [Self.shareCheaper] + partialColumns)
    for (pair, (a, b)) in results.pairs.enumerated() {
      let scenarios = locale.prefix(scenarioCode(a), scenarioCode(b))
      for (region, code) in Self.regionCodes(study, results).enumerated() {
        let comparison = results.comparison(pair: pair, region: region)
        bytes.append(contentsOf: scenarios)
        bytes.append(contentsOf: locale.prefix(code))
        append(comparison.difference, to: &bytes)
        bytes.append(locale.separator)
        append(comparison.shareCheaper, to: &bytes)
        bytes += rowEnd
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

  private var positions: [(scenario: Int, region: Int)] {
    results.selection.scenarios.indices.flatMap { scenario in
      (0..<results.regionCount).map { (scenario, $0) }
    }
  }

  // MARK: Keys

  static func regionCodes(_ study: Study, _ results: Results) -> [String] {
    results.selection.regions.map { study.regions[$0].code } + (results.includesNational ? [nationalCode] : [])
  }

  static func yearCells(_ study: Study, _ locale: CSVLocale) -> [[UInt8]] {
    (study.firstYear...study.lastYear).map { locale.prefix(String($0)) } + [locale.prefix(totalYear)]
  }

  /// The first two cells of a row, for each scenario and region.
  static func places(_ study: Study, _ results: Results, _ locale: CSVLocale) -> [[UInt8]] {
    let regions = regionCodes(study, results)
    return results.selection.scenarios.flatMap { scenario in
      regions.map { locale.prefix(study.scenarios[scenario].code, $0) }
    }
  }
}

extension Summary {
  /// The statistics of the amount divided by a number above 0 that is the same in every draw.
  fileprivate func divided(by divisor: Double) -> Summary {
    Summary(
      mean: mean / divisor, standardError: standardError / divisor, standardDeviation: standardDeviation / divisor,
      percentiles: percentiles.map { $0 / divisor }, cvar95: cvar95 / divisor, sharePositive: sharePositive)
  }
}
