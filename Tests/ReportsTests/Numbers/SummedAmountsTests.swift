import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

@Suite struct SummedAmountsTests {
  private func figure(_ value: Double, error: Double) -> ShownFigure { ShownFigure(value, error: error, finest: 0) }
  private func plain(_ text: String) -> String { text.replacing("\u{a0}", with: " ") }
  private func amounts(_ figures: [ShownFigure]) -> SummedAmounts { SummedAmounts(figures, language: .dutch) }

  /// The least certain decides the last digit, and all are in one unit.
  @Test func oneUnitAndLastDigit() {
    let summed = amounts([figure(3_096_000, error: 4_000), figure(159_312_000, error: 47_000)])
    #expect(summed.place == 5 && summed.isInMillions)
    #expect([3_096_000, 159_312_000].map { plain(summed.text(summed.steps($0))) } == ["€ 3,1 mln", "€ 159,3 mln"])
    // In millions the small one would have no more than a digit.
    let full = amounts([figure(43_210, error: 400), figure(1_243_210, error: 900)])
    #expect(full.place == 3 && !full.isInMillions)
    #expect(plain(full.text(full.steps(1_243_210))) == "€ 1.243.000")
    // Exact amounts are in full euros, small ones with their cents.
    #expect(plain(amounts([ShownFigure(exact: 4_230_123)]).text(4_230_123)) == "€ 4.230.123")
    let cents = amounts([ShownFigure(exact: 1.25), ShownFigure(exact: 12)])
    #expect(plain(cents.text(cents.steps(1.25))) == "€ 1,25" && cents.amount(cents.steps(1.25)) == 1.25)
  }

  @Test func belowZeroAndNearlyNothing() {
    let summed = amounts([figure(-3_096_000, error: 40_000), figure(9_000_000, error: 40_000)])
    #expect(plain(summed.text(summed.steps(-3_096_000))) == "− € 3,1 mln")
    #expect(plain(summed.magnitude(summed.steps(-3_096_000))) == "€ 3,1 mln")
    // It used to be € 0, as if there was nothing.
    #expect(plain(summed.text(0, of: 4_000)) == "< € 0,1 mln" && plain(summed.text(0, of: -4_000)) == "> − € 0,1 mln")
    #expect(plain(summed.text(0)) == "€ 0" && plain(summed.text(0, of: 0)) == "€ 0")
    #expect(Euro(language: .dutch).text(summed.beside(ShownFigure(exact: 4_233_000))).contains("mln"))
  }

  /// Parts sum to their total whatever they are, each within a step of itself, and nothing stays nothing.
  @Test(arguments: 0..<40) func partsSumToTheTotal(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let parts = (0..<7).map { index in index == 3 ? 0 : Double(random.next() % 20_000_001) - 8_000_000 }
    let total = parts.reduce(0, +)
    let summed = amounts(parts.map { figure($0, error: 30_000) } + [figure(total, error: 50_000)])
    let steps = summed.parts(parts, sum: summed.steps(total))
    #expect(steps.reduce(0, +) == summed.steps(total))
    #expect(steps[3] == 0)
    let step = summed.amount(1)
    for (part, steps) in zip(parts, steps) { #expect(abs(summed.amount(steps) - part) < step) }
  }
}
