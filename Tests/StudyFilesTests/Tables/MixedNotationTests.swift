import StudyFiles
import Terms
import Testing

/// Columns with numbers in both notations.
@Suite struct MixedNotationTests {
  private static func reading(_ amounts: [String]) throws -> StudyReading {
    let rows = amounts.enumerated().map { "P\($0);Post;landelijk;\($1);2027;2027;prijs\n" }
    return try StudyFixture.read(
      .write("post;naam;per;bedrag;van;tot;index\n" + rows.joined(), to: "one-offs.csv"))
  }

  /// With the points of 1.5 mended, 1.234 used to be left as twelve hundred, in one notice of the column's first cell.
  @Test func eachNumberThatCanBeReadInTwoWaysIsTold() throws {
    let reading = try Self.reading(["12", "1.234", "1.5", "2.500..3.000", "1.000.000"])
    let told = reading.diagnostics.filter { $0.file == "one-offs.csv" }
    #expect(told.map(\.row) == [3, 4, 5] && told.allSatisfy { $0.severity == .error && $0.column == "bedrag" })
    #expect(
      told[0].problem.dutch
        == "\"1.234\" is op twee manieren te lezen: in deze kolom staan de punt en de komma nu eens als "
        + "decimaalteken, dan weer niet (rij 4: \"1.5\").")
    #expect(told[0].remedy.dutch == "Schrijf 1234 of 1,2340 (met een nul erbij).")
    #expect(told[0].remedy.english == "Write 1234 or 1,2340 (with one more zero).")
    #expect(told[1].remedy.dutch == "Schrijf 1,5 als de punt het decimaalteken was, of 15 als het een heel getal is.")
  }

  /// A range shows it too.
  @Test func withinARange() throws {
    let told = try Self.reading(["1.234", "1..2.5"]).diagnostics.filter { $0.file == "one-offs.csv" }
    #expect(told.map(\.row) == [2, 3])
  }

  /// One notation is read by the rule of the file, and named.
  @Test func oneNotationIsANotice() throws {
    let reading = try Self.reading(["1.234", "2.500", "1234,5", "1.000.000"])
    #expect(reading.study != nil && reading.doubts.isEmpty, "\(reading.diagnostics)")
    #expect(reading.diagnostics.map(\.severity) == [.notice])
  }

  /// 0.125 is no whole number, and 3.5.2027 is a date.
  @Test(arguments: [
    ("0.125", "Schrijf 0,1250."),
    ("1 234.500", "Schrijf 1234,5 als de punt het decimaalteken was, of 1234500 als het een heel getal is."),
    (
      "3.5.2027",
      "Geef de cel de opmaak Tekst en typ de waarde opnieuw: een getal als 3, een bereik als 3..5 of alleen het jaartal."
    ),
  ]) func whatIsWrittenInstead(_ text: String, _ remedy: String) throws {
    #expect(try Self.reading([text]).diagnostics.map(\.remedy.dutch) == [remedy])
  }
}
