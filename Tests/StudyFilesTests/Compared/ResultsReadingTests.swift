import Testing

@testable import StudyFiles

@Suite struct ResultsReadingTests {
  @Test func rowsOfEitherDialect() throws {
    for text in [
      "scenario,region,year,line,mean\nS,VR01,2027,standby,-1.5\n",
      "scenario;region;year;line;mean\nS;VR01;2027;standby;-1,5\n",
    ] {
      let rows = try #require(ResultsReading.rows(Array(text.utf8), file: "lines.csv", item: "line"))
      #expect(rows.count == 1 && rows[0].scenario == "S" && rows[0].region == "VR01" && rows[0].year == "2027")
      #expect(rows[0].item == "standby" && rows[0].numbers == ["mean": -1.5])
    }
  }

  /// A code that a spreadsheet would take for a formula is written with an apostrophe.
  @Test func codesAreReadAsTheyWere() throws {
    let text = "scenario,region,year,line,mean\n'-S,'@R,2027,standby,1\n"
    let rows = try #require(ResultsReading.rows(Array(text.utf8), file: "lines.csv", item: "line"))
    #expect(rows[0].scenario == "-S" && rows[0].region == "@R")
  }

  @Test(arguments: ["", "a,b\n1,2\n", "scenario,region,year,line,mean\nS,R,2027,standby,veel\n"])
  func whatIsNoTable(text: String) {
    #expect(ResultsReading.rows(Array(text.utf8), file: "lines.csv", item: "line") == nil)
  }
}
