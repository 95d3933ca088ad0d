import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct ShownPrecisionTests {
  @Test(arguments: [
    (0.0, 0, 0), (0.4, 0, 0), (3.16, 0, 0), (3.17, 0, 1), (31.0, 0, 1), (32.0, 0, 2), (990.0, 0, 3), (3400.0, 0, 4),
    (0.0, -2, -2), (0.03, -2, -2), (0.04, -2, -1), (.infinity, 0, 308),
  ])
  func lastDigitIsWorthAboutOneStandardError(error: Double, finest: Int, place: Int) {
    #expect(ShownFigure.place(of: error, finest: finest) == place)
  }

  @Test(arguments: [
    // value, error, unit, decimals, Dutch
    (214_567_890.0, 60_000.0, 6, 2, "214,6"), (214_567_890.0, 9_000.0, 6, 2, "214,57"),
    (214_567_890.0, 3_000.0, 6, 2, "214,57"), (8_571_234.0, 4_000.0, 3, 1, "8.570"),
    (8_575_000.0, 4_000.0, 3, 1, "8.580"),
    (-8_575_000.0, 4_000.0, 3, 1, "-8.580"), (76_262.28, 0.0, 0, 0, "76.262"), (76_262.28, 500.0, 0, 0, "76.000"),
    (-400.0, 5_000.0, 0, 0, "0"), (12_345.0, 40.0, 3, 1, "12,3"), (12_345.0, .nan, 0, 0, "12.000"),
    (3.0, .nan, 0, 0, "3"),
  ])
  func figuresOfASample(value: Double, error: Double, unit: Int, decimals: Int, text: String) {
    let figure = ShownFigure(value, error: error, finest: 0)
    #expect(figure.text(unit: unit, decimals: decimals, format: .people(.dutch)) == text)
  }

  @Test func exactFiguresAreShownAsFineAsTheirTable() {
    let figure = ShownFigure(exact: 83_000_000)
    #expect(figure.text(unit: 6, decimals: 1, format: .people(.english)) == "83.0")
    #expect(figure.text(unit: 0, decimals: 0, format: .people(.english)) == "83,000,000")
    #expect(ShownFigure(exact: 0).text(unit: 6, decimals: 2, format: .people(.english)) == "0")
    #expect(ShownFigure(exact: -0.0).text(unit: 6, decimals: 2, format: .people(.english)) == "0")
  }

  @Test func errorsOfASummary() {
    let summary = Summary(
      mean: 1_000_000, standardError: 500, standardDeviation: 100_000,
      percentiles: [840_000, 0, 0, 0, 0, 0, 0, 0, 0, 1_160_000, 0], cvar95: 0, sharePositive: 1)
    #expect(summary.meanError(draws: 10_000) == 500)
    // 2.11 * 100000 / 100; the tolerance of the percentile itself is smaller: 0.0005 * 840000 = 420.
    #expect(summary.error(of: .p05, draws: 10_000) == 2110)
    #expect(summary.error(of: .p05, draws: 1_000_000_000_000) == 420)
    // Its own sampling error goes before that of a normal amount; certain is certain.
    var counted = summary
    counted.precision = [3000, 0, 0].map { PercentilePrecision(low: 0, high: 0, error: $0) }
    #expect(counted.error(of: .p05, draws: 10_000) == 3000 && counted.error(of: .p95, draws: 10_000) == 0)
    #expect(summary.meanError(draws: 1).isNaN)
    #expect(summary.error(of: .p05, draws: 1).isNaN)
    var stratified = summary
    stratified.standardError = 3
    #expect(stratified.meanError(draws: 10_000) == 100)
    stratified.standardError = 0
    #expect(stratified.meanError(draws: 100) == 10_000)
  }

  /// Rounded up to one digit, one place finer than amounts at most.
  @Test(arguments: [
    (0.0, "±0", "±0"), (.nan, "", ""), (4.0, "±0,001", "±4"), (941_000, "±1", "±1.000.000"),
    (841_000, "±0,9", "±900.000"), (60_000, "±0,06", "±60.000"), (60_001, "±0,07", "±70.000"),
    (2_100_000, "±3", "±3.000.000"),
  ])
  func errorsBesideTheirFigure(error: Double, millions: String, euros: String) {
    let figures = [ShownFigure(214_567_890, error: 60_000, finest: 0)]
    #expect(AmountStyle(figures, unit: .million, language: .dutch).error(error) == millions)
    #expect(AmountStyle(figures, unit: .euro, language: .dutch).error(error) == euros)
  }

  @Test func unitsFollowTheLargestFigure() {
    func unit(_ values: [Double], error: Double, largest: AmountUnit = .million) -> AmountUnit {
      .best(for: values.map { ShownFigure($0, error: error, finest: 0) }, largest: largest)
    }
    #expect(unit([9_999, -5], error: 10) == .euro)
    #expect(unit([3, -10_000], error: 10) == .thousand)
    #expect(unit([9_999_999], error: 10) == .thousand)
    #expect(unit([12, 10_000_000], error: 10) == .million)
    #expect(unit([10_000_000], error: 10, largest: .thousand) == .thousand)
    #expect(AmountUnit.best(for: [ShownFigure(exact: 1e9)]) == .euro)
    #expect(AmountUnit.best(for: []) == .euro)
  }

  @Test func phrasesSayWhatTheTableSays() {
    let large = ShownFigure(214_567_890, error: 60_000, finest: 0)
    let small = ShownFigure(8_571_234, error: 4_000, finest: 0)
    #expect(AmountStyle([large], language: .dutch).phrase(large) == "EUR\u{a0}214,6\u{a0}mln")
    #expect(AmountStyle([large], language: .english).phrase(large) == "EUR\u{a0}214.6\u{a0}million")
    #expect(AmountStyle([small], language: .dutch).phrase(small) == "EUR\u{a0}8.570.000")
    let exact = ShownFigure(exact: 76_262.28)
    #expect(AmountStyle([exact], language: .english).phrase(exact) == "EUR\u{a0}76,262")
    #expect(AmountStyle([small], language: .dutch).phrase(exact) == "EUR\u{a0}76.000")
  }

  @Test(arguments: [
    (0.631, 10_000, false, "63\u{a0}%", "63%"), (0.5, 100, false, "50\u{a0}%", "50%"),
    (0.63, 40, false, "60\u{a0}%", "60%"),
    (0.0, 10_000, false, "< 1\u{a0}%", "< 1%"), (1.0, 10_000, false, "> 99\u{a0}%", "> 99%"),
    (0.997, 10_000, false, "> 99\u{a0}%", "> 99%"),
    (0.004, 10_000, false, "< 1\u{a0}%", "< 1%"), (0.0, 5, false, "< 10\u{a0}%", "< 10%"),
    (1.0, 5, false, "> 90\u{a0}%", "> 90%"),
    (0.0, 10_000, true, "0\u{a0}%", "0%"), (1.0, 1, true, "100\u{a0}%", "100%"),
  ])
  func probabilities(share: Double, draws: Int, isCertain: Bool, dutch: String, english: String) {
    #expect(ShareText.probability(share, draws: draws, isCertain: isCertain, language: .dutch) == dutch)
    #expect(ShareText.probability(share, draws: draws, isCertain: isCertain, language: .english) == english)
  }

  @Test(arguments: [
    (0, 0, "0\u{a0}%", "0\u{a0}%"), (0, 400, "0\u{a0}%", "100\u{a0}%"), (1, 400, "< 1\u{a0}%", "> 99\u{a0}%"),
    (3, 400, "1\u{a0}%", "99\u{a0}%"),
    (30, 400, "8\u{a0}%", "92\u{a0}%"), (200, 400, "50\u{a0}%", "50\u{a0}%"), (399, 400, "> 99\u{a0}%", "< 1\u{a0}%"),
    (400, 400, "100\u{a0}%", "0\u{a0}%"),
  ])
  func sharesOfCounts(part: Int, whole: Int, share: String, rest: String) {
    #expect(ShareText.share(of: part, in: whole, language: .dutch) == share)
    #expect(ShareText.rest(of: part, in: whole, language: .dutch) == rest)
  }
}
