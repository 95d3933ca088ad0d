import CostEngine
import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// Percentages of certainty and reserves, on the page.
@Suite struct CertaintySectionTests {
  private func page(
    _ study: Study = SmallStudy.funded(), spread: Double = 0.2, place: Int? = nil, reserves: [Double?] = [],
    _ language: Language = .dutch
  ) -> ReportPage {
    let page = ReportPageTests.page(study, base: [21_345_678, 15_456_789], spread: spread, place: place, language)
    var content = page.content
    content.run.reserves = reserves
    return ReportPage(content: content, place: page.place, opening: 0, language: language)
  }

  private func text(_ page: ReportPage) throws -> String {
    try #require(CertaintySection(page: page).section).markup.text
      .replacing("\u{a0}", with: " ").replacing("&#39;", with: "'")
  }

  /// 21.35 million with a standard deviation of 4.27: P80 is 24.94, and 3.59 more than expected.
  @Test func theAmountsOfTheRun() throws {
    let text = try text(page())
    #expect(text.contains("Het verwachte bedrag (€ 21,3 mln) ligt op ongeveer P50"))
    #expect(text.contains("Voor 80 % zekerheid is € 24,9 mln nodig over 2027-2028: € 3,6 mln boven de verwachting."))
    // In all, by year, and of the regions; those of what is left after the funds beside the extra cost.
    #expect(text.contains("te dekken na de middelen") && text.contains("Wat per jaar genoeg is"))
    // In this study all regions turn out badly at once: their reserves are the country's.
    #expect(text.contains("Verwachte bedragen tellen op") && !text.contains("De reserves van de regio's"))
    for percentage in Certainty.percentages { #expect(text.contains(">\(percentage) %<")) }
  }

  /// A reserve is the difference of the amounts that are shown beside it.
  @Test func reservesAddUp() throws {
    let markup = try #require(CertaintySection(page: page(SmallStudy.study())).section).markup.text
    let table = markup.components(separatedBy: "<tbody>")[1].components(separatedBy: "</tbody>")[0]
    let rows = table.components(separatedBy: "<tr").dropFirst().map { row in
      row.matches(of: /data-v="([^"]*)"/).map { Double(String($0.1))! }
    }
    let mean = rows[0][0]
    #expect(rows.count == 1 + Certainty.percentages.count)
    for row in rows.dropFirst() { #expect(abs(row[0] - mean - row[1]) < 1e-6) }
  }

  /// Where they do not, the country needs less than its regions together.
  @Test func whyRegionsDoNotAddUp() throws {
    var content = page().content
    let quantities = ReportedQuantity.allCases.count - 1
    let place = content.run.results.national
    let index = (place * quantities + ReportedQuantity.delta.rawValue) * (content.run.results.years + 1)
    content.run.results.summaries[index + content.run.results.years] = SmallStudy.summary(
      21_345_678, sd: 2_000_000, draws: 10_000)
    let text = try text(ReportPage(content: content, place: place, opening: 0, language: .dutch))
    // 0.842 standard deviations: of 4.27 million, and of 2 million, in steps of the amounts shown beside it.
    #expect(text.contains("De reserves van de regio's zijn samen € 3,6 mln, gezamenlijk is € 1,7 mln genoeg."))
  }

  @Test func aSheetHasNoTableOfRegions() throws {
    let text = try text(page(place: 0))
    #expect(!text.contains("Wat per regio genoeg is") && text.contains("Voor 80 % zekerheid is"))
  }

  @Test func withoutUncertaintyThereIsNone() {
    let study = SmallStudy.study(uncertain: false)
    #expect(CertaintySection(page: page(study, spread: 0)).section == nil)
  }

  /// Results of an earlier version have no P80.
  @Test func withoutThePercentileThereIsNone() {
    var content = page().content
    content.run.gaps.columns = [.p80]
    #expect(CertaintySection(page: ReportPage(content: content, place: 0, opening: 0, language: .dutch)).section == nil)
  }

  // MARK: Reserves

  @Test func aRegionsReserve() throws {
    // The net cost of region 0 is 30 % of three quarters: its standard deviation 960,556, P90 less the mean 1,231,432.
    let own = try text(page(place: 0, reserves: [1_600_000, nil]))
    #expect(own.contains("Fryslân heeft € 1.600.000 aan weerstandscapaciteit. Voor dit scenario is € 1,23 mln nodig"))
    #expect(own.contains("De verhouding (weerstandsratio) is 1,30: klasse C, voldoende."))
    let other = try text(page(place: 1, reserves: [1_600_000, nil]))
    #expect(!other.contains("weerstandsratio"))
    let english = try text(page(place: 0, reserves: [1_600_000, nil], .english))
    #expect(english.contains("is 1.30: class C, sufficient."))
  }

  @Test func theRegionsBesideEachOther() throws {
    let page = page(reserves: [1_600_000, nil])
    let text = try text(page)
    #expect(text.contains(">1,30<") && text.contains(">C<") && text.contains("Klassen: A boven 2"))
    let regions = try #require(RegionsSection(page: page).section).markup.text
    #expect(regions.contains("weerstandsratio") && regions.contains("1,30\u{a0}(C)"))
    // A study that does not say has no such column.
    #expect(!(try #require(RegionsSection(page: self.page()).section).markup.text.contains("weerstandsratio")))
    #expect(!(try self.text(self.page())).contains("weerstandscapaciteit"))
  }
}
