import CostEngine
import StudyFiles
import Terms
import Testing

/// Tables as readers see them: nothing left out, nothing made into something else.
@Suite struct WrittenTableTests {
  @Test func columnsAreCalledInEitherLanguageAndCellsStayAsWritten() throws {
    let files = [
      "regions.csv":
        "toelichting;naam;regio;gemeenten;inwoners;risico;bron\n\n;Noord;VR01;4;200.000;3;CBS\nja;Zuid;VR02;2;100000;1;"
    ]
    let reading = StudyFixture.read(StudyFixture.files.merging(files) { $1 })
    let table = try #require(reading.writtenTables.first { $0.file == "regions.csv" }, "\(reading.diagnostics)")
    #expect(table.columns.map(\.dutch) == ["naam", "regio", "gemeenten", "inwoners", "risico"])
    #expect(table.columns.map(\.english) == ["name", "region", "municipalities", "population", "risico"])
    #expect(table.keys == [1])
    #expect(
      table.rows == [
        .init(number: 3, cells: ["Noord", "VR01", "4", "200.000", "3"], source: "CBS"),
        .init(number: 4, cells: ["Zuid", "VR02", "2", "100000", "1"], note: "ja"),
      ])
  }

  /// In the order of the tables, each with all of its rows: wildcards and what no scenario asks for as well.
  @Test func everyTableThatIsThere() {
    let reading = StudyFixture.read(StudyFixture.files)
    #expect(reading.writtenTables.map(\.file) == TableID.allCases.map(\.file).filter { StudyFixture.files[$0] != nil })
    for table in reading.writtenTables {
      let lines = StudyFixture.files[table.file]!.split(separator: "\n")
      #expect(table.columns.map(\.english).joined(separator: ",") == lines[0])
      #expect(table.rows.map { $0.cells.joined(separator: ",") } == lines.dropFirst().map(String.init))
    }
  }
}
