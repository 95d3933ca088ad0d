import CostEngine
import Foundation
import Terms
import Testing

@testable import Reports

/// The parts of the page, as they were last looked at: `Snapshots` holds each of them. After a change that is meant, run
/// these tests with `WATERLIJN_ACCEPT=1`, and look at what changed.
@Suite struct ReportPageTests {
  /// Two regions, two scenarios of which one saves, funds and payers.
  static func content(_ run: RunContent) -> ReportContent {
    let drivers = [
      ReportContent.Driver(
        label: "uitgangspositie", detail: "personen, opleidingsuren", cells: 1_801,
        share: InformationValue(value: 0.553, standardError: 0.01),
        low: 27_000_000, high: 15_000_000, hasDirection: true),
      ReportContent.Driver(
        label: "bedrag, LEAD", cells: nil, share: InformationValue(value: 0.004, standardError: 0.001),
        low: 20_000_000, high: 22_000_000, hasDirection: false),
    ]
    let questions = [
      ReportContent.Question(
        label: "aantal nu: Oefening", regions: 2, variance: InformationValue(value: 0.31, standardError: 0.01),
        band: InformationValue(value: 0.12, standardError: 0.01),
        adds: InformationValue(value: 0.31, standardError: 0.01),
        together: InformationValue(value: 0.31, standardError: 0.01),
        togetherBand: InformationValue(value: 0.12, standardError: 0.01), itself: 0.09)
    ]
    let analysis = ReportContent.Analysis(
      costCurve: (1...99).map { Double($0) * 400_000 }, netCurve: (1...99).map { Double($0) * 300_000 - 2_000_000 },
      drivers: drivers, questions: questions)
    return ReportContent(
      run: run, toolVersion: run.toolVersion,
      analyses: run.results.selection.scenarios.map { _ in
        [ReportContent.Analysis](repeating: analysis, count: run.results.regionCount)
      }, analysisDraws: 1_000,
      assumptions: [
        WrittenTable(
          file: "one-offs.csv", columns: ["post", "naam", "bedrag", "tot"].map { Bilingual(same: $0) },
          rows: [
            .init(
              number: 2, cells: ["LEAD", "Programmaleiding", "5000", ""], source: "aanname", note: "anderhalf fte"),
            .init(number: 3, cells: ["PLAN", "<b>", "7000", ""], source: "Projectplan, par. 3.3", note: ""),
          ])
      ],
      inputs: [HashedFile(name: "one-offs.csv", byteCount: 1_234, sha256: String(repeating: "0a", count: 32))])
  }

  static func page(
    _ study: Study = SmallStudy.paid(.ownRegion), base: [Double] = [21_345_678, -3_456_789], spread: Double = 0.2,
    draws: Int = 10_000, selection: Selection? = nil, place: Int? = nil, _ language: Language = .dutch
  ) -> ReportPage {
    let run = ConsoleReportTests.content(study, base: base, spread: spread, draws: draws, selection: selection)
    let place = place ?? (run.results.includesNational ? run.results.national : 0)
    return ReportPage(content: content(run), place: place, opening: 0, language: language)
  }

  // MARK: Snapshots

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  private func compare(_ markup: Markup, _ name: String) throws {
    // An element a line: a change shows where it is.
    let text = markup.text.replacing("><", with: ">\n<") + "\n"
    let file = Self.folder.appendingPathComponent(name + ".html")
    if ProcessInfo.processInfo.environment["WATERLIJN_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name).html was written anew: look at it, and run without WATERLIJN_ACCEPT")
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if expected != text {
      let (was, now) = (expected.split(separator: "\n"), text.split(separator: "\n"))
      let line = zip(was, now).enumerated().first { $1.0 != $1.1 }
      Issue.record("\(name).html differs\(line.map { " in line \($0 + 1): \($1.0) is now \($1.1)" } ?? " in length")")
    }
  }

  @Test func countryInDutch() throws {
    let sections = Self.page().sections
    #expect(
      sections.map(\.id) == [
        "kort", "scenarios", "jaren", "regios", "regels", "delen", "betaler", "dekking", "zekerheid", "begroting",
        "onzeker",
        "aannamen", "methode", "lezen",
      ])
    for section in sections { try compare(section.markup, "land-\(section.id)") }
  }

  @Test func factSheetInEnglish() throws {
    for section in Self.page(place: 1, .english).sections { try compare(section.markup, "sheet-\(section.id)") }
  }

  // MARK: What must hold

  /// The same content gives the same bytes; nothing refers outside the page.
  @Test func selfContained() {
    let page = Self.page()
    let bytes = ReportPage.bytes(page.content, place: page.place, opening: 1, language: .english)
    #expect(bytes == ReportPage.bytes(page.content, place: page.place, opening: 1, language: .english))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("))
    #expect(text.contains("default-src &#39;none&#39;"))
    #expect(!text.contains(" style=") && !text.contains(" onclick="))
  }

  /// Identifiers are unique, and what refers to one finds it.
  @Test func identifiers() throws {
    let page = Self.page()
    let text = String(
      decoding: ReportPage.bytes(page.content, place: page.place, opening: 0, language: .dutch), as: UTF8.self)
    let ids = text.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let references =
      text.matches(of: /\ (?:for|aria-labelledby|aria-describedby)="([^"]*)"/).map { String($0.1) }
      + text.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(references.count > 20)
    for reference in references { #expect(ids.contains(reference), "\(reference)") }
  }

  /// In the multi-year table structural and incidental, and what the payers pay, sum to the total as shown, whatever
  /// the amounts are.
  @Test(arguments: [21_345_678, 987_654, 12_345, 333, -3_456_789] as [Double], [0, 0.01, 0.2])
  func budgetAddsUp(base: Double, spread: Double) throws {
    let study = SmallStudy.paid(.ownRegion)
    // Structural and incidental sum to the extra cost in the results that are made by hand.
    let section = try #require(BudgetSection(page: Self.page(study, base: [base, base], spread: spread)).section)
    let block = section.markup.text.components(separatedBy: "data-scenario=").dropFirst().first ?? ""
    func row(_ title: String) throws -> [Int] {
      let row = try #require(block.components(separatedBy: "<tr").first { $0.contains(">\(title)</th>") }, "\(title)")
      return row.matches(of: /data-v="([^"]*)"/).map { Int(String($0.1))! }
    }
    let total = try row("Meerkosten")
    #expect(total.count == 2)
    let parts = zip(try row("Structurele meerkosten"), try row("Incidentele meerkosten")).map { $0 + $1 }
    #expect(parts == total)
    let payers = try ["Rijk", "veiligheidsregio", "gemeenten"].map { try row("Bekostigd door: \($0)") }
    #expect(zip(payers[0], zip(payers[1], payers[2])).map { $0 + $1.0 + $1.1 } == total)
  }

  /// A saving is told as one.
  @Test func aSaving() {
    let cards = KeyFigures(page: Self.page()).cards(1)
    #expect(cards[0].sentence.contains("per jaar minder kwijt dan nu"))
    #expect(cards[0].value.contains("−"))
    #expect(cards[2].label == "Over na dekking" && cards[2].sentence.contains(" over."))
    #expect(cards[3].label == "Besparing in totaal" && !cards[3].value.contains("−"), "\(cards[3].value)")
    // A sentence that said "minder" used to go on with amounts below zero.
    #expect(!cards[0].sentence.contains("−"), "\(cards[0].sentence)")
    let sheet = RegionsSection(page: Self.page(base: [-3_456_789, 1_000_000], place: 1)).section
    #expect(sheet?.body.text.contains("per inwoner minder kwijt dan nu") == true)
  }

  /// A saving in a study without funds used to be "still to be funded", with a minus.
  @Test func aSavingWithoutFunds() {
    let cards = KeyFigures(page: Self.page(SmallStudy.study())).cards(1)
    #expect(cards[2].label == "Besparing" && !cards[2].value.contains("−"))
    #expect(cards[2].sentence.contains("goedkoper dan nu") && !cards[2].sentence.contains("te dekken"))
  }

  /// What costs something in one case of a hundred has a P95 of 0: it used to be told as a saving.
  @Test func aRareCostIsNoSaving() {
    func summary(_ mean: Double, _ p95: Double) -> Summary {
      Summary(
        mean: mean, standardError: 0.1, standardDeviation: 10,
        percentiles: [-9, -5, -4, -3, -2, -2, -2, -1, -1, p95, p95],
        cvar95: p95,
        sharePositive: 0.01)
    }
    #expect(
      !KeyFigures.saves(summary(1.9, 0)) && KeyFigures.saves(summary(-1.9, 0)) && !KeyFigures.saves(summary(-1.9, 1)))
  }

  /// A scenario that changes nothing used to "only cost money", and to be € 0 of own staff time.
  @Test func aScenarioThatChangesNothing() {
    let body = PartsSection(page: Self.page(base: [21_345_678, 0])).section?.body.text ?? ""
    let text = body.components(separatedBy: "data-scenario=").last ?? ""
    #expect(text.contains("Dit scenario verandert geen enkele post."))
    #expect(!text.contains("eigen werktijd: uren"))
  }

  /// Where all regions share what they are short of, a region's payer below zero used to have more funds than cost.
  @Test func aRegionThatPaysForOthers() {
    let study = SmallStudy.paid(.pooled(name: nil, [.certain(1), .certain(1)]))
    let page = Self.page(study, base: [-921_345, 3_456_789], place: 0)
    let texts = [BudgetSection(page: page).section, PayersSection(page: page).section].map { $0?.body.text ?? "" }
    for text in texts { #expect(!text.contains("meer middelen dan meerkosten")) }
    #expect(KeyFigures(page: page).cards(1)[2].sentence.contains("‘Wie betaalt’"))
  }

  /// Where the end state costs the same, less in all is only later: it used to be called a saving.
  @Test func onlyLater() {
    let page = Self.page(base: [21_345_678, 21_345_000])
    let text = SavingsBlock(page: page, scenario: 1).markup.text
    #expect(text.contains("is het structurele bedrag per jaar gelijk") && !text.contains("bespaart"))
  }

  /// What the figures rest on stands above them. A source for a part only used to count as a source.
  @Test func whatItRestsOn() {
    typealias Row = WrittenTable.Row
    func kind(_ source: String) -> Row.Standing { Row(number: 2, cells: [], source: source, note: "").standing }
    #expect(kind("Contourennota 2022; aandeel: aanname") == .partly)
    #expect(kind("Aanname") == .assumed && kind("memo 2023") == .sourced && kind("") == .unsourced)
    let text = Self.page().main.text
    #expect(text.contains("Van de 2 regels invoer is er 1 geheel of deels een aanname."))
    #expect(text.contains("Van de 37 gegevens over de huidige situatie zijn er 3 van de regio&#39;s zelf."))
  }

  /// A page of one scenario says which: it used to name none.
  @Test func theOnlyScenario() {
    let text = Self.page(selection: Selection(scenarios: [1], regions: [0, 1])).main.text
    #expect(text.contains("<p>Scenario: ") && text.contains("het kwaliteitsniveau van dit scenario"))
    #expect(!Self.page().main.text.contains("<p>Scenario: "))
  }

  /// What measures save is told beside the same scenario without them, where the study has it.
  @Test func whatMeasuresSave() throws {
    var study = SmallStudy.paid(.ownRegion)
    for region in study.regions.indices {
      study.scenarios[1].terms[region] = study.scenarios[0].terms[region]
      study.scenarios[1].terms[region].measures = [0]
    }
    func text(_ study: Study, base: [Double] = [21_345_678, 18_000_000]) -> String {
      SavingsBlock(page: Self.page(study, base: base), scenario: 1).markup.text
    }
    #expect(text(study).contains("(hetzelfde zonder maatregelen) is dit scenario over 2027-2028"))
    #expect(text(study).contains("naar verwachting €\u{a0}3,35\u{a0}mln goedkoper."))
    // A one-off of its own may belong to the measures. One that only the other has is no saving of theirs.
    study.oneOffs[0].scenarios = [1]
    #expect(text(study).contains("hetzelfde zonder maatregelen"))
    study.oneOffs[0].scenarios = [0]
    #expect(text(study).contains("het duurste scenario"))
    // The costliest has nothing to save on.
    #expect(text(study, base: [18_000_000, 21_345_678]).isEmpty)
  }

  /// A region where nobody lives used to count as one of "every region", and to have a say in the colours.
  @Test func aRegionWithoutInhabitants() {
    let page = Self.page()
    var content = page.content
    content.run.populations[1] = 0
    let empty = ReportPage(content: content, place: page.place, opening: 0, language: .dutch)
    let text = RegionsSection(page: empty).section?.body.text ?? ""
    #expect(text.contains("in elke regio met inwoners"))
    #expect(!text.contains("<p></p>"))
  }

  /// Tables of scenarios that are looked at one after another used to be in thousands here and in euros there.
  @Test func theBudgetHasOneUnit() {
    let page = Self.page(base: [921_345_678, -3_456])
    let captions = (BudgetSection(page: page).section?.body.text ?? "").matches(of: /<caption>[^<]*/).map {
      String($0.0)
    }
    #expect(captions.count == 2 && Set(captions).count == 1, "\(captions)")
  }

  /// A curve of some draws goes through the percentiles of all of them, and ascends.
  @Test func curveThroughWhatIsKnown() {
    let summary = SmallStudy.summary(1_000_000, sd: 300_000, draws: 10_000)
    let rough = (1...99).map { 950_000 + Double($0 - 50) * 9_000 }
    let curve = FundingSection.curve(rough, through: summary)
    for (percentage, percentile) in zip(Summary.percentages, summary.percentiles) {
      #expect(curve[percentage - 1] == percentile)
    }
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(FundingSection.curve([], through: summary).isEmpty)
  }

  /// Of an amount that is 0 or a million the draws of the curve may jump on the other side of a known percentile than all
  /// draws do. It used to be told as two millions then, and the known percentiles were overwritten.
  @Test(
    arguments: [(ones: 40, p50: 1e6), (40, 0), (50, 0), (50, 1e6), (51, 0), (51, 1e6)] as [(ones: Int, p50: Double)])
  func aCurveThatJumps(ones: Int, p50: Double) {
    let rough = (1...99).map { $0 > 99 - ones ? 1e6 : 0.0 }
    let exact = [0, 0, 0, p50, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6]
    let summary = Summary(
      mean: 5e5, standardError: 5e3, standardDeviation: 5e5, percentiles: exact, cvar95: 1e6, sharePositive: 0.5)
    let curve = FundingSection.curve(rough, through: summary)
    #expect(Set(curve) == [0, 1e6])
    #expect(zip(Summary.percentages, exact).allSatisfy { curve[$0 - 1] == $1 })
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// Percentiles that are known of all draws used to be told as coarsely as those of the draws of the curve, which are
  /// fewer; so an amount stood in two forms on one page.
  @Test func knownPercentilesKeepTheirDigits() throws {
    let page = Self.page(spread: 1, draws: 1_000_000)
    let summary = page.summary(.net, 0)
    let text = try #require(FundingSection(page: page).section).body.text
    let block = try #require(text.components(separatedBy: "data-scenario=").dropFirst().first)
    func told(_ draws: Int) -> String { page.euro.text(summary.shownTail(summary.p95, draws: draws)) }
    let (fine, coarse) = (told(1_000_000), told(1_000))
    #expect(fine != coarse, "else this tells nothing")
    #expect(block.contains(">\(fine)<") && !block.contains(">\(coarse)<"))
  }

  /// What is enough in 8 cases of 10 used to be "at least € 0" saved, or € 0 set aside.
  @Test func nothingIsNoSaving() {
    let section = FundingSection(page: Self.page(SmallStudy.study()))
    #expect(
      section.aside(ShownFigure(exact: 0)) == "In 8 van de 10 gevallen kost dit scenario over 2027-2028 niets extra.")
    // More than nothing, but not to be told from it: then nothing is promised.
    var little = ShownFigure(exact: 400)
    little.place = 3
    #expect(section.aside(little).isEmpty)
    #expect(section.aside(ShownFigure(exact: -400)).contains("bespaart"))
    #expect(section.aside(ShownFigure(exact: 400)).contains("opzijzet"))
  }

  /// Labels beside a chart used to fall over its years where the lines are all at its foot.
  @Test(arguments: [[300, 300, 300, 300], [0, 0, 0], [150, 151, 290], [400]] as [[Double]])
  func labelsStayWithinTheirChart(heights: [Double]) {
    let placed = Chart.spread(heights, apart: 15, within: 26...300)
    #expect(placed.allSatisfy { (26...300).contains($0) })
    let sorted = placed.sorted()
    // What is moved apart in twenty rounds may lack a hundredth.
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 14.9 })
  }

  /// Where nothing was drawn there is no margin, no curve and no talk of cases.
  @Test func certainStudy() {
    let page = Self.page(SmallStudy.study(uncertain: false), base: [1_234.5, 0], spread: 0, draws: 1)
    let ids = page.sections.map(\.id)
    #expect(!ids.contains("onzeker") && !ids.contains("dekking"))
    let text = page.main.text
    #expect(!text.contains("P95") && !text.contains("9 van de 10"))
    #expect(text.contains("Hierin is niets onzeker"))
    #expect(text.contains("€\u{a0}1.235"))
  }

  /// One scenario and one region: there is nothing to compare.
  @Test func oneOfEach() {
    let page = Self.page(selection: Selection(scenarios: [0], regions: [1]))
    let ids = page.sections.map(\.id)
    #expect(!ids.contains("scenarios") && !ids.contains("regios"))
    #expect(page.main.text.contains("<h1>Rotterdam-Rijnmond</h1>"))
  }

  /// A study that does not say whose its funds are, and one without funds, are told so.
  @Test func withoutPayersOrFunds() {
    let funded = Self.page(SmallStudy.funded()).main.text
    #expect(funded.contains("van wie ze zijn. Daarom"))
    let bare = Self.page(SmallStudy.study()).main.text
    #expect(bare.contains("De studie noemt geen middelen"))
    #expect(bare.contains("heeft in 8 van de 10 gevallen genoeg"))
  }
}
