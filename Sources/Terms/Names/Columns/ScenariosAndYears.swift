import CostEngine

extension Column {
  public enum Scenarios: Int, Sendable, CaseIterable {
    case scenario, name, level, phaseIn, from, until, delayYears, bandwidth, release, measures
  }
  public enum ScenarioRegions: Int, Sendable, CaseIterable {
    case scenario, region, level, phaseIn, from, until, delayYears, bandwidth, release, measures
  }
  public enum PhaseIn: Int, Sendable, CaseIterable { case profile, year, share }
  public enum Indices: Int, Sendable, CaseIterable { case year, wageGrowth, priceGrowth }

  /// The terms of a scenario, which may be different for a region.
  public enum Term: Sendable, CaseIterable {
    case level, phaseIn, from, until, delayYears, bandwidth, release, measures

    /// Its column in scenarios.csv.
    public var ofScenario: Column {
      switch self {
      case .level: return .scenarios(.level)
      case .phaseIn: return .scenarios(.phaseIn)
      case .from: return .scenarios(.from)
      case .until: return .scenarios(.until)
      case .delayYears: return .scenarios(.delayYears)
      case .bandwidth: return .scenarios(.bandwidth)
      case .release: return .scenarios(.release)
      case .measures: return .scenarios(.measures)
      }
    }

    /// Its column in scenario-regions.csv.
    public var ofRegion: Column {
      switch self {
      case .level: return .scenarioRegions(.level)
      case .phaseIn: return .scenarioRegions(.phaseIn)
      case .from: return .scenarioRegions(.from)
      case .until: return .scenarioRegions(.until)
      case .delayYears: return .scenarioRegions(.delayYears)
      case .bandwidth: return .scenarioRegions(.bandwidth)
      case .release: return .scenarioRegions(.release)
      case .measures: return .scenarioRegions(.measures)
      }
    }
  }
}

extension Column.Term {
  public var name: Name {
    switch self {
    case .level:
      return Name(
        .level, nl: "niveau", en: "level", "Het kwaliteitsniveau waar het scenario naartoe groeit.",
        "The quality level that the scenario grows to.")
    case .phaseIn:
      return Name(
        FileWord("phase_in", "ingroei"), nl: "ingroei", en: "phase-in",
        "Hoe de afstand tot het niveau in de loop van de jaren wordt overbrugd.",
        "How the gap to the level closes over the years.")
    case .from:
      return Name(
        .from, nl: "van", en: "from", in: Unit(.calendarYear), "Het eerste jaar van de ingroei.",
        "The first year of the phase-in.")
    case .until:
      return Name(
        .until, nl: "tot", en: "until", in: Unit(.calendarYear), "Het laatste jaar van de ingroei.",
        "The last year of the phase-in.")
    case .delayYears:
      return Name(
        FileWord("delay_years", "vertraging_jaren"), nl: "vertraging jaren", en: "delay years", in: Unit(.years),
        "Hoeveel jaar alles later op gang komt.", "The number of years by which it all comes later.")
    case .bandwidth:
      return Name(
        FileWord("bandwidth", "bandbreedte"), nl: "bandbreedte", en: "bandwidth", in: Unit(.share),
        "Het deel dat een regio onder de norm mag blijven.", "The share that a region may stay below the norm.")
    case .release:
      return Name(
        FileWord("release", "vrijval"), nl: "vrijval", en: "release", in: Unit(.share),
        "Het deel van wat boven de norm ligt dat wordt afgebouwd.",
        "The share of what lies above the norm that is given up.")
    case .measures:
      return Name(
        FileWord("measures", "maatregelen"), nl: "maatregelen", en: "measures",
        "De maatregelen die in gebruik zijn; een streepje is geen enkele.",
        "The measures in use; a hyphen is none.")
    }
  }
}

extension Column.Scenarios {
  public var name: Name {
    switch self {
    case .scenario: return .ofScenario
    case .name: return .inReports
    case .level: return Column.Term.level.name
    case .phaseIn: return Column.Term.phaseIn.name
    case .from: return Column.Term.from.name
    case .until: return Column.Term.until.name
    case .delayYears: return Column.Term.delayYears.name
    case .bandwidth: return Column.Term.bandwidth.name
    case .release: return Column.Term.release.name
    case .measures: return Column.Term.measures.name
    }
  }
}

extension Column.ScenarioRegions {
  public var name: Name {
    switch self {
    case .scenario: return .ofScenario
    case .region: return .ofRegion
    case .level: return Column.Term.level.name
    case .phaseIn: return Column.Term.phaseIn.name
    case .from: return Column.Term.from.name
    case .until: return Column.Term.until.name
    case .delayYears: return Column.Term.delayYears.name
    case .bandwidth: return Column.Term.bandwidth.name
    case .release: return Column.Term.release.name
    case .measures: return Column.Term.measures.name
    }
  }
}

extension Column.PhaseIn {
  public var name: Name {
    switch self {
    case .profile:
      return Name(
        FileWord("profile", "profiel"), nl: "profiel", en: "profile", "De code van het ingroeiprofiel.",
        "The code of the phase-in profile.")
    case .year: return .ofYear
    case .share:
      return Name(
        .share, nl: "aandeel", en: "share", in: Unit(.share),
        "Welk deel van de afstand tot de norm in dat jaar is overbrugd.",
        "The share of the gap to the norm that is closed in that year.")
    }
  }
}

extension Column.Indices {
  public var name: Name {
    switch self {
    case .year: return .ofYear
    case .wageGrowth:
      return Name(
        .wageGrowth, nl: "loongroei", en: "wage growth", in: Unit(.shareAYear), "Hoeveel de lonen in dat jaar groeien.",
        "How much wages grow in that year.")
    case .priceGrowth:
      return Name(
        .priceGrowth, nl: "prijsgroei", en: "price growth", in: Unit(.shareAYear),
        "Hoeveel de prijzen in dat jaar groeien.", "How much prices grow in that year.")
    }
  }
}
