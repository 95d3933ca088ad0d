import CostEngine
import Terms

/// What the tables of a results folder are of: the codes that stand in them, and how they are written.
public struct ResultsOutline: Sendable {
  public var selection: Selection
  /// Codes of the selected scenarios, by position.
  public var scenarios: [String]
  /// Codes of the selected regions, by position, the country's last where there is one.
  public var regions: [String]
  public var includesNational: Bool
  public var firstYear: Int
  public var lastYear: Int
  public var draws: Int
  public var locale: CSVLocale

  public init(_ study: Study, selection: Selection, draws: Int, locale: CSVLocale) {
    self.selection = selection
    scenarios = selection.scenarios.map { study.scenarios[$0].code }
    includesNational = selection.regions.count == study.regions.count
    regions = selection.regions.map { study.regions[$0].code } + (includesNational ? [ResultsCSV.nationalCode] : [])
    firstYear = study.firstYear
    lastYear = study.lastYear
    self.draws = draws
    self.locale = locale
  }

  /// Of results whose study may be gone: its scenarios and regions are then those that were computed.
  ///
  /// - Returns: nil where no results can be of this.
  public init?(_ manifest: Manifest) {
    let years = 1...9999
    guard !manifest.scenarios.isEmpty, !manifest.regions.isEmpty, manifest.draws >= 1,
      years.contains(manifest.firstYear), years.contains(manifest.lastYear), manifest.firstYear <= manifest.lastYear
    else { return nil }
    selection = Selection(
      scenarios: Array(manifest.scenarios.indices), regions: Array(manifest.regions.indices))
    scenarios = manifest.scenarios
    includesNational = manifest.includesAllRegions
    regions = manifest.regions + (includesNational ? [ResultsCSV.nationalCode] : [])
    firstYear = manifest.firstYear
    lastYear = manifest.lastYear
    draws = manifest.draws
    locale = manifest.csvLocale
  }

  var years: Int { lastYear - firstYear + 1 }
  /// What stands in the column `year`, the whole horizon last.
  public var yearTexts: [String] { (firstYear...lastYear).map { String($0) } + [ResultsCSV.totalYear] }
}
