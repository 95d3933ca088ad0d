import CostEngine
import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// The tables of the page, and the sentences above them.
@Suite struct PageTablesTests {
  private func plain(_ section: PageSection?) -> String {
    (section?.markup.text ?? "").replacing("\u{a0}", with: " ").replacing("&#39;", with: "'")
  }

  /// The cells of a row as they are copied, of the block of a scenario.
  private func row(_ title: String, of section: PageSection?, scenario: Int = 0) throws -> [Double] {
    let block = try #require(section?.markup.text.components(separatedBy: "data-scenario=")[scenario + 1])
    let rows = block.components(separatedBy: "<tr").dropFirst()
    let row = try #require(rows.first { $0.contains(">\(title)<") }, "\(title)")
    return row.matches(of: /data-v="([^"]*)"/).map { Double(String($0.1))! }
  }

  /// The page where the country has so much extra cost, incidental, that falls to no region.
  private func page(
    nationalItems: Double, place: Int? = nil, key: MunicipalKey = .ownRegion, spread: Double = 0.2,
    _ language: Language = .dutch
  ) -> ReportPage {
    let page = ReportPageTests.page(SmallStudy.paid(key), spread: spread, place: place, language)
    var content = page.content
    let years = content.run.results.years + 1
    let quantities = ReportedQuantity.allCases.count - 1
    for scenario in content.run.results.selection.scenarios.indices {
      for quantity in [ReportedQuantity.delta, .incidental, .cost, .net] {
        for year in 0..<years {
          let place = scenario * content.run.results.regionCount + content.run.results.national
          content.run.results.summaries[(place * quantities + quantity.rawValue) * years + year].mean += nationalItems
        }
      }
    }
    return ReportPage(content: content, place: page.place, opening: 0, language: language)
  }

  // MARK: Regions

  /// The regions used not to sum to the last row, and no row said why.
  @Test func nationalItemsHaveARow() throws {
    let page = page(nationalItems: 1_800_000)
    let section = RegionsSection(page: page).section
    let rows = try ["VR02 Fryslân", "VR17 Rotterdam-Rijnmond", "Landelijke posten", "Alle regio&#39;s"].map {
      try row($0, of: section)
    }
    // Incidental and in all; per inhabitant and per municipality there is nothing to tell of the national items.
    #expect(rows.map(\.count) == [5, 5, 3, 5])
    let once = rows.map { $0[$0.count - 2] }
    let all = rows.map { $0[$0.count - 1] }
    #expect(once[2] == 1_800_000 && all[2] == 1_800_000)
    // Each of the four is shown in steps of at most 10,000 and of 100,000: half a step each.
    #expect(abs(once[0] + once[1] + once[2] - once[3]) <= 4 * 5_000)
    #expect(abs(all[0] + all[1] + all[2] - all[3]) <= 4 * 50_000)
    #expect(plain(section).contains("Landelijke posten zijn eenmalige kosten voor alle regio's samen"))
    #expect(!plain(RegionsSection(page: self.page(nationalItems: 0)).section).contains("Landelijke posten"))
    let sheet = plain(RegionsSection(page: self.page(nationalItems: 1_800_000, place: 1)).section)
    #expect(sheet.contains("zonder de landelijke posten (€ 1,8 mln over 2027-2028 voor alle regio's samen)"))
  }

  /// The amounts of a column had units and decimals of their own: "€ 3,07 mln" beside "€ 536.000".
  @Test(arguments: [1_345_678, 213_456, 98_765_432] as [Double], [0.01, 0.2, 1])
  func oneUnitAndDigitInAColumn(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base], spread: spread)
    let block = try #require(
      RegionsSection(page: page).section?.markup.text.components(separatedBy: "data-scenario=")[1])
    let rows = block.components(separatedBy: "<tr data-region").dropFirst().map { row in
      row.components(separatedBy: "<td").dropFirst().map { cell in
        cell.components(separatedBy: "</td>")[0].components(separatedBy: "<svg")[0].replacing("\u{a0}", with: " ")
      }
    }
    #expect(rows.count == 2)
    /// What stands around the digits, with the number of decimals.
    func shape(_ text: String) -> [String] {
      [text.contains("mln") ? "mln" : "euro"]
        + text.matches(of: /\d[\d.]*(,\d+)?/).map { String(($0.1 ?? "").count) }
    }
    for column in 0..<5 {
      let cells = rows.map { row in row[column].components(separatedBy: "\">").dropFirst().joined(separator: " ") }
      #expect(shape(cells[0]) == shape(cells[1]), "\(cells)")
    }
  }

  /// "Dat is plaats 2 van 2, van hoog naar laag" took thinking.
  @Test func placeAmongTheRegions() {
    func text(_ place: Int, _ language: Language = .dutch) -> String {
      plain(RegionsSection(page: ReportPageTests.page(place: place, language)).section)
    }
    #expect(text(1).contains("Geen van de 2 regio's is duurder uit."))
    #expect(text(0).contains("Geen van de 2 regio's is voordeliger uit."))
    #expect(text(0, .english).contains("more per inhabitant than today. None of the 2 regions pays less."))
  }

  // MARK: Payers

  /// A payer that gets more than it pays was told to pay a negative amount.
  @Test func whoHasSomethingLeft() {
    let page = ReportPageTests.page(base: [21_345_678, -3_456_789])
    let text = plain(PayersSection(page: page).section)
    let blocks = text.components(separatedBy: "data-scenario=").dropFirst().map { String($0) }
    #expect(blocks[0].contains("In 2028 betalen naar verwachting het Rijk € "))
    #expect(!blocks[0].contains("Een bedrag onder nul"))
    #expect(blocks[1].contains("de gemeenten houden € 1,35 mln over."))
    #expect(blocks[1].contains("Een bedrag onder nul"))
    for block in blocks {
      #expect(!block.components(separatedBy: "</p>")[0].contains("naar verwachting −"), "\(block)")
    }
    // Certain funds are no estimate.
    #expect(!plain(PayersSection(page: ReportPageTests.page(spread: 0)).section).contains("schatting"))
    #expect(blocks[0].contains("De middelen zijn een schatting (€ 3,58 – 7,09 mln over 2027-2028), geen toezegging."))
  }

  /// Nothing said who bears what falls to no region.
  @Test func whoBearsTheNationalItems() {
    func text(_ key: MunicipalKey, place: Int? = nil) -> String {
      plain(PayersSection(page: page(nationalItems: 1_800_000, place: place, key: key)).section)
    }
    #expect(text(.ownRegion).contains("(€ 1,8 mln over 2027-2028) horen bij geen enkele regio; hier zijn ze bij"))
    #expect(text(.ownRegion, place: 1).contains("zijn voor alle regio's samen en zitten hier niet in."))
    let shared = MunicipalKey.pooled(name: nil, [.certain(1), .certain(1)])
    #expect(text(shared).contains("Daar horen ook de landelijke posten (€ 1,8 mln over 2027-2028) bij."))
    #expect(text(shared, place: 1).contains("Daarin zit ook een deel van de landelijke posten"))
    // What a region pays of a pool is no part of its own cost, and does not sum to it.
    #expect(text(shared, place: 1).contains("Ter vergelijking: de meerkosten van de regio"))
    #expect(!text(shared, place: 1).contains("Samen (de meerkosten)"))
    let budget = plain(BudgetSection(page: page(nationalItems: 0, place: 1, key: shared)).section)
    #expect(budget.contains("Daarom tellen de betalers hier niet op tot de meerkosten van deze regio."))
  }

  /// In a study of one year each amount stood there twice.
  @Test func oneYear() throws {
    let page = ReportPageTests.page()
    var content = page.content
    // Of the two years the first stays, with the total.
    content.run.study.years = 1
    content.run.results.years = 1
    func first<Amount>(_ amounts: [Amount], each count: Int = 1) -> [Amount] {
      amounts.indices.filter { $0 / count % 3 != 1 }.map { amounts[$0] }
    }
    content.run.results.summaries = first(content.run.results.summaries)
    content.run.results.payments = first(content.run.results.payments)
    let lines = CostLine.allCases.count
    content.run.results.lineMeans = content.run.results.lineMeans.indices.filter { $0 / lines % 4 != 1 }
      .map { content.run.results.lineMeans[$0] }
    let short = ReportPage(content: content, place: page.place, opening: 0, language: .dutch)
    // Expected, low and high, and per inhabitant; over more years the three amounts again.
    #expect(try row("Gemeenten", of: PayersSection(page: page).section).count == 7)
    #expect(try row("Gemeenten", of: PayersSection(page: short).section).count == 4)
    #expect(plain(BudgetSection(page: short).section).contains("Het begrotingsjaar 2027, zoals het Besluit"))
  }

  // MARK: Budget

  /// What was copied had the unit of the caption, which is not copied: a thousand times too small.
  @Test func budgetIsCopiedInEuros() throws {
    let section = BudgetSection(page: ReportPageTests.page()).section
    #expect(plain(section).contains("bedragen × € 1.000"))
    #expect(try row("Meerkosten", of: section) == [8_538_000, 12_807_000])
  }

  /// Own hours stood in the budget as if they were an extra burden.
  @Test(arguments: [21_345_678, 12_345, -3_456_789] as [Double], [0, 0.2])
  func ownHoursApart(base: Double, spread: Double) throws {
    let section = BudgetSection(page: ReportPageTests.page(base: [base, base], spread: spread)).section
    let (hours, spending) = (
      try row("waarvan eigen werktijd (in natura)", of: section), try row("waarvan uitgaven", of: section)
    )
    #expect(zip(hours, spending).map { $0 + $1 } == (try row("Meerkosten", of: section)))
    #expect(hours.allSatisfy { $0 * base > 0 })
    #expect(plain(section).contains("hun salaris staat al in de begroting"))
  }

  /// "Bekostigd door: gemeenten -1.130", without a word.
  @Test func surplusIsExplained() throws {
    let text = plain(BudgetSection(page: ReportPageTests.page(base: [21_345_678, -3_456_789])).section)
    let blocks = text.components(separatedBy: "data-scenario=")
    #expect(!blocks[1].contains("onder nul"))
    #expect(blocks[2].contains("Een bedrag onder nul bij de bekostiging (2027 en 2028)"))
    #expect(blocks[2].contains(">−1.383<") && !blocks[2].contains(">-"))
  }

  // MARK: Scenarios

  /// The sentence told only the sums over the years: scenarios that differ in when costs begin seemed to save.
  @Test func whatScenariosDiffer() {
    func text(_ base: [Double], spread: Double = 0.2) -> String {
      plain(ScenariosSection(page: ReportPageTests.page(base: base, spread: spread)).section)
    }
    #expect(
      text([21_345_678, 18_000_000]).contains("loopt het structurele bedrag uiteen van € 12,6 mln tot € 14,9 mln"))
    #expect(text([21_345_678, -3_456_789]).contains("het voordeligst (een besparing van € 3,5 mln over 2027-2028)"))
    // The difference of 3.3 million has in these results a standard deviation of 0.8 times itself: either may be cheaper.
    #expect(
      text([21_345_678, 18_000_000]).contains("voordeliger uitvalt dan ‘Elke regio voor zich’, is niet te zeggen"))
    #expect(text([21_345_678, 18_000_000]).contains("in 9 van de 10 gevallen ligt het tussen € 1,1 mln duurder en"))
    #expect(!text([21_345_678, 18_000_000], spread: 0.05).contains("niet te zeggen"))
    for heading in ["vergeleken met", "verschil, verwacht", "kans dat het goedkoper is", "nog te dekken, in totaal"] {
      #expect(text([21_345_678, 18_000_000]).contains(">\(heading)</th>"), "\(heading)")
    }
  }
}
