import StudyFiles
import Terms
import Testing

/// A small generator for tests: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

@Suite struct CSVFuzzTests {
  /// Bytes that mean something to a reader, far more often than chance would have them.
  static let telling: [UInt8] =
    Array(",;\t\"\"\r\n\n#abc 019=. ".utf8) + [0xC3, 0xA9, 0xE9, 0xEF, 0xBB, 0xBF, 0xA0, 0x81]

  @Test(arguments: 0..<4 as Range<UInt64>)
  func neverCrashesAndAlwaysSaysWhy(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    for _ in 0..<1_500 {
      let count = Int.random(in: 0...80, using: &generator)
      let isRandom = Int.random(in: 0..<8, using: &generator) == 0
      var bytes: [UInt8] = (0..<count).map { _ in
        isRandom ? UInt8.random(in: 0...255, using: &generator) : Self.telling.randomElement(using: &generator)!
      }
      switch seed {
      case 1: bytes = [0xFF, 0xFE] + bytes
      case 2: bytes = Array("a;b;c\n".utf8) + bytes
      case 3: bytes = Array("sep=".utf8) + bytes
      default: break
      }
      let (document, diagnostics) = CSVReader.read(bytes, file: "test.csv")
      if let document {
        #expect(document.rows.allSatisfy { $0.cells.count == document.header.count })
        #expect(document.rows.allSatisfy { !$0.cells.allSatisfy(\.isEmpty) || !diagnostics.isEmpty })
        #expect(zip(document.rows, document.rows.dropFirst()).allSatisfy { $0.row < $1.row })
        #expect(document.rows.first.map { $0.row > document.headerRow } != false)
      } else {
        #expect(diagnostics.contains { $0.severity == .error })
      }
    }
  }

  /// What a writer quotes by RFC 4180, the reader gives back.
  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
  func quotedCellsComeBack(separator: String, lineBreak: String) throws {
    var generator = SplitMix64(state: 7)
    let letters = Array("ab,;\t\"\r\n é€#")
    for _ in 0..<200 {
      let rows = (0..<5).map { row in
        (0..<3).map { column in
          // A letter at both ends keeps blanks inside, and the row from being blank or a comment.
          "x" + String((0..<6).map { _ in letters.randomElement(using: &generator)! }) + "\(row)\(column)"
        }
      }
      let text = ([["a", "b", "c"]] + rows).map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
      }.joined(separator: lineBreak)
      let table = try readWithoutProblems(text)
      #expect(table.header == ["a", "b", "c"])
      #expect(table.rows.map(\.cells) == rows)
      #expect(table.rows.map(\.row) == [2, 3, 4, 5, 6])
    }
  }
}
