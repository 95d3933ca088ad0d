import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct FiguresInOrderTests {
  /// P5 of EUR 41,944 without error and P95 of the same amount to EUR 30,000 were shown as 41,944 and 40,000.
  @Test func equalAmountsAreShownAlike() {
    let low = ShownFigure(exact: 41_944)
    let high = ShownFigure(41_944, error: 30_000, finest: 0)
    let shown = ShownFigure.inOrder([low, high])
    #expect(shown.map { Euro.shownValue($0) } == [41_944, 41_944])
    // Below zero the coarser one is the lower one.
    let negative = ShownFigure.inOrder([
      ShownFigure(-99_874, error: 30, finest: 0), ShownFigure(-99_873, error: 2000, finest: 0),
    ])
    #expect(Euro.shownValue(negative[0]) <= Euro.shownValue(negative[1]))
  }

  @Test func figuresInOrderKeepTheirDigits() {
    let figures = [ShownFigure(exact: 1234), ShownFigure(52_345, error: 3000, finest: 0)]
    #expect(ShownFigure.inOrder(figures).map { $0.place } == [nil, figures[1].place])
  }

  /// Every ascending list is shown ascending, whatever the errors.
  @Test func nothingIsShownBelowWhatIsBeforeIt() {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    for _ in 0..<2000 {
      let values = (0..<5).map { _ in (next() - 0.5) * 200_000 }.sorted()
      let figures = values.map { value in
        next() < 0.2 ? ShownFigure(exact: value) : ShownFigure(value, error: 1e5 * next() * next() * next(), finest: 0)
      }
      let shown = ShownFigure.inOrder(figures).map { Euro.shownValue($0) }
      #expect(shown == shown.sorted(), "\(values)")
    }
  }

  /// A median of EUR 47,084 next to a far P25 was EUR 0, by the error of P5 and P95: its own error from 2,000 draws is some
  /// EUR 800, 0.0112 times EUR 74,400 a unit of share.
  @Test func aMedianHasItsOwnPrecision() {
    let summary = Summary(
      mean: 100_000, standardError: 20_000, standardDeviation: 900_000,
      percentiles: [
        -800_000, -500_000, -195_543, 47_083.53, 61_960, 65_679, 70_000, 400_000, 1_000_000, 2_200_000, 3_000_000,
      ], cvar95: 2_500_000, sharePositive: 0.6)
    #expect(abs(summary.middleError(50, draws: 2000) - 832) < 1)
    #expect(Euro(language: .english).text(summary.shownMiddle(50, draws: 2000)) == "€\u{a0}47,000")
    #expect(Euro.shownValue(summary.shownMiddle(25, draws: 2000)) == -200_000)
  }
}
