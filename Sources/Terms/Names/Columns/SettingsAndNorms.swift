extension Column {
  public enum Settings: Int, Sendable, CaseIterable { case setting, value }
  public enum Regions: Int, Sendable, CaseIterable { case region, name, population, municipalities, reserve }
  public enum Functions: Int, Sendable, CaseIterable {
    case function, name, per, hourlyCost, coursePrice, examPrice, standbyFee
  }
  public enum Norms: Int, Sendable, CaseIterable {
    case level, function, positions, personsPerPosition, initialHours, annualHours, certified, recertifyYears
  }
  public enum Levels: Int, Sendable, CaseIterable { case level, name, basedOn }
}

extension Column.Settings {
  public var name: Name {
    switch self {
    case .setting:
      return Name(
        FileWord("setting", "instelling"), nl: "instelling", en: "setting", "De naam van de instelling.",
        "The name of the setting.")
    case .value:
      return Name(.value, nl: "waarde", en: "value", "Wat de instelling is.", "What the setting is.")
    }
  }
}

extension Column.Regions {
  public var name: Name {
    switch self {
    case .region: return .ofRegion
    case .name: return .inReports
    case .population:
      return Name(
        FileWord("population", "inwoners"), nl: "inwoners", en: "population", in: Unit(.inhabitants, per: .region),
        "Het aantal inwoners van de hele regio.", "The number of inhabitants of the whole region.")
    case .municipalities:
      return Name(
        FileWord("municipalities", "gemeenten"), nl: "gemeenten", en: "municipalities",
        in: Unit(.municipalities, per: .region), "Het aantal gemeenten van de hele regio.",
        "The number of municipalities of the whole region.")
    case .reserve:
      return Name(
        FileWord("reserve", "weerstandscapaciteit"), nl: "weerstandscapaciteit", en: "reserve",
        in: Unit(.euro, per: .region),
        "Wat de regio zelf achter de hand heeft om tegenvallers op te vangen; er wordt niet mee gerekend.",
        "What the region itself has in hand to meet setbacks; the cost is not computed with it.")
    }
  }
}

extension Column.Functions {
  public var name: Name {
    switch self {
    case .function: return .ofFunction
    case .name: return .inReports
    case .per: return .per
    case .hourlyCost:
      return Name(
        FileWord("hourly_cost", "uurtarief"), nl: "uurtarief", en: "hourly cost", in: Unit(.euro, per: .hour),
        "Wat een uur van eigen mensen kost.", "What an hour of own staff costs.")
    case .coursePrice:
      return Name(
        FileWord("course_price", "opleidingsprijs"), nl: "opleidingsprijs", en: "course price",
        in: Unit(.euro, per: .participantHour), "Wat een uur opleiding per deelnemer kost.",
        "What an hour of a course costs for each participant.")
    case .examPrice:
      return Name(
        FileWord("exam_price", "examenprijs"), nl: "examenprijs", en: "exam price", in: Unit(.euro, per: .exam),
        "Wat een examen kost.", "What an exam costs.")
    case .standbyFee:
      return Name(
        FileWord("standby_fee", "piketvergoeding"), nl: "piketvergoeding", en: "standby fee",
        in: Unit(.euro, per: .week),
        "De vergoeding voor een week piket op een positie.", "The fee for a week of standby in a position.")
    }
  }
}

extension Column.Norms {
  public var name: Name {
    switch self {
    case .level: return .ofLevel
    case .function: return .ofFunction
    case .positions:
      return Name(
        FileWord("positions", "posities"), nl: "norm voor functies", en: "norm for positions",
        in: Unit(.positions, per: .unit), "Hoeveel posities er per eenheid altijd bezet moeten zijn.",
        "How many positions a unit must be filled at any time.")
    case .personsPerPosition:
      return Name(
        FileWord("persons_per_position", "personen_per_positie"), nl: "norm voor mensen per functie",
        en: "norm for people per position", in: Unit(.people, per: .position),
        "Hoeveel mensen er nodig zijn om een positie altijd te bezetten.",
        "How many people it takes to fill a position at any time.")
    case .initialHours:
      return Name(
        .initialHours, nl: "norm voor opleidingsuren", en: "norm for initial training hours",
        in: Unit(.hours, per: .newcomer), "Hoeveel uur opleiding het niveau van een nieuwkomer vraagt.",
        "How many hours of training the level asks of a newcomer.")
    case .annualHours:
      return Name(
        .annualHours, nl: "norm voor bijscholingsuren", en: "norm for annual training hours",
        in: Unit(.hoursAYear, per: .person), "Hoeveel uur bijscholing het niveau elk jaar van iedereen vraagt.",
        "How many hours of training the level asks of everyone each year.")
    case .certified:
      return Name(
        .certified, nl: "norm gecertificeerd", en: "norm certified", in: Unit(.share),
        "Welk deel van de mensen volgens het niveau een certificaat heeft.",
        "The share of the people who hold a certificate at the level.")
    case .recertifyYears:
      return Name(
        FileWord("recertify_years", "hercertificering_jaren"), nl: "norm hercertificering jaren",
        en: "norm recertify years", in: Unit(.years), "Hoe lang een certificaat geldig is; 0 is voor altijd.",
        "How long a certificate lasts; 0 is for ever.")
    }
  }
}

extension Column.Levels {
  public var name: Name {
    switch self {
    case .level: return .ofLevel
    case .name: return .inReports
    case .basedOn:
      return Name(
        FileWord("based_on", "gebaseerd_op"), nl: "gebaseerd op", en: "based on",
        "Het niveau waarvan dit de normen heeft, behalve waar het eigen normen heeft; leeg is geen.",
        "The level whose norms it has, except where it has norms of its own; blank is none.")
    }
  }
}
