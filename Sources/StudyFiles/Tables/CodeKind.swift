import Terms

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

  var noun: Bilingual {
    switch self {
    case .region: return Bilingual(nl: "regio", en: "region")
    case .function: return Bilingual(nl: "functie", en: "function")
    case .level: return Bilingual(nl: "niveau", en: "level")
    case .provision: return Bilingual(nl: "voorziening", en: "provision")
    case .oneOff: return Bilingual(nl: "post", en: "item")
    case .measure: return Bilingual(nl: "maatregel", en: "measure")
    case .scenario: return Bilingual(same: "scenario")
    case .profile: return Bilingual(nl: "profiel", en: "profile")
    case .fund: return Bilingual(nl: "middelen", en: "fund")
    case .variable: return Bilingual(nl: "grootheid", en: "variable")
    case .factor: return Bilingual(same: "factor")
    }
  }

  /// "deze regio", "dit niveau".
  var thisNoun: Bilingual {
    switch self {
    case .level, .scenario, .profile: return Bilingual(nl: "dit \(noun.dutch)", en: "this \(noun.english)")
    default: return Bilingual(nl: "deze \(noun.dutch)", en: "this \(noun.english)")
    }
  }

  /// "onbekende regio", "onbekend niveau".
  var unknownNoun: Bilingual {
    switch self {
    case .level, .scenario, .profile: return Bilingual(nl: "onbekend \(noun.dutch)", en: "unknown \(noun.english)")
    default: return Bilingual(nl: "onbekende \(noun.dutch)", en: "unknown \(noun.english)")
    }
  }

  var plural: Bilingual {
    switch self {
    case .region: return Bilingual(nl: "regio's", en: "regions")
    case .function: return Bilingual(nl: "functies", en: "functions")
    case .level: return Bilingual(nl: "niveaus", en: "levels")
    case .provision: return Bilingual(nl: "voorzieningen", en: "provisions")
    case .oneOff: return Bilingual(nl: "posten", en: "items")
    case .measure: return Bilingual(nl: "maatregelen", en: "measures")
    case .scenario: return Bilingual(nl: "scenario's", en: "scenarios")
    case .profile: return Bilingual(nl: "profielen", en: "profiles")
    case .fund: return Bilingual(nl: "middelen", en: "funds")
    case .variable: return Bilingual(nl: "grootheden", en: "variables")
    case .factor: return Bilingual(nl: "factoren", en: "factors")
    }
  }
}
