import CostEngine
import StudyFiles
import Terms
import Testing

/// The column `reserve` of regions.csv: what a region holds in reserve. The model does not compute with it.
@Suite struct ReserveTests {
  private func regions(_ column: String, _ one: String, _ other: String, all: String? = nil) -> Change {
    .write(
      """
      region,name,population,municipalities,risk,\(column)
      VR01,Noord,200000,4,3,\(one)
      VR02,Zuid,100000,2,1,\(other)
      \(all.map { "*,,,,,\($0)\n" } ?? "")
      """, to: "regions.csv")
  }

  private func reserves(_ changes: Change...) throws -> [Double?] {
    let reading = StudyFixture.read(try StudyFixture.files(changes))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return reading.reserves
  }

  @Test func aStudyNeedNotSay() throws {
    #expect(try reserves() == [nil, nil])
    #expect(try reserves(regions("reserve", "", "")) == [nil, nil])
  }

  @Test(arguments: ["reserve", "weerstandscapaciteit"]) func inBothLanguages(_ name: String) throws {
    #expect(try reserves(regions(name, "1200000", "0")) == [1_200_000, 0])
    #expect(try reserves(regions(name, "", "5", all: "7")) == [7, 5])
  }

  /// What is uncertain counts by its expected value, and no draw depends on it.
  @Test func anUncertainOneIsNoVariable() throws {
    let change = regions("reserve", "100..300", "")
    #expect(try reserves(change) == [200, nil])
    let (with, without) = (try StudyFixture.study(change), try StudyFixture.study())
    #expect(with.variables.map(\.name) == without.variables.map(\.name))
  }

  @Test func itIsNotBelowZero() throws {
    for text in ["-1", "-5..10", "veel"] {
      let reading = try StudyFixture.read(regions("reserve", text, "1"))
      #expect(reading.study == nil && reading.diagnostics.count == 1 && reading.reserves.isEmpty)
      #expect(reading.diagnostics[0].file == "regions.csv" && reading.diagnostics[0].column == "reserve")
    }
  }

  /// It was one of the further columns by which a fund can be distributed, and still is.
  @Test(arguments: ["reserve", "weerstandscapaciteit"]) func itIsAKey(_ name: String) throws {
    let study = try StudyFixture.study(
      regions(name, "30", "10"), .write("fund,year,amount,key\nA,2027,100,\(name)", to: "funding.csv"))
    #expect(study.funds[0].entries[0].key == [.certain(30), .certain(10)])
    let uncertain = try StudyFixture.study(
      regions(name, "20..40", "10"), .write("fund,year,amount,key\nA,2027,100,\(name)", to: "funding.csv"))
    #expect(uncertain.variables.contains { $0.name == "regions.reserve[VR01]" })
  }

  @Test func withoutTheColumnItIsNoKey() throws {
    let fund = Change.write("fund,year,amount,key\nA,2027,100,reserve\nA,2030,100,", to: "funding.csv")
    let unknown = try StudyFixture.read(fund)
    #expect(unknown.diagnostics.count == 1)
    #expect(unknown.diagnostics.first?.problem.dutch == "Onbekende verdeelsleutel \"reserve\".")
    let blank = try StudyFixture.read(regions("reserve", "30", ""), fund)
    #expect(blank.diagnostics.count == 1, "\(blank.diagnostics)")
    #expect(blank.diagnostics.first?.file == "regions.csv" && blank.diagnostics.first?.row == 3)
    #expect(blank.diagnostics.first?.column == "reserve")
  }
}
