import CostEngine

/// A column of a table of a study. Each column belongs to one table, so that the compiler checks references to it.
///
/// Columns of different tables with the same name may have different meanings: `certified` is a requirement of a level
/// in norms.csv, and the current share in a region in staffing.csv.
public enum Column: Sendable, Hashable {
  case settings(Settings)
  case regions(Regions)
  case functions(Functions)
  case norms(Norms)
  case levels(Levels)
  case staffing(Staffing)
  case training(Training)
  case provisions(Provisions)
  case provisionNorms(ProvisionNorms)
  case provisionCurrent(ProvisionCurrent)
  case oneOffs(OneOffs)
  case measures(Measures)
  case measureEffects(MeasureEffects)
  case scenarios(Scenarios)
  case scenarioRegions(ScenarioRegions)
  case phaseIn(PhaseIn)
  case indices(Indices)
  case funding(Funding)
  case variables(Variables)
  case correlations(Correlations)
  case plausibility(Plausibility)

  /// The table that contains it.
  public var table: TableID {
    switch self {
    case .settings: return .settings
    case .regions: return .regions
    case .functions: return .functions
    case .norms: return .norms
    case .levels: return .levels
    case .staffing: return .staffing
    case .training: return .training
    case .provisions: return .provisions
    case .provisionNorms: return .provisionNorms
    case .provisionCurrent: return .provisionCurrent
    case .oneOffs: return .oneOffs
    case .measures: return .measures
    case .measureEffects: return .measureEffects
    case .scenarios: return .scenarios
    case .scenarioRegions: return .scenarioRegions
    case .phaseIn: return .phaseIn
    case .indices: return .indices
    case .funding: return .funding
    case .variables: return .variables
    case .correlations: return .correlations
    case .plausibility: return .plausibility
    }
  }

  /// Its names, in files and for people, and its meaning.
  public var name: Name {
    switch self {
    case .settings(let column): return column.name
    case .regions(let column): return column.name
    case .functions(let column): return column.name
    case .norms(let column): return column.name
    case .levels(let column): return column.name
    case .staffing(let column): return column.name
    case .training(let column): return column.name
    case .provisions(let column): return column.name
    case .provisionNorms(let column): return column.name
    case .provisionCurrent(let column): return column.name
    case .oneOffs(let column): return column.name
    case .measures(let column): return column.name
    case .measureEffects(let column): return column.name
    case .scenarios(let column): return column.name
    case .scenarioRegions(let column): return column.name
    case .phaseIn(let column): return column.name
    case .indices(let column): return column.name
    case .funding(let column): return column.name
    case .variables(let column): return column.name
    case .correlations(let column): return column.name
    case .plausibility(let column): return column.name
    }
  }

  /// Its position among all columns of its table, from 0.
  public var ordinal: Int {
    switch self {
    case .settings(let column): return column.rawValue
    case .regions(let column): return column.rawValue
    case .functions(let column): return column.rawValue
    case .norms(let column): return column.rawValue
    case .levels(let column): return column.rawValue
    case .staffing(let column): return column.rawValue
    case .training(let column): return column.rawValue
    case .provisions(let column): return column.rawValue
    case .provisionNorms(let column): return column.rawValue
    case .provisionCurrent(let column): return column.rawValue
    case .oneOffs(let column): return column.rawValue
    case .measures(let column): return column.rawValue
    case .measureEffects(let column): return column.rawValue
    case .scenarios(let column): return column.rawValue
    case .scenarioRegions(let column): return column.rawValue
    case .phaseIn(let column): return column.rawValue
    case .indices(let column): return column.rawValue
    case .funding(let column): return column.rawValue
    case .variables(let column): return column.rawValue
    case .correlations(let column): return column.rawValue
    case .plausibility(let column): return column.rawValue
    }
  }
}

extension TableID {
  /// Its columns, the key columns first; without `source` and `note`, which every table may have.
  public var columns: [Column] {
    switch self {
    case .settings: return Column.Settings.allCases.map { .settings($0) }
    case .regions: return Column.Regions.allCases.map { .regions($0) }
    case .functions: return Column.Functions.allCases.map { .functions($0) }
    case .norms: return Column.Norms.allCases.map { .norms($0) }
    case .levels: return Column.Levels.allCases.map { .levels($0) }
    case .staffing: return Column.Staffing.allCases.map { .staffing($0) }
    case .training: return Column.Training.allCases.map { .training($0) }
    case .provisions: return Column.Provisions.allCases.map { .provisions($0) }
    case .provisionNorms: return Column.ProvisionNorms.allCases.map { .provisionNorms($0) }
    case .provisionCurrent: return Column.ProvisionCurrent.allCases.map { .provisionCurrent($0) }
    case .oneOffs: return Column.OneOffs.allCases.map { .oneOffs($0) }
    case .measures: return Column.Measures.allCases.map { .measures($0) }
    case .measureEffects: return Column.MeasureEffects.allCases.map { .measureEffects($0) }
    case .scenarios: return Column.Scenarios.allCases.map { .scenarios($0) }
    case .scenarioRegions: return Column.ScenarioRegions.allCases.map { .scenarioRegions($0) }
    case .phaseIn: return Column.PhaseIn.allCases.map { .phaseIn($0) }
    case .indices: return Column.Indices.allCases.map { .indices($0) }
    case .funding: return Column.Funding.allCases.map { .funding($0) }
    case .variables: return Column.Variables.allCases.map { .variables($0) }
    case .correlations: return Column.Correlations.allCases.map { .correlations($0) }
    case .plausibility: return Column.Plausibility.allCases.map { .plausibility($0) }
    }
  }

  /// The column with an English name; nil if there is none.
  public func column(id: String) -> Column? { columns.first { $0.name.id == id } }
}
