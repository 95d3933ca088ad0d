import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

/// Results of another version, on the page and in the workbook: what they lack is nowhere a number, and nothing traps.
@Suite struct ResultsGapsTests {
  /// What is taken from the tables, or added to them.
  enum Change: Sendable {
    case quantity(ReportedQuantity)
    case column(ResultsColumn)
    case pairColumn(ResultsColumn)
    case line(CostLine)
    case unknownLine(CostLine)
    case payer(Payer)
    case payers
  }

  static let quantities: [ReportedQuantity] = [.baseline, .cost, .staffTime, .outOfPocket, .funding, .net, .npv]
  static let columns: [ResultsColumn] = [.p10, .p25, .p75, .p90, .cvar95, .sharePositive]
  static let single: [[Change]] =
    quantities.map { [.quantity($0)] } + columns.map { [.column($0)] }
    + [[.pairColumn(.shareCheaper)], [.pairColumn(.sharePositive)]] + CostLine.allCases.map { [.line($0)] }
    + CostLine.allCases.map { [.unknownLine($0)] } + Payer.allCases.map { [.payer($0)] } + [[.payers]]
  /// All at once.
  static let all: [Change] =
    quantities.map { .quantity($0) } + columns.map { .column($0) } + [.pairColumn(.shareCheaper), .payers]
    + CostLine.allCases.dropLast().map { .line($0) } + [.unknownLine(.measureAnnual)]

  static func content(_ study: Study, _ changes: [Change], base: [Double], spread: Double) throws -> RunContent {
    let results = SmallStudy.results(base: base, spread: spread, study: study)
    let csv = ResultsCSV(study: study, results: results)
    var (summary, lines, pairs) = (EditedTable(csv.summary()), EditedTable(csv.lines()), EditedTable(csv.pairs()))
    for change in changes {
      switch change {
      case .quantity(let quantity): summary.removeRows("quantity", quantity.id)
      case .column(let column): summary.removeColumn(column.id)
      case .pairColumn(let column): pairs.removeColumn(column.id)
      case .line(let line): lines.removeRows("line", line.id)
      case .unknownLine(let line): lines.rename("line", line.id, "later_" + line.id)
      case .payer(let payer): summary.removeRows("quantity", payer.quantityID)
      case .payers: for payer in Payer.allCases { summary.removeRows("quantity", payer.quantityID) }
      }
    }
    let outline = ResultsOutline(
      study, selection: results.selection, draws: results.draws, locale: .english)
    var read = try ResultsCSVReader.read(outline, summary: summary.bytes, lines: lines.bytes, pairs: pairs.bytes)
    if study.municipalKey == nil { read.gaps.payers = [] }
    return RunContent(
      study: study, results: read.results, toolVersion: "1.0", sampler: .latinHypercube, seed: 1,
      populations: [654_019, 1_345_981], coverage: [.init(reported: 3, assumed: 4), .init(reported: 0, assumed: 7)],
      notices: 0, outputFolder: nil, gaps: read.gaps)
  }

  /// Every cell of the sheets that hold results.
  private func sheets(_ workbook: RunWorkbook) -> [Sheet] {
    [workbook.summarySheet, workbook.courseSheet, workbook.regionsSheet, workbook.yearsSheet, workbook.linesSheet]
      + [workbook.pairsSheet] + (workbook.results.hasPayers ? [workbook.payersSheet] : [])
  }

  private func expectWhole(_ content: RunContent, _ changes: [Change]) {
    #expect(content.gaps.hindrance == nil && content.gaps != ResultsGaps())
    for language in [Language.dutch, .english] {
      // A region, and the country.
      for place in [0, 2] {
        let page = ReportPage(
          content: ReportPageTests.content(content), place: place, opening: 0, language: language)
        let text = page.main.text
        #expect(!text.contains(/(?i)\b(nan|inf)\b/), "\(changes), \(language), \(place)")
        #expect(text.contains(language(nl: "Deze uitkomsten", en: "These results")), "\(changes)")
      }
      _ = ReportPage.index(
        ReportPageTests.content(content), files: ["a.html", "b.html"], opening: 0, language: language)
      let workbook = RunWorkbook(content: content, assumptions: [], inputs: [], language: language)
      for sheet in sheets(workbook) {
        for row in sheet.rows + sheet.totals {
          #expect(row.allSatisfy { $0.value.isFinite } && row.count == sheet.columns.count, "\(changes), \(sheet.name)")
        }
      }
      #expect(
        workbook.provenanceSheet.sheet.rows.contains { row in
          if case .text(let text) = row[0].content { return text == language(nl: "Let op", en: "Note") }
          return false
        })
    }
  }

  @Test(arguments: single)
  func oneThingLess(changes: [Change]) throws {
    for spread in [0.2, 0] {
      let content = try Self.content(
        SmallStudy.paid(.ownRegion), changes, base: [21_345_678, -3_456_789], spread: spread)
      expectWhole(content, changes)
    }
  }

  @Test(arguments: [0.2, 0])
  func everythingLess(spread: Double) throws {
    for base in [[21_345_678, -3_456_789], [-1_000_000, -1_000_000.0]] {
      expectWhole(try Self.content(SmallStudy.paid(.ownRegion), Self.all, base: base, spread: spread), Self.all)
      expectWhole(try Self.content(SmallStudy.funded(), Self.all, base: base, spread: spread), Self.all)
      expectWhole(try Self.content(SmallStudy.study(), Self.all, base: base, spread: spread), Self.all)
    }
  }

  private func page(_ changes: [Change], _ language: Language = .dutch) throws -> String {
    let content = try Self.content(
      SmallStudy.paid(.ownRegion), changes, base: [21_345_678, -3_456_789], spread: 0.2)
    return ReportPage(content: ReportPageTests.content(content), place: 2, opening: 0, language: language).main.text
  }

  /// The lines of the table still add up to the extra cost.
  @Test func whatALineLeavesIsTold() throws {
    for change in [Change.line(.standby), .unknownLine(.standby)] {
      let content = try Self.content(SmallStudy.paid(.ownRegion), [change], base: [550_000, 0], spread: 0.2)
      // Of the ten lines 1/55, 2/55 ... the sixth.
      #expect(content.otherLines(scenario: 0, region: 2, year: 2) == 60_000)
      // Standby ends never: what is left of the lines that do is nothing.
      #expect(content.gaps.knownLines.count == 9)
      let sheet = RunWorkbook(content: content, assumptions: [], inputs: [], language: .dutch).linesSheet
      #expect(sheet.columns.count == 15)
      let country = sheet.totals[0]
      #expect(country[13].value == 60_000 && abs(country[14].value - 550_000) < 0.01)
    }
    let told = try page([.line(.standby)])
    #expect(told.contains("bevatten niet: piket. Wat daarvan afhangt, ontbreekt hier."))
    #expect(told.contains("Kosten die niet apart bekend zijn, staan samen bij ‘Overige posten’."))
    #expect(told.contains("<th scope=\"row\">overige posten</th>"))
    #expect(!told.contains("<th scope=\"row\">piket</th>"))
    #expect(try page([.unknownLine(.standby)]).contains("die deze versie van Waterlijn niet kent: later_standby."))
  }

  /// What rounding leaves used to be told as an amount of EUR 0 of other items.
  @Test func roundingIsNoOtherItem() throws {
    // The whole and two parts, each by half a cent at most in each of two years: three cents.
    #expect(QuantityPart.rest(of: 100.03, [60, 40], years: 2) == 0)
    #expect(QuantityPart.rest(of: 99.97, [60, 40], years: 2) == 0)
    #expect(QuantityPart.rest(of: 100.04, [60, 40], years: 2) == 0.04)
    // In one year: a cent and a half, in whole cents two.
    #expect(QuantityPart.rest(of: 100.02, [60, 40], years: 1) == 0)
    #expect(QuantityPart.rest(of: 99.97, [60, 40], years: 1) == -0.03)
    let content = try Self.content(SmallStudy.paid(.ownRegion), [.line(.standby)], base: [0, 0], spread: 0)
    #expect(content.gaps.hasOtherLines && !content.hasOtherLines)
    let text = ReportPage(content: ReportPageTests.content(content), place: 2, opening: 0, language: .dutch).main.text
    #expect(
      text.contains("bevatten niet: piket.") && !text.contains("staan samen bij")
        && !text.contains("overige posten</th>"))
    let sheet = RunWorkbook(content: content, assumptions: [], inputs: [], language: .dutch).linesSheet
    #expect(sheet.columns.count == 14)
  }

  @Test func whatDependsOnItIsLeftOut() throws {
    let whole = ReportPageTests.page().main.text
    func isIn(_ texts: String...) -> Bool { texts.allSatisfy(whole.contains) }
    try #require(isIn("P25", "Smalle band", "eigen werktijd", "De kans dat de middelen", "kans dat het goedkoper is"))
    let quarters = try page([.column(.p25)])
    #expect(!quarters.contains("<th scope=\"col\">P25") && !quarters.contains("Smalle band"))
    #expect(!(try page([.quantity(.staffTime)])).contains("waarvan eigen werktijd"))
    #expect(!(try page([.column(.sharePositive)])).contains("De kans dat de middelen"))
    #expect(!(try page([.pairColumn(.shareCheaper)])).contains("<th scope=\"col\">kans dat het goedkoper is"))
    let funds = try page([.quantity(.funding)], .english)
    #expect(funds.contains("These results do not hold the funds: what remains to be funded after them cannot be told."))
    #expect(!funds.contains("The study names no funds"))
    #expect(try page([.payer(.region)]).contains("<p>Deze uitkomsten bevatten niet wie wat betaalt.</p>"))
  }

  @Test func withoutWhatIsNeededThereIsNoReport() throws {
    for quantity in [ReportedQuantity.delta, .structural, .incidental] {
      let gaps = try Self.content(SmallStudy.study(), [.quantity(quantity)], base: [1, 2], spread: 0.1).gaps
      #expect(gaps.hindrance?.file == "summary.csv" && gaps.hindrance?.names == [quantity.id])
    }
    let needed: [ResultsColumn] = [.mean, .standardError, .standardDeviation, .p05, .p50, .p95]
    for column in needed {
      var gaps = try Self.content(SmallStudy.study(), [.column(column)], base: [1, 2], spread: 0.1).gaps
      #expect(gaps.hindrance?.file == "summary.csv" && gaps.hindrance?.names == [column.id])
      gaps = try Self.content(SmallStudy.study(), [.pairColumn(column)], base: [1, 2], spread: 0.1).gaps
      #expect(gaps.hindrance?.file == "pairs.csv" && gaps.hindrance?.names == [column.id])
    }
    // All others can be missed.
    for column in ResultsColumn.summary where !needed.contains(column) {
      #expect(try Self.content(SmallStudy.study(), [.column(column)], base: [1, 2], spread: 0.1).gaps.hindrance == nil)
    }
  }
}
