import TestSupport
import Testing

@testable import CostEngine

@Suite struct TailInputsTests {
  private static func judgement(
    _ amounts: [Distribution], deviation: Double, width: Double = 0, draws: Int
  ) -> TailInputs.Judgement? {
    let percentiles = Summary.percentages.map { $0 <= 50 ? 0 : width }
    let summary = Summary(
      mean: 0, standardError: 0, standardDeviation: deviation, percentiles: percentiles, cvar95: 0, sharePositive: 0)
    let study = ClosedFormStudy.make(amounts: [amounts])
    return TailInputs(study, selection: Selection(study)).judgement(
      scenario: 0, place: 0, summary: summary, draws: draws)
  }

  /// 25 G^2 draws, with G = 36.
  @Test func aLongTailByItself() throws {
    let tail = try Distribution.lognormal(mean: 100_000, standardDeviation: 300_000)
    let found = try #require(Self.judgement([tail], deviation: 200_000, draws: 1000))
    #expect(abs(found.needed - 32_400) < 1 && !found.isUnseen && found.inputs.count == 1)
    #expect(found.inputs[0].chance == nil)
    #expect(Self.judgement([tail], deviation: 300_000, width: 380_000, draws: 33_000) == nil)
  }

  /// Beside other uncertainty the tail counts by the cube of its part of the standard deviation: of a tenth by 1e-6.
  @Test func aTailBesideMore() throws {
    let tail = try Distribution.lognormal(mean: 100_000, standardDeviation: 300_000)
    let wide = try Distribution.normal(mean: 0, standardDeviation: 3_000_000)
    #expect(Self.judgement([tail, wide], deviation: 3_015_000, width: 9_870_000, draws: 1000) == nil)
  }

  /// What was not drawn is known by its chance.
  @Test func anEventThatWasNotDrawn() throws {
    let event = try Distribution.discrete([(value: 0, probability: 0.9999), (value: 1e8, probability: 0.0001)])
    let found = try #require(Self.judgement([event], deviation: 0, draws: 10_000))
    #expect(found.isUnseen && abs(found.needed - 250_000) < 200)
    #expect(abs((found.inputs[0].chance ?? 0) - 0.0001) < 1e-12)
    #expect(abs((found.inputs[0].expected ?? 0) - 10_000) < 0.01)
  }

  /// One fire in 1,000 draws is ten times too many: that the draws then vary more makes them no more trustworthy.
  @Test func anEventThatWasDrawnTooOften() throws {
    let event = try Distribution.discrete([(value: 0, probability: 0.9999), (value: 1e8, probability: 0.0001)])
    let found = try #require(Self.judgement([event], deviation: 3_160_000, draws: 1000))
    #expect(!found.isUnseen && abs(found.needed - 250_000) < 200)
  }

  /// Without a tail nothing is evaluated; certain studies have none.
  @Test func studiesWithoutTails() throws {
    let plain = ClosedFormStudy.make(amounts: [[try .uniform(from: 0, to: 1)]])
    #expect(TailInputs(plain, selection: Selection(plain)).isEmpty)
    #expect(!TailInputs(TinyStudy.study, selection: Selection(TinyStudy.study)).hasEffect)
  }
}
