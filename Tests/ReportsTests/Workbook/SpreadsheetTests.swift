import Terms
import Testing

@testable import Reports

/// The small parts of a workbook.
@Suite struct SpreadsheetTests {
  @Test func textIsNoMarkup() {
    #expect(XMLText.escaped("<b a='1' c=\"2\"> & é\t\n") == "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt; &amp; é\t\n")
    #expect(XMLText.escaped("a\u{1}b\0c\u{FFFF}d") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    // As Excel writes them, and what looks like one stays what it is.
    #expect(XMLText.cell("a\u{1}b\rc\0d") == "a_x0001_b_x000D_c\u{FFFD}d")
    #expect(XMLText.cell("_x0041_ _x41_") == "_x005F_x0041_ _x41_")
    #expect(XMLText.cell("👩‍👩‍👧‍👦") == "👩‍👩‍👧‍👦")
  }

  @Test func columnsAreCalledByLetters() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(SheetCell.columnName) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }

  /// As Excel and LibreOffice count: 1 January 2027 is day 46,388, and 1 March 1900 day 61.
  @Test func daysAreCounted() {
    #expect(SheetCell.date(year: 1900, month: 1, day: 1).value == 1, "used to be 2, which is read as 2 January")
    #expect(SheetCell.date(year: 1900, month: 2, day: 28).value == 59)
    #expect(SheetCell.date(year: 1900, month: 3, day: 1).value == 61)
    #expect(SheetCell.date(year: 2024, month: 2, day: 29).value == 45_351)
    #expect(SheetCell.date(year: 2027, month: 1, day: 1).value == 46_388)
    #expect(SheetCell.date(year: 2036, month: 12, day: 31).value == 50_040)
  }

  @Test func numbersReadBackAsTheSame() {
    #expect(
      [0, -0.0, 12, -3, 0.1, 1e15, 1e21, -2.5e-7].map(SheetXML.text) == [
        "0", "0", "12", "-3", "0.1", "1000000000000000", "1e+21", "-2.5e-07",
      ])
    for value in [Double.nan, .infinity, -.infinity] {
      if case .blank = SheetCell.euro(value).content {} else { Issue.record("\(value) is no number of a cell") }
    }
  }

  @Test func axesEndOnRoundNumbers() {
    #expect(SheetChart.range(of: [88e6, 241e6]) == 0...250e6)
    #expect(SheetChart.range(of: [-12e6, 3e6]) == -12e6...4e6)
    #expect(SheetChart.range(of: [0, 0]) == nil)
  }

  /// A text such as =1+1 used to become a formula when its cell was edited.
  @Test func textsStayTextsWhenTheyAreEdited() {
    let styles = String(decoding: StylesXML.bytes(), as: UTF8.self)
    let cells = styles.split(separator: "<cellXfs")[1].split(separator: "<xf ").dropFirst()
    let quoted = cells.enumerated().filter { $0.element.contains("quotePrefix=\"1\"") }.map(\.offset)
    let texts = CellStyle.Role.allCases.flatMap { role in
      [CellStyle.Format.text, .wrapped].map { CellStyle(format: $0, role: role).index }
    }
    #expect(quoted == CellStyle.Special.allCases.map { CellStyle.index($0) } + texts)
  }

  /// Excel refuses a cell of more than 32,767 characters (UTF-16).
  @Test func textsAreCutToWhatACellHolds() {
    var strings = SharedStrings()
    #expect(strings.number(of: "a") == 0)
    #expect(strings.number(of: String(repeating: "é", count: 32_767)) == 1)
    #expect(strings.number(of: String(repeating: "😀", count: 20_000)) == 2)
    #expect(strings.number(of: "a") == 0)
    let text = String(decoding: strings.bytes(), as: UTF8.self)
    #expect(text.contains(" count=\"4\" uniqueCount=\"3\">"))
    #expect(text.contains(">" + String(repeating: "é", count: 32_767) + "<"))
    #expect(text.contains(">" + String(repeating: "😀", count: 16_383) + "…<"))
  }

  /// Accents may be written in two ways, which compare as equal: the second text was written as the first.
  @Test func textsAreKeptByteForByte() {
    var strings = SharedStrings()
    #expect(strings.number(of: "Caf\u{e9}") == 0 && strings.number(of: "Cafe\u{301}") == 1)
    #expect(strings.number(of: "Caf\u{e9}") == 0)
    let text = String(decoding: strings.bytes(), as: UTF8.self)
    #expect(text.utf8.count(where: { $0 == 0xcc }) == 1 && text.utf8.count(where: { $0 == 0xc3 }) == 1)
  }

  /// Excel refuses a page header of more than 255 characters (UTF-16); one of 90 families, of eleven each, was 957 long.
  @Test func pageHeadersAreCutToWhatTheyHold() {
    let family = "👩‍👩‍👧‍👦"
    #expect(family.count == 1 && family.utf16.count == 11)
    #expect(Workbook.printed(String(repeating: family, count: 90)) == String(repeating: family, count: 9))
    #expect(Workbook.printed(String(repeating: "&", count: 300)) == String(repeating: "&", count: 200))
    #expect(Workbook.printed("a\nb") == "a b" && Workbook.printed("") == "")
  }

  /// The widths that a file with these columns has, and a heading of several lines.
  @Test func columnsAreAsWideAsWhatTheyHold() {
    var sheet = Sheet(
      name: "Blad", title: "Titel", note: "",
      columns: [.text("Regio"), .number("Meerkosten per inwoner, gemiddeld"), .text("Toelichting")])
    sheet.rows = [
      [.text("Rotterdam-Rijnmond"), .euro(1_234_567.4), .text(String(repeating: "woord ", count: 30), .wrapped)]
    ]
    let layout = SheetLayout(sheet)
    // 18 characters, "€ 1.234.567", the widest there is, each with a blank on either side.
    #expect(layout.widths == [20, 16, 68])
    #expect(layout.headingHeight == 3 * 15 + 4)
    // Three lines: twelve words with eleven blanks between them fit in 72 letters.
    #expect(layout.height(of: sheet.rows[0]) == 45.0)
  }
}
