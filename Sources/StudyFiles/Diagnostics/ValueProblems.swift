/// What can be wrong with the value of a cell, beyond what the cell grammar says of it.
extension CellProblem {
  static func notWhole(_ text: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(text)) is geen geheel getal.", en: "\(quoted(text)) is not a whole number.",
      remedyNl: "Vul een geheel getal in, zonder cijfers achter de komma.",
      remedyEn: "Fill in a whole number, without decimals.")
  }

  static func notAWholeYear(_ value: Double) -> CellProblem {
    let shown = Localized(number: value)
    return CellProblem(
      nl: "\(shown.dutch) is geen heel kalenderjaar.", en: "\(shown.english) is not a whole calendar year.",
      remedyNl: "Vul een jaartal in, bijvoorbeeld 2028; een vertraging van een deel van een jaar hoort in delay_years.",
      remedyEn: "Fill in a year, for example 2028; a delay of part of a year belongs in delay_years.")
  }

  static func mustBeCertain(_ text: String) -> CellProblem {
    CellProblem(
      nl: "Hier kan geen onzekere waarde staan, zoals \(quoted(text)).",
      en: "An uncertain value such as \(quoted(text)) cannot stand here.",
      remedyNl: "Vul één gewoon getal in.", remedyEn: "Fill in one plain number.")
  }

  static func seedOutOfRange(_ text: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(text)) kan geen startwaarde zijn.", en: "\(quoted(text)) cannot be a seed.",
      remedyNl: "Vul een geheel getal in van 0 tot en met 18446744073709551615.",
      remedyEn: "Fill in a whole number from 0 to 18446744073709551615.")
  }

  static func blankSetting(_ setting: SettingDescription) -> CellProblem {
    CellProblem(
      nl: "De instelling \(quoted(setting.id)) (of \(quoted(setting.dutch))) ontbreekt.",
      en: "The setting \(quoted(setting.id)) (or \(quoted(setting.dutch))) is missing.",
      remedyNl: "Voeg een rij toe met \(setting.id) en de waarde.",
      remedyEn: "Add a row with \(setting.id) and its value.")
  }

  // Shared quantities.

  static func unknownVariable(_ name: String, nearest: String?, tableExists: Bool) -> CellProblem {
    CellProblem(
      nl: "Onbekende grootheid \(quoted(name)) in var(...).", en: "Unknown variable \(quoted(name)) in var(...).",
      remedyNl: nearest.map { "Bedoelt u var(\($0))?" }
        ?? (tableExists
          ? "Voeg deze grootheid toe aan variables.csv."
          : "Maak variables.csv met de kolommen variable en value, en zet de grootheid daarin."),
      remedyEn: nearest.map { "Did you mean var(\($0))?" }
        ?? (tableExists
          ? "Add this variable to variables.csv."
          : "Make variables.csv with the columns variable and value, and put the variable there."))
  }

  /// - Parameter names: the circle, each name once.
  static func circle(_ names: [String]) -> CellProblem {
    let shown = (names + [names[0]]).map { $0.excerpt }.joined(separator: " -> ")
    return CellProblem(
      nl: "Deze grootheden verwijzen in een kring naar elkaar: \(shown).",
      en: "These variables refer to each other in a circle: \(shown).",
      remedyNl: "Geef één ervan een eigen waarde.", remedyEn: "Give one of them a value of its own.")
  }

  /// A shared quantity that can take values which this cell cannot.
  static func variableOutOfBounds(
    _ name: String, lower: Double, upper: Double, bounds: CellBounds
  ) -> CellProblem {
    let low = Localized(number: lower)
    let high = Localized(number: upper)
    let allowed = bounds.wording
    let dutch = lower == upper ? "is \(low.dutch)" : "loopt van \(low.dutch) tot \(high.dutch)"
    let english = lower == upper ? "is \(low.english)" : "runs from \(low.english) to \(high.english)"
    return CellProblem(
      nl: "var(\(name.excerpt)) \(dutch); hier moet de waarde \(allowed.dutch) zijn.",
      en: "var(\(name.excerpt)) \(english); here the value must be \(allowed.english).",
      remedyNl: "Begrens de grootheid in variables.csv, bijvoorbeeld met normal(m; sd; lo; hi).",
      remedyEn: "Bound the variable in variables.csv, for example with normal(m; sd; lo; hi).")
  }

  // Cells that nobody filled.

  /// - Parameters:
  ///   - places: what the cell is asked for: "regio VR03, functie OVD".
  ///   - rows: keys of the rows that could fill it; empty where only this row can.
  static func missingCell(columns: [String], places: [Localized], rows: [String]) -> CellProblem {
    let names = enumeration(columns.map { quoted($0) }, conjunction: .or)
    let dutchPlaces = enumeration(places.map(\.dutch), conjunction: .and).dutch
    let englishPlaces = enumeration(places.map(\.english), conjunction: .and).english
    let candidates = enumeration(rows.map { quoted($0) }, conjunction: .or, upTo: 8)
    return CellProblem(
      nl: "Er is geen \(names.dutch) voor \(dutchPlaces).", en: "There is no \(names.english) for \(englishPlaces).",
      remedyNl: rows.isEmpty ? "Vul de cel in." : "Vul de waarde in, in een rij \(candidates.dutch).",
      remedyEn: rows.isEmpty ? "Fill in the cell." : "Fill in the value, in a row \(candidates.english).")
  }

  static func noRows(_ kind: CodeKind) -> CellProblem {
    CellProblem(
      nl: "Er staan geen \(kind.plural.dutch) in.", en: "There are no \(kind.plural.english) in it.",
      remedyNl: "Voeg ten minste één \(kind.noun.dutch) toe.", remedyEn: "Add one \(kind.noun.english) at least.")
  }
}

extension CellBounds {
  /// "tussen 0 en 1", "0 of meer".
  var wording: Localized {
    let low = Localized(number: lower)
    let high = Localized(number: upper)
    if upper == .infinity, lowerIsOpen { return Localized(nl: "meer dan \(low.dutch)", en: "more than \(low.english)") }
    if upper == .infinity { return Localized(nl: "\(low.dutch) of meer", en: "\(low.english) or more") }
    if lower == -.infinity { return Localized(nl: "\(high.dutch) of minder", en: "\(high.english) or less") }
    return Localized(
      nl: "van \(low.dutch) tot en met \(high.dutch)", en: "from \(low.english) to \(high.english)")
  }
}
