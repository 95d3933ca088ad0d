import CostEngine
import FoundationEssentials
import Terms
import TestSupport
import Testing

@testable import Reports

/// What each item costs, on the page.
@Suite struct ItemsSectionTests {
  /// The rows of a scenario's table: their headers, and their amounts as they are copied.
  private func rows(_ page: ReportPage, scenario: Int = 0) throws -> [(header: String, amounts: [Double], isPart: Bool)]
  {
    let markup = try #require(ItemsSection(page: page).section).markup.text
    let block = markup.components(separatedBy: "<div data-scenario=\"")[scenario + 1]
    return block.components(separatedBy: "<tr").dropFirst(2).map { row in
      let header = row.components(separatedBy: "<th scope=\"row\">")[1].components(separatedBy: "</th>")[0]
      return (
        header, row.matches(of: /data-v="([^"]*)"/).map { Double(String($0.1))! }, row.hasPrefix(" class=\"part\"")
      )
    }
  }

  /// The study `tiny` is worked by hand: LEAD is EUR 5,000 in 2027 and 2028 at wage indices 1.1 and 1.21, PLAN 1,000 a region
  /// at 1.2.
  @Test func aCertainStudyIsToldToTheEuro() throws {
    let page = CountedStudy.page(try CountedStudy.run(TinyStudy.study, draws: 1))
    let rows = try rows(page)
    #expect(
      rows.map(\.header) == [
        "Functies", "Officier van Dienst Bevolkingszorg (OVD)", "Informatiemedewerker (INF)", "Voorzieningen",
        "Oefening (EX)", "Eenmalige posten", "Programmaleiding (LEAD)", "Planherziening (PLAN)", "Meerkosten",
      ])
    #expect(rows[6].amounts == [11_550, 0, 11_550, 0] && rows[7].amounts == [2_400, 0, 2_400, 0])
    let total = page.summary(.delta, 0).mean
    #expect(rows[8].amounts[0] == Euro.shownValue(ShownFigure(exact: total)))
    let text = try #require(ItemsSection(page: page).section).markup.text
    #expect(text.contains("Het duurste onderdeel is ‘") && text.contains("bedragen in euro"))
  }

  /// In a region's sheet are that region's: nothing national, and less of the rest.
  @Test func aSheetTellsOfItsRegion() throws {
    let run = try CountedStudy.run(TinyStudy.study, draws: 1)
    let rows = try rows(CountedStudy.page(run, place: 0))
    #expect(!rows.contains { $0.header.contains("LEAD") })
    #expect(rows.first { $0.header.contains("PLAN") }?.amounts[0] == 1_200)
    let item = run.study.items.firstIndex { $0 == .function(0) }!
    let amount = run.results.mean(ofItem: item, scenario: 0, region: 0, year: run.results.total)
    let told = try #require(rows.first { $0.header.contains("(OVD)") })
    // Amounts are rounded so that they add up: each by less than a euro.
    #expect(abs(told.amounts[1] - amount.structural) < 1 && abs(told.amounts[2] - amount.incidental) < 1)
  }

  /// Parts add up to their kind, kinds to the total, and structural and incidental to what is shown together, in every
  /// random study and place.
  @Test(arguments: [UInt64(3), 8, 21, 34]) func everythingAddsUp(seed: UInt64) throws {
    let run = try CountedStudy.run(RandomStudy.make(seed: seed, uncertain: true))
    for place in 0..<run.results.regionCount {
      let page = CountedStudy.page(run, place: place)
      for scenario in run.results.selection.scenarios.indices {
        let text = try #require(ItemsSection(page: page).section).markup.text
        guard text.components(separatedBy: "<div data-scenario=\"")[scenario + 1].contains("<tr") else { continue }
        let rows = try rows(page, scenario: page.scenarios.firstIndex(of: scenario)!)
        for column in 0..<4 {
          let kinds = rows.dropLast().filter { !$0.isPart }.reduce(0) { $0 + $1.amounts[column] }
          let parts = rows.filter { $0.isPart }.reduce(0) { $0 + $1.amounts[column] }
          #expect(kinds == rows.last!.amounts[column] && parts == kinds)
        }
        for row in rows { #expect(row.amounts[1] + row.amounts[2] == row.amounts[0]) }
      }
    }
  }

  /// The items sum to the cost but for rounding, so that there is no rest; what another version calls otherwise is one.
  @Test func whatIsLeftHasARow() throws {
    var run = try CountedStudy.run(RandomStudy.make(seed: 8, uncertain: true))
    let page = CountedStudy.page(run)
    #expect(!ItemCosts(run, scenario: 0, region: page.place).hasRest)
    let periods = run.results.years + 2
    let dearest = try #require(ItemCosts(run, scenario: 0, region: page.place).dearest(1).first)
    let item = try #require(
      run.study.items.firstIndex { $0.kind == dearest.kind && run.study.code(of: $0) == dearest.code })
    let first = (page.place * run.study.items.count + item) * 2 * periods
    run.results.itemMeans.replaceSubrange(first..<first + 2 * periods, with: Array(repeating: 0, count: 2 * periods))
    let left = try rows(CountedStudy.page(run))
    #expect(left.contains { $0.header == "Overige onderdelen" && $0.amounts[0] != 0 })
  }

  @Test func resultsWithoutItemsHaveNoSection() {
    #expect(ItemsSection(page: ReportPageTests.page()).section == nil)
  }

  @Test func theOverviewNamesTheDearest() throws {
    let run = try CountedStudy.run(TinyStudy.study, draws: 1)
    let text = ConsoleReport.text(run, language: .dutch).replacing("\n", with: " ")
    #expect(text.contains("Duurste onderdelen over 2027-2029: Officier van Dienst Bevolkingszorg (EUR"))
    let english = ConsoleReport.text(run, language: .english).replacing("\n", with: " ")
    #expect(english.contains("Dearest items over 2027-2029: Officier van Dienst Bevolkingszorg (EUR"))
  }
}
