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

  /// Each question adds half of what it does alone.
  private func questions(_ shares: [Double]) -> [ReportContent.Question] {
    func value(_ share: Double) -> InformationValue { InformationValue(value: share, standardError: 0.02) }
    var together = 0.0
    return shares.enumerated().map { number, share in
      let adds = number == 0 ? share : share / 2
      together += adds
      return .init(
        label: "vraag " + ["c", "b", "a"][number], regions: 2, variance: value(share), band: value(share / 2),
        adds: value(adds), together: value(together), togetherBand: value(together / 2), itself: together / 10)
    }
  }

  private func text(_ questions: [ReportContent.Question], alike: Int = 0, place: Int? = nil) throws -> String {
    let page = ReportPageTests.page(place: place)
    var content = page.content
    for scenario in content.analyses.indices {
      for place in content.analyses[scenario].indices {
        content.analyses[scenario][place].questions = questions
        content.analyses[scenario][place].alike = alike
      }
    }
    let changed = ReportPage(content: content, place: page.place, opening: 0, language: .dutch)
    return try #require(UncertaintySection(page: changed).section).body.text
  }

  /// Questions stand in the order in which to ask them, with what each adds. They used to stand by what each does alone, so
  /// that eight of them seemed to bring 56 % each.
  @Test func questionsHaveAnOrder() throws {
    let section = try text(questions([0.56, 0.3, 0.1]), alike: 7)
    #expect(try column("Vraag", section) == ["1. vraag c", "2. vraag b", "3. vraag a"])
    #expect(try column("voegt toe", section) == ["56\u{a0}%", "15\u{a0}%", "5\u{a0}%"])
    #expect(try column("samen", section) == ["56\u{a0}%", "71\u{a0}%", "76\u{a0}%"])
    #expect(section.contains("Nog 7 vragen vertellen vrijwel hetzelfde als vraag 1"))
    #expect(section.contains("De andere 24\u{a0}% nemen deze vragen niet weg."))
    #expect(try !text(questions([0.56])).contains("vrijwel hetzelfde"))
    #expect(try text(questions([0.56])).contains("Een tweede vraag voegt niets toe"))
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
    // Behind the mean and P5.
    for (title, place) in [("P25", 2), ("mediaan (P50)", 3), ("P75", 4)] {
      let shown = page.figures(page.summary(.delta, 0, year: 0), between: [25, 50, 75])[place]
      #expect(try column(title, section)[0] == page.euro.text(shown))
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
