import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct WorkedReportTests {
  private func content(draw: Int?, year: Int = 2028) -> WorkedContent {
    WorkedContent(study: WorkedStudy.study, values: WorkedStudy.values, draw: draw, year: year)
  }

  private func worked(scenario: Int, region: Int) -> WorkedCalculation {
    WorkedCalculation(WorkedStudy.study, scenario: scenario, region: region, values: WorkedStudy.values)
  }

  /// The figures of the functions, the provision and the measure are those of the calculation by hand of `tiny`, whose
  /// scenario SLIM this is.
  @Test func regionInDutch() {
    let text = WorkedReport.text(worked(scenario: 0, region: 0), content: content(draw: nil), language: .dutch)
    #expect(text == Self.region)
  }

  @Test func profileAndSeveralMeasuresInEnglish() {
    let text = WorkedReport.text(worked(scenario: 1, region: 1), content: content(draw: 12), language: .english)
    #expect(text == Self.profile)
  }

  @Test func countryInDutch() {
    let national = WorkedNational(WorkedStudy.study, scenario: 1, values: WorkedStudy.values)
    #expect(WorkedNationalReport.text(national, content: content(draw: 12), language: .dutch) == Self.country)
  }

  @Test func measuresOfOneDriverAreMultiplied() {
    let text = WorkedReport.text(worked(scenario: 1, region: 0), content: content(draw: 12), language: .english)
    #expect(text.contains("\n    F(course_price) = F(POOL) * F(LEREN) = 0.75 * 0.5 = 0.375\n"))
    #expect(text.contains("\n    H = h * F = 32 * 0.9 = 28.8\n"))
    #expect(
      text.contains("\n    scenario: amount = x * u * unit_cost * F * I = 2.2 * 2 * 1000 * 0.8 * 1.44 = 5068.8\n"))
  }

  @Test func sCurveAndConstantPrices() {
    var study = WorkedStudy.study
    study.currentPrices = false
    for region in study.regions.indices {
      study.scenarios[1].terms[region].phaseIn = .scurve(from: .certain(2027), until: .certain(2030))
    }
    let worked = WorkedCalculation(study, scenario: 1, region: 0, values: WorkedStudy.values)
    let content = WorkedContent(study: study, values: WorkedStudy.values, draw: nil, year: 2027)
    let text = WorkedReport.text(worked, content: content, language: .english)
    #expect(text.contains("\n  W = I = 1 (constant prices)\n"))
    #expect(
      text.contains(
        "\n  x = clamp((t - d - from + 1) / (until - from + 1)) = clamp((2027 - 0 - 2027 + 1) / (2030 - 2027 + 1)) = "
          + "0.25\n  phi = 3 * x^2 - 2 * x^3 = 3 * 0.25^2 - 2 * 0.25^3 = 0.15625\n"))
    #expect(text.contains("\n    w = hourly_cost = 50\n"))
  }

  @Test func profileBeforeItsFirstAndAfterItsLastYear() {
    var study = WorkedStudy.study
    study.profiles[0].years = [2028, 2029]
    let first = WorkedReport.text(
      WorkedCalculation(study, scenario: 1, region: 0, values: WorkedStudy.values),
      content: WorkedContent(study: study, values: WorkedStudy.values, draw: nil, year: 2027), language: .dutch)
    #expect(first.contains("\n  phi = 0 (voor het eerste jaar)\n"))
    #expect(first.contains("Elke onzekere invoer staat op zijn gemiddelde."))
    let last = WorkedReport.text(
      WorkedCalculation(study, scenario: 1, region: 0, values: WorkedStudy.values),
      content: WorkedContent(study: study, values: WorkedStudy.values, draw: nil, year: 2029), language: .dutch)
    #expect(last.contains("\n  t - d = 2029 - 0 = 2029\n  phi = 1\n"))
  }
}

@Suite struct FormulaTests {
  private let lines = FormulaLines(format: .ungrouped(.english))

  @Test func namesThenValuesThenResult() {
    #expect(lines("x", "\("a", 2) * (1 - \("b", 0.25))", 1.5) == ["  x = a * (1 - b) = 2 * (1 - 0.25) = 1.5"])
  }

  @Test func stepsThatSayNothingNewAreLeftOut() {
    #expect(lines("a", "\("a", 2)", 2) == ["  a = 2"])
    #expect(lines("a", "\("b", 2)", 2) == ["  a = b = 2"])
    #expect(lines("a", Formula(sumOf: []), 0) == ["  a = 0"])
  }

  @Test func negativeValuesStandBetweenParentheses() {
    #expect(lines("a", "\("b", -2) - \("c", -3)", 1, indent: "") == ["a = b - c = -2 - (-3) = 1"])
  }

  @Test func factorsOfOneAreLeftOut() {
    let price: Formula = "\("price", 30)"
    #expect(lines("d", price.times("I", 1).times("F", 0.5), 15, indent: "") == ["d = price * F = 30 * 0.5 = 15"])
  }

  @Test func longFormulasTakeALineForEachStep() {
    let terms = (0..<12).map { (name: "a long name \($0)", value: Double($0)) }
    let text = lines("sum", Formula(sumOf: terms), 66)
    #expect(text.allSatisfy { $0.count <= PlainText.width })
    #expect(text.last == "      = 66")
  }
}
