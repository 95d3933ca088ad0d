import Terms

/// The list of where the figures came from that regions gave: `provenance.csv` in the folder of a study. Nothing is computed
/// with it.
public enum Provenance {
  public static let file = StudyFolder.provenance

  private static let columns = [
    Bilingual(nl: "invoer", en: "input"), Bilingual(nl: "waarde", en: "value"), Bilingual(nl: "gegeven", en: "given"),
    Bilingual(nl: "gelezen_als", en: "read_as"), Bilingual(nl: "bestand", en: "file"),
    Bilingual(nl: "blad", en: "sheet"),
    Bilingual(nl: "cel", en: "cell"), Bilingual(nl: "ingevuld_door", en: "person"), Bilingual(nl: "datum", en: "date"),
    Bilingual(nl: "bron", en: "source"), Bilingual(nl: "toelichting", en: "note"), Bilingual(same: "sha256"),
  ]

  /// The list with a row for each answer that was taken over, after those of before.
  ///
  /// - Parameters:
  ///   - old: the list as it was; nil if there is none.
  ///   - hash: SHA-256 of the file that an answer came from.
  public static func adding(
    _ taken: [AnsweredStudy.Taken], to old: [UInt8]?, hash: (GivenAnswer) -> String, language: Language
  ) -> [UInt8] {
    let locale: CSVLocale = language == .dutch ? .dutch : .english
    let start = old ?? locale.header(columns.map { $0(language) })
    guard var editor = TableEditor(start) else { return start }
    for each in taken {
      let answer = each.answer
      editor.add([
        answer.subject.name.text, each.written, answer.given, answer.readAs?(language) ?? "", name(answer.place.file),
        answer.place.sheet ?? "", answer.place.cell.description, answer.person, answer.date, answer.source, answer.note,
        hash(answer),
      ])
    }
    return editor.bytes
  }

  /// Whether a list has every row of another, in any order.
  public static func holds(_ list: [UInt8], all old: [UInt8]) -> Bool {
    guard let rows = CSVReader.read(list, file: file).document?.rows.map({ $0.cells }),
      let others = CSVReader.read(old, file: file).document?.rows
    else { return false }
    return others.allSatisfy { rows.contains($0.cells) }
  }

  /// The name of a file without the folders of the computer that it was on.
  private static func name(_ file: String) -> String {
    file.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? file
  }
}
