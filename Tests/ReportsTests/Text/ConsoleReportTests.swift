import CostEngine
import Testing

@testable import Reports

@Suite struct ConsoleReportTests {
  static func content(
    _ study: Study, base: [Double], spread: Double, draws: Int = 10_000, selection: Selection? = nil,
    sampler: Sampler = .latinHypercube, notices: Int = 0, outputFolder: String? = nil
  ) -> RunContent {
    let results = SmallStudy.results(base: base, spread: spread, draws: draws, selection: selection, study: study)
    return RunContent(
      study: study, results: results, toolVersion: "1.2.3", sampler: sampler, seed: 1,
      populations: study.regions.map { $0.population == .certain(654_019) ? 654_019 : 1_345_981 },
      coverage: study.regions.map { RunContent.Coverage(reported: $0.code == "VR02" ? 3 : 0, assumed: 17) },
      notices: notices, outputFolder: outputFolder)
  }

  @Test func countryInDutch() {
    let content = Self.content(
      SmallStudy.funded(), base: [21_345_678, -3_456_789], spread: 0.2, notices: 2, outputFolder: "uit")
    #expect(ConsoleReport.text(content, language: .dutch) == Self.country)
  }

  @Test func oneCertainRegionInEnglish() {
    let content = Self.content(
      SmallStudy.study(uncertain: false), base: [1_234.5, 0], spread: 0, draws: 1,
      selection: Selection(scenarios: [0, 1], regions: [1]), sampler: .random)
    #expect(ConsoleReport.text(content, language: .english) == Self.oneRegion)
  }

  @Test func someRegionsInEnglish() {
    var study = SmallStudy.funded()
    study.regions.append(study.regions[0])
    let content = Self.content(
      study, base: [812_345, 796_000], spread: 0.4, draws: 400,
      selection: Selection(scenarios: [0, 1], regions: [0, 1]))
    #expect(ConsoleReport.text(content, language: .english) == Self.someRegions)
  }

  /// Four scenarios and a long name: the tables fit because they change to millions and to narrow gaps.
  @Test func fourScenariosFitTheirWidth() {
    var study = SmallStudy.study()
    study.scenarios = ["ALLEEN", "SAMEN", "SLIM", "PLUS"].map { code in
      Scenario(code: code, name: "", terms: study.scenarios[0].terms)
    }
    study.regions[1].code = "VR20"
    study.regions[1].name = "Midden- en West-Brabant"
    let content = Self.content(
      study, base: [21_345_678, -3_456_789, 18_765_432, 30_111_222], spread: 0.05)
    let text = ConsoleReport.text(content, language: .dutch)
    #expect(text.hasSuffix(Self.fourScenarios + "Waterlijn 1.2.3\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func savingsAndCostsInOneSentence() {
    // Mean 1,000,000 and sd 2,000,000: P5 is -2,290,000 and P95 4,290,000, known to 42,200:
    // 2.11 * sd / sqrt(10000); so they are shown in tenths of millions.
    let content = Self.content(SmallStudy.study(), base: [1_000_000, 0], spread: 2)
    let dutch = ConsoleReport.text(content, language: .dutch)
    #expect(dutch.contains("tussen een besparing van EUR 2.300.000 en meerkosten van\nEUR 4.300.000."))
    let english = ConsoleReport.text(content, language: .english)
    #expect(english.contains("a saving of EUR 2,300,000 and an extra cost of\nEUR 4,300,000."))
  }

  @Test func oneDrawShowsTwoDigits() {
    let content = Self.content(SmallStudy.study(), base: [21_345_678, 1], spread: 0, draws: 1)
    #expect(ConsoleReport.text(content, language: .dutch).contains("Dit scenario kost naar verwachting EUR 21 mln"))
  }

  @Test func textsOfTheStudyDoNotDisturbTheTerminal() {
    var study = SmallStudy.study()
    study.title = "a\u{1b}[31m\nb\u{202e}c"
    study.regions[0].name = "x\u{7}y"
    study.scenarios[0].code = "q\tr"
    let text = ConsoleReport.text(Self.content(study, base: [1000, 10], spread: 0.1), language: .english)
    #expect(text.hasPrefix("a [31m b c\n"))
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202e })
  }

  @Test(arguments: Language.allCases) func noInhabitantsNoAmountForEach(language: Language) {
    var content = Self.content(SmallStudy.study(), base: [1000, 10], spread: 0.1)
    content.populations = [0, 0]
    let text = ConsoleReport.text(content, language: language)
    #expect(!text.contains("EUR per"))
    #expect(!text.contains("nan") && !text.contains("inf"))
  }
}
