import StudyFiles
import Terms
import Testing

/// Tables in the folder that nobody reads. Copies and Dutch names used to be passed over, and their funds were 0.
@Suite struct UnreadFileTests {
  @Test(arguments: [
    ("funding - kopie.csv", "funding.csv"), ("Kopie van funding.csv", "funding.csv"),
    ("funding (1).csv", "funding.csv"),
    ("funding_2026.csv", "funding.csv"), ("funding-v2 def.csv", "funding.csv"), ("middelen.csv", "funding.csv"),
    ("Dekking.csv", "funding.csv"), ("Funding.csv", "funding.csv"), ("funding.csv.txt", "funding.csv"),
    ("funding.xlsx", "funding.csv"), ("fundings.csv", "funding.csv"), ("correlaties.csv", "correlations.csv"),
    ("copy of correlations.csv", "correlations.csv"),
  ])
  func aTableThatIsMissing(name: String, file: String) throws {
    let reading = try StudyFixture.read(.remove(file), .write("a;b\n1;2\n", to: name))
    let found = try #require(reading.diagnostics.first { $0.file == name }, "\(reading.diagnostics)")
    #expect(found.severity == .notice)
    #expect(found.problem.dutch == "Dit bestand wordt niet gelezen; de naam lijkt op \(file).")
    #expect(found.remedy.dutch.includes(file))
  }

  @Test(arguments: [
    ("indices (1).csv", "indices.csv"), ("indexen.csv", "indices.csv"), ("index.csv", "indices.csv"),
    ("maatregelen.csv", "measures.csv"), ("maatregelen kopie.csv", "measures.csv"), ("regio's.csv", "regions.csv"),
    ("one-offs - kopie.csv", "one-offs.csv"), ("eenmalige posten.csv", "one-offs.csv"), ("normen.xlsx", "norms.csv"),
    ("provision-norms (2).csv", "provision-norms.csv"), ("ingroei.csv", "phase-in.csv"),
    ("staffing.xlsx", "staffing.csv"),
  ])
  func besideATable(name: String, file: String) throws {
    let reading = try StudyFixture.read(.write("a;b\n1;2\n", to: name))
    let found = reading.diagnostics.filter { $0.file == name }
    #expect(found.map(\.problem.dutch) == ["Dit bestand wordt niet gelezen; de naam lijkt op \(file)."])
    #expect(reading.study != nil)
  }

  @Test(arguments: ["antwoorden VR17.csv", "bijlage.xlsx", "cijfers.csv"])
  func whatMeansNoTableIsNamedToo(name: String) throws {
    let reading = try StudyFixture.read(.write("a;b\n1;2\n", to: name))
    #expect(
      reading.diagnostics.map(\.problem.dutch) == [
        "Dit bestand wordt niet gelezen: het heeft de naam van geen enkele tabel, en geen cel verwijst ernaar."
      ])
    #expect(reading.diagnostics.map(\.file) == [name] && reading.study != nil)
  }

  // MARK: Names of columns

  /// Each used to be answered with "remove the column".
  @Test(arguments: [
    ("persons,persons_share", "aantal personen,persons_share", "staffing.csv", "personen"),
    ("turnover,certified", "Verloop (per jaar),certified", "staffing.csv", "verloop"),
    ("turnover,certified", "uitstroom,certified", "staffing.csv", "verloop"),
    ("function,name,per", "function,omschrijving,per", "functions.csv", "naam"),
    ("hourly_cost,course", "uurtarief 2026,course", "functions.csv", "uurtarief"),
    ("provision,name,per,unit_cost", "provision,name,per,stukprijs", "provisions.csv", "prijs"),
  ])
  func aColumnByAnotherWord(header: String, with other: String, file: String, meant: String) throws {
    let reading = try StudyFixture.read(.replace(header, with: other, in: file))
    let found = try #require(
      reading.diagnostics.first { $0.file == file && $0.problem.dutch.includes("nbekende kolom") })
    #expect(found.remedy.dutch.hasPrefix("Bedoelt u \"\(meant)\"?"), "\(found.remedy.dutch)")
  }
}
