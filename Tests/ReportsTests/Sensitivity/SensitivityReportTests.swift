import Terms
import Testing

@testable import CostEngine
@testable import Reports

/// The text and the tables of a sensitivity analysis whose figures are given by hand.
@Suite struct SensitivityReportTests {
  private static func estimate(_ value: Double, _ error: Double) -> SensitivityResult.Estimate {
    .init(value: value, standardError: error, lower: value - 2 * error, upper: value + 2 * error)
  }

  private static func row(
    _ label: String, _ id: String, parts: [String] = [], factors: [String] = [], isPart: Bool = false,
    inputs: [(String, Double?)], _ first: (Double, Double), _ total: (Double, Double), _ ends: (Double, Double)
  ) -> SensitivityContent.GroupInfluence {
    .init(
      label: label, id: id, parts: parts, factors: factors, isPart: isPart,
      inputs: inputs.map { .init(name: $0.0, rankCorrelation: $0.1) },
      result: .init(
        first: estimate(first.0, first.1), total: estimate(total.0, total.1), low: ends.0, high: ends.1,
        lowError: 100, highError: 100))
  }

  private static func content(
    _ grouping: SensitivityContent.Grouping, deviation: Double = 2_000_000, isResampled: Bool = false
  ) -> SensitivityContent {
    SensitivityContent(
      study: SmallStudy.study(), scenario: 1, region: grouping == .variable ? 1 : nil, quantity: .net,
      grouping: grouping, settings: SimulationSettings(draws: 10_000, seed: 7, sampler: .latinHypercube),
      isResampled: isResampled,
      result: SensitivityResult(draws: 10_000, mean: 12_000_000, standardDeviation: deviation, groups: []),
      rows: deviation == 0
        ? []
        : [
          row(
            "bedrag, LEAD", "one-offs.amount[LEAD]", inputs: [("one-offs.amount[LEAD]", 0.42)], (0.19, 0.01),
            (0.22, 0.01), (10_900_000, 13_100_000)),
          row("zonder invloed", "x", inputs: [("x", nil)], (0, 0), (0, 0), (12_000_000, 12_000_000)),
          row(
            "alles met 2 factoren", "factors[a+b]", parts: ["verloop", "uren", "personen", "=meer"],
            factors: ["a", "b"],
            inputs: [("=kwaad", -0.5), ("staffing.turnover[VR17/A]", -0.25)], (0.6, 0.02), (0.7, 0.03),
            (1_000_000, 20_000_000)),
          row(
            "factor a", "factor[a]", factors: ["a"], isPart: true, inputs: [], (0.5, 0.02), (0.6, 0.02),
            (14_500_000, 9_500_000)),
          row(
            "factor b", "factor[b]", factors: ["b"], isPart: true, inputs: [], (0.001, 0.002), (0.002, 0.002),
            (12_000_000, 12_010_000)),
          row(
            "een naam die veel te lang is voor de kolom waarin hij staat", "long", inputs: [("long", 0.1)],
            (-0.001, 0.002), (0.001, 0.002), (12_000_000, 12_050_000)),
        ])
  }

  @Test func byColumn() {
    #expect(SensitivityReport.text(Self.content(.column), language: .dutch) == Self.dutch)
    #expect(SensitivityReport.text(Self.content(.column), language: .english) == Self.english)
  }

  /// The rank correlation is that of one input, so only single inputs show it.
  @Test func byVariable() {
    let text = SensitivityReport.text(Self.content(.variable), language: .dutch)
    #expect(text.contains("scenario SAMEN, Rotterdam-Rijnmond,"))
    let lines = text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("invoer") && $0.contains("rang") })
    #expect(lines.contains { $0.hasPrefix("bedrag, LEAD") && $0.contains(" 0,42 ") })
    #expect(lines.contains { $0.hasPrefix("alles met 2 factoren") && !$0.contains("0,5") })
    #expect(lines.allSatisfy { $0.count <= PlainText.tableWidth })
  }

  @Test func certainAmounts() {
    let text = SensitivityReport.text(Self.content(.column, deviation: 0), language: .dutch)
    #expect(text.hasSuffix("\nDit bedrag is niet onzeker: geen enkele onzekere invoer verandert het.\n"))
  }

  /// The 1 - 0.788 that the groups do not explain by themselves is ten standard errors: interplay.
  @Test func interplay() {
    #expect(
      SensitivityReport.text(Self.content(.column), language: .dutch)
        .contains("telt \"alleen\" op tot 79 %"))
    var content = Self.content(.column)
    content.rows[0].result.first.value = 0.4
    #expect(
      SensitivityReport.text(content, language: .english).contains(
        "they do not noticeably reinforce or damp each other"))
  }

  /// No share of a whole is more than the whole, whatever its estimate.
  @Test func almostEverything() {
    var content = Self.content(.column)
    content.rows = Array(content.rows[2...3])
    content.rows[0].result.first = Self.estimate(0.99, 0.04)
    content.rows[0].result.total = Self.estimate(1.002, 0.04)
    let text = SensitivityReport.text(content, language: .dutch)
    #expect(text.contains(" 99 % (91-100)   100 % (92-100)"))
    #expect(text.contains("1 groep en 1 factor: 80.000 doorrekeningen"))
  }

  @Test func anotherSampler() {
    let text = SensitivityReport.text(Self.content(.column, isResampled: true), language: .english)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.hasSuffix("The sampler is Latin hypercube instead of Sobol: this method needs independent draws."))
  }

  @Test func tables() {
    let content = Self.content(.column)
    let rows = String(decoding: content.csv(), as: UTF8.self).split(separator: "\n").map(String.init)
    let end = ",12000000.00,2000000.00,10000,p10_p90"
    #expect(rows.count == 7)
    #expect(
      rows[0] == "group,inputs,factors,first,first_se,first_low,first_high,total,total_se,total_low,total_high,"
        + "mean_at_p10,mean_at_p10_se,mean_at_p90,mean_at_p90_se,mean,sd,draws,ends")
    #expect(
      rows[1] == "one-offs.amount[LEAD],1,,0.190000,0.010000,0.170000,0.210000,0.220000,0.010000,0.200000,0.240000,"
        + "10900000.00,100.00,13100000.00,100.00" + end)
    #expect(
      rows[3] == "factors[a+b],2,a+b,0.600000,0.020000,0.560000,0.640000,0.700000,0.030000,0.640000,0.760000,"
        + "1000000.00,100.00,20000000.00,100.00" + end)
    #expect(
      rows[4] == "factor[a],0,a,0.500000,0.020000,0.460000,0.540000,0.600000,0.020000,0.560000,0.640000,"
        + "14500000.00,100.00,9500000.00,100.00" + end)
    #expect(
      String(decoding: content.inputsCSV(locale: .dutch), as: UTF8.self) == """
        input;group;rank_correlation
        one-offs.amount[LEAD];one-offs.amount[LEAD];0,420000
        x;x;
        '=kwaad;factors[a+b];-0,500000
        staffing.turnover[VR17/A];factors[a+b];-0,250000
        long;long;0,100000

        """)
  }
}
