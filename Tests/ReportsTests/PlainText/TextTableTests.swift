import Terms
import Testing

@testable import Reports

@Suite struct TextTableTests {
  @Test func numbersAlignOnTheirDecimalMark() {
    let table = TextTable(
      heading: "wie", labels: ["a", "bcd"],
      groups: [
        TextTable.Group(
          "EUR",
          [TextTable.Column("gem.", ["1,5", "-12"], .decimal(mark: ",")), TextTable.Column("x", ["p", "qr"], .left)])
      ])
    #expect(
      table.lines() == [
        "            EUR",
        "wie    gem.  x",
        "a       1,5  p",
        "bcd   -12    qr",
      ])
  }

  @Test func emptyTitlesTakeNoLine() {
    let table = TextTable(
      heading: "", labels: ["a"], groups: [TextTable.Group("", [TextTable.Column("n", ["1"], .right)])])
    #expect(table.lines() == ["    n", "a   1"])
    #expect(TextTable(heading: "h", labels: ["a"], groups: []).lines() == ["h", "a"])
  }

  /// Four groups of 13 characters and labels of 4: two by two where three and one would fit as well.
  @Test func wideTablesAreSplitEvenly() {
    let groups = (1...4).map { TextTable.Group("", [TextTable.Column("heading no. \($0)", ["1"], .right)]) }
    let table = TextTable(heading: "", labels: ["name"], groups: groups)
    #expect(table.lines(width: 4 + 4 * 16).count == 2)
    #expect(table.fits(width: 4 + 4 * 16))
    #expect(!table.fits(width: 4 + 3 * 16))
    #expect(
      table.lines(width: 4 + 3 * 16) == [
        "       heading no. 1   heading no. 2", "name               1               1", "",
        "       heading no. 3   heading no. 4", "name               1               1",
      ])
    #expect(table.lines(width: 1).count == 4 * 2 + 3)
  }

  @Test func wrapping() {
    #expect(PlainText.wrapped("") == [""])
    #expect(PlainText.wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(PlainText.wrapped("aa bbbbbbbb c", first: "- ", indent: "  ", width: 5) == ["- aa", "  bbbbbbbb", "  c"])
    #expect(PlainText.wrapped("aa EUR\u{a0}1 c", width: 8) == ["aa EUR\u{a0}1", "c"])
    #expect(PlainText.text(["EUR\u{a0}1  ", ""]) == "EUR 1\n\n")
  }
}
