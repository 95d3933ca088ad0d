import CostEngine
import Terms
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
      coverage: study.regions.map { Coverage(reported: $0.code == "VR02" ? 3 : 0, assumed: 17) },
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

  /// Four scenarios and a long name do not fit beside each other: two a part.
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
    func words(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }
    #expect(
      words(dutch).contains(
        "tussen een besparing van EUR 2.300.000 en meerkosten van EUR 4.300.000 (elk ± EUR 50.000)."))
    let english = ConsoleReport.text(content, language: .english)
    #expect(
      words(english).contains("a saving of EUR 2,300,000 and an extra cost of EUR 4,300,000 (each ± EUR 50,000)."))
  }

  /// Only a study of all 25 regions speaks for the country. Two invented regions used to be "samen Nederland", and so
  /// was one: Rotterdam-Rijnmond.
  @Test func whatTheWholeIsCalled() {
    var study = SmallStudy.study()
    study.oneOffs = []
    study.scenarios[1].terms = study.scenarios[0].terms
    func text(_ regions: Int) -> String {
      study.regions = (0..<regions).map { number in
        var region = SmallStudy.study().regions[1]
        region.code = "R\(number)"
        return region
      }
      for scenario in study.scenarios.indices {
        study.scenarios[scenario].terms = study.regions.map { _ in study.scenarios[scenario].terms[0] }
      }
      return ConsoleReport.text(Self.content(study, base: [1000, 10], spread: 0.1), language: .dutch)
    }
    let country = text(25)
    #expect(country.contains("alle 25, samen Nederland (33.649.525 inwoners)"))
    #expect(
      country.contains("\nScenario ALLEEN: Elke regio voor zich, Nederland\n") && country.contains("\nNederland  "))
    let some = text(24)
    #expect(some.contains("alle 24 (32.303.544 inwoners)") && !some.contains("Nederland"))
    #expect(
      some.contains("\nScenario ALLEEN: Elke regio voor zich, alle regio's\n") && some.contains("\nAlle regio's  "))
    let one = text(1)
    #expect(one.contains("Regio's           R0 Rotterdam-Rijnmond (1.345.981 inwoners)\n"))
    #expect(one.contains("\nScenario ALLEEN: Elke regio voor zich, R0 Rotterdam-Rijnmond\n"))
    // A table of one region, its total and a note on regions that do not add up used to follow.
    #expect(!one.contains("Nederland") && !one.contains("per regio") && !one.contains("tellen niet op:"))
  }

  @Test func aSingleRegionWithNationalOneOffs() {
    var study = SmallStudy.study()
    study.regions = [study.regions[1]]
    for scenario in study.scenarios.indices { study.scenarios[scenario].terms.removeLast() }
    let text = ConsoleReport.text(Self.content(study, base: [1000, 10], spread: 0.1), language: .english)
    #expect(
      text.contains("\nTotal  ") && text.contains("\n\"Total\" is the sum of the regions and the national one-offs.\n"))
  }

  /// "over 2027" and a structural amount "a year" beside the same amount in total are how it used to be said.
  @Test func aStudyOfOneYear() {
    var study = SmallStudy.study()
    study.years = 1
    var content = Self.content(SmallStudy.study(), base: [1000, 10], spread: 0.1)
    content.study = study
    let text = ConsoleReport.text(content, language: .dutch)
    #expect(text.contains(" nu, in\n2027;") || text.contains(" nu, in 2027;"))
    #expect(text.contains("Structureel per jaar in het eindbeeld") && !text.contains("per jaar in 2027"))
  }

  /// P5 and P95 that come out the same used to be a range from an amount to itself.
  @Test func aRangeOfOneAmount() {
    // The sd is 2.50, and percentiles are known to 0.05 %: 1,250, so they are shown in thousands.
    let content = Self.content(SmallStudy.study(), base: [2_500_000, -2_500_000], spread: 1e-6)
    let dutch = ConsoleReport.text(content, language: .dutch)
    let words = dutch.split { " \n".contains($0) }.joined(separator: " ")
    #expect(words.contains("in 90 % van de trekkingen afgerond EUR 2.500.000 (elk ± EUR 2.000)."))
    #expect(words.contains("in 90 % van de trekkingen afgerond een besparing van EUR 2.500.000 (elk ± EUR 2.000)."))
    #expect(!words.contains("tussen EUR 2.500.000"))
  }

  @Test func oneDrawShowsTwoDigits() {
    let content = Self.content(SmallStudy.study(), base: [21_345_678, 1], spread: 0, draws: 1)
    #expect(ConsoleReport.text(content, language: .dutch).contains("Dit scenario kost naar verwachting EUR 21 mln"))
  }

  /// Sobol sequences ask for a power of two; who takes another number is told, in the table of what was computed.
  @Test(arguments: [
    (8192, Sampler.sobol, ""), (10_000, .latinHypercube, ""), (8191, .sobol, "8.192"),
    (999, .sobol, ""),
    (10_000, .sobol, "8.192 of 16.384"),
  ])
  func drawsThatSuitTheSampler(draws: Int, sampler: Sampler, advice: String) {
    let content = Self.content(
      SmallStudy.funded(), base: [812_345, 796_000], spread: 0.4, draws: draws, sampler: sampler)
    let words = ConsoleReport.text(content, language: .dutch).split { $0.isWhitespace }.joined(separator: " ")
    let told = "; met \(advice) trekkingen zijn de gemiddelden preciezer"
    #expect(words.contains("gemiddelden preciezer") == !advice.isEmpty)
    #expect(advice.isEmpty || words.contains("startwaarde 1" + told))
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
