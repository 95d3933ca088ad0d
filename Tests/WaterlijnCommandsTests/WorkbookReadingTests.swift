import StudyFiles
import TestSupport
import Testing

@testable import WaterlijnCommands

/// What this program writes as a workbook, it reads.
@Suite struct WorkbookReadingTests {
  @Test func theWorkbookOfARunIsReadBack() throws {
    let world = World()
    #expect(world.run(["run", "s", "--xlsx", "uit.xlsx"], reading: World.tiny).status == .success)
    let read = try SpreadsheetReader.read(try #require(world.contents["uit.xlsx"]))
    #expect(read.dateSystem == .from1900)
    #expect(read.sheets.count > 5)
    let cells = read.sheets.flatMap { $0.rows.flatMap(\.cells) }
    #expect(read.sheets.allSatisfy { !$0.isHidden && !$0.rows.isEmpty && !$0.rows.contains(where: \.isHidden) })
    // It holds texts, amounts, and formulas with what they gave.
    #expect(cells.contains { $0.isFormula && $0.format == .number })
    #expect(!cells.contains { $0.value == .uncomputed })
    #expect(cells.contains { $0.format == .percent })
    // A title stays text whatever it begins with.
    guard case .text = cells.first?.value else {
      Issue.record("no title")
      return
    }
    #expect(cells.first?.format == .text)
  }
}
