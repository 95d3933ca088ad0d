import CostEngine

extension Column {
  public enum Staffing: Int, Sendable, CaseIterable {
    case region, function, persons, personsShare, standbyPositions, turnover, certified
  }
  public enum Training: Int, Sendable, CaseIterable { case region, function, initialHours, annualHours }
  public enum ProvisionCurrent: Int, Sendable, CaseIterable { case region, provision, quantity }
}

extension Column.Staffing {
  public var name: Name {
    switch self {
    case .region: return .ofRegion
    case .function: return .ofFunction
    case .persons:
      return Name(
        FileWord("persons", "personen"), nl: "bezetting nu", en: "staffing now", in: Unit(.people, per: .region),
        "Hoeveel mensen de hele regio vandaag in de pool heeft.",
        "How many people the whole region has in the pool today.")
    case .personsShare:
      return Name(
        FileWord("persons_share", "personen_aandeel"), nl: "bezetting nu", en: "staffing now", in: Unit(.share),
        "Welk deel de regio vandaag heeft van wat het referentieniveau vraagt.",
        "The share that the region has today of what the reference level asks.")
    case .standbyPositions:
      return Name(
        FileWord("standby_positions", "piketposities"), nl: "piketposities", en: "standby positions",
        in: Unit(.positions, per: .region), "Hoeveel posities de hele regio vandaag op betaald piket heeft.",
        "How many positions the whole region has on paid standby today.")
    case .turnover:
      return Name(
        FileWord("turnover", "verloop"), nl: "verloop", en: "turnover", in: Unit(.shareAYear),
        "Welk deel van de pool in een jaar vertrekt.", "The share of the pool that leaves in a year.")
    case .certified:
      return Name(
        .certified, nl: "gecertificeerde mensen nu", en: "certified people now", in: Unit(.share),
        "Welk deel van de pool vandaag een certificaat heeft.",
        "The share of the pool that holds a certificate today.")
    }
  }
}

extension Column.Training {
  public var name: Name {
    switch self {
    case .region: return .ofRegion
    case .function: return .ofFunction
    case .initialHours:
      return Name(
        .initialHours, nl: "opleidingsuren nu", en: "initial training hours now", in: Unit(.hours, per: .newcomer),
        "Hoeveel uur opleiding een nieuwkomer vandaag krijgt.", "How many hours of training a newcomer gets today.")
    case .annualHours:
      return Name(
        .annualHours, nl: "bijscholingsuren nu", en: "annual training hours now", in: Unit(.hoursAYear, per: .person),
        "Hoeveel uur bijscholing iedereen vandaag elk jaar krijgt.",
        "How many hours of training everyone gets each year today.")
    }
  }
}

extension Column.ProvisionCurrent {
  public var name: Name {
    switch self {
    case .region: return .ofRegion
    case .provision: return .ofProvision
    case .quantity:
      return Name(
        .quantity, nl: "aantal nu", en: "quantity now", in: Unit(.pieces, per: .unit),
        "Hoeveel stuks per eenheid de regio vandaag heeft.", "How many pieces a unit the region has today.")
    }
  }
}

extension CurrentFigure {
  /// The column that contains it; the persons of a pool may instead be given as a share, in
  /// ``Column/Staffing/personsShare``.
  public var column: Column {
    switch self {
    case .persons: return .staffing(.persons)
    case .standbyPositions: return .staffing(.standbyPositions)
    case .turnover: return .staffing(.turnover)
    case .certified: return .staffing(.certified)
    case .initialHours: return .training(.initialHours)
    case .annualHours: return .training(.annualHours)
    case .provisionQuantity: return .provisionCurrent(.quantity)
    }
  }

  /// Whether it is a share of the people, 0...1.
  public var isShare: Bool { self == .turnover || self == .certified }

  /// The question to a region, in everyday words; the name of the function or provision is added after it.
  public var question: Bilingual {
    switch self {
    case .persons: return Bilingual(nl: "mensen in de pool", en: "people in the pool")
    case .standbyPositions: return Bilingual(nl: "piketposities", en: "standby positions")
    case .turnover: return Bilingual(nl: "verloop per jaar", en: "turnover a year")
    case .certified: return Bilingual(nl: "deel gecertificeerd", en: "share certified")
    case .initialHours: return Bilingual(nl: "opleidingsuren", en: "initial hours")
    case .annualHours: return Bilingual(nl: "bijscholing per jaar", en: "hours a year")
    case .provisionQuantity: return Bilingual(nl: "aantal nu", en: "quantity now")
    }
  }
}
