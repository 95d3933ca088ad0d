import CostEngine
import StudyFiles
import Terms
import Testing

/// plausibility.csv: bounds that a study gives itself.
@Suite struct OwnBoundsTests {
  private static func reading(_ rows: String) throws -> StudyReading {
    try StudyFixture.read(.write("table,column,item,low,high\n" + rows, to: "plausibility.csv"))
  }

  @Test(arguments: [
    ("staffing,persons,*,5,", ["staffing.csv 2 persons"]),
    ("staffing,persons,*/OVD,,6", ["staffing.csv 3 persons"]),
    ("staffing,personen,VR02/OVD,5,7", ["staffing.csv 3 persons"]),
    ("staffing,persons,*,,", []),
    // The most specific row counts.
    ("staffing,persons,*,,6\nstaffing,persons,VR02/*,,9", []),
    // A range lies outside with its ends.
    ("staffing,turnover,*/INF,,15%", ["staffing.csv 4 turnover"]),
    ("settings,value,wage_growth,0,1%", ["settings.csv 6 value"]),
    ("regions,risk,*,2,", ["regions.csv 3 risk"]),
    ("funding,amount,RIJK/2030,,15000", ["funding.csv 3 amount"]),
    ("variables.csv,value,uurtarief,50,", ["variables.csv 2 value"]),
  ]) func whatLiesOutsideIsDoubted(_ rows: String, _ places: [String]) throws {
    let reading = try Self.reading(rows)
    #expect(reading.study != nil, "\(reading.diagnostics)")
    #expect(reading.doubts.map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" } == places, "\(reading.diagnostics)")
  }

  @Test func itSaysWhichRow() throws {
    let doubt = try #require(try Self.reading("staffing,persons,VR02/OVD,0.5,1").doubts.first)
    #expect(
      doubt.problem.dutch
        == "\"8\" ligt buiten wat deze studie zelf aannemelijk noemt: 0,5 tot 1 (plausibility.csv, rij 2).")
    #expect(doubt.remedy.dutch == "Waarschijnlijk een factor 10 te veel: schrijf 0.8.")
  }

  @Test(
    arguments: [
      ("stafing,persons,*,1,2", "table"), ("staffing,person,*,1,2", "column"), ("regions,name,*,1,2", "column"),
      ("staffing,persons,*,3,2", "low"), ("staffing,persons,*,x,2", "low"), ("staffing,persons,*,1..2,", "low"),
      ("staffing,persons,*,1,2\nstaffing,personen,*/*,1,3", nil),
    ] as [(String, String?)]) func whatIsWrongIsAnError(_ rows: String, _ column: String?) throws
  {
    let reading = try Self.reading(rows)
    #expect(reading.study == nil && reading.diagnostics.count == 1, "\(reading.diagnostics)")
    #expect(reading.diagnostics.first?.file == "plausibility.csv" && reading.diagnostics.first?.column == column)
  }

  /// It changes no amount.
  @Test func theStudyIsTheSame() throws {
    let (with, without) = (try Self.reading("staffing,persons,*,5,"), StudyFixture.read(StudyFixture.files))
    #expect(with.study?.variables.map { $0.name } == without.study?.variables.map { $0.name })
  }
}
