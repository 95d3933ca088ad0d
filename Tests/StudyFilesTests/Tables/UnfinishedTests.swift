import StudyFiles
import Terms
import Testing

/// Scenarios that are not completely in place in the last year of the study: a horizon that ends before the phase-in used
/// to pass without a word. The study of ``StudyFixture`` runs from 2027 to 2030.
@Suite struct UnfinishedTests {
  private func notices(_ changes: Change...) throws -> [Diagnostic] {
    let reading = StudyFixture.readWhole(try StudyFixture.files(changes))
    #expect(reading.study != nil, "\(reading.diagnostics)")
    return reading.diagnostics.filter { $0.problem.english.contains("the last year of the study") }
  }

  /// RUIM is complete by 2030 in VR01, and in VR02 until 2030 with a delay of one to two years; SNEL in 2029.
  @Test func whatIsNot() throws {
    let notices = try self.notices()
    try #require(notices.count == 1)
    #expect(
      notices.map { $0.row } == [3] && notices.allSatisfy { $0.file == "scenarios.csv" && $0.severity == .notice })
    #expect(notices.map { $0.column } == ["until"])
    #expect(
      notices[0].problem.dutch
        == "De kans dat scenario \"RUIM\" in 2030, het laatste jaar van de studie, in elke regio helemaal is ingevoerd, is 0%."
    )
    #expect(notices[0].remedy.dutch.contains("Kijk naar het eindbeeld"))
  }

  /// Where all is certain the year is told, and in how many regions.
  @Test func certainOnes() throws {
    let certain = Change.replace(
      "RUIM,Rustig aan,basis,linear,2027,2029,0..1", with: "RUIM,x,basis,linear,2027,2035,0.5", in: "scenarios.csv")
    let region = Change.replace("RUIM,VR02,2030,1..2,", with: "RUIM,VR02,2029,0,", in: "scenario-regions.csv")
    let notices = try self.notices(certain, region)
    #expect(
      notices.map { $0.problem.dutch } == [
        "Scenario \"RUIM\" is in 2030, het laatste jaar van de studie, in 1 van de 2 regio's nog niet helemaal ingevoerd: dat "
          + "is het pas in 2036."
      ])
    #expect(
      notices.map { $0.problem.english } == [
        "Scenario \"RUIM\" is not completely in place in 1 of 2 regions in 2030, the last year of the study: that is only so "
          + "in 2036."
      ])
  }

  /// P(2029 + d <= 2030) of a delay between 0 and 4 is a quarter.
  @Test func theChance() throws {
    let notices = try self.notices(
      .replace("2029,0..1", with: "2029,0..4", in: "scenarios.csv"),
      .replace("RUIM,VR02,2030,1..2,", with: "RUIM,VR02,2029,0,", in: "scenario-regions.csv"))
    try #require(!notices.isEmpty)
    #expect(notices[0].problem.english.hasSuffix("in every region in 2030, the last year of the study, is 25%."))
  }
}
