import Terms

/// Problems of a row's key and of codes.
extension CellProblem {
  static func blankKey(_ column: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(column)) is leeg.", en: "\(quoted(column)) is blank.",
      remedyNl: "Vul in waar deze rij over gaat, of haal de rij weg.",
      remedyEn: "Fill in what this row is about, or remove the row.")
  }

  static func duplicateKey(_ key: [String], firstRow: Int) -> CellProblem {
    let shown = key.joined(separator: "/")
    return CellProblem(
      nl: "\(quoted(shown)) staat al in rij \(firstRow).", en: "\(quoted(shown)) is in row \(firstRow) already.",
      remedyNl: "Haal een van beide rijen weg, of voeg ze samen.",
      remedyEn: "Remove one of the rows, or merge them.")
  }

  static func codeTooLong(_ code: String) -> CellProblem {
    CellProblem(
      nl: "De code \(quoted(code)) heeft meer dan 64 tekens.",
      en: "The code \(quoted(code)) has more than 64 characters.",
      remedyNl: "Kies een kortere code; de volledige naam kan in een kolom \"naam\" staan.",
      remedyEn: "Choose a shorter code; the full name can stand in a column \"name\".")
  }

  static func codeCharacter(_ code: String, _ character: Character) -> CellProblem {
    let isBreak = character.isNewline
    return CellProblem(
      nl: "De code \(quoted(code)) bevat \(isBreak ? "een regeleinde" : "het teken \(character)").",
      en: "The code \(quoted(code)) contains \(isBreak ? "a line break" : "the character \(character)").",
      remedyNl: "Een code mag geen / + * [ ] ; of regeleinde bevatten; kies bijvoorbeeld een streepje.",
      remedyEn: "A code cannot contain / + * [ ] ; or a line break; use a hyphen, for example.")
  }

  static func invisibleInCode(_ code: String) -> CellProblem {
    let plain = String(String.UnicodeScalarView(code.unicodeScalars.filter { !$0.isInvisible && $0 != "\t" }))
    return CellProblem(
      nl:
        "De code \(quoted(plain)) bevat een teken dat niemand ziet, en is zo een andere dan dezelfde zonder dat teken.",
      en: "The code \(quoted(plain)) holds a character that nobody sees, which makes it another than the one without.",
      remedyNl: "Maak de cel leeg en typ \(plain.excerpt).", remedyEn: "Clear the cell and type \(plain.excerpt).")
  }

  static func wildcardNotAllowed(_ kind: CodeKind) -> CellProblem {
    CellProblem(
      nl: "* (voor alle \(kind.plural.dutch)) kan hier niet.",
      en: "* (for all \(kind.plural.english)) cannot be used here.",
      remedyNl: "Maak een rij voor elk afzonderlijk, met de eigen code.",
      remedyEn: "Make a row for each, with its own code.")
  }

  /// A code that has another meaning where codes of its kind are used.
  static func reservedCode(_ code: String, meaning: Bilingual) -> CellProblem {
    CellProblem(
      nl: "\(quoted(code)) kan geen code zijn: het betekent \(meaning.dutch).",
      en: "\(quoted(code)) cannot be a code: it means \(meaning.english).",
      remedyNl: "Kies een andere code.", remedyEn: "Choose another code.")
  }

  static func emptyListPart(_ text: String) -> CellProblem {
    CellProblem(
      nl: "In \(quoted(text)) staat een + te veel.", en: "There is a + too many in \(quoted(text)).",
      remedyNl: "Zet tussen twee codes één +, bijvoorbeeld A+B; een streepje (-) is de lege lijst.",
      remedyEn: "Put one + between two codes, for example A+B; a hyphen (-) is the empty list.")
  }

  static func unknownWord(_ text: String, _ words: WordList) -> CellProblem {
    func known(_ spelling: (Word) -> String) -> Bilingual {
      enumeration(words.words.map(spelling), conjunction: .or, upTo: 12)
    }
    return CellProblem(
      nl: "\(quoted(text)) is hier geen bekend woord.", en: "\(quoted(text)) is not a word that is known here.",
      remedyNl: Suggestion.nearest(to: text, among: words.spellings.reversed()).map { "Bedoelt u \(quoted($0))?" }
        ?? "Kies uit \(known { $0.dutch }.dutch).",
      remedyEn: Suggestion.nearest(to: text, among: words.spellings).map { "Did you mean \(quoted($0))?" }
        ?? "Choose from \(known { $0.id }.english).")
  }

  static func unknownSetting(_ name: String) -> CellProblem {
    let nearest = Suggestion.nearest(to: name, among: SettingDescription.names)
    return CellProblem(
      nl: "Onbekende instelling \(quoted(name)).", en: "Unknown setting \(quoted(name)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" }
        ?? "De instellingen zijn \(SettingDescription.all.map { $0.dutch }.joined(separator: ", ")).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" }
        ?? "The settings are \(SettingDescription.all.map { $0.id }.joined(separator: ", ")).")
  }

  /// - Parameter otherRows: further rows of the same column with the same name.
  static func unknownName(_ name: String, _ kind: CodeKind, nearest: String?, otherRows: [Int]) -> CellProblem {
    let also = alsoIn(otherRows)
    return CellProblem(
      nl: "\(kind.unknownNoun.capitalised.dutch) \(quoted(name))\(also.dutch).",
      en: "\(kind.unknownNoun.capitalised.english) \(quoted(name))\(also.english).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" }
        ?? "Voeg \(kind.thisNoun.dutch) toe aan \(kind.definedIn.file), of pas de naam aan.",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" }
        ?? "Add \(kind.thisNoun.english) to \(kind.definedIn.file), or change the name.")
  }

  /// A name of a kind that the study does not define, because the table is missing.
  static func noTable(of kind: CodeKind, name: String) -> CellProblem {
    CellProblem(
      nl: "Hier staat \(kind.noun.dutch) \(quoted(name)), maar \(kind.definedIn.file) ontbreekt.",
      en: "This names the \(kind.noun.english) \(quoted(name)), but \(kind.definedIn.file) is missing.",
      remedyNl: "Voeg \(kind.definedIn.file) toe, of haal de verwijzing weg.",
      remedyEn: "Add \(kind.definedIn.file), or remove the reference.")
  }

  static func unknownPhaseIn(_ name: String, nearest: String?, otherRows: [Int]) -> CellProblem {
    let also = alsoIn(otherRows)
    return CellProblem(
      nl: "Onbekende ingroei \(quoted(name))\(also.dutch).", en: "Unknown phase-in \(quoted(name))\(also.english).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" }
        ?? "Kies lineair, s-curve of ineens, of een profiel uit phase-in.csv.",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" }
        ?? "Choose linear, scurve or step, or a profile of phase-in.csv.")
  }

  static func furtherUnknownNames(_ rows: Int) -> CellProblem {
    CellProblem(
      nl: "Er staan ook in \(rows) andere rijen onbekende namen.", en: "\(rows) more rows hold unknown names.",
      remedyNl: "Staan de codes in een andere schrijfwijze, of in de verkeerde kolom?",
      remedyEn: "Are the codes spelt in another way, or do they stand in the wrong column?")
  }

  /// A driver of the other kind of item: `quantity` for a function, `persons` for a provision.
  static func driverOfOtherKind(_ driver: String, item: String, needs kind: ItemKind) -> CellProblem {
    let drivers = WordList.drivers.words.filter { (ItemKind(driver: $0.id) == kind) == false }
    let dutch = WordList.drivers.words.first { $0.id == driver }?.dutch ?? driver
    let itemKind = kind == .function ? CodeKind.provision : CodeKind.function
    func choice(_ spelling: (Word) -> String) -> Bilingual {
      enumeration(drivers.map(spelling), conjunction: .or, upTo: 12)
    }
    return CellProblem(
      nl: "\(quoted(item)) is een \(itemKind.noun.dutch); \(quoted(dutch)) hoort bij een \(kind.codeKind.noun.dutch).",
      en:
        "\(quoted(item)) is a \(itemKind.noun.english); \(quoted(driver)) belongs to a \(kind.codeKind.noun.english).",
      remedyNl: "Kies \(choice { $0.dutch }.dutch), of een ander onderdeel.",
      remedyEn: "Choose \(choice { $0.id }.english), or another item.")
  }

  private static func alsoIn(_ rows: [Int]) -> Bilingual {
    guard !rows.isEmpty else { return Bilingual(same: "") }
    let shown = enumeration(rows.map(String.init), conjunction: .and)
    return Bilingual(
      nl: " (ook in \(rows.count == 1 ? "rij" : "de rijen") \(shown.dutch))",
      en: " (also in \(rows.count == 1 ? "row" : "rows") \(shown.english))")
  }
}
