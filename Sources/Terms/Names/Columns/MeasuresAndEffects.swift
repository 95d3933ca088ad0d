import CostEngine

extension Column {
  public enum Measures: Int, Sendable, CaseIterable {
    case measure, name, from, rampYears, per, oneOff, annual, adoption
  }
  public enum MeasureEffects: Int, Sendable, CaseIterable { case measure, item, driver, factor }
}

extension Column.Measures {
  public var name: Name {
    switch self {
    case .measure: return .ofMeasure
    case .name: return .inReports
    case .from:
      return Name(
        .from, nl: "van", en: "from", in: Unit(.calendarYear), "Het jaar waarin de maatregel begint.",
        "The year in which the measure starts.")
    case .rampYears:
      return Name(
        FileWord("ramp_years", "invoerjaren"), nl: "invoerjaren", en: "ramp years", in: Unit(.years),
        "Hoeveel jaar het duurt tot de maatregel helemaal werkt.",
        "How many years it takes until the measure is fully in force.")
    case .per: return .per
    case .oneOff:
      return Name(
        FileWord("one_off", "eenmalig"), nl: "eenmalig", en: "one off", in: Unit(.euro, per: .unit),
        "Wat de maatregel in het eerste jaar per eenheid kost.", "What the measure costs a unit in its first year.")
    case .annual:
      return Name(
        FileWord("annual", "jaarlijks"), nl: "jaarlijks", en: "annual", in: Unit(.euroAYear, per: .unit),
        "Wat de maatregel elk jaar per eenheid kost.", "What the measure costs a unit every year.")
    case .adoption:
      return Name(
        FileWord("adoption", "deelname"), nl: "deelname van regio's", en: "regions that join", in: Unit(.share),
        "De kans dat een regio aan de maatregel meedoet.", "The probability that a region takes part in the measure.")
    }
  }
}

extension Name {
  /// The number that decides whether a measure is in force in a region. It is named like a column of measures.csv, but
  /// occurs in no file.
  public static let inForce = Name(
    FileWord("in_force", "meedoen"), nl: "deelname van regio's", en: "regions that join", in: Unit(.share),
    "Het getal dat bepaalt of een regio aan een maatregel meedoet.",
    "The number that decides whether a region takes part in a measure.")
}

extension Column.MeasureEffects {
  public var name: Name {
    switch self {
    case .measure: return .ofMeasure
    case .item:
      return Name(
        FileWord("item", "onderdeel"), nl: "onderdeel", en: "item", "De functie of voorziening; * staat voor alle.",
        "The function or provision; * stands for all.")
    case .driver:
      return Name(
        FileWord("driver", "factor_op"), nl: "factor op", en: "driver", "De kolom die de maatregel verandert.",
        "The column that the measure changes.")
    case .factor:
      return Name(
        .factor, nl: "effect van maatregelen", en: "effect of measures", in: Unit(.factor),
        "Waarmee de kolom wordt vermenigvuldigd: 0,8 is een vijfde minder.",
        "What the column is multiplied by: 0.8 is a fifth less.")
    }
  }
}

extension Driver {
  /// The column that it stands for, from which it takes its names.
  public var column: Column {
    switch self {
    case .positions: return .norms(.positions)
    case .persons: return .staffing(.persons)
    case .initialHours: return .norms(.initialHours)
    case .annualHours: return .norms(.annualHours)
    case .coursePrice: return .functions(.coursePrice)
    case .examPrice: return .functions(.examPrice)
    case .standbyFee: return .functions(.standbyFee)
    case .turnover: return .staffing(.turnover)
    case .quantity: return .provisionNorms(.quantity)
    case .unitCost: return .provisions(.unitCost)
    }
  }

  public var name: Name { column.name }
}
