import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

/// The sheets of items, percentages of certainty and reserves, as other programs read them.
@Suite(.serialized, .enabled(if: Tool.python.isInstalled && Tool.soffice.isInstalled, "LibreOffice is not installed"))
struct ItemsWorkbookTests {
  private func reader(_ study: Study, selection: Selection? = nil, language: Language = .dutch) throws -> WorkbookReader
  {
    let run = try CountedStudy.run(
      study, selection: selection,
      reserves: study.regions.indices.map { $0 == 1 ? nil : 10_000 * Double($0 + 1) })
    return try WorkbookReader(RunWorkbook.bytes(run, assumptions: [], inputs: [], language: language))
  }

  @Test(arguments: [Language.dutch, .english]) func recalculatingChangesNothing(language: Language) throws {
    let reader = try reader(RandomStudy.make(seed: 21, uncertain: true), language: language)
    let found = try reader.recalculated()
    #expect(found.count == 1 && found[0].hasSuffix(" charts"), "\(found)")
  }

  @Test func recalculatingSomeRegionsChangesNothing() throws {
    let study = RandomStudy.make(seed: 21, uncertain: true)
    let found = try reader(study, selection: Selection(scenarios: [0], regions: [0])).recalculated()
    #expect(found.count == 1 && found[0].hasSuffix(" charts"), "\(found)")
  }

  /// In every scenario the items of the country sum to its extra cost, but for cents.
  @Test func theSumsAreTheExtraCost() throws {
    let lines = try reader(RandomStudy.make(seed: 21, uncertain: true)).lines(
      """
      data = openpyxl.load_workbook(sys.argv[1], data_only=True)
      def totals(name, column):
          sheet = data[name]
          last = int(sheet.auto_filter.ref.split(':')[1].lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ'))
          return {row[0].value: row[column].value for row in sheet.iter_rows(min_row=last + 2) if row[0].value}
      def cost(row): return row[0].value == 'Meerkosten'
      costs = {row[2].value: row[5].value for row in data['Samenvatting'].iter_rows(min_row=5) if cost(row)}
      items, years = totals('Onderdelen', 9), totals('Onderdelen per jaar', len(list(data['Onderdelen per jaar'].columns)) - 1)
      assert costs and set(costs) == set(items) == set(years), (costs, items, years)
      for code in costs: print(abs(costs[code] - items[code]) < 1, abs(costs[code] - years[code]) < 1)
      """)
    #expect(!lines.isEmpty && lines.allSatisfy { $0 == "True True" }, "\(lines)")
  }

  @Test func certaintyAndReserves() throws {
    let lines = try reader(RandomStudy.make(seed: 21, uncertain: true)).lines(
      """
      print(*[name for name in book.sheetnames if name in ('Onderdelen', 'Onderdelen per jaar', 'Zekerheid', 'Weerstandsvermogen')], sep='|')
      print(book['Zekerheid']['F4'].value, book['Zekerheid']['G4'].value, book['Zekerheid']['N4'].value, book['Zekerheid']['O4'].value, sep='|')
      print(book['Zekerheid']['O5'].value, book['Weerstandsvermogen']['G5'].value, book['Weerstandsvermogen']['H5'].value, sep='|')
      codes = [row[1].value for row in book['Weerstandsvermogen'].iter_rows(min_row=5)]
      print(book['Per regio']['B6'].value in codes, book['Per regio']['B5'].value in codes)
      """)
    #expect(
      lines == [
        "Onderdelen|Onderdelen per jaar|Zekerheid|Weerstandsvermogen",
        "Gemiddeld|Genoeg met 50 %|Genoeg met 99 %|Reserve bij 50 %", "=G5-F5|=MAX(0,F5-E5)|=ROUND(D5/G5,2)",
        "False True",
      ], "\(lines)")
  }

  /// A study that says nothing of reserves, or in which nothing is uncertain, has no such sheets.
  @Test func whatIsNotThereHasNoSheet() throws {
    let names = try reader(TinyStudy.study).lines("print(*book.sheetnames, sep='|')")
    #expect(names.count == 1 && names[0].contains("|Onderdelen|Onderdelen per jaar|Paren|"))
  }
}
