/// The settings of a study: the rows of settings.csv.
public enum Setting: Int, Sendable, CaseIterable {
  case title, firstYear, years, priceYear, prices, discountRate, wageGrowth, priceGrowth, referenceLevel, municipalKey
  case draws, seed, sampler, language
  case mainScenario, author, organisation, date, version, status, exclusions, vat

  /// Its names, in settings.csv and for people, and its meaning.
  public var name: Name {
    switch self {
    case .title:
      return Name(
        FileWord("title", "titel"), nl: "titel", en: "title", "Hoe de studie in rapporten heet.",
        "What reports call the study.")
    case .firstYear:
      return Name(
        FileWord("first_year", "eerste_jaar"), nl: "eerste jaar", en: "first year", in: Unit(.calendarYear),
        "Het eerste jaar waarover wordt gerekend.", "The first year that is computed.")
    case .years:
      return Name(
        FileWord("years", "jaren"), nl: "jaren", en: "years", in: Unit(.years),
        "Over hoeveel jaar wordt gerekend, het eerste meegeteld.",
        "How many years are computed, the first one included.")
    case .priceYear:
      return Name(
        FileWord("price_year", "prijspeil"), nl: "prijspeil", en: "price level", in: Unit(.calendarYear),
        "Het jaar waarvan de prijzen en lonen zijn gebruikt.", "The year whose prices and wages are used.")
    case .prices:
      return Name(
        FileWord("prices", "prijzen"), nl: "prijzen", en: "prices",
        "Of bedragen met lonen en prijzen meegroeien (lopend) of niet (constant).",
        "Whether amounts grow with wages and prices (current) or not (constant).")
    case .discountRate:
      return Name(
        FileWord("discount_rate", "discontovoet"), nl: "discontovoet", en: "discount rate", in: Unit(.shareAYear),
        "Waarmee de contante waarde wordt teruggerekend.", "By which the present value is discounted.")
    case .wageGrowth:
      return Name(
        .wageGrowth, nl: "loongroei", en: "wage growth", in: Unit(.shareAYear),
        "Hoeveel de lonen groeien in een jaar zonder eigen groei.",
        "How much wages grow in a year that has no growth of its own.")
    case .priceGrowth:
      return Name(
        .priceGrowth, nl: "prijsgroei", en: "price growth", in: Unit(.shareAYear),
        "Hoeveel de prijzen groeien in een jaar zonder eigen groei.",
        "How much prices grow in a year that has no growth of its own.")
    case .referenceLevel:
      return Name(
        FileWord("reference_level", "referentieniveau"), nl: "referentieniveau", en: "reference level",
        "Het niveau waartegen de huidige bezetting wordt gelezen.", "The level that today's staffing is read against.")
    case .municipalKey:
      return Name(
        FileWord("municipal_key", "gemeentelijke_verdeelsleutel"), nl: "gemeentelijke verdeelsleutel",
        en: "municipal key", "Waarnaar de gemeenten samen verdelen wat geen fonds dekt.",
        "By what the municipalities together divide what no fund covers.")
    case .draws:
      return Name(
        FileWord("draws", "trekkingen"), nl: "trekkingen", en: "draws", in: Unit(.draws),
        "Hoe vaak alle onzekere invoer wordt getrokken en doorgerekend.",
        "How many times all uncertain inputs are drawn and worked out.")
    case .seed:
      return Name(
        FileWord("seed", "startwaarde"), nl: "startwaarde", en: "seed",
        "Het getal waarmee dezelfde trekkingen opnieuw te maken zijn.", "The number that makes the same draws again.")
    case .sampler:
      return Name(
        FileWord("sampler", "steekproef"), nl: "steekproef", en: "sampler",
        "Hoe er wordt getrokken: lhs (Latin hypercube), sobol of random.",
        "How draws are made: lhs (Latin hypercube), sobol or random.")
    case .language:
      return Name(
        FileWord("language", "taal"), nl: "taal", en: "language", "De taal van wat mensen lezen: nl of en.",
        "The language of what people read: nl or en.")
    case .mainScenario:
      return Name(
        FileWord("main_scenario", "hoofdscenario"), nl: "hoofdscenario", en: "main scenario",
        "Het scenario waarmee het rapport opent.", "The scenario that the report opens on.")
    case .author:
      return Name(
        FileWord("author", "opsteller"), nl: "opsteller", en: "author", "Wie de raming heeft gemaakt.",
        "Who made the estimate.")
    case .organisation:
      return Name(
        FileWord("organisation", "organisatie"), nl: "organisatie", en: "organisation",
        "Namens welke organisatie.", "On behalf of which organisation.")
    case .date:
      return Name(
        FileWord("date", "datum"), nl: "datum", en: "date", "De datum van de raming.", "The date of the estimate.")
    case .version:
      return Name(
        FileWord("version", "versie"), nl: "versie", en: "version", "De versie van de raming.",
        "The version of the estimate.")
    case .status:
      return Name(
        FileWord("status", "status"), nl: "status", en: "status", "Of de raming concept of definitief is.",
        "Whether the estimate is a draft or final.")
    case .exclusions:
      return Name(
        FileWord("exclusions", "buiten_beschouwing"), nl: "buiten beschouwing", en: "exclusions",
        "Wat de raming niet meetelt.", "What the estimate leaves out.")
    case .vat:
      return Name(
        FileWord("vat", "btw"), nl: "btw", en: "VAT", "Of bedragen met of zonder btw zijn.",
        "Whether amounts are with or without value-added tax.")
    }
  }
}
