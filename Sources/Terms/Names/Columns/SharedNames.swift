/// A column that every table may have beside its own: carried to the report, never used in the computation.
public enum Remark: Sendable, CaseIterable {
  case source, note

  public var name: Name {
    switch self {
    case .source:
      return Name(
        FileWord("source", "bron"), nl: "bron", en: "source",
        "Waar het gegeven vandaan komt, of dat het een aanname is.",
        "Where the figure comes from, or that it is an assumption.")
    case .note:
      return Name(
        FileWord("note", "toelichting"), nl: "toelichting", en: "note", "Wat een lezer erbij moet weten.",
        "What a reader should know with it.")
    }
  }
}

extension FileWord {
  static let region = FileWord("region", "regio")
  static let function = FileWord("function", "functie")
  static let level = FileWord("level", "niveau")
  static let provision = FileWord("provision", "voorziening")
  static let measure = FileWord("measure", "maatregel")
  static let scenario = FileWord("scenario", "scenario")
  static let factor = FileWord("factor", "factor")
  static let from = FileWord("from", "van")
  static let until = FileWord("until", "tot")
  static let initialHours = FileWord("initial_hours", "opleidingsuren")
  static let annualHours = FileWord("annual_hours", "bijscholingsuren")
  static let certified = FileWord("certified", "gecertificeerd")
  static let quantity = FileWord("quantity", "aantal")
  static let amount = FileWord("amount", "bedrag")
  static let share = FileWord("share", "aandeel")
  static let value = FileWord("value", "waarde")
  static let wageGrowth = FileWord("wage_growth", "loongroei")
  static let priceGrowth = FileWord("price_growth", "prijsgroei")
}

/// The names of columns that mean the same in every table.
extension Name {
  static let ofRegion = Name(
    .region, nl: "regio", en: "region", "De code van de regio; * staat voor alle regio's.",
    "The code of the region; * stands for all regions.")
  static let ofFunction = Name(
    .function, nl: "functie", en: "function", "De code van de functie; * staat voor alle functies.",
    "The code of the function; * stands for all functions.")
  static let ofLevel = Name(
    .level, nl: "niveau", en: "level", "De code van het kwaliteitsniveau.", "The code of the quality level.")
  static let ofProvision = Name(
    .provision, nl: "voorziening", en: "provision", "De code van de voorziening.", "The code of the provision.")
  static let ofMeasure = Name(
    .measure, nl: "maatregel", en: "measure", "De code van de maatregel.", "The code of the measure.")
  static let ofScenario = Name(
    .scenario, nl: "scenario", en: "scenario", "De code van het scenario, in de studie en de resultaten.",
    "The code of the scenario, in the study and the results.")
  static let ofYear = Name(
    FileWord("year", "jaar"), nl: "jaar", en: "year", in: Unit(.calendarYear), "Het kalenderjaar van de rij.",
    "The calendar year of the row.")
  public static let inReports = Name(
    FileWord("name", "naam"), nl: "naam", en: "name", "Hoe rapporten het noemen; leeg is de code.",
    "What reports call it; blank is the code.")
  static let per = Name(
    FileWord("per", "per"), nl: "per", en: "per", "Waarnaar geteld wordt: regio, gemeente, 100.000 inwoners of land.",
    "What it is counted by: region, municipality, 100,000 inhabitants or country.")
  static let index = Name(
    FileWord("index", "index"), nl: "index", en: "index", "Of het bedrag met de lonen of met de prijzen meegroeit.",
    "Whether the amount grows with wages or with prices.")
}
