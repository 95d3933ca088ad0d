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

  @Test func neitherUTF8NorWindows1252() {
    let bytes: [UInt8] = Array("a;b\n1;".utf8) + [0x81]
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document == nil)
    #expect(
      diagnostics.map(\.problem.dutch) == ["Cel B2 bevat een teken dat in UTF-8 noch in Windows-1252 bestaat."])
  }
}
