import Terms

/// Problems of the value of a cell, beyond those of the cell grammar.
extension CellProblem {
  /// A number that is not whole or lies outside the bounds.
  static func notWhole(_ text: String, bounds: CellBounds) -> CellProblem {
    let kind =
      bounds == .calendarYear
      ? Bilingual(nl: "een jaartal", en: "a year") : Bilingual(nl: "een geheel getal", en: "a whole number")
    return CellProblem(
      nl: "\(quoted(text)) kan hier niet.", en: "\(quoted(text)) cannot stand here.",
      remedyNl: "Vul \(kind.dutch) in: \(bounds.wording.dutch).",
      remedyEn: "Fill in \(kind.english): \(bounds.wording.english).")
  }

  static func notAWholeYear(_ value: Double) -> CellProblem {
    let shown = Bilingual(number: value)
    return CellProblem(
      nl: "\(shown.dutch) is geen heel kalenderjaar.", en: "\(shown.english) is not a whole calendar year.",
      remedyNl:
        "Vul een jaartal in, bijvoorbeeld 2028; een vertraging van een deel van een jaar hoort in vertraging_jaren.",
      remedyEn: "Fill in a year, for example 2028; a delay of part of a year belongs in delay_years.")
  }

  /// The number of problems in a column beyond those reported individually.
  static func further(_ count: Int, _ severity: Diagnostic.Severity) -> CellProblem {
    let what: Bilingual
    switch severity {
    case .error: what = Bilingual(nl: "problemen", en: "problems")
    case .notice: what = Bilingual(nl: "meldingen", en: "notices")
    case .doubt, .explained: what = Bilingual(nl: "twijfels", en: "doubts")
    }
    return CellProblem(
      nl: "Naast de genoemde \(what.dutch) van deze kolom zijn er nog \(count).",
      en: "Besides the \(what.english) of this column that are named there are \(count) more.",
      remedyNl: severity == .error
        ? "Herstel eerst de genoemde en lees de studie opnieuw." : "Kijk of de genoemde een patroon laten zien.",
      remedyEn: severity == .error
        ? "Mend those named first and read the study again." : "See whether those named show a pattern.")
  }

  static func mustBeCertain(_ text: String) -> CellProblem {
    CellProblem(
      nl: "Hier kan geen onzekere waarde staan, zoals \(quoted(text)).",
      en: "An uncertain value such as \(quoted(text)) cannot stand here.",
      remedyNl: "Vul één gewoon getal in.", remedyEn: "Fill in one plain number.")
  }

  /// A value that an analysis substituted for a cell and that the cell cannot have.
  static func impossibleOverride(_ problem: Bilingual) -> CellProblem {
    CellProblem(
      nl: problem.dutch, en: problem.english, remedyNl: "Kies een andere waarde.", remedyEn: "Choose another value.")
  }

  static func seedOutOfRange(_ text: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(text)) kan geen startwaarde zijn.", en: "\(quoted(text)) cannot be a seed.",
      remedyNl: "Vul een geheel getal in van 0 tot en met 18446744073709551615.",
      remedyEn: "Fill in a whole number from 0 to 18446744073709551615.")
  }

  /// - Parameter hasRow: whether it has a row, with a blank value.
  static func blankSetting(_ setting: SettingDescription, hasRow: Bool) -> CellProblem {
    if hasRow {
      return CellProblem(
        nl: "De instelling \(quoted(setting.dutch)) heeft geen waarde.",
        en: "The setting \(quoted(setting.id)) has no value.", remedyNl: "Vul de waarde in.",
        remedyEn: "Fill in its value.")
    }
    return CellProblem(
      nl: "De instelling \(quoted(setting.dutch)) (of \(quoted(setting.id))) ontbreekt.",
      en: "The setting \(quoted(setting.id)) (or \(quoted(setting.dutch))) is missing.",
      remedyNl: "Voeg een rij toe met \(setting.dutch) en de waarde.",
      remedyEn: "Add a row with \(setting.id) and its value.")
  }

  // Shared quantities.

  static func unknownVariable(_ name: String, nearest: String?, tableExists: Bool) -> CellProblem {
    CellProblem(
      nl: "Onbekende grootheid \(quoted(name)) in var(...).", en: "Unknown variable \(quoted(name)) in var(...).",
      remedyNl: nearest.map { "Bedoelt u var(\($0))?" }
        ?? (tableExists
          ? "Voeg deze grootheid toe aan variables.csv."
          : "Maak variables.csv met de kolommen variabele en waarde, en zet de grootheid daarin."),
      remedyEn: nearest.map { "Did you mean var(\($0))?" }
        ?? (tableExists
          ? "Add this variable to variables.csv."
          : "Make variables.csv with the columns variable and value, and put the variable there."))
  }

  /// - Parameter names: the names in the circle, each once.
  static func circle(_ names: [String]) -> CellProblem {
    let shown = (names + [names[0]]).map { $0.excerpt }.joined(separator: " -> ")
    return CellProblem(
      nl: "Deze grootheden verwijzen in een kring naar elkaar: \(shown).",
      en: "These variables refer to each other in a circle: \(shown).",
      remedyNl: "Geef één ervan een eigen waarde.", remedyEn: "Give one of them a value of its own.")
  }

  /// - Parameter levels: each based on the next one, the last one on the first.
  static func circleOfLevels(_ levels: [String]) -> CellProblem {
    let shown = (levels + [levels[0]]).map { $0.excerpt }.joined(separator: " -> ")
    return CellProblem(
      nl: levels.count == 1
        ? "Niveau \(quoted(levels[0])) is gebaseerd op zichzelf."
        : "Deze niveaus zijn in een kring op elkaar gebaseerd: \(shown).",
      en: levels.count == 1
        ? "Level \(quoted(levels[0])) is based on itself."
        : "These levels are based on each other in a circle: \(shown).",
      remedyNl: "Maak bij één ervan gebaseerd_op leeg, en geef dat niveau eigen normen.",
      remedyEn: "Clear based_on of one of them, and give that level norms of its own.")
  }

  /// A norm that is a share of another level's, of a level that is based on none.
  static func shareOfNothing(level: String) -> CellProblem {
    CellProblem(
      nl:
        "Met een x ervoor is dit een deel van de norm van een ander niveau, maar niveau \(quoted(level)) is nergens op "
        + "gebaseerd.",
      en: "With an x before it this is a share of another level's norm, but level \(quoted(level)) is based on none.",
      remedyNl:
        "Zet in levels.csv bij \(level.excerpt) in kolom gebaseerd_op het andere niveau, of schrijf een norm zonder x.",
      remedyEn: "Name the other level in column based_on of levels.csv for \(level.excerpt), or write a norm without x."
    )
  }

  static func shareWithoutNumber(_ text: String) -> CellProblem {
    CellProblem(
      nl: "Achter \(quoted(text)) staat geen getal.", en: "There is no number behind \(quoted(text)).",
      remedyNl:
        "Schrijf bijvoorbeeld x0,9 voor 90 % van de norm van het niveau waar dit op gebaseerd is, of maak de cel leeg.",
      remedyEn: "Write for example x0.9 for 90% of the norm of the level that this one is based on, or clear the cell.")
  }

  /// A share of another level's norm that can take values not allowed in this column.
  ///
  /// - Parameter level: the other level.
  static func shareOutOfBounds(level: String, lower: Double, upper: Double, _ bounds: CellBounds) -> CellProblem {
    let low = Bilingual(number: lower)
    let high = Bilingual(number: upper)
    let allowed = bounds.wording
    let reach =
      lower == upper
      ? Bilingual(nl: "is \(low.dutch)", en: "is \(low.english)")
      : upper == .infinity
        ? Bilingual(nl: "heeft geen bovengrens", en: "has no upper bound")
        : Bilingual(
          nl: "loopt van \(low.dutch) tot \(high.dutch)", en: "ranges from \(low.english) to \(high.english)")
    return CellProblem(
      nl: "Dit deel van de norm van niveau \(quoted(level)) \(reach.dutch), maar de norm moet \(allowed.dutch) zijn.",
      en: "This share of the norm of level \(quoted(level)) \(reach.english), but the norm must be \(allowed.english).",
      remedyNl: "Kies een kleiner deel, of schrijf de norm zelf zonder x.",
      remedyEn: "Choose a smaller share, or write the norm itself without x.")
  }

  /// A shared quantity that can take values not allowed in this cell.
  static func variableOutOfBounds(
    _ name: String, lower: Double, upper: Double, bounds: CellBounds
  ) -> CellProblem {
    let low = Bilingual(number: lower)
    let high = Bilingual(number: upper)
    let allowed = bounds.wording
    let reach: Bilingual
    if lower == upper {
      reach = Bilingual(nl: "is \(low.dutch)", en: "is \(low.english)")
    } else if lower == -.infinity || upper == .infinity {
      // Only the side that exceeds a bound matters; the other one may well be open.
      if bounds.lower > -.infinity && lower == -.infinity {
        reach = Bilingual(nl: "heeft geen ondergrens", en: "has no lower bound")
      } else if bounds.upper < .infinity && upper == .infinity {
        reach = Bilingual(nl: "heeft geen bovengrens", en: "has no upper bound")
      } else {
        reach = Bilingual(nl: "kan \(low.dutch) zijn", en: "can be \(low.english)")
      }
    } else {
      reach = Bilingual(
        nl: "loopt van \(low.dutch) tot \(high.dutch)", en: "runs from \(low.english) to \(high.english)")
    }
    return CellProblem(
      nl: "var(\(name.excerpt)) \(reach.dutch); hier moet de waarde \(allowed.dutch) zijn.",
      en: "var(\(name.excerpt)) \(reach.english); here the value must be \(allowed.english).",
      remedyNl: lower == upper
        ? "Pas de waarde in variables.csv aan, of gebruik hier een andere grootheid."
        : "Begrens de grootheid in variables.csv, bijvoorbeeld met normal(m; sd; lo; hi).",
      remedyEn: lower == upper
        ? "Change the value in variables.csv, or use another variable here."
        : "Bound the variable in variables.csv, for example with normal(m; sd; lo; hi).")
  }

  // Missing cells.

  /// - Parameters:
  ///   - columns: the missing columns; in each set one column would suffice.
  ///   - places: what the cell is needed for: "regio VR03, functie OVD".
  ///   - rows: keys of the rows that could provide it; empty if only this row can.
  static func missingCell(columns: [[String]], places: [Bilingual], rows: [String]) -> CellProblem {
    let sets = columns.map { enumeration($0.map { quoted($0) }, conjunction: .or) }
    let dutchNames = enumeration(sets.map { "geen \($0.dutch)" }, conjunction: .and, upTo: 8).dutch
    let englishNames = enumeration(sets.map { "no \($0.english)" }, conjunction: .and, upTo: 8).english
    let dutchPlaces = enumeration(places.map { $0.dutch }, conjunction: .and).dutch
    let englishPlaces = enumeration(places.map { $0.english }, conjunction: .and).english
    let candidates = enumeration(rows, conjunction: .or, upTo: 8)
    let values =
      columns.count > 1 ? Bilingual(nl: "de waarden", en: "the values") : Bilingual(nl: "de waarde", en: "the value")
    let wildcard = rows.contains { $0.contains("*") }
    return CellProblem(
      nl: "Er is \(dutchNames) voor \(dutchPlaces).", en: "There is \(englishNames) for \(englishPlaces).",
      remedyNl: rows.isEmpty
        ? "Vul de cel in."
        : "Zet \(values.dutch) in een rij \(candidates.dutch)\(wildcard ? " (* geldt voor alle)" : "").",
      remedyEn: rows.isEmpty
        ? "Fill in the cell."
        : "Put \(values.english) into a row \(candidates.english)\(wildcard ? " (* stands for all)" : "").")
  }

  static func noRows(_ kind: CodeKind) -> CellProblem {
    CellProblem(
      nl: "Er staan geen \(kind.plural.dutch) in.", en: "There are no \(kind.plural.english) in it.",
      remedyNl: "Voeg ten minste één \(kind.noun.dutch) toe.", remedyEn: "Add one \(kind.noun.english) at least.")
  }
}

extension CellBounds {
  /// "tussen 0 en 1", "0 of meer".
  var wording: Bilingual {
    let low = Bilingual(number: lower)
    let high = Bilingual(number: upper)
    if upper == .infinity, lowerIsOpen { return Bilingual(nl: "meer dan \(low.dutch)", en: "more than \(low.english)") }
    if upper == .infinity { return Bilingual(nl: "\(low.dutch) of meer", en: "\(low.english) or more") }
    if lower == -.infinity { return Bilingual(nl: "\(high.dutch) of minder", en: "\(high.english) or less") }
    return Bilingual(
      nl: "van \(low.dutch) tot en met \(high.dutch)", en: "from \(low.english) to \(high.english)")
  }
}
