import CostEngine
import StudyFiles
import Terms
import Testing

/// Each changes a clean study in one way and is asked about at the cell that was changed.
@Suite struct DoubtTests {
  /// A doubt that is expected.
  struct Case: Sendable, CustomTestStringConvertible {
    let changes: [Change]
    let file: String
    let row: Int
    let column: String
    /// Part of what is written instead, or of the advice.
    let advice: String

    init(_ changes: Change..., file: String, row: Int, column: String, advice: String) {
      self.changes = changes
      (self.file, self.row, self.column, self.advice) = (file, row, column, advice)
    }

    var testDescription: String { "\(file) \(row) \(column): \(advice)" }
  }

  private static func staffing(_ row: String, _ other: String) -> Change {
    .replace(row, with: other, in: "staffing.csv")
  }

  private static func training(_ hours: String) -> Change {
    .replace("VR01,OVD,20,", with: "VR01,OVD,\(hours)", in: "training.csv")
  }

  @Test(arguments: [
    // What a secretary types.
    Case(
      staffing("VR01,OVD,4,", "VR01,OVD,400,"), file: "staffing.csv", row: 2, column: "persons", advice: "schrijf 4."),
    Case(
      staffing("VR01,OVD,4,", "VR01,OVD,0.4,"), file: "staffing.csv", row: 2, column: "persons", advice: "persons_share"
    ),
    Case(
      staffing("VR01,OVD,4,", "VR01,OVD,0,"), file: "staffing.csv", row: 2, column: "persons",
      advice: "Laat de cel dan leeg"),
    Case(staffing("1,10%,50%", "1,1,50%"), file: "staffing.csv", row: 2, column: "turnover", advice: "100%"),
    Case(staffing("1,10%,50%", "1,0.1%,50%"), file: "staffing.csv", row: 2, column: "turnover", advice: "schrijf 10%"),
    Case(staffing("1,10%,50%", "1,80%,10%"), file: "staffing.csv", row: 2, column: "turnover", advice: "certified"),
    Case(
      training("2.5,"), file: "training.csv", row: 2, column: "initial_hours", advice: "factor 10 te weinig: schrijf 25"
    ),
    Case(training("5,"), file: "training.csv", row: 2, column: "initial_hours", advice: "schrijf 40 (8 uur per dag)"),
    Case(training("40,2000"), file: "training.csv", row: 2, column: "annual_hours", advice: "factor 100"),
    Case(training("20,100"), file: "training.csv", row: 2, column: "annual_hours", advice: "per persoon: schrijf 25"),
    Case(training("18,44"), file: "training.csv", row: 2, column: "initial_hours", advice: "annual_hours"),
    Case(training("20,9000"), file: "training.csv", row: 2, column: "annual_hours", advice: "schrijf"),
    // What spreadsheets make of numbers.
    Case(
      staffing("VR01,OVD,4,", "VR01,OVD,45051,"), file: "staffing.csv", row: 2, column: "persons",
      advice: "opmaak Tekst"),
    Case(training("45050,"), file: "training.csv", row: 2, column: "initial_hours", advice: "schrijf 4..5"),
    Case(
      .replace("VR01,Noord,200000", with: "VR01,Noord,2.1E+05", in: "regions.csv"), file: "regions.csv", row: 2,
      column: "population", advice: "alle cijfers"),
    Case(
      .replace("VR02,Zuid,100000", with: "VR02,Zuid,100", in: "regions.csv"), file: "regions.csv", row: 3,
      column: "population", advice: "factor 1.000 te weinig: schrijf 100000"),
    Case(
      .replace("VR01,Noord,200000,4", with: "VR01,Noord,4,200000", in: "regions.csv"), file: "regions.csv", row: 2,
      column: "population", advice: "verwissel"),
    Case(
      .replace("VR01,Noord,200000,4", with: "VR01,Noord,200000,0.4", in: "regions.csv"), file: "regions.csv", row: 2,
      column: "municipalities", advice: "schrijf 4"),
    // A quantity for the region where one for each 100,000 inhabitants is asked, in a region of five times that.
    Case(
      .replace("VR01,Noord,200000,4", with: "VR01,Noord,1000000,20", in: "regions.csv"),
      .replace("VR01,EX,1", with: "VR01,EX,20", in: "provision-current.csv"), file: "provision-current.csv", row: 2,
      column: "quantity", advice: "per 100.000 inwoners: schrijf 2"),
    // Rates and factors without their percent sign; these used to be 225 % a year and a factor 80.
    Case(
      .append("discount_rate,2.25", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      advice: "schrijf 2.25%"),
    Case(
      .replace("wage_growth,2%", with: "wage_growth,3", in: "settings.csv"), file: "settings.csv", row: 6,
      column: "value",
      advice: "schrijf 3%"),
    Case(
      .replace("price_growth,3%", with: "price_growth,2..3..4", in: "settings.csv"), file: "settings.csv", row: 7,
      column: "value", advice: "schrijf 2%..3%..4%"),
    Case(
      .append("discount_rate,normal(2.25; 0.5)", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      advice: "schrijf normal(2.25%; 0.5%)"),
    Case(
      .append("discount_rate,0.0225%", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      advice: "schrijf 2.25%"),
    Case(
      .append("2029,3,", to: "indices.csv"), file: "indices.csv", row: 3, column: "wage_growth", advice: "schrijf 3%"),
    Case(
      staffing("*,INF,,50%", "*,INF,,50"), file: "staffing.csv", row: 4, column: "persons_share", advice: "schrijf 50%"),
    Case(
      .replace("persons,0.8", with: "persons,80", in: "measure-effects.csv"), file: "measure-effects.csv", row: 2,
      column: "factor", advice: "schrijf 80%"),
    // Distributions that are cut where most of them lies.
    Case(
      staffing("VR01,OVD,4,", "VR01,OVD,normal(-40; 3),"), file: "staffing.csv", row: 2, column: "persons",
      advice: "schrijf normal(40; 3)"),
    Case(
      staffing("1,10%,50%", "1,normal(8; 2),50%"), file: "staffing.csv", row: 2, column: "turnover",
      advice: "schrijf normal(8%; 2%)"),
    Case(
      .replace("basis,OVD,2,3,40,20,100%,4", with: "basis,OVD,2,3,40,20,100%,0..4", in: "norms.csv"), file: "norms.csv",
      row: 2, column: "recertify_years", advice: "boven 0"),
    // Totals, which used to count everything twice.
    Case(
      .append("VR03,Oost,300000,6,3", to: "regions.csv"), .append("VR03,OVD,6,,1,10%,50%", to: "staffing.csv"),
      file: "regions.csv", row: 4, column: "region", advice: "haal haar weg"),
    Case(
      .append("VR03,Totaal,310000,7,3", to: "regions.csv"), .append("VR03,OVD,6,,1,10%,50%", to: "staffing.csv"),
      file: "regions.csv", row: 4, column: "region", advice: "haal haar weg"),
    Case(
      .append("SOM,Extra,national,6000,2027,2028,wage,", to: "one-offs.csv"), file: "one-offs.csv", row: 4,
      column: "item",
      advice: "haal haar weg"),
    Case(
      .append("TOTAAL,Totaal,2027,9500,,equal", to: "funding.csv"), .append("TOTAAL,,2030,0,,", to: "funding.csv"),
      file: "funding.csv", row: 5, column: "fund", advice: "haal haar weg"),
    // Names.
    Case(
      .replace("region,name", with: "region,Name", in: "regions.csv"), file: "regions.csv", row: 1, column: "Name",
      advice: "\"name\""),
    Case(
      .replace("region,name", with: "region,nmae", in: "regions.csv"), file: "regions.csv", row: 1, column: "nmae",
      advice: "\"name\""),
    // Another word for a column that is not there used to be a distribution key.
    Case(
      .replace("region,name", with: "region,omschrijving", in: "regions.csv"), file: "regions.csv", row: 1,
      column: "omschrijving", advice: "\"naam\""),
    // The comma of a Dutch table pasted into a file with points: 2.500 was two and a half euros.
    Case(
      .replace("national,5000", with: "national,2.500", in: "one-offs.csv"), file: "one-offs.csv", row: 2,
      column: "amount",
      advice: "2500 bedoeld"),
    // The hours of the others are 10 to 30.
    Case(
      .replace(
        "VR01,OVD,20,\n*,OVD,30..50,30", with: "VR01,OVD,18,\nVR02,OVD,\"15,125\",\n*,OVD,30,30", in: "training.csv"),
      file: "training.csv", row: 3, column: "initial_hours", advice: "15.1250 bedoeld"),
    Case(
      .append("mrakt,staffing,turnover,VR02/*,0.2", to: "correlations.csv"), file: "correlations.csv", row: 5,
      column: "factor", advice: "\"markt\""),
    // Signs.
    Case(
      .replace("national,5000", with: "national,-5000", in: "one-offs.csv"), file: "one-offs.csv", row: 2,
      column: "amount",
      advice: "schrijf 5000"),
  ]) func isAskedAbout(_ expected: Case) throws {
    let reading = StudyFixture.read(try StudyFixture.files(expected.changes))
    #expect(reading.study != nil, "\(reading.diagnostics)")
    let found = reading.doubts.first {
      $0.file == expected.file && $0.row == expected.row && $0.column == expected.column
    }
    let doubt = try #require(found, "\(reading.diagnostics)")
    #expect(doubt.severity == .doubt && doubt.remedy.dutch.contains(expected.advice), "\(doubt)")
    #expect(!doubt.problem.english.isEmpty && !doubt.remedy.english.isEmpty)
  }

  /// Neighbours of the same that are as they should be.
  @Test(
    arguments: [
      [staffing("VR01,OVD,4,", "VR01,OVD,14,")], [staffing("VR01,OVD,4,", "VR01,OVD,1,")],
      [staffing("1,10%,50%", "1,0.1,100%")], [staffing("1,10%,50%", "1,normal(0.08; 0.05),50%")],
      [training("20,25")], [training("36,")], [training("30..50,")],
      [.append("discount_rate,2.25%", to: "settings.csv")], [.append("discount_rate,0.0225", to: "settings.csv")],
      [.append("discount_rate,25%", to: "settings.csv")], [.append("2029,-1%,", to: "indices.csv")],
      [.replace("persons,0.8", with: "persons,120%", in: "measure-effects.csv")],
      [.replace("100%,4\n", with: "100%,3..5\n", in: "norms.csv")],
      [.replace("100%,4\n", with: "100%,discrete(0: 0.2; 4: 0.8)\n", in: "norms.csv")],
      [.replace("VR01,Noord,200000", with: "VR01,Noord,2e5", in: "regions.csv")],
      [.replace("VR01,Noord,200000", with: "VR01,Noord,2.00001E+05", in: "regions.csv")],
      [.append("EXTRA,Extra,national,7000,2027,2028,wage,", to: "one-offs.csv")],
      [.replace(",risk", with: ",risico", in: "regions.csv")],
      [.append("lonen,staffing,turnover,VR02/*,0.2", to: "correlations.csv")],
    ] as [[Change]]) func isNotAskedAbout(_ changes: [Change]) throws
  {
    let reading = StudyFixture.read(try StudyFixture.files(changes))
    #expect(reading.study != nil && reading.doubts.isEmpty, "\(reading.diagnostics)")
  }

  /// Where every region is a municipality these differ by a factor of a thousand: forty of 342 used to be asked about.
  @Test func municipalitiesAreNoRegions() throws {
    func doubts(_ smallest: Int) throws -> [Diagnostic] {
      let regions = """
        region,name,population,municipalities,risk
        VR01,Schiermonnikoog,\(smallest),1,3
        VR02,Amsterdam,882633,1,1
        GM03,Barneveld,60501,1,1
        GM04,Texel,13898,1,1

        """
      var files = try StudyFixture.files([
        .append("GM03,OVD,6,,1,10%,50%", to: "staffing.csv"), .append("GM04,OVD,6,,1,10%,50%", to: "staffing.csv"),
      ])
      files["regions.csv"] = regions
      let reading = StudyFixture.read(files)
      try #require(reading.study != nil, "\(reading.diagnostics.filter { $0.severity == .error })")
      return reading.doubts.filter { $0.file == "regions.csv" }
    }
    #expect(try doubts(947).isEmpty)
    let doubt = try #require(try doubts(94).first)
    #expect(doubt.row == 2 && doubt.problem.dutch.contains("94 inwoners van een gemeente"), "\(doubt)")
  }

  // MARK: Sources and notes

  private static let sourced = """
    region,function,initial_hours,annual_hours,source,note
    VR01,OVD,20,20,opgave VR01,
    *,OVD,30..50,30,aanname,schatting
    *,INF,10,3,aanname,schatting
    """

  @Test func aRowWithoutASource() throws {
    let reading = try StudyFixture.read(
      .write(Self.sourced.replacing("opgave VR01", with: ""), to: "training.csv"))
    #expect(reading.doubts.map { "\($0.row ?? 0) \($0.column ?? "")" } == ["2 source"])
    #expect(try StudyFixture.read(.write(Self.sourced, to: "training.csv")).doubts.isEmpty)
  }

  /// A comma without quotes used to move the rest of the row, without a word.
  @Test func aRowThatIsShifted() throws {
    let shifted = Self.sourced.replacing("20,20,opgave VR01,", with: "20,7,5,opgave VR01")
    let reading = try StudyFixture.read(.write(shifted, to: "training.csv"))
    #expect(reading.doubts.map { "\($0.row ?? 0) \($0.column ?? "")" } == ["2 source"])
    #expect(reading.doubts[0].severity == .doubt && reading.doubts[0].remedy.english.contains("write 7.5"))
    let year = try StudyFixture.read(
      .write(Self.sourced.replacing("opgave VR01", with: "2025"), to: "training.csv"))
    #expect(year.doubts.isEmpty)
  }

  @Test(arguments: [
    ("", false), ("schatting", false), ("boven de norm", false), ("klopt: met vrijwilligers", true),
    ("alle 200 zijn geteld in mei", true), ("in 2001 gemeten", false), ("Inclusief overwerk", true),
    ("annual_hours: een dubbele lichting", true), ("checked with the region", true),
  ]) func aNoteThatSpeaksOfTheFigureExplainsIt(_ note: String, _ isExplained: Bool) throws {
    let reading = try StudyFixture.read(
      .write(Self.sourced.replacing("20,20,opgave VR01,", with: "20,200,opgave VR01,\(note)"), to: "training.csv"))
    let doubt = try #require(reading.doubts.first)
    #expect(reading.doubts.count == 1 && doubt.column == "annual_hours")
    #expect(doubt.severity == (isExplained ? .explained : .doubt))
    if isExplained { #expect(doubt.remedy.dutch == note) }
  }

  /// Observations that were exported with their total.
  @Test func observationsWithTheirTotal() throws {
    let asks = Change.replace("national,5000", with: "national,empirical(m.csv; kosten)", in: "one-offs.csv")
    let total = try StudyFixture.read(asks, .write("kosten\n1000\n2000\n4000\n7000\n", to: "m.csv"))
    #expect(total.doubts.map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" } == ["one-offs.csv 2 amount"])
    #expect(try StudyFixture.read(asks, .write("kosten\n1000\n2000\n4000\n", to: "m.csv")).doubts.isEmpty)
  }

  /// One that is called a total used to count as an observation, unless it was the exact sum.
  @Test func observationsWithARowThatIsCalledATotal() throws {
    let asks = Change.replace("national,5000", with: "national,empirical(m.csv; kosten)", in: "one-offs.csv")
    func read(_ last: String) throws -> [String] {
      let reading = try StudyFixture.read(
        asks, .write("regio,kosten,toelichting\nA,1000,\nB,2000,\n\(last)\n", to: "m.csv"))
      #expect(reading.study != nil, "\(reading.diagnostics)")
      return reading.doubts.map { "\($0.severity) \($0.file) \($0.row ?? 0) \($0.column ?? "")" }
    }
    for name in ["Totaal", "TOTAL", "Som", "Nederland"] {
      #expect(try read("\(name),3100,") == ["doubt m.csv 4 kosten"], "\(name)")
    }
    #expect(try read("Totaal,3100,klopt: een regio die zo heet") == ["explained m.csv 4 kosten"])
    #expect(try read("Totaalregio,3100,").isEmpty && read("Totaal,,").isEmpty)
  }

  /// What an analysis puts in the place of a cell is judged by who asks for it.
  @Test func otherValuesAreNotDoubted() throws {
    let name = try InputName(typed: "settings.value[discount_rate]")
    let files = try StudyFixture.files([.append("discount_rate,2.25", to: "settings.csv")])
    let reading = StudyReader.read(
      files: files.mapValues { Array($0.utf8) }, folderName: "x", overrides: [InputOverride(name, .certain(0.02))])
    #expect(reading.study != nil && reading.doubts.isEmpty)
  }
}
