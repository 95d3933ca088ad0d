import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

/// items.csv read back.
@Suite struct ItemsReaderTests {
  private func read(
    _ study: Study, _ results: Results, _ locale: CSVLocale = .english, change: (inout EditedTable) -> Void = { _ in }
  ) throws(ResultsCSVReader.Damage) -> Results {
    let csv = ResultsCSV(study: study, results: results, locale: locale)
    var table = EditedTable(csv.items(), separator: locale == .dutch ? ";" : ",")
    change(&table)
    let outline = ResultsOutline(study, selection: results.selection, draws: results.draws, locale: locale)
    return try ResultsCSVReader.read(
      outline, summary: csv.summary(), lines: csv.lines(), pairs: csv.pairs(), items: table.bytes
    ).results
  }

  @Test(arguments: CSVLocale.allCases, [UInt64(3), 8, 21])
  func whatWasWrittenIsReadBack(locale: CSVLocale, seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let results = try CountedStudy.results(study)
    for change in [{ _ in }, { $0.rows.reverse() }, { $0.reverseColumns() }] as [(inout EditedTable) -> Void] {
      let found = try read(study, results, locale, change: change)
      #expect(found.itemMeans.count == results.itemMeans.count && found.hasItems)
      // Six decimals: half of the last one may be lost, and a rounding of the number itself.
      #expect(zip(found.itemMeans, results.itemMeans).allSatisfy { abs($0 - $1) <= 0.5e-6 + $1.magnitude.ulp })
    }
  }

  @Test func withoutATableThereAreNone() throws {
    let study = TinyStudy.study
    let results = try CountedStudy.results(study)
    let csv = ResultsCSV(study: study, results: results)
    let outline = ResultsOutline(study, selection: results.selection, draws: results.draws, locale: .english)
    let found = try ResultsCSVReader.read(
      outline, summary: csv.summary(), lines: csv.lines(), pairs: csv.pairs()
    ).results
    #expect(!found.hasItems)
    // Nor in a table of another version without their figures.
    #expect(try !read(study, results) { $0.removeColumn("structural") }.hasItems)
  }

  /// What no study has is passed over: an item, or a kind of item, of a later version.
  @Test func whatIsNotKnownIsPassedOver() throws {
    let study = TinyStudy.study
    let results = try CountedStudy.results(study)
    let all = try read(study, results)
    for column in ["kind", "item"] {
      let found = try read(study, results) { table in
        var later = table
        later.rename(column, column == "kind" ? "function" : "OVD", "later")
        table.rows += later.rows.filter { $0.contains("later") }
      }
      #expect(found == all)
    }
  }

  @Test func whatIsDamagedIsRefused() throws {
    let study = TinyStudy.study
    let results = try CountedStudy.results(study)
    let rows = EditedTable(ResultsCSV(study: study, results: results).items()).rows.count
    let damages: [(row: Int, change: (inout EditedTable) -> Void)] = [
      (rows + 2, { $0.rows.append($0.rows[7]) }), (rows + 1, { $0.rows.remove(at: 7) }),
      (9, { $0.rows[7][5] = "veel" }), (9, { $0.rows[7][0] = "ANDERS" }), (9, { $0.rows[7].removeLast() }),
      (2, { $0.rows = [] }),
    ]
    for (row, change) in damages {
      #expect(throws: ResultsCSVReader.Damage(file: "items.csv", row: row)) {
        _ = try read(study, results, change: change)
      }
    }
  }
}
