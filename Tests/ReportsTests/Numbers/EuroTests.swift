import CostEngine
import Testing

@testable import Reports

@Suite struct EuroTests {
  private let dutch = Euro(language: .dutch)
  private let english = Euro(language: .english)

  private func figure(_ value: Double, error: Double) -> ShownFigure { ShownFigure(value, error: error, finest: -2) }

  /// Never finer than the error, never more than three digits.
  @Test(
    arguments: [
      (1_234_567, 1_000, "€ 1,23 mln"), (1_234_567, 90_000, "€ 1,2 mln"), (115_012_345, 100_000, "€ 115 mln"),
      (115_012_345, 20_000_000, "€ 120 mln"), (349_876, 100, "€ 350.000"), (349_876, 40_000, "€ 300.000"),
      (999_400, 10, "€ 999.000"), (999_600, 10, "€ 1,00 mln"), (951_000, 100_000, "€ 1,0 mln"),
      (949_000, 100_000, "€ 900.000"), (-2_345_678, 50_000, "€ -2,3 mln"),
      (0.912, 0.001, "€ 0,91"), (12.34, 0.001, "€ 12,3"), (0, 1_000, "€ 0"), (87.6, 1, "€ 88"),
    ] as [(Double, Double, String)])
  func amounts(value: Double, error: Double, written: String) {
    #expect(dutch.text(figure(value, error: error)).replacing("\u{a0}", with: " ") == written)
  }

  @Test func exactAmountsAreTold() {
    #expect(dutch.text(ShownFigure(exact: 116_076)).replacing("\u{a0}", with: " ") == "€ 116.076")
    #expect(dutch.text(ShownFigure(exact: 12_116_076)).replacing("\u{a0}", with: " ") == "€ 12.116.076")
    // An exact amount for each inhabitant used to be EUR 0.
    #expect(dutch.text(ShownFigure(exact: 0.134)).replacing("\u{a0}", with: " ") == "€ 0,13")
    #expect(dutch.text(ShownFigure(exact: -0.21)).replacing("\u{a0}", with: " ") == "€ -0,21")
    #expect(english.text(ShownFigure(exact: 116_076)).replacing("\u{a0}", with: " ") == "€ 116,076")
  }

  @Test func spans() {
    let (low, high) = (figure(65_400_000, error: 500_000), figure(172_300_000, error: 800_000))
    #expect(dutch.span(low, high).replacing("\u{a0}", with: " ") == "€ 65 – 172 mln")
    #expect(english.between(low, high).replacing("\u{a0}", with: " ") == "between € 65 million and € 172 million")
    let small = figure(240_000, error: 8_000)
    #expect(dutch.span(small, figure(1_090_000, error: 8_000)).replacing("\u{a0}", with: " ") == "€ 0,24 – 1,09 mln")
    #expect(dutch.span(small, figure(952_000, error: 8_000)).replacing("\u{a0}", with: " ") == "€ 240.000 – 950.000")
    #expect(
      dutch.span(small, figure(952_000, error: 8_000), millions: true).replacing("\u{a0}", with: " ")
        == "€ 0,24 – 0,95 mln")
  }
}
