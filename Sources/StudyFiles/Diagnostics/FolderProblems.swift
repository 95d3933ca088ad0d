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

  static func notObserved(_ text: String, row: Int, file: String, because problem: Bilingual) -> CellProblem {
    CellProblem(
      nl: "Rij \(row) van \(file.excerpt): \(problem.dutch)", en: "Row \(row) of \(file.excerpt): \(problem.english)",
      remedyNl: "Zet in deze kolom alleen gewone getallen; nu staat er \(quoted(text)).",
      remedyEn: "Put plain numbers only into this column; it says \(quoted(text)) now.")
  }
}
