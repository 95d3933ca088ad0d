import CostEngine
import Terms
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
      (949_000, 100_000, "€ 900.000"), (-2_345_678, 50_000, "− € 2,3 mln"),
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
    #expect(dutch.text(ShownFigure(exact: -0.21)).replacing("\u{a0}", with: " ") == "− € 0,21")
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

  private func plain(_ text: String) -> String { text.replacing("\u{a0}", with: " ") }

  /// Amounts were shown half away from zero: 30,000 less 28,770.50, shown as 28,771, was 1,230.
  @Test(
    arguments: [
      (28_770.5, 30_000, "€ 28.771", "− € 1.229", "€ 1.229"), (1_552.5, 10_300, "€ 1.553", "− € 8.747", "€ 8.747"),
      (-1_229.5, 5_000, "− € 1.229", "− € 6.229", "€ 6.229"), (1_000.49, 900, "€ 1.000", "€ 100", "€ 100"),
    ] as [(Double, Double, String, String, String)])
  func exactDifferencesHold(cost: Double, funds: Double, shown: String, rest: String, without: String) {
    #expect(plain(dutch.text(ShownFigure(exact: cost))) == shown)
    #expect(plain(dutch.text(ShownFigure(exact: cost - funds))) == rest)
    #expect(plain(dutch.magnitude(ShownFigure(exact: cost - funds))) == without)
    #expect(Euro.shownValue(ShownFigure(exact: cost)) - funds == Euro.shownValue(ShownFigure(exact: cost - funds)))
  }

  /// An amount that is shown as nothing used to be "€ 0,00 mln", or "€ -0".
  @Test func nothingIsNothing() {
    #expect(plain(dutch.text(figure(-300, error: 2_000))) == "€ 0")
    #expect(plain(dutch.text(figure(900, error: 1_000), millions: true)) == "€ 0")
    #expect(plain(dutch.text(ShownFigure(exact: -0.001))) == "€ 0")
    #expect(plain(dutch.span(figure(900, error: 100), figure(1_234_567, error: 10_000))) == "€ 0 – 1,23 mln")
  }

  /// A minus sign stands before the euro sign, as in the bridge; a span with one has words between its ends.
  @Test func signs() {
    let (low, high) = (figure(-10_900_000, error: 100_000), figure(12_500_000, error: 100_000))
    #expect(plain(dutch.between(low, high)) == "tussen − € 10,9 mln en € 12,5 mln")
    #expect(plain(dutch.span(low, high)) == "− € 10,9 mln tot € 12,5 mln")
    #expect(plain(english.span(low, high)) == "− € 10.9 million to € 12.5 million")
    #expect(plain(dutch.savingOrCost(low)) == "een besparing van € 10,9 mln")
    #expect(plain(dutch.savingOrCost(high)) == "€ 12,5 mln")
  }

  /// One sentence said "€ 823.000" and "tussen € 0,30 mln en € 1,44 mln".
  @Test func oneUnitInASentence() {
    let told = Euro.inOneUnit([
      figure(823_000, error: 1_000), figure(300_000, error: 8_000), figure(1_440_000, error: 9_000),
    ])
    #expect(told.map { plain(dutch.text($0)) } == ["€ 0,82 mln", "€ 0,30 mln", "€ 1,44 mln"])
    // What the sentence is about may not vanish.
    let small = Euro.inOneUnit([
      figure(4_000, error: 900), figure(-20_000, error: 900), figure(1_010_000, error: 9_000),
    ])
    #expect(small.map { plain(dutch.text($0)) } == ["€ 4.000", "− € 20.000", "€ 1.010.000"])
    let all = Euro.inOneUnit([figure(823_000, error: 1_000), figure(900_000, error: 8_000)])
    #expect(all.map { plain(dutch.text($0)) } == ["€ 823.000", "€ 900.000"])
  }

  /// One column had "€ 0,58 mln" and "€ 536.000", and spans of one and of two decimals.
  @Test func oneUnitAndDigitInAColumn() {
    func column(_ figures: [ShownFigure]) -> [String] {
      let column = AmountColumn(figures)
      return figures.map { plain(dutch.text(column($0))) }
    }
    #expect(
      column([figure(577_000, error: 1_000), figure(1_623_000, error: 3_000), figure(204_567, error: 400)])
        == ["€ 0,58 mln", "€ 1,62 mln", "€ 0,20 mln"])
    // No finer than the one that is known least.
    #expect(
      column([figure(2_540_000, error: 90_000), figure(6_900_000, error: 9_000)]) == ["€ 2,5 mln", "€ 6,9 mln"])
    #expect(column([figure(18_500, error: 900), figure(67_123, error: 90)]) == ["€ 19.000", "€ 67.000"])
    // What would vanish has digits of its own; there used to be full euros below millions.
    #expect(column([figure(118_000_000, error: 900_000), figure(21_300, error: 90)]) == ["€ 118 mln", "€ 0,02 mln"])
    #expect(column([figure(118_000_000, error: 900_000), figure(4_900, error: 90)]) == ["€ 118.000.000", "€ 4.900"])
    // Exact amounts beside sampled ones follow them; by themselves they stand in full.
    #expect(column([ShownFigure(exact: 4_230_123), figure(22_190_000, error: 80_000)]) == ["€ 4,2 mln", "€ 22,2 mln"])
    #expect(column([ShownFigure(exact: 4_230_123), ShownFigure(exact: 0)]) == ["€ 4.230.123", "€ 0"])
    // A total that is known less well has fewer digits, in the same unit.
    let regions = AmountColumn([figure(820_000, error: 3_000), figure(1_600_000, error: 9_000)])
    #expect(plain(dutch.text(regions(figure(15_980_000, error: 50_000)))) == "€ 16,0 mln")
  }

  /// A column is copied as it is shown.
  @Test func copiedAsShown() {
    let column = AmountColumn([figure(577_000, error: 1_000), figure(1_623_000, error: 3_000)])
    #expect(Euro.shownValue(column(figure(577_000, error: 1_000))) == 580_000)
    #expect(Euro.shownValue(ShownFigure(exact: 28_770.5)) == 28_771)
  }
}
