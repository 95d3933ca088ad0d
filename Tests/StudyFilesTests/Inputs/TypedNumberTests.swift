import StudyFiles
import Testing

@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("0", 0.0), ("0.3", 0.3), ("0,3", 0.3), ("80%", 0.8), ("80 %", 0.8), ("5 mln", 5e6), ("2,3 miljoen", 2.3e6),
    ("€ 5.000.000", 5e6), ("€ 5,000,000", 5e6), ("5e6", 5e6), ("-1,5 mld", -1.5e9), ("EUR", .nan), ("1.234,5", 1234.5),
    ("1.5 million", 1.5e6), ("0.500", 0.5), ("1,5 billion", 1.5e9), ("mln", .nan), ("", .nan), ("1 2", .nan),
  ])
  func readings(text: String, expected: Double) {
    let found = try? TypedNumber.read(text)
    #expect(found == (expected.isNaN ? nil : expected))
  }

  @Test func twoReadingsAreNoReading() {
    #expect(throws: TypedNumber.Failure.ambiguous(1500, 1.5)) { try TypedNumber.read("1.500") }
    #expect(throws: TypedNumber.Failure.ambiguous(1.5, 1500)) { try TypedNumber.read("1,500") }
  }
}
