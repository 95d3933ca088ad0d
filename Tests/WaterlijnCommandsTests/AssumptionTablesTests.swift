import StudyFiles
import Testing

@testable import WaterlijnCommands

@Suite struct AssumptionTablesTests {
  @Test func everyRowWithItsSourceInTheLanguageOfTheReport() {
    let reading = StudyReader.read(
      files: ["settings.csv": Array("setting,value,source,note\ntitel,Proef,,\nfirst_year,2027,CBS,=1+1\n".utf8)],
      folderName: "proef")
    let tables = reading.assumptionTables(.dutch)
    #expect(tables.map(\.file) == ["settings.csv"])
    #expect(tables[0].columns == ["instelling", "waarde"])
    #expect(tables[0].keys == [0])
    #expect(reading.assumptionTables(.english)[0].columns == ["setting", "value"])
    #expect(
      tables[0].rows == [
        .init(number: 2, cells: ["titel", "Proef"], source: "", note: ""),
        .init(number: 3, cells: ["first_year", "2027"], source: "CBS", note: "=1+1"),
      ])
  }
}
