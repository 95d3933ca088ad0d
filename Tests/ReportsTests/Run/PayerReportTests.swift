import CostEngine
import Terms
import Testing

@testable import Reports

/// What the reports say of who pays, where a study asks.
@Suite struct PayerReportTests {
  private func report(
    _ key: MunicipalKey, base: [Double] = [21_345_678, -3_456_789], selection: Selection? = nil, _ language: Language
  ) -> String {
    ConsoleReport.text(
      ConsoleReportTests.content(SmallStudy.paid(key), base: base, spread: 0.2, selection: selection),
      language: language)
  }

  @Test func aRunInDutch() {
    let text = report(.ownRegion, .dutch)
    #expect(text.contains(Self.introduction))
    #expect(text.contains(Self.block), "\(text)")
    #expect(text.contains(Self.regions), "\(text)")
  }

  @Test func aRunInEnglish() {
    let ones = [Quantity.certain(1), .certain(1)]
    let text = report(.pooled(name: nil, ones), base: [21_345_678, 1_000_000], .english)
    #expect(text.contains(Self.pooled), "\(text)")
    #expect(text.contains(Self.english), "\(text)")
    let named = report(.pooled(name: "risico", ones), .dutch).replacing("\n", with: " ")
    #expect(named.contains("dragen alle gemeenten samen, verdeeld over de regio's naar \"risico\"."), "\(named)")
  }

  /// Whose funds there are is said as it is.
  @Test func whoseFunds() {
    func text(_ payers: [Payer], _ language: Language) -> String {
      var study = SmallStudy.paid(.ownRegion)
      study.funds = payers.map { payer in
        var fund = study.funds[0]
        fund.entries[0].payer = payer
        return fund
      }
      return ConsoleReport.text(
        ConsoleReportTests.content(study, base: [1e7, 1e6], spread: 0.2), language: language)
    }
    #expect(text([.state], .dutch).contains("Wie betaalt: het Rijk betaalt wat zijn fondsen geven (funding.csv); wat"))
    #expect(text([.region], .english).contains("Who pays: the safety region pays what its funds bring (funding.csv);"))
    #expect(text([.municipalities], .dutch).contains("Wie betaalt: wat geen fonds dekt, betalen de gemeenten"))
    // Who has no fund stands in no table.
    #expect(!text([.municipalities], .dutch).contains("\nRijk "))
    #expect(text([.municipalities], .dutch).contains("\nGemeenten "))
  }

  @Test func nothingIsSaidWhereNobodyAsks() {
    let text = ConsoleReport.text(
      ConsoleReportTests.content(SmallStudy.funded(), base: [1e7, 1e6], spread: 0.2), language: .dutch)
    #expect(!text.contains("Wie betaalt"))
  }

  @Test func someRegionsOfAPool() {
    var content = ConsoleReportTests.content(
      SmallStudy.paid(.pooled(name: nil, [.certain(1), .certain(1)])), base: [1e7, 1e6], spread: 0.2,
      selection: Selection(scenarios: [0, 1], regions: [1]))
    content.results.payments = []
    #expect(ConsoleReport.text(content, language: .dutch).contains(Self.missing))
    #expect(ConsoleReport.text(content, language: .english).contains("Leave --region out to see it."))
  }

  @Test func aCheck() {
    func text(_ study: Study, _ language: Language) -> String {
      CheckReport.text(
        CheckContent(
          folder: "klein", study: study, problems: [], notices: [],
          coverage: study.regions.map { _ in Coverage(reported: 0, assumed: 1) }), language: language)
    }
    var study = SmallStudy.paid(.ownRegion)
    var later = study.funds[1].entries[0]
    later.year = 2029
    study.funds[1].entries.append(later)
    later.payer = .municipalities
    study.funds[1].entries.append(later)
    let dutch = text(study, .dutch)
    #expect(
      dutch.contains("2: BDUR, betaler: Rijk; RESERVE, betaler: veiligheidsregio, dan gemeenten\n"), "\(dutch)")
    #expect(
      dutch.contains("Wie betaalt       wat geen fonds dekt, betalen de gemeenten van elke regio zelf\n"), "\(dutch)")
    study.municipalKey = .pooled(name: "inwoners", [.certain(1), .certain(1)])
    #expect(
      text(study, .english).contains("borne by all municipalities together, divided over"),
      "\(text(study, .english))")
    study.municipalKey = nil
    #expect(!text(study, .dutch).contains("betale") && !text(study, .dutch).contains("Wie betaalt"))
  }

  // MARK: A worked calculation

  /// The study of the worked calculations, with a reserve of the regions: EUR 300 in equal parts.
  private func worked(_ key: MunicipalKey) -> Study {
    var study = WorkedStudy.study
    study.funds.append(
      Fund(
        code: "RESERVE", name: "",
        entries: [
          Fund.Entry(
            year: 2027, amount: .certain(300), share: .certain(1), key: [.certain(1), .certain(1)], payer: .region)
        ]))
    study.municipalKey = key
    return study
  }

  private func text(_ study: Study, region: Int?, _ language: Language) -> String {
    let content = WorkedContent(study: study, values: WorkedStudy.values, draw: nil, year: 2028)
    let national = WorkedNational(study, scenario: 0, values: WorkedStudy.values)
    guard let region else { return WorkedNationalReport.text(national, content: content, language: language) }
    let worked = WorkedCalculation(study, scenario: 0, region: region, values: WorkedStudy.values)
    return WorkedReport.text(worked, national: national, content: content, language: language)
  }

  @Test func explained() {
    let own = text(worked(.ownRegion), region: 0, .dutch)
    #expect(own.contains(Self.explained), "\(own)")
    let pooled = text(worked(.pooled(name: nil, [.certain(3), .certain(1)])), region: 1, .english)
    #expect(pooled.contains(Self.explainedPool), "\(pooled)")
    let country = text(worked(.pooled(name: nil, [.certain(3), .certain(1)])), region: nil, .dutch)
    #expect(country.contains(Self.explainedCountry), "\(country)")
    #expect(!text(WorkedStudy.study, region: 0, .dutch).contains("Wie betaalt"))
  }

  /// With a fund of the municipalities themselves the formula begins with it.
  @Test func explainedWithAFundOfTheMunicipalities() {
    var study = worked(.pooled(name: nil, [.certain(3), .certain(1)]))
    study.funds[1].entries[0].payer = .municipalities
    let found = text(study, region: 1, .english)
    #expect(
      found.contains("\n  municipalities = RESERVE + net of all regions and national one-offs * key /"), "\(found)")
    #expect(found.contains("\n  safety region = 0\n"))
  }
}
