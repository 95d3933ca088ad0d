import CostEngine

/// The tables of a study folder, in the order in which their problems are reported.
public enum TableID: Int, Sendable, CaseIterable {
  case settings, regions, functions, norms, levels, staffing, training
  case provisions, provisionNorms, provisionCurrent
  case oneOffs, measures, measureEffects, scenarios, scenarioRegions, phaseIn, indices, funding, variables, correlations
  case plausibility

  /// The file's name without `.csv`, as in the names of variables.
  public var stem: String {
    switch self {
    case .settings: return "settings"
    case .regions: return "regions"
    case .functions: return "functions"
    case .norms: return "norms"
    case .levels: return "levels"
    case .staffing: return "staffing"
    case .training: return "training"
    case .provisions: return "provisions"
    case .provisionNorms: return "provision-norms"
    case .provisionCurrent: return "provision-current"
    case .oneOffs: return "one-offs"
    case .measures: return "measures"
    case .measureEffects: return "measure-effects"
    case .scenarios: return "scenarios"
    case .scenarioRegions: return "scenario-regions"
    case .phaseIn: return "phase-in"
    case .indices: return "indices"
    case .funding: return "funding"
    case .variables: return "variables"
    case .correlations: return "correlations"
    case .plausibility: return "plausibility"
    }
  }

  public var file: String { stem + ".csv" }

  /// The subject of the table, as a heading.
  public var title: Bilingual {
    switch self {
    case .settings: return Bilingual(nl: "Uitgangspunten", en: "Settings")
    case .regions: return Bilingual(nl: "Regio's", en: "Regions")
    case .functions: return Bilingual(nl: "Functies en hun prijzen", en: "Functions and their prices")
    case .norms: return Bilingual(nl: "Normen voor functies", en: "Norms of functions")
    case .levels: return Bilingual(nl: "Niveaus", en: "Levels")
    case .staffing: return Bilingual(nl: "Bezetting nu", en: "Staffing today")
    case .training: return Bilingual(nl: "Opleiding en bijscholing nu", en: "Training today")
    case .provisions: return Bilingual(nl: "Voorzieningen en hun prijzen", en: "Provisions and their prices")
    case .provisionNorms: return Bilingual(nl: "Normen voor voorzieningen", en: "Norms of provisions")
    case .provisionCurrent: return Bilingual(nl: "Voorzieningen nu", en: "Provisions today")
    case .oneOffs: return Bilingual(nl: "Eenmalige posten", en: "One-offs")
    case .measures: return Bilingual(nl: "Maatregelen", en: "Measures")
    case .measureEffects: return Bilingual(nl: "Effecten van maatregelen", en: "Effects of measures")
    case .scenarios: return Bilingual(nl: "Scenario's", en: "Scenarios")
    case .scenarioRegions:
      return Bilingual(nl: "Scenario's: wat regio's anders doen", en: "Scenarios: what regions do otherwise")
    case .phaseIn: return Bilingual(nl: "Ingroeiprofielen", en: "Phase-in profiles")
    case .indices: return Bilingual(nl: "Lonen en prijzen per jaar", en: "Wages and prices by year")
    case .funding: return Bilingual(nl: "Middelen", en: "Funds")
    case .variables: return Bilingual(nl: "Gedeelde onzekere gegevens", en: "Shared uncertain inputs")
    case .correlations: return Bilingual(nl: "Wat samen beweegt", en: "What moves together")
    case .plausibility:
      return Bilingual(nl: "Eigen grenzen van wat aannemelijk is", en: "Own bounds of what is plausible")
    }
  }
}
