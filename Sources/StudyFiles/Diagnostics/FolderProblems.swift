import Terms

/// Problems of the folder and its files as such.
extension CellProblem {
  /// A path in quotation marks, never truncated, as it is meant to be typed.
  private static func whole(_ path: String) -> String { "\"\(path)\"" }

  static func noSuchFolder(_ folder: String, nearest: String?) -> CellProblem {
    CellProblem(
      nl: "De map \(whole(folder)) bestaat niet.", en: "There is no folder \(whole(folder)).",
      remedyNl: nearest.map { "Bedoelt u \(whole($0))?" } ?? "Geef de map op waarin settings.csv staat.",
      remedyEn: nearest.map { "Did you mean \(whole($0))?" } ?? "Give the folder that holds settings.csv.")
  }

  static func notAFolder(_ path: String) -> CellProblem {
    CellProblem(
      nl: "\(whole(path)) is een bestand; een studie is een map met CSV-bestanden.",
      en: "\(whole(path)) is a file; a study is a folder of CSV files.",
      remedyNl: "Geef de map op waarin settings.csv staat.", remedyEn: "Give the folder that holds settings.csv.")
  }

  static func unreadableFolder(_ folder: String, _ reason: Bilingual) -> CellProblem {
    CellProblem(
      nl: "De map \(whole(folder)) kan niet worden gelezen (\(reason.dutch)).",
      en: "The folder \(whole(folder)) cannot be read (\(reason.english)).",
      remedyNl: "Controleer of u de map mag openen.", remedyEn: "Check whether you may open the folder.")
  }

  /// - Parameter studiesInside: paths of studies in the folder.
  static func notAStudy(_ folder: String, studiesInside: [String]) -> CellProblem {
    let shown = enumeration(studiesInside.map { whole($0) }, conjunction: .or)
    return CellProblem(
      nl: "De map \(whole(folder)) is geen studie: settings.csv ontbreekt.",
      en: "The folder \(whole(folder)) is not a study: settings.csv is missing.",
      remedyNl: studiesInside.isEmpty
        ? "Geef de map op waarin settings.csv staat." : "Er staan wel studies in. Bedoelt u \(shown.dutch)?",
      remedyEn: studiesInside.isEmpty
        ? "Give the folder that holds settings.csv." : "There are studies inside. Did you mean \(shown.english)?")
  }

  /// - Parameter lookalike: a file in the folder that may have been intended.
  static func missingFile(_ table: TableDescription, lookalike: String?) -> CellProblem {
    let file = table.id.file
    if let lookalike {
      return CellProblem(
        nl: "\(file) ontbreekt; er staat wel een bestand \(quoted(lookalike)).",
        en: "\(file) is missing; there is a file \(quoted(lookalike)).",
        remedyNl: lookalikeRemedy(lookalike, file: file).dutch,
        remedyEn: lookalikeRemedy(lookalike, file: file).english)
    }
    let columns = table.neededColumns
    return CellProblem(
      nl: "\(file) ontbreekt.", en: "\(file) is missing.",
      remedyNl: "Zet het bestand in de map, met ten minste de kolommen "
        + columns.map { $0.dutch }.joined(separator: ", ") + ".",
      remedyEn: "Put the file into the folder, with at least the columns "
        + columns.map { $0.english }.joined(separator: ", ") + ".")
  }

  private static func lookalikeRemedy(_ lookalike: String, file: String) -> Bilingual {
    if lookalike.lowercased().hasSuffix(".csv") {
      return Bilingual(nl: "Hernoem het tot \(file).", en: "Rename it to \(file).")
    }
    return Bilingual(nl: "Bewaar het als \(file) (CSV UTF-8).", en: "Save it as \(file) (CSV UTF-8).")
  }

  /// Notice of a file that is not read but whose name resembles that of a table.
  static func lookalike(_ name: String, of file: String, tableExists: Bool) -> CellProblem {
    let remedy =
      tableExists
      ? Bilingual(
        nl: "Is het een kopie? Alleen \(file) telt mee.", en: "Is it a copy? Only \(file) counts.")
      : lookalikeRemedy(name, file: file)
    return CellProblem(
      nl: "Dit bestand wordt niet gelezen; de naam lijkt op \(file).",
      en: "This file is not read; its name looks like \(file).", remedyNl: remedy.dutch, remedyEn: remedy.english)
  }

  /// Notice of a table that is not read and whose name resembles none.
  static var unreadTable: CellProblem {
    CellProblem(
      nl: "Dit bestand wordt niet gelezen: het heeft de naam van geen enkele tabel, en geen cel verwijst ernaar.",
      en: "This file is not read: it has the name of no table, and no cell refers to it.",
      remedyNl:
        "Hoort het bij de studie? Geef het dan de naam van de tabel, zoals staffing.csv. Anders is er niets te doen.",
      remedyEn:
        "If it belongs to the study, give it the name of the table, such as staffing.csv. If not, there is nothing "
        + "to do.")
  }

  static func unreadableFile(_ reason: Bilingual) -> CellProblem {
    CellProblem(
      nl: "Het bestand kan niet worden gelezen (\(reason.dutch)).", en: "The file cannot be read (\(reason.english)).",
      remedyNl: "Controleer of u het bestand mag openen en of het een gewoon bestand is.",
      remedyEn: "Check whether you may open the file and whether it is an ordinary file.")
  }

  // Files named in `empirical(file; column)`.

  static func fileOutsideStudy(_ file: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(file)) staat niet in de studiemap.", en: "\(quoted(file)) is not in the study folder.",
      remedyNl: "Zet het bestand in de studiemap en noem alleen zijn naam, bijvoorbeeld metingen.csv.",
      remedyEn: "Put the file into the study folder and give its name only, for example measurements.csv.")
  }

  static func noSuchFile(_ file: String, nearest: String?) -> CellProblem {
    CellProblem(
      nl: "Het bestand \(quoted(file)) is er niet.", en: "There is no file \(quoted(file)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "Zet het bestand in de studiemap.",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Put the file into the study folder.")
  }

  static func noSuchColumn(_ column: String, file: String, nearest: String?, known: [String]) -> CellProblem {
    let columns = enumeration(known.map { quoted($0) }, conjunction: .and, upTo: 8)
    return CellProblem(
      nl: "\(file.excerpt) heeft geen kolom \(quoted(column)).", en: "\(file.excerpt) has no column \(quoted(column)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "De kolommen zijn \(columns.dutch).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Its columns are \(columns.english).")
  }

  static func noValues(column: String, file: String) -> CellProblem {
    CellProblem(
      nl: "Kolom \(quoted(column)) van \(file.excerpt) bevat geen getallen.",
      en: "Column \(quoted(column)) of \(file.excerpt) holds no numbers.",
      remedyNl: "Vul ten minste één waarneming in.", remedyEn: "Fill in one observation at least.")
  }

  /// The cell that asks for a column some of whose cells are no numbers; each of those is told by itself.
  static func notObserved(_ count: Int, column: String, file: String) -> CellProblem {
    CellProblem(
      nl:
        "In kolom \(quoted(column)) van \(file.excerpt) \(count == 1 ? "is 1 cel" : "zijn \(count) cellen") geen getal.",
      en:
        "In column \(quoted(column)) of \(file.excerpt) \(count == 1 ? "1 cell is" : "\(count) cells are") no number.",
      remedyNl: "Herstel ze daar: ze worden bij dat bestand genoemd.",
      remedyEn: "Mend them there: they are named with that file.")
  }

  /// An observation that says that it is not known.
  static func unknownObservation(_ text: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(text)) is geen getal; zo schrijft men wat niet bekend is.",
      en: "\(quoted(text)) is not a number; it is how people write what is not known.",
      remedyNl: "Maak de cel leeg: lege cellen tellen niet mee.", remedyEn: "Clear the cell: blank cells do not count.")
  }

  /// Blank cells among observations.
  static func blankObservations(_ count: Int, of total: Int) -> CellProblem {
    CellProblem(
      nl:
        "\(count == 1 ? "1 lege cel van de \(total) telt" : "\(count) lege cellen van de \(total) tellen") niet mee als waarneming.",
      en:
        "\(count == 1 ? "1 blank cell of the \(total) does" : "\(count) blank cells of the \(total) do") not count as an observation.",
      remedyNl: "Klopt dat? Dan is er niets te doen.", remedyEn: "If that is right there is nothing to do.")
  }
}
