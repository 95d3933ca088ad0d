import Terms
import Testing

@testable import StudyFiles

/// Tables of which a few cells change, and nothing else.
@Suite struct TableEditorTests {
  private func edited(_ text: String, _ change: (inout TableEditor) -> Void) throws -> String {
    var editor = try #require(TableEditor(Array(text.utf8)))
    change(&editor)
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  @Test func nothingButTheCellChanges() throws {
    let text = "\u{FEFF}# opgave\r\na;b;c\r\n\r\n1; \"x; \"\"y\"\"\" ;3\r\n4;5;6"
    #expect(try edited(text) { _ in } == text)
    #expect(
      try edited(text) { $0.set(row: 5, column: 1, "zes;") }
        == "\u{FEFF}# opgave\r\na;b;c\r\n\r\n1; \"x; \"\"y\"\"\" ;3\r\n4;\"zes;\";6")
    // Of a row that changes the other cells say the same.
    #expect(
      try edited(text) { $0.set(row: 4, column: 2, "7") }
        == "\u{FEFF}# opgave\r\na;b;c\r\n\r\n1;\"x; \"\"y\"\"\";7\r\n4;5;6")
    #expect(try edited(text) { $0.set(row: 5, column: 1, "5") } == text)
  }

  @Test func rowsAreAddedAtTheEnd() throws {
    #expect(try edited("a,b\n1,2") { $0.add(["3", "4"]) } == "a,b\n1,2\n3,4\n")
    #expect(try edited("a,b\n1,2\n") { $0.add(["3", "\"4\""]) } == "a,b\n1,2\n3,\"\"\"4\"\"\"\n")
    #expect(try edited("a;b\r1;2\r") { $0.add(["3", "4,5"]) } == "a;b\r1;2\r3;4,5\r")
    #expect(try edited("sep=;\na;b\n1;2\n") { $0.set(row: 2, column: 3, "x") } == "sep=;\na;b\n1;2;;x\n")
  }

  /// Other encodings become UTF-8 with a mark.
  @Test func anotherEncodingIsConverted() throws {
    let latin: [UInt8] = Array("a;b\n1;caf".utf8) + [0xE9, 0x0A]
    var editor = try #require(TableEditor(latin))
    editor.set(row: 2, column: 0, "2")
    #expect(String(decoding: editor.bytes, as: UTF8.self) == "\u{FEFF}a;b\n2;café\n")
    #expect(TableEditor(Array("\"a;b\n1".utf8)) == nil)
  }
}
