import StudyFiles
import Terms
import Testing

@Suite struct CSVProblemTests {
  static func diagnostics(_ text: String) -> [Diagnostic] {
    CSVReader.read(Array(text.utf8), file: "test.csv").diagnostics
  }

  // MARK: Files that give no document

  static let unreadableFiles: [(String, Int?, String)] = [
    ("", nil, "Het bestand is leeg."), (" \r\n\r\n;;;\n", nil, "Het bestand is leeg."),
    ("sep=;\n", nil, "Het bestand is leeg."),
    (
      "# a\n\n# b", nil,
      "Het bestand heeft geen rij met kolomnamen: er staan alleen lege rijen en toelichting (#) in."
    ),
    ("PK\u{3}\u{4}abc", nil, "Dit is een Excel-werkmap (xlsx), geen CSV-bestand."),
    (
      "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      nil, "Dit is een OpenDocument-bestand (ods), geen CSV-bestand."
    ),
    ("%PDF-1.7\n", nil, "Dit is een PDF-document, geen CSV-bestand."),
    ("{\\rtf1", nil, "Dit is een tekstdocument (rtf), geen CSV-bestand."),
    ("\n <!DOCTYPE html>", nil, "Dit is een webpagina of XML, geen CSV-bestand."),
    (
      "a;b\n1;\0\n", 2,
      "Dit is geen tekst: er staan nul-bytes in, zoals in een werkmap, een afbeelding of een beschadigd bestand."
    ),
    (
      "a;b\n1;\"\0\"\n", 2,
      "Dit is geen tekst: er staan nul-bytes in, zoals in een werkmap, een afbeelding of een beschadigd bestand."
    ),
    ("sep=|\na|b\n", 1, "De eerste regel (sep=) noemt \"|\" als scheidingsteken; dat wordt niet gelezen."),
    ("a;b\n1;2\n3;\"x\n4;5\n", 3, "Cel B3 begint met een aanhalingsteken (\") dat niet gesloten wordt."),
    ("\"a;b\n", 1, "Cel A1 begint met een aanhalingsteken (\") dat niet gesloten wordt."),
    ("a;b\n1;\"x\n2;\"y\"\n", 2, "Cel B2 begint met een aanhalingsteken (\") dat niet gesloten wordt."),
  ]

  /// These used to be read as text, up to some character that no text holds.
  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "een afbeelding"), ([0xFF, 0xD8, 0xFF, 0xE0], "een afbeelding"),
      ([0x47, 0x49, 0x46, 0x38, 0x39], "een afbeelding"), ([0x1F, 0x8B, 0x08, 0x00], "een ingepakt bestand"),
      ([0x37, 0x7A, 0xBC, 0xAF], "een ingepakt bestand"), ([0x52, 0x61, 0x72, 0x21], "een ingepakt bestand"),
    ] as [([UInt8], String)])
  func imagesAndArchives(bytes: [UInt8], name: String) {
    let (document, diagnostics) = CSVReader.read(bytes, file: "norms.csv")
    #expect(document == nil)
    #expect(diagnostics.map(\.problem.dutch) == ["Dit is \(name), geen CSV-bestand."])
  }

  @Test(arguments: unreadableFiles)
  func unreadable(text: String, row: Int?, problem: String) {
    let (document, diagnostics) = CSVReader.read(Array(text.utf8), file: "test.csv")
    #expect(document == nil)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.row == row)
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.problem.dutch == problem)
  }

  @Test func oldWorkbook() {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]
    #expect(
      CSVReader.read(bytes, file: "x.csv").diagnostics == [
        Diagnostic(
          .error, file: "x.csv",
          problem: Bilingual(
            nl: "Dit is een oude Excel-werkmap (xls), geen CSV-bestand.",
            en: "This is an old Excel workbook (xls), not a CSV file."),
          remedy: Bilingual(
            nl: "Open het in het rekenblad en bewaar het blad met Opslaan als, soort \"CSV UTF-8\". De naam veranderen "
              + "is niet genoeg.",
            en: "Open it in the spreadsheet and keep the sheet with Save as, type \"CSV UTF-8\". Changing the name is "
              + "not enough."))
      ])
  }

  // MARK: Rows and columns

  @Test func excessCell() throws {
    let (document, diagnostics) = CSVReader.read(Array("a,b\n1,2,,x,y\n3,4\n5,6,7\n".utf8), file: "test.csv")
    #expect(
      diagnostics.map(\.problem.dutch) == [
        "Deze rij is breder dan de kop: cel D2 (\"x\") valt buiten de 2 kolommen.",
        "Deze rij is breder dan de kop: cel C4 (\"7\") valt buiten de 2 kolommen.",
      ])
    #expect(diagnostics.map(\.row) == [2, 4])
    #expect(document?.rows.map(\.cells) == [["1", "2"], ["3", "4"], ["5", "6"]])
  }

  @Test func excessCellOfOneColumn() {
    #expect(
      Self.diagnostics("hours\n12;5\n").isEmpty, "a semicolon is text in a file whose header has none")
    #expect(
      Self.diagnostics("hours;\n12;5\n").map(\.problem.dutch) == [
        "Cel B2 (\"5\") staat in een kolom zonder naam: B1 is leeg."
      ])
    #expect(
      Self.diagnostics("sep=,\nhours\n12,5\n").map(\.problem.dutch) == [
        "Deze rij is breder dan de kop: cel B2 (\"5\") valt buiten de ene kolom."
      ])
  }

  @Test func duplicateColumn() {
    let diagnostics = Self.diagnostics("a;b; a \n1;2;3\n")
    #expect(diagnostics.map(\.problem.dutch) == ["De kolom \"a\" staat er twee keer: in A1 en in C1."])
    #expect(diagnostics.map(\.column) == ["a"])
    #expect(diagnostics.map(\.remedy.dutch) == ["Haal een van beide kolommen weg."])
    #expect(Self.diagnostics("a;A;b\n").isEmpty)
  }

  @Test func unnamedColumns() {
    #expect(
      Self.diagnostics("a;;b;;\n1;;2\n3;x;4;;y\n5;z;6\n").map(\.problem.dutch) == [
        "Cel B3 (\"x\") staat in een kolom zonder naam: B1 is leeg.",
        "Cel E3 (\"y\") staat in een kolom zonder naam: E1 is leeg.",
      ])
  }

  @Test func textAfterQuote() {
    let (document, diagnostics) = CSVReader.read(Array("a;b\n1;\"x\" y;\n2;3\n".utf8), file: "test.csv")
    #expect(
      diagnostics.map(\.problem.dutch) == ["In cel B2 staat nog tekst na het sluitende aanhalingsteken (\")."])
    #expect(
      diagnostics.map(\.remedy.dutch) == [
        "Zet de hele tekst tussen aanhalingstekens en schrijf elk aanhalingsteken daarbinnen dubbel: "
          + "\"de \"\"rode\"\" lijst\"."
      ])
    #expect(document?.rows.map(\.row) == [2, 3])
  }

  @Test func controlCharacter() {
    #expect(
      Self.diagnostics("a;b\n1;x\u{1}\n2;\"\u{1B}\"\n").map(\.problem.dutch) == [
        "Cel B2 bevat een onzichtbaar stuurteken.", "Cel B3 bevat een onzichtbaar stuurteken.",
      ])
  }

  @Test func aSpreadsheetErrorIsNotSkippedSilently() {
    let diagnostics = Self.diagnostics("a;b\n#WAARDE!;2\n#2027;3\n# remark\n")
    #expect(diagnostics.map(\.severity) == [.notice])
    #expect(
      diagnostics.map(\.problem.dutch) == [
        "Cel A2 is de foutmelding #WAARDE! van een rekenblad; omdat zij met # begint, is deze rij als toelichting "
          + "overgeslagen."
      ])
  }

  @Test func cellsAreNotEchoedInFull() {
    let diagnostics = Self.diagnostics("a;b\n1;2;" + String(repeating: "x", count: 1000))
    #expect(diagnostics.first?.problem.dutch.contains(String(repeating: "x", count: 40) + "…\"") == true)
  }

  @Test func manyProblemsOfAKindAreCounted() {
    let diagnostics = Self.diagnostics("a;b\n" + String(repeating: "1;2;3\n", count: 350))
    #expect(diagnostics.count == 101)
    #expect(
      diagnostics.last?.problem.dutch
        == "Nog 250 rijen of kolommen hebben eenzelfde probleem als de 100 hierboven.")
  }

  @Test func bothLanguages() {
    for (text, _, _) in Self.unreadableFiles {
      for diagnostic in Self.diagnostics(text) {
        #expect(diagnostic.problem.english != diagnostic.problem.dutch)
        #expect(!diagnostic.remedy.english.isEmpty && diagnostic.remedy.english != diagnostic.remedy.dutch)
      }
    }
  }
}
