import CostEngine
import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// Whether what stands around a chart agrees with it.
@Suite struct ChartSectionTests {
  /// The column of a table, by its title, in the first table that has it.
  private func column(_ title: String, _ markup: String) throws -> [String] {
    let table = try #require(
      markup.components(separatedBy: "<table").dropFirst().first { $0.contains(">\(title)</th>") }, "\(title)")
    func cells(_ row: some StringProtocol) -> [String] {
      String(row).matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.1) }
    }
    let rows = table.components(separatedBy: "<tr").dropFirst().map { cells($0) }
    let place = try #require(rows[0].firstIndex(of: title))
    return rows.dropFirst().map { $0[place] }
  }

  // MARK: Drivers

  /// Without direction the lowest amount is that of no low input; both columns used to say so.
  @Test func tornadoTableTellsNoDirectionWhereThereIsNone() throws {
    let section = try #require(UncertaintySection(page: ReportPageTests.page()).section).body.text
    #expect(try column("laagste verwachting", section).count == 2)
    // The first is cheaper where it is high: 27 million where it is low, 15 million where it is high.
    #expect(try column("laagste verwachting", section)[0].hasPrefix("€\u{a0}15"))
    #expect(try column("een hoog gegeven geeft", section) == ["een lager bedrag", "–"])
    #expect(section.contains("Open balk") && section.contains("Laag en hoog:"))
    #expect(!section.contains("bij laag"))
  }

  // MARK: Questions

  private func questions(_ shares: [Double], error: Double = 0.02) -> [ReportContent.Question] {
    shares.enumerated().map { number, share in
      .init(
        label: "vraag " + ["c", "b", "a"][number], regions: 2,
        variance: InformationValue(value: share, standardError: error),
        band: InformationValue(value: share / 2, standardError: error))
    }
  }

  private func text(_ questions: [ReportContent.Question], place: Int? = nil) throws -> String {
    let page = ReportPageTests.page(place: place)
    var content = page.content
    for scenario in content.analyses.indices {
      for place in content.analyses[scenario].indices { content.analyses[scenario][place].questions = questions }
    }
    let changed = ReportPage(content: content, place: page.place, opening: 0, language: .dutch)
    return try #require(UncertaintySection(page: changed).section).body.text
  }

  /// Questions that bring the same have no first and last. They used to be numbered.
  @Test func equalQuestionsHaveNoOrder() throws {
    // Apart 0.03; two standard errors of a difference are 0.057.
    let equal = try text(questions([0.56, 0.55, 0.53]))
    #expect(try column("Vraag", equal) == ["vraag a", "vraag b", "vraag c"])
    #expect(equal.contains("Deze vragen zijn even goed"))
    let unequal = try text(questions([0.56, 0.3, 0.1]))
    #expect(try column("Vraag", unequal) == ["1. vraag c", "2. vraag b", "3. vraag a"])
    #expect(!unequal.contains("Deze vragen zijn even goed"))
  }

  /// More than all of the uncertainty cannot go: where questions seem to do that, it is said why.
  @Test func answersThatTellOfEachOtherAreExplained() throws {
    #expect(
      try text(questions([0.56, 0.55, 0.53])).contains("komt doordat is aangenomen dat de antwoorden samenhangen"))
    #expect(try text(questions([0.7, 0.3, 0.2])).contains("minder op dan de som, want er is aangenomen dat"))
    #expect(try !text(questions([0.4, 0.3, 0.2])).contains("antwoorden samenhangen"))
  }

  /// On the page of a region nothing is said of regions. There used to be a column with a 1 in every row.
  @Test func questionsToOneRegion() throws {
    let sheet = try text(questions([0.4, 0.3, 0.2]), place: 1)
    #expect(sheet.contains("voor deze regio aangenomen") && !sheet.contains("aan regio&#39;s"))
    #expect(try text(questions([0.4, 0.3, 0.2])).contains("aan regio&#39;s"))
  }

  // MARK: Years and funds

  /// What is drawn stands in the table: the median and the narrow band used to be missing.
  @Test func yearsHaveWhatIsDrawn() throws {
    let page = ReportPageTests.page()
    let section = try #require(YearsSection(page: page).section).body.text
    for (title, percentile) in [("P25", \Summary.p25), ("mediaan (P50)", \.p50), ("P75", \.p75)] {
      let summary = page.summary(.delta, 0, year: 0)
      let shown = page.euro.text(page.figure(summary[keyPath: percentile], of: summary))
      #expect(try column(title, section)[0] == shown)
    }
  }

  /// The amount that is enough in 8 cases of 10 stands in the table and on the curve.
  @Test func eightOfTenCanBeLookedUp() throws {
    let section = try #require(FundingSection(page: ReportPageTests.page()).section).body.text
    let told = try #require(section.firstMatch(of: /in totaal (€[^ ]*) extra nodig/)).1
    let chances = try column("Kans", section)
    #expect(chances.contains("80\u{a0}%"))
    let row = try #require(chances.firstIndex(of: "20\u{a0}%"))
    #expect(try column("op meer dan", section)[row] == told)
    #expect(section.contains("kans van 20\u{a0}% op meer dan \(told)"))
    #expect(section.contains("zijn niet getekend"))
  }

  /// Titles of what saves do not ask where its costs come from, and its amounts are not below zero in a sentence.
  @Test func savingsAreToldAsSuch() throws {
    let page = ReportPageTests.page(base: [-3_456_789, -1_000_000])
    #expect(try #require(LinesSection(page: page).section).title == "Waar komt de besparing vandaan?")
    let years = try #require(YearsSection(page: page).section).body.text
    let sentence = try #require(years.firstMatch(of: /<p>(De kosten zijn in [^<]*)<\/p>/)).1
    #expect(sentence.contains("minder") && !sentence.contains("-"), "\(sentence)")
  }
}
