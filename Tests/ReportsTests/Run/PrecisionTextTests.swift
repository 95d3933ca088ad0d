import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct PrecisionTextTests {
  /// P95 of the second scenario has an error of 1 % of the width from P5 to P95, in the second region or the country.
  static func content(_ tolerance: Double, country: Bool = false) -> RunContent {
    var content = ConsoleReportTests.content(SmallStudy.funded(), base: [21_345_678, -3_456_789], spread: 0.2)
    for scenario in 0..<2 {
      for region in 0..<3 {
        let index = ((scenario * 3 + region) * 9 + ReportedQuantity.delta.rawValue) * 3 + 2
        let delta = content.results.summaries[index]
        let isWorst = scenario == 1 && region == (country ? 2 : 1)
        content.results.summaries[index].precision = [0.005, 0.004, isWorst ? 0.01 : 0.006].map {
          PercentilePrecision(low: 0, high: 0, error: $0 * (delta.p95 - delta.p05))
        }
      }
    }
    content.goal = PrecisionGoal(tolerance: tolerance, maximumDraws: 10_000)
    return content
  }

  static func words(_ content: RunContent, _ language: Language) -> String {
    ConsoleReport.text(content, language: language).split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func reached() {
    #expect(
      Self.words(Self.content(0.0125), .dutch).contains(
        """
         Nauwkeurigheid bereikt. Gevraagd 1,25 %; de steekproeffout van gemiddelde, P5, P50 en P95 van de meerkosten, in \
        elke regio en samen, is hoogstens 1,0 % van de afstand tussen P5 en P95. Het minst nauwkeurig: P95 van VR17 \
        Rotterdam-Rijnmond, scenario SAMEN. Zo leest u
        """))
    #expect(
      Self.words(Self.content(0.0125, country: true), .english).contains(
        """
         Precision reached. 1.25% asked; the sampling error of mean, P5, P50 and P95 of the extra cost, in each region and \
        together, is at most 1.0% of the distance from P5 to P95. Least precise: P95 of all regions, scenario SAMEN. How \
        to read
        """))
  }

  /// Half of 1 % takes four times the draws; a thousandth of it ten thousand million.
  @Test func notReached() {
    #expect(
      Self.words(Self.content(0.005), .dutch).contains(
        """
         Nauwkeurigheid niet bereikt. Gevraagd 0,5 %; met 10.000 trekkingen (meer mocht niet: --max-draws) is de \
        steekproeffout van gemiddelde, P5, P50 en P95 van de meerkosten, in elke regio en samen, nog tot 1,0 % van de \
        afstand tussen P5 en P95. Het minst nauwkeurig: P95 van VR17 Rotterdam-Rijnmond, scenario SAMEN. Daarvoor zijn \
        naar schatting 40.000 trekkingen nodig. Zo leest u
        """))
    #expect(
      Self.words(Self.content(0.00001), .english).contains(
        """
         Precision not reached. 0.001% asked; with 10,000 draws (more were not allowed: --max-draws) the sampling error of \
        mean, P5, P50 and P95 of the extra cost, in each region and together, is still up to 1.0% of the distance from P5 \
        to P95. Least precise: P95 of VR17 Rotterdam-Rijnmond, scenario SAMEN. That precise is not possible: ask for \
        something wider with --tolerance. How to read
        """))
  }

  @Test func notAskedFor() {
    var content = Self.content(0.01)
    content.goal = nil
    #expect(!ConsoleReport.text(content, language: .dutch).contains("Nauwkeurigheid"))
  }
}
