import CostEngine
import StudyFiles
import Testing

/// Whose money a fund is, and how the municipalities divide what no fund covers.
@Suite struct PayerResolutionTests {
  private func funds(_ rows: String...) -> Change {
    .write((["fund,year,amount,key,payer"] + rows).joined(separator: "\n"), to: "funding.csv")
  }

  @Test func aStudyThatSaysNothingDoesNotAsk() throws {
    #expect(try StudyFixture.study().municipalKey == nil)
    #expect(try StudyFixture.study(.append("municipal_key,", to: "settings.csv")).municipalKey == nil)
    #expect(try StudyFixture.study().funds[0].entries.map(\.payer) == [.state, .state])
  }

  /// A column is enough, filled or not.
  @Test func aColumnAsks() throws {
    let study = try StudyFixture.study(funds("A,2027,100,equal,"))
    #expect(study.municipalKey == .ownRegion)
    #expect(study.funds[0].entries.map(\.payer) == [.state])
  }

  /// Blank is the year before, in whatever order the rows stand; the first blank is the State.
  @Test func blankIsTheYearBefore() throws {
    let study = try StudyFixture.study(
      funds(
        "A,2030,3,,", "A,2028,2,,Gemeenten", "A,2027,1,equal,", "A,2029,2,,", "B,2027,1,equal,regio", "B,2028,2,,",
        "B,2030,2,,RIJK", "C,2027,1,equal,region", "C,2030,1,,municipalities", "D,2027,1,equal,state"))
    #expect(
      study.funds.map { $0.entries.map(\.payer) } == [
        [.state, .municipalities, .municipalities, .municipalities], [.region, .region, .state],
        [.region, .municipalities], [.state],
      ])
  }

  @Test(arguments: ["betaler", "payer"]) func theColumnInBothLanguages(_ name: String) throws {
    let study = try StudyFixture.study(
      .write("fund,year,amount,key,\(name)\nA,2027,1,equal,gemeenten", to: "funding.csv"))
    #expect(study.funds[0].entries[0].payer == .municipalities)
  }

  @Test func theKeyOfTheMunicipalities() throws {
    func key(_ text: String, _ changes: Change...) throws -> MunicipalKey? {
      let files = try StudyFixture.files(
        changes + [.append("gemeentelijke_verdeelsleutel,\(text)", to: "settings.csv")])
      let reading = StudyFixture.read(files)
      return try #require(reading.study, "\(reading.diagnostics)").municipalKey
    }
    let ones: [Quantity] = [.certain(1), .certain(1)]
    #expect(try key("gelijk") == .pooled(name: nil, ones))
    #expect(try key("Equal") == .pooled(name: nil, ones))
    #expect(try key("inwoners") == .pooled(name: "inwoners", [.certain(200_000), .certain(100_000)]))
    #expect(try key("population") == .pooled(name: "population", [.certain(200_000), .certain(100_000)]))
    #expect(try key("municipalities") == .pooled(name: "municipalities", [.certain(4), .certain(2)]))
    #expect(try key("risk") == .pooled(name: "risk", [.certain(3), .certain(1)]))
    // It stands alone: a study needs no funds, and a column of payers changes nothing about it.
    #expect(try key("gelijk", .remove("funding.csv")) == .pooled(name: nil, ones))
    #expect(try key("gelijk", funds("A,2027,1,equal,regio")) == .pooled(name: nil, ones))
  }

  /// A cell of a key may be uncertain; it is one variable, whether a fund or the municipalities ask for it.
  @Test func anUncertainKey() throws {
    let study = try StudyFixture.study(
      .replace("200000,4,3", with: "200000,4,2..4", in: "regions.csv"),
      .replace("80%..100%,population", with: "80%..100%,risk", in: "funding.csv"),
      .append("municipal_key,risk", to: "settings.csv"))
    let variable = try #require(study.variables.firstIndex { $0.name == "regions.risk[VR01]" })
    #expect(study.municipalKey == .pooled(name: "risk", [.uncertain(variable), .certain(1)]))
    #expect(study.funds[0].entries[0].key == [.uncertain(variable), .certain(1)])
  }
}
