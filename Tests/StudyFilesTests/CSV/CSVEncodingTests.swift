import StudyFiles
import Terms
import Testing

@Suite struct CSVEncodingTests {
  static let text = "regio;naam\r\nVR02;Fryslân € 5 – “één”\r\nVR03;😀 \r\n"
  static let rows = [
    CSVRow(row: 2, cells: ["VR02", "Fryslân € 5 – “één”"]), CSVRow(row: 3, cells: ["VR03", "😀"]),
  ]

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  static let unicodeFiles: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)), ("UTF-8 with BOM", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16LE", utf16(text, bigEndian: false)), ("UTF-16BE", utf16(text, bigEndian: true)),
  ]

  @Test(arguments: unicodeFiles)
  func unicode(encoding: String, bytes: [UInt8]) throws {
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(diagnostics.isEmpty)
    let table = try #require(document)
    #expect(table.header == ["regio", "naam"])
    #expect(table.dialect == .semicolon)
    #expect(table.rows == Self.rows)
  }

  @Test func windows1252() throws {
    let text: [UInt8] = Array("a;b\r\nFrysl".utf8) + [0xE2] + Array("n;".utf8) + [0x80, 0xA0, 0x35, 0xA0, 0x0D]
    let (document, diagnostics) = CSVReader.read(text, file: "test.csv")
    #expect(diagnostics.isEmpty)
    #expect(document?.rows == [CSVRow(row: 2, cells: ["Fryslân", "€\u{A0}5"])])
  }

  @Test func windows1252WithDoubledQuotes() {
    let text: [UInt8] = Array("a;b\n1;\"".utf8) + [0xE9] + Array("\"\";\"\"\"".utf8)
    #expect(CSVReader.read(text, file: "test.csv").document?.rows == [CSVRow(row: 2, cells: ["1", "é\";\""])])
  }

  @Test func utf16WithNothingAfterTheMark() {
    let (document, diagnostics) = CSVReader.read([0xFF, 0xFE], file: "test.csv")
    #expect(document == nil)
    #expect(diagnostics.map(\.problem.dutch) == ["Het bestand is leeg."])
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], [0xFE, 0xFF, 0xDC, 0x00],
      [0xFE, 0xFF, 0xD8, 0x00, 0, 0x61],
    ] as [[UInt8]])
  func damagedUTF16(bytes: [UInt8]) {
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document == nil)
    #expect(
      diagnostics.map(\.problem.dutch) == [
        "Het bestand is beschadigd: het begint als UTF-16 (Unicode-tekst), maar bevat halve tekens."
      ])
  }

  @Test func damagedUTF8() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a;b\n1;2\n3;".utf8) + [0xE9]
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document == nil)
    #expect(diagnostics.map(\.row) == [3])
    #expect(
      diagnostics.map(\.problem.dutch) == [
        "Het bestand begint als UTF-8, maar deze rij bevat een teken dat geen UTF-8 is."
      ])
  }

  /// Windows-1252 is the most plausible here, and has no such character.
  @Test func inNoEncoding() {
    let bytes: [UInt8] = Array("a;b\ncaf".utf8) + [0xE9] + Array(" Zo".utf8) + [0xEB] + Array(";".utf8) + [0x81]
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document == nil)
    #expect(
      diagnostics.map(\.problem.dutch) == ["Cel B2 bevat een teken dat in UTF-8 noch in Windows-1252 bestaat."])
  }

  // MARK: As people send it

  /// One row pasted from another file used to make the names of the whole file unreadable, without a word.
  @Test func nearlyUTF8() throws {
    let bytes = Array("regio;naam\nA;Fryslân\nB;S".utf8) + [0xFA] + Array("dwest-Fryslân\nC;Zuid\n".utf8)
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document?.rows.map { $0.cells[1] } == ["Fryslân", "Súdwest-Fryslân", "Zuid"])
    #expect(diagnostics.map(\.severity) == [.notice] && diagnostics.map(\.row) == [3])
    #expect(
      diagnostics.first?.problem.dutch
        == "Dit bestand is bijna geheel UTF-8, maar rij 3 niet: daar zijn tekens gelezen als Windows-1252.")
  }

  /// "CSV (MS-DOS)" and "CSV (Macintosh)" of Excel used to be taken for Windows-1252: Fryslƒn, Frysl‰n.
  @Test(arguments: ["Fryslân", "café", "coördinatie", "financiële", "Súdwest-Fryslân", "België"])
  func msDOS(word: String) throws {
    let letters: [Character: UInt8] = ["â": 0x83, "é": 0x82, "ë": 0x89, "ö": 0x94, "ú": 0xA3]
    let text = "regio;naam\r\nA;\(word)\r\nB;S\u{FA}dwest\r\n"
    let written = text.flatMap { letters[$0].map { [$0] } ?? Array(String($0).utf8) }
    let (document, diagnostics) = CSVReader.read(written, file: "test.csv")
    #expect(document?.rows.map { $0.cells[1] } == [word, "Súdwest"])
    #expect(
      diagnostics.map(\.problem.dutch) == [
        "Dit bestand is geen UTF-8; het is gelezen als tekst van MS-DOS, wat de leesbaarste namen geeft."
      ])
  }

  @Test(arguments: ["Fryslân", "café", "coördinatie", "financiële", "€ 12", "Súdwest-Fryslân"])
  func macintosh(word: String) throws {
    let letters: [Character: UInt8] = ["â": 0x89, "é": 0x8E, "ë": 0x91, "ö": 0x9A, "ú": 0x9C, "€": 0xDB]
    let text = "regio;naam\rA;\(word)\rB;België\r"
    let written = text.flatMap { letters[$0].map { [$0] } ?? Array(String($0).utf8) }
    let (document, diagnostics) = CSVReader.read(written, file: "test.csv")
    #expect(document?.rows.map { $0.cells[1] } == [word, "België"])
    #expect(diagnostics.first?.problem.dutch.includes("tekst van Macintosh") == true)
  }

  /// Windows-1252 stays what is not UTF-8, and is not told.
  @Test(arguments: [
    "Fryslân", "café", "coördinatie", "€ 12", "regio\u{2019}s", "Súdwest – oost", "ÉÉN", "12 ½", "Curaçao",
  ])
  func windows1252IsNotMistaken(word: String) throws {
    let special: [Character: UInt8] = ["€": 0x80, "\u{2019}": 0x92, "–": 0x96]
    let bytes = "regio;naam\nA;\(word)\n".flatMap { character -> [UInt8] in
      [special[character] ?? UInt8(character.unicodeScalars.first!.value)]
    }
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document?.rows[0].cells[1] == word)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
  }

  /// Text that was spoilt before it was saved used to go to the report as it was.
  @Test(arguments: [
    ("Frysl\u{FFFD}n", "In cel B2 (\"Frysl\u{FFFD}n\") ging een teken verloren voordat het bestand werd bewaard."),
    ("FryslÃ¢n", "Cel B2 (\"FryslÃ¢n\") is twee keer omgezet; waarschijnlijk is \"Fryslân\" bedoeld."),
    ("regioâ€™s", "Cel B2 (\"regioâ€™s\") is twee keer omgezet; waarschijnlijk is \"regio’s\" bedoeld."),
    ("Frys\u{AD}lân", "Cel B2 bevat een teken dat niemand ziet."),
    ("Zuid\u{202E}dioN", "Cel B2 bevat een teken dat niemand ziet."),
  ])
  func spoiltText(text: String, problem: String) throws {
    let (document, diagnostics) = CSVReader.read(Array("regio;naam\nA;\(text)\n".utf8), file: "test.csv")
    #expect(document?.rows[0].cells[1] == text)
    #expect(diagnostics.map(\.problem.dutch) == [problem])
    #expect(diagnostics.map(\.severity) == [.notice] && diagnostics.map(\.column) == ["naam"])
  }

  @Test(arguments: ["Fryslân", "Ärger", "Ångström", "Â", "Zürich Ã", "à la carte", "naïef – één", "½ à ¾"])
  func accentsAreNoDamage(text: String) {
    #expect(CSVReader.read(Array("regio;naam\nA;\(text)\n".utf8), file: "test.csv").diagnostics.isEmpty)
  }
}
