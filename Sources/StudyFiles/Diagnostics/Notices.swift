import Terms

/// What a reader should know about a study that can be computed.
extension CellProblem {
  /// - Parameter example: the bracketed part of a variable's name, for a cell that the row may have intended.
  static func correlationWithoutEffect(table: TableID, column: String, example: String?) -> CellProblem {
    CellProblem(
      nl: "Deze rij raakt geen enkele onzekere cel en heeft dus geen gevolg.",
      en: "This row matches no uncertain cell and so has no effect.",
      remedyNl: example.map { "Kies een onderdeel zoals \($0), met * voor alle." }
        ?? "In \(table.file) gebruikt het model geen onzekere cel uit kolom \(quoted(column)).",
      remedyEn: example.map { "Choose an item such as \($0), with * for all." }
        ?? "The model uses no uncertain cell from column \(quoted(column)) of \(table.file).")
  }

  /// Further cells in a column with a number that can be read in two ways.
  static func furtherAmbiguous(_ count: Int) -> CellProblem {
    CellProblem(
      nl: count == 1 ? "In deze kolom is nog 1 cel zo gelezen." : "In deze kolom zijn nog \(count) cellen zo gelezen.",
      en: count == 1
        ? "1 more cell of this column was read this way." : "\(count) more cells of this column were read this way.",
      remedyNl: "Kijk of het zo bedoeld is. Zo niet, herstel dan de hele kolom.",
      remedyEn: "See whether that is what was meant. If not, mend the whole column.")
  }

  static func unused(_ kind: CodeKind, _ code: String) -> CellProblem {
    let dutchUser: String
    let englishUser: String
    switch kind {
    case .level:
      dutchUser = "geen scenario vraagt het en het is niet het referentieniveau"
      englishUser = "no scenario asks for it and it is not the reference level"
    case .variable:
      dutchUser = "geen cel vraagt erom met var(\(code.excerpt))"
      englishUser = "no cell asks for it with var(\(code.excerpt))"
    default:
      dutchUser = "geen scenario noemt \(kind == .profile ? "het" : "deze")"
      englishUser = "no scenario names it"
    }
    return CellProblem(
      nl: "\(kind.noun.capitalised.dutch) \(quoted(code)) wordt niet gebruikt: \(dutchUser).",
      en: "\(kind.noun.capitalised.english) \(quoted(code)) is not used: \(englishUser).",
      remedyNl: "Klopt dat? Dan is er niets te doen.", remedyEn: "If that is right there is nothing to do.")
  }

  /// Growth that is given for years of which the model uses none.
  ///
  /// - Parameters:
  ///   - years: the years of the rows.
  ///   - used: the years whose growth the model uses; nil at constant prices.
  static func unusedGrowth(_ years: [String], used: Range<Int>?) -> CellProblem {
    let list = enumeration(years, conjunction: .and)
    let isOne = years.count == 1
    guard let used else {
      return CellProblem(
        nl: "Deze studie rekent in constante prijzen: groei van lonen en prijzen (\(list.dutch)) telt niet mee.",
        en: "This study is at constant prices: growth of wages and prices (\(list.english)) does not count.",
        remedyNl: "Klopt dat? Dan is er niets te doen. Zet anders in settings.csv prijzen op lopend.",
        remedyEn: "If that is right there is nothing to do. Otherwise set prices to current in settings.csv.")
    }
    let span = used.isEmpty ? nil : used.count == 1 ? "\(used.lowerBound)" : "\(used.lowerBound)–\(used.upperBound - 1)"
    return CellProblem(
      nl: "De groei in \(list.dutch) telt niet mee: "
        + (span.map { "deze studie gebruikt alleen die van \($0)." } ?? "deze studie gebruikt geen groei."),
      en: "The growth in \(list.english) does not count: "
        + (span.map { "this study only uses that of \($0)." } ?? "this study uses no growth."),
      remedyNl:
        "Klopt dat? Dan is er niets te doen. Controleer anders \(isOne ? "het jaar" : "de jaren") en het prijspeil.",
      remedyEn:
        "If that is right there is nothing to do. Otherwise check the \(isOne ? "year" : "years") and the price year."
    )
  }

  /// When a scenario is completely in place.
  enum Completion {
    /// Calendar year.
    case year(Int)
    /// Its profile does not reach 1.
    case never
    /// Of being so in the last year, 0...1.
    case chance(Double)
  }

  /// - Parameters:
  ///   - lastYear: of the study.
  ///   - regions: how many regions of how many are late.
  static func unfinished(
    _ scenario: String, lastYear: Int, _ completion: Completion, regions: (late: Int, all: Int)
  ) -> CellProblem {
    let isSome = regions.late < regions.all
    let dutch = isSome ? " in \(regions.late) van de \(regions.all) regio's" : ""
    let english = isSome ? " in \(regions.late) of \(regions.all) regions" : ""
    let everywhere =
      regions.all > 1 ? Bilingual(nl: ", in elke regio", en: " in every region") : Bilingual(nl: ",", en: "")
    let problem: Bilingual
    switch completion {
    case .year(let year):
      problem = Bilingual(
        nl: "Scenario \(quoted(scenario)) is in \(lastYear), het laatste jaar van de studie,\(dutch) nog niet helemaal "
          + "ingevoerd: dat is het pas in \(year).",
        en:
          "Scenario \(quoted(scenario)) is not completely in place\(english) in \(lastYear), the last year of the study: "
          + "that is only so in \(year).")
    case .never:
      problem = Bilingual(
        nl: "Scenario \(quoted(scenario)) is in \(lastYear), het laatste jaar van de studie,\(dutch) nog niet helemaal "
          + "ingevoerd: zijn profiel komt niet tot 100%.",
        en:
          "Scenario \(quoted(scenario)) is not completely in place\(english) in \(lastYear), the last year of the study: "
          + "its profile does not reach 100%.")
    case .chance(let share):
      let percent = Int((100 * share).rounded())
      let text = share == 0 ? "0%" : percent == 0 ? "< 1%" : percent == 100 ? "> 99%" : "\(percent)%"
      problem = Bilingual(
        nl:
          "De kans dat scenario \(quoted(scenario)) in \(lastYear), het laatste jaar van de studie\(everywhere.dutch) "
          + "helemaal is ingevoerd, is \(text).",
        en:
          "The chance that scenario \(quoted(scenario)) is completely in place\(everywhere.english) in \(lastYear), the last "
          + "year of the study, is \(text).")
    }
    return CellProblem(
      nl: problem.dutch, en: problem.english,
      remedyNl:
        "Wat later komt, staat niet in de totalen. Kijk naar het eindbeeld, of neem in settings.csv meer jaren.",
      remedyEn: "What comes later is not in the totals. Look at the end state, or take more years in settings.csv.")
  }

  static func oneOffWithoutScenario(_ code: String) -> CellProblem {
    CellProblem(
      nl: "Post \(quoted(code)) telt in geen enkel scenario mee.", en: "Item \(quoted(code)) counts in no scenario.",
      remedyNl: "Klopt dat? Een lege cel betekent alle scenario's, een streepje (-) geen.",
      remedyEn: "Is that right? A blank cell means all scenarios, a hyphen (-) none.")
  }

  /// A scenario that bears none of the one-offs of one that it is hardly different from.
  static func missesOneOffs(_ scenario: String, original: String, items: [String]) -> CellProblem {
    let list = enumeration(items, conjunction: .and)
    let isOne = items.count == 1
    return CellProblem(
      nl: "Scenario \(quoted(scenario)) lijkt op \(quoted(original)), maar draagt \(isOne ? "post" : "de posten") "
        + "\(list.dutch) niet: \(isOne ? "die noemt" : "die noemen") de scenario's die meedoen bij naam.",
      en: "Scenario \(quoted(scenario)) is like \(quoted(original)), but does not bear \(isOne ? "item" : "items") "
        + "\(list.english), which \(isOne ? "names" : "name") the scenarios that do.",
      remedyNl: "Hoort het erbij? Zet \(scenario.excerpt) er met een + bij. Klopt het zo? Dan is er niets te doen.",
      remedyEn: "If it should, add \(scenario.excerpt) with a +. If that is right there is nothing to do.")
  }

  static func oneOffWithoutMeasure(_ code: String, measure: String) -> CellProblem {
    CellProblem(
      nl: "Post \(quoted(code)) telt in geen enkel scenario mee: geen scenario dat de post draagt, gebruikt maatregel "
        + "\(quoted(measure)).",
      en: "Item \(quoted(code)) counts in no scenario: none that bears it uses measure \(quoted(measure)).",
      remedyNl: "Klopt dat? Dan is er niets te doen. Noem anders de maatregel in scenarios.csv, of maak deze cel leeg.",
      remedyEn:
        "If that is right there is nothing to do. Otherwise name the measure in scenarios.csv, or clear this cell."
    )
  }

  /// Two levels whose uncertain norms are drawn independently of each other.
  ///
  /// - Parameter items: codes of the functions and provisions.
  static func independentLevels(_ level: String, _ other: String, items: [String]) -> CellProblem {
    let list = enumeration(items, conjunction: .and)
    return CellProblem(
      nl:
        "De niveaus \(quoted(level)) en \(quoted(other)) hebben elk eigen onzekere normen voor \(list.dutch), die los van "
        + "elkaar worden getrokken: van het verschil tussen scenario's met deze niveaus is een deel toeval.",
      en:
        "Levels \(quoted(level)) and \(quoted(other)) each have uncertain norms of their own for \(list.english), which are "
        + "drawn independently: of the difference of scenarios with these levels a part is chance.",
      remedyNl:
        "Lijken de niveaus op elkaar? Baseer dan het ene in levels.csv op het andere, en laat gelijke normen leeg of "
        + "schrijf een deel, zoals x0,9.",
      remedyEn:
        "If the levels are alike, base one on the other in levels.csv, and leave equal norms blank or write a share, "
        + "such as x0.9.")
  }

  static func standbyLimit(level: String, functions: [String], persons: Bilingual) -> CellProblem {
    let shown = enumeration(functions, conjunction: .and)
    return CellProblem(
      nl: "Niveau \(quoted(level)) komt voor \(shown.dutch) op minder dan 2 personen per piketpositie "
        + "(\(persons.dutch)): te weinig om die dag en nacht te bezetten.",
      en: "Level \(quoted(level)) comes to fewer than 2 persons a standby position for \(shown.english) "
        + "(\(persons.english)): too few to fill it day and night.",
      remedyNl: "Reken op ten minste 2: wie piket heeft, mag dat hooguit 14 van de 28 dagen hebben "
        + "(Arbeidstijdenwet art. 5:9).",
      remedyEn: "Count on 2 at least: a person may be on standby 14 of 28 days at most "
        + "(Arbeidstijdenwet, art. 5:9).")
  }

  static func longIncidental(_ code: String, years: Int) -> CellProblem {
    CellProblem(
      nl: "Eenmalige post \(quoted(code)) kan \(years) jaar lopen.",
      en: "One-off item \(quoted(code)) may run for \(years) years.",
      remedyNl: "Wat langer dan drie jaar duurt, geldt in de regel niet als incidenteel (commissie BBV): "
        + "licht het toe, of maak er een voorziening van.",
      remedyEn: "What lasts longer than three years does not count as incidental as a rule (commissie BBV): "
        + "explain it, or make it a provision.")
  }

  static func manyPairs(_ scenarios: Int) -> CellProblem {
    let (dutch, english) = (NumberFormat.people(.dutch), NumberFormat.people(.english))
    let pairs = scenarios * (scenarios - 1) / 2
    return CellProblem(
      nl: "\(dutch.count(scenarios)) scenario's zijn \(dutch.count(pairs)) paren, die in elke regio met elkaar worden "
        + "vergeleken: dat kost veel geheugen en tijd, en pairs.csv krijgt zoveel rijen per regio.",
      en:
        "\(english.count(scenarios)) scenarios are \(english.count(pairs)) pairs, which are compared in every region: "
        + "that takes much memory and time, and pairs.csv gets as many rows for each region.",
      remedyNl: "Reken met --scenario een deel tegelijk, of gebruik waterlijn sweep voor varianten van één scenario.",
      remedyEn: "Compute some of them at a time with --scenario, or use waterlijn sweep for variants of one scenario.")
  }

  static func fundingEnds(_ fund: String, lastYear: Int, horizon: Int) -> CellProblem {
    CellProblem(
      nl: "De middelen \(quoted(fund)) eindigen in \(lastYear), maar de studie loopt tot en met \(horizon): "
        + "het laatste bedrag blijft gelden.",
      en: "The fund \(quoted(fund)) ends in \(lastYear), but the study runs to \(horizon): "
        + "the last amount goes on.",
      remedyNl: "Houden de middelen op? Voeg dan een rij toe met bedrag 0.",
      remedyEn: "If the money ends, add a row with amount 0.")
  }

  /// Something in a year outside the horizon.
  static func outsideHorizon(_ what: Bilingual, first: Int, last: Int) -> CellProblem {
    CellProblem(
      nl: "\(what.dutch) valt buiten de jaren van de studie (\(first)–\(last)) en telt niet mee.",
      en: "\(what.english) lies outside the years of the study (\(first)–\(last)) and does not count.",
      remedyNl: "Controleer het jaartal, of pas eerste_jaar en jaren in settings.csv aan.",
      remedyEn: "Check the year, or change first_year and years in settings.csv.")
  }
}
