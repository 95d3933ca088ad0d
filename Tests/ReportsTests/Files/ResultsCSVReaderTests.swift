import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

@Suite struct ResultsCSVReaderTests {
  private func read(
    _ study: Study, _ results: Results, _ locale: CSVLocale = .english, change: (inout [[UInt8]]) -> Void = { _ in }
  ) throws(ResultsCSVReader.Damage) -> Results {
    let csv = ResultsCSV(study: study, results: results, locale: locale)
    var tables = [csv.summary(), csv.lines(), csv.pairs()]
    change(&tables)
    let outline = ResultsOutline(study, selection: results.selection, draws: results.draws, locale: locale)
    return try ResultsCSVReader.read(outline, summary: tables[0], lines: tables[1], pairs: tables[2]).results
  }

  /// Six decimals: half of the last one may be lost, and a rounding of the number itself.
  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.5e-6 + b.magnitude.ulp }

  private func areNear(_ a: Summary, _ b: Summary) -> Bool {
    a.precision == nil && isNear(a.mean, b.mean) && isNear(a.standardError, b.standardError)
      && isNear(a.standardDeviation, b.standardDeviation) && zip(a.percentiles, b.percentiles).allSatisfy(isNear)
      && a.percentiles.count == 11 && isNear(a.cvar95, b.cvar95) && isNear(a.sharePositive, b.sharePositive)
  }

  @Test(arguments: CSVLocale.allCases, [false, true])
  func whatWasWrittenIsReadBack(locale: CSVLocale, hasPayers: Bool) throws {
    var study = hasPayers ? SmallStudy.paid(.ownRegion) : SmallStudy.study()
    // Of nobody nothing is told for each inhabitant; and codes with everything that a cell escapes.
    study.regions[0].population = .certain(0)
    study.regions[1].code = "=a;\"b\",c"
    study.scenarios[0].code = "-x"
    let results = SmallStudy.results(base: [-12_345_678.9, 1e9 / 7], spread: 0.123456789, study: study)
    let found = try read(study, results, locale)
    #expect(found.summaries.count == results.summaries.count)
    #expect(zip(found.summaries, results.summaries).allSatisfy(areNear))
    #expect(zip(found.presentValues, results.presentValues).allSatisfy(areNear))
    #expect(found.presentValues.count == 6 && found.hasPayers == hasPayers)
    #expect(found.payments.count == results.payments.count && zip(found.payments, results.payments).allSatisfy(areNear))
    #expect(found.endStates.count == 6 && zip(found.endStates, results.endStates).allSatisfy(areNear))
    #expect(found.lineMeans.count == results.lineMeans.count)
    #expect(zip(found.lineMeans, results.lineMeans).allSatisfy(isNear))
    #expect(found.comparisons.count == 3)
    for (a, b) in zip(found.comparisons, results.comparisons) {
      #expect(areNear(a.difference, b.difference) && isNear(a.shareCheaper, b.shareCheaper))
    }
    #expect(found.selection == results.selection && found.draws == results.draws && found.includesNational)
    // What was read gives the same tables again.
    let (first, again) = (
      ResultsCSV(study: study, results: results, locale: locale),
      ResultsCSV(study: study, results: found, locale: locale)
    )
    func rows(_ tables: ResultsCSV) -> [Substring] {
      // For each inhabitant amounts are divided before they are rounded: the rounded ones give others.
      String(decoding: tables.summary(), as: UTF8.self).split(separator: "\n")
        .filter { !$0.contains("_per_inhabitant") }
    }
    #expect(rows(again) == rows(first) && rows(first).count > 100)
    #expect(again.lines() == first.lines() && again.pairs() == first.pairs())
  }

  /// Paid for each inhabitant is more than any amount here: the row was taken for a damaged one.
  @Test func hardlyAnybodyPaysMuch() throws {
    var study = SmallStudy.paid(.ownRegion)
    study.regions[1].population = .certain(0.000_000_001)
    let results = SmallStudy.results(base: [1e6, 1e9], spread: 0.1, study: study)
    let csv = String(decoding: ResultsCSV(study: study, results: results, locale: .english).summary(), as: UTF8.self)
    #expect(csv.contains(/per_inhabitant,[0-9]{14}/))
    let found = try read(study, results)
    #expect(found.payments.count == results.payments.count && zip(found.payments, results.payments).allSatisfy(areNear))
  }

  @Test func someRegionsAndOneScenario() throws {
    let study = SmallStudy.study()
    let selection = Selection(scenarios: [1], regions: [1])
    let results = SmallStudy.results(base: [1, 1000], spread: 0.1, selection: selection, study: study)
    let found = try read(study, results)
    #expect(found.regionCount == 1 && !found.includesNational && found.comparisons.isEmpty)
    #expect(isNear(found.summary(.delta, scenario: 0, region: 0, year: 2).mean, 700))
  }

  /// Every table is read to its end, and nothing else than what was written is taken for it.
  @Test func damageIsToldWithItsRow() {
    let study = SmallStudy.study()
    let results = SmallStudy.results(base: [1000, 2000], spread: 0.1, study: study)
    func damage(_ table: Int, _ change: (inout [UInt8]) -> Void) -> ResultsCSVReader.Damage? {
      do throws(ResultsCSVReader.Damage) {
        _ = try read(study, results) { change(&$0[table]) }
        return nil
      } catch {
        return error
      }
    }
    #expect(damage(0) { _ in } == nil)
    #expect(damage(0) { $0.removeLast() } == .init(file: "summary.csv", row: 181))
    #expect(damage(0) { $0 += Array("x".utf8) } == .init(file: "summary.csv", row: 182))
    #expect(damage(0) { $0[0] = UInt8(ascii: "S") } == .init(file: "summary.csv", row: 1))
    #expect(damage(1) { $0 = [] } == .init(file: "lines.csv", row: 1))
    let text = "ALLEEN,VR02,2027,recruit_training,2.181818\n"
    for (wrong, row) in [
      (text, nil), (text.replacing("ALLEEN", with: "ANDERS"), 2), (text.replacing("2027", with: "2029"), 2),
      // The one that was there already, found when it comes again; and the one that is then missing.
      (text.replacing("ALLEEN", with: "SAMEN"), 122), (text.replacing("2027", with: "2028"), 12),
      (text + text, 3), ("", 241), (text + "\n", 3), (text.replacing(",2.18", with: ",,2.18"), 2),
      (text.replacing(".", with: ","), 2), (text.replacing("2.18", with: "x.18"), 2),
      (text.replacing("2.181818", with: "2.18181"), 2), (text.replacing("2.181818", with: "2.1818182"), 2),
      (text.replacing("2.181818", with: "nan"), 2), (text.replacing("2.181818", with: ".181818"), 2),
      (text.replacing("2.181818", with: "12345678901234.000000"), 2),
      (text.replacing("2.181818", with: "-1234567890123.000000"), nil),
    ] as [(String, Int?)] {
      let found = damage(1) { bytes in
        let lines = String(decoding: bytes, as: UTF8.self)
        bytes = Array(lines.replacing(text, with: wrong).utf8)
      }
      #expect(found == row.map { .init(file: "lines.csv", row: $0) }, "\(wrong)")
    }
    // Of a pair the first scenario comes first; and all regions are there.
    for (old, new, row) in [("ALLEEN,SAMEN,VR02", "SAMEN,ALLEEN,VR02", 2), ("NL", "VR02", 4)] {
      #expect(
        damage(2) { $0 = Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8) }
          == .init(file: "pairs.csv", row: row))
    }
    #expect(damage(0) { $0 = Array($0.prefix { $0 != 0x0a }) + [0x0a] } == .init(file: "summary.csv", row: 2))
    #expect(damage(0) { $0 = Array("x,".utf8) + $0 } == .init(file: "summary.csv", row: 2))
    #expect(damage(0) { $0 = Array("mean,".utf8) + $0 } == .init(file: "summary.csv", row: 1))
    #expect(damage(2) { $0.removeLast(2) } == .init(file: "pairs.csv", row: 4))
  }

  // MARK: Of other versions

  /// Whatever the order of columns and rows, and whatever more there is, it is the same that is read.
  @Test func anyOrderAndMoreOfEverything() throws {
    let study = SmallStudy.paid(.ownRegion)
    let results = SmallStudy.results(base: [-12_345_678.9, 1e9 / 7], spread: 0.123456789, study: study)
    let usual = try read(study, results)
    let found = try read(study, results) { tables in
      tables = tables.enumerated().map { index, bytes in
        var table = EditedTable(bytes)
        if index < 2 {
          let item = index == 0 ? "quantity" : "line"
          var later = table
          later.rename(item, index == 0 ? "delta" : "standby", "later")
          for row in later.rows where row.contains("later") {
            table.rows.append(row.map { $0.contains(".") ? "geheim" : $0 })
          }
        }
        table.addColumn("later", "\"a,\"\"b\"", at: 2)
        table.rows.reverse()
        table.reverseColumns()
        return table.bytes
      }
    }
    #expect(found == usual)
  }

  /// An amount of more than 2^53 millionths used to be rounded twice.
  @Test func everyNumberIsTheNearest() throws {
    let study = SmallStudy.study()
    let results = SmallStudy.results(base: [1, 2], spread: 0.1, study: study)
    let old = "ALLEEN,VR02,2027,recruit_training,"
    for text in ["9007199254.740993", "1234567890123.456789", "99999999999.999999", "-10000000000.000001", "0.000001"] {
      let found = try read(study, results) { tables in
        let lines = String(decoding: tables[1], as: UTF8.self)
        tables[1] = Array(lines.replacing(old + "0.002182", with: old + text).utf8)
      }
      #expect(found.lineMeans[0] == Double(text))
    }
  }

  /// What a damaged manifest promises is more than any memory holds.
  @Test func roomIsMadeForWhatTheBytesHold() throws {
    let study = SmallStudy.study()
    let csv = ResultsCSV(study: study, results: SmallStudy.results(base: [1, 2], spread: 0.1, study: study))
    var outline = ResultsOutline(study, selection: Selection(study), draws: 1, locale: .english)
    outline.scenarios += (0..<100_000).map { "S\($0)" }
    outline.lastYear = 9999
    let summary = csv.summary()
    let rows = summary.count { $0 == UInt8(ascii: "\n") }
    #expect(throws: ResultsCSVReader.Damage(file: "summary.csv", row: rows + 1)) {
      try ResultsCSVReader.read(outline, summary: summary, lines: csv.lines(), pairs: csv.pairs())
    }
  }
}
