import Terms

/// What a code of a study stands for.
enum CodeKind: Sendable {
  case region, function, level, provision, oneOff, measure, scenario, profile, fund, variable, factor

  /// The key column that introduces the codes of this kind; elsewhere they are referred to.
  private var definition: Column {
    switch self {
    case .region: return .regions(.region)
    case .function: return .functions(.function)
    case .level: return .norms(.level)
    case .provision: return .provisions(.provision)
    case .oneOff: return .oneOffs(.item)
    case .measure: return .measures(.measure)
    case .scenario: return .scenarios(.scenario)
    case .profile: return .phaseIn(.profile)
    case .fund: return .funding(.fund)
    case .variable: return .variables(.variable)
    case .factor: return .correlations(.factor)
    }
  }

  /// The table of that column.
  var definedIn: TableID { definition.table }

  var noun: Bilingual { definition.name.name }

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
