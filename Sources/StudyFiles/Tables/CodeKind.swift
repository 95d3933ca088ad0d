/// What a code of a study stands for.
enum CodeKind: Sendable {
  case region, function, level, provision, oneOff, measure, scenario, profile, fund, variable, factor

  /// The table whose key column introduces the codes of this kind; elsewhere they are referred to.
  var definedIn: TableID {
    switch self {
    case .region: return .regions
    case .function: return .functions
    case .level: return .norms
    case .provision: return .provisions
    case .oneOff: return .oneOffs
    case .measure: return .measures
    case .scenario: return .scenarios
    case .profile: return .phaseIn
    case .fund: return .funding
    case .variable: return .variables
    case .factor: return .correlations
    }
  }

  var noun: Localized {
    switch self {
    case .region: return Localized(nl: "regio", en: "region")
    case .function: return Localized(nl: "functie", en: "function")
    case .level: return Localized(nl: "niveau", en: "level")
    case .provision: return Localized(nl: "voorziening", en: "provision")
    case .oneOff: return Localized(nl: "post", en: "item")
    case .measure: return Localized(nl: "maatregel", en: "measure")
    case .scenario: return Localized(nl: "scenario", en: "scenario")
    case .profile: return Localized(nl: "profiel", en: "profile")
    case .fund: return Localized(nl: "middelen", en: "fund")
    case .variable: return Localized(nl: "grootheid", en: "variable")
    case .factor: return Localized(nl: "factor", en: "factor")
    }
  }

  /// "deze regio", "dit niveau".
  var thisNoun: Localized {
    switch self {
    case .level, .scenario, .profile: return Localized(nl: "dit \(noun.dutch)", en: "this \(noun.english)")
    default: return Localized(nl: "deze \(noun.dutch)", en: "this \(noun.english)")
    }
  }

  /// "onbekende regio", "onbekend niveau".
  var unknownNoun: Localized {
    switch self {
    case .level, .scenario, .profile: return Localized(nl: "onbekend \(noun.dutch)", en: "unknown \(noun.english)")
    default: return Localized(nl: "onbekende \(noun.dutch)", en: "unknown \(noun.english)")
    }
  }

  var plural: Localized {
    switch self {
    case .region: return Localized(nl: "regio's", en: "regions")
    case .function: return Localized(nl: "functies", en: "functions")
    case .level: return Localized(nl: "niveaus", en: "levels")
    case .provision: return Localized(nl: "voorzieningen", en: "provisions")
    case .oneOff: return Localized(nl: "posten", en: "items")
    case .measure: return Localized(nl: "maatregelen", en: "measures")
    case .scenario: return Localized(nl: "scenario's", en: "scenarios")
    case .profile: return Localized(nl: "profielen", en: "profiles")
    case .fund: return Localized(nl: "middelen", en: "funds")
    case .variable: return Localized(nl: "grootheden", en: "variables")
    case .factor: return Localized(nl: "factoren", en: "factors")
    }
  }
}
