import CostEngine
import StudyFiles
import Terms
import Testing

/// Observations in a file of the study folder, resampled by `empirical(file; column)`.
@Suite struct EmpiricalColumnTests {
  private let asks = Change.replace("10%,50%", with: "empirical(metingen.csv; verloop),50%", in: "staffing.csv")

  @Test func theFileIsReadAndListed() throws {
    let reading = try StudyFixture.read(asks, .write("jaar;verloop\n2021;8,5%\n2022;\n2023;12%\n", to: "metingen.csv"))
    let study = try #require(reading.study, "\(reading.diagnostics)")
    let turnover = try #require(study.variables.first { $0.name == "staffing.turnover[VR01/OVD]" })
    #expect(turnover.distribution.support == (0.085, 0.12))
    #expect(reading.files.contains { $0.name == "metingen.csv" })
    #expect(reading.files.map(\.name) == reading.files.map(\.name).sorted())
  }

  @Test(arguments: [
    ("empirical(meting.csv; verloop)", "verloop\n8%"), ("empirical(metingen.csv; verlop)", "verloop\n8%"),
    ("empirical(metingen.csv; verloop)", "verloop\nveel"), ("empirical(metingen.csv; verloop)", "jaar,verloop\n2020,"),
    ("empirical(metingen.csv; verloop)", "verloop\n8%\n120%"), ("empirical(metingen.csv; verloop)", "verloop\n1..2"),
    ("empirical(../metingen.csv; verloop)", "verloop\n8%"), ("empirical(/etc/passwd; verloop)", "verloop\n8%"),
    ("empirical(metingen.csv; verloop)", ""),
  ]) func whatIsWrongIsToldAtTheCellThatAsks(_ cell: String, _ text: String) throws {
    let reading = try StudyFixture.read(
      .replace("10%,50%", with: "\(cell),50%", in: "staffing.csv"), .write(text, to: "metingen.csv"))
    #expect(reading.study == nil)
    #expect(reading.diagnostics.contains { $0.file == "staffing.csv" && $0.row == 2 && $0.column == "turnover" })
  }

  /// A column as CBS StatLine saves it: decimal points, " ." for unknown, a footer. Only the first cell used to be told,
  /// with the advice to write a plain number, which it looked like.
  @Test func everyBadCellIsToldWithItsRemedy() throws {
    let reading = try StudyFixture.read(
      asks, .write("jaar;verloop\n2021;5768.6\n2022;       .\n2023;12,5\n2024;veel\nBron: CBS\n", to: "metingen.csv"))
    let told = reading.diagnostics.filter { $0.file == "metingen.csv" }
    #expect(told.map(\.row) == [2, 3, 5] && told.allSatisfy { $0.column == "verloop" && $0.severity == .error })
    #expect(told[0].remedy.dutch.hasPrefix("Schrijf 5768,6 als de punt het decimaalteken was"))
    #expect(told[1].remedy.dutch == "Maak de cel leeg: lege cellen tellen niet mee.")
    let asking = try #require(reading.diagnostics.first { $0.file == "staffing.csv" })
    #expect(asking.problem.dutch == "In kolom \"verloop\" van metingen.csv zijn 3 cellen geen getal.")
  }

  @Test func cellsLeftOutAreTold() throws {
    let reading = try StudyFixture.read(asks, .write("jaar;verloop\n2021;8,5%\n2022;\n2023;12%\n", to: "metingen.csv"))
    #expect(
      reading.diagnostics.map(\.problem.dutch) == ["1 lege cel van de 3 telt niet mee als waarneming."])
  }
}
