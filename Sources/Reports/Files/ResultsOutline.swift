import CostEngine
import Terms

/// The extent of the tables of a results folder: the codes and years in them, and how they are written.
public struct ResultsOutline: Sendable {
  public var selection: Selection
  /// Codes of the selected scenarios, by position.
  public var scenarios: [String]
  /// Codes of the selected regions, by position, followed by the country's if it is included.
  public var regions: [String]
  public var includesNational: Bool
  public var firstYear: Int
  public var lastYear: Int
  public var draws: Int
  public var locale: CSVLocale
  /// ``Study/items``; empty without the study.
  var items: [(kind: CostItem.Kind, code: String)] = []
  /// Whether a scenario has an item in a region, in the order scenario, region, item.
  var hasItem: [Bool] = []

  public init(_ study: Study, selection: Selection, draws: Int, locale: CSVLocale) {
    self.selection = selection
    scenarios = selection.scenarios.map { study.scenarios[$0].code }
    includesNational = selection.regions.count == study.regions.count
    regions = selection.regions.map { study.regions[$0].code } + (includesNational ? [ResultsCSV.nationalCode] : [])
    firstYear = study.firstYear
    lastYear = study.lastYear
    self.draws = draws
    self.locale = locale
    let own = study.items
    items = own.map { ($0.kind, study.code(of: $0)) }
    for scenario in selection.scenarios {
      for region in selection.regions {
        hasItem += own.map { study.has($0, scenario: scenario, region: region) }
      }
      if includesNational { hasItem += own.map { study.has($0, scenario: scenario, region: nil) } }
    }
  }

  /// The outline according to a manifest, without the study, which may no longer exist: positions are those in the
  /// manifest's lists of computed scenarios and regions.
  ///
  /// - Returns: nil if no results can have such a manifest.
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
  /// The texts in the column `year`; the whole horizon comes last.
  public var yearTexts: [String] { (firstYear...lastYear).map { String($0) } + [ResultsCSV.totalYear] }
}
