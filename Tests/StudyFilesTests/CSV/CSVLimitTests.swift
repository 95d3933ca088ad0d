import StudyFiles
import Terms
import Testing

@Suite(.serialized) struct CSVLimitTests {
  /// The byte that makes such a line too long is found early on: its length costs memory only.
  @Test(arguments: [UInt8(ascii: "x"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\"")])
  func lineOf200MB(byte: UInt8) {
    var bytes = [UInt8](repeating: byte, count: 200_000_000)
    for cell in ["A1", "A2"] {
      let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
      #expect(document == nil)
      #expect(diagnostics.count == 1)
      let expected =
        byte == UInt8(ascii: ",")
        ? "Deze rij heeft meer dan 1.000 cellen; verder is het bestand niet gelezen."
        : "Cel \(cell) is langer dan een rekenblad toestaat (32.767 tekens); verder is het bestand niet gelezen."
      #expect(diagnostics.first?.problem.dutch == expected)
      for (index, character) in "a,b\n".utf8.enumerated() { bytes[index] = character }
    }
  }

  @Test func aSpreadsheetsLongestCell() {
    let cell = String(repeating: "€", count: 32_767)
    let text = "a;b\n1;\(cell)\n2;\"\(cell)\"\n"
    let (document, diagnostics) = CSVReader.read(Array(text.utf8), file: "test.csv")
    #expect(diagnostics.isEmpty)
    #expect(document?.rows.map { $0.cells[1] == cell } == [true, true])
  }

  @Test(arguments: [1_000, 1_001, 5_000])
  func columns(count: Int) {
    let header = (1...count).map { "k\($0)" }.joined(separator: ";")
    let (document, diagnostics) = CSVReader.read(Array("\(header)\n1\n".utf8), file: "test.csv")
    if count <= CSVLimits.columns {
      #expect(document?.header.count == count)
      #expect(diagnostics.isEmpty)
    } else {
      #expect(document == nil)
      #expect(diagnostics.map(\.row) == [1])
      #expect(
        diagnostics.map(\.problem.dutch) == [
          "Deze rij heeft meer dan 1.000 cellen; verder is het bestand niet gelezen."
        ])
    }
  }

  @Test func rows() {
    let bytes = Array("a;b\n".utf8) + [UInt8](repeating: UInt8(ascii: "\n"), count: CSVLimits.rows)
    let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
    #expect(document == nil)
    #expect(
      diagnostics.map(\.problem.dutch) == ["Het bestand heeft meer rijen dan een rekenblad toestaat (1.048.576)."])
  }
}
