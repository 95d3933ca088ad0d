import Terms
import Testing

/// What the source of a row says of its figures.
@Suite struct StandingTests {
  /// An invented figure used to have a source like any other.
  @Test(
    arguments: [
      ("voorbeeld", .example), ("Verzonnen voorbeeld", .example), ("example", .example), ("invented figures", .example),
      ("memo 2023; aandeel: voorbeeld", .example), ("CBS, verzonnen verdeling", .example),
      ("schatting (voorbeeld)", .example),
      // What follows an example, or has it within a word, is a source.
      ("naar voorbeeld van VR18", .sourced), ("Voorbeeldbegroting VNG", .sourced), ("examples of the VNG", .sourced),
      ("aanname", .assumed), ("Assumption, see note", .assumed), ("memo 2023; aandeel: aanname", .partly),
      ("", .unsourced),
      ("CBS 2022", .sourced),
    ] as [(String, WrittenTable.Row.Standing)])
  func ofASource(_ source: String, _ standing: WrittenTable.Row.Standing) {
    #expect(WrittenTable.Row(number: 2, cells: [], source: source).standing == standing)
  }
}
