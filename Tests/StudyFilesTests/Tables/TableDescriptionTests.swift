import Terms
import Testing

@testable import StudyFiles

@Suite struct TableDescriptionTests {
  /// A column is found at its place in the table of names: those of the key come first there.
  @Test(arguments: TableID.allCases) func columnsAreInTheOrderOfTheirNames(_ table: TableID) {
    #expect(table.description.id == table)
    #expect(table.description.allColumns.map(\.id) == table.columns.map(\.name.id))
    for column in table.columns.dropFirst(table.description.keys.count) {
      #expect(table.description.columns[table.description.position(of: column)].id == column.name.id)
    }
  }
}
