import TestSupport
import Testing

@testable import CostEngine

/// Amounts and variables of every draw.
@Suite struct RecordedAmountTests {
  private static let draws = 430

  /// The draws of each amount have the mean, the least and the share above zero that the statistics tell: of the same
  /// whole cents, so the means differ by the rounding of sums only, some 430 additions of 2^-53 each.
  @Test(arguments: [UInt64(1), 5, 9])
  func amountsAreThoseOfTheStatistics(seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let plan = Plan(
      study, selection: Selection(study),
      settings: SimulationSettings(draws: Self.draws, seed: 3, sampler: .latinHypercube))
    let results = try Evaluator.statistics(of: plan).results(of: plan)
    let evaluator = Evaluator(plan)
    for scenario in study.scenarios.indices {
      for year in 0...study.years {
        for quantity in ReportedQuantity.allCases where quantity != .npv || year == study.years {
          var values = (0..<plan.placeCount).map { _ in [Double](repeating: .nan, count: Self.draws) }
          for first in stride(from: 0, to: plan.replicateCount, by: evaluator.replicatesPerWave) {
            let last = min(first + evaluator.replicatesPerWave, plan.replicateCount)
            evaluator.evaluate(replicates: first..<last) { place, wave in
              values[place].withUnsafeMutableBufferPointer {
                let amount = RecordedAmount(
                  scenario: scenario, place: place, period: Period(position: year, years: study.years),
                  quantity: quantity)
                #expect(wave.record(amount, into: $0.baseAddress! + first * RandomStream.drawsPerReplicate))
              }
            }
          }
          for place in 0..<plan.placeCount {
            let summary = results.summary(quantity, scenario: scenario, region: place, year: year)
            let sum = values[place].reduce(0, +)
            let size = values[place].reduce(0) { $0 + abs($1) }
            #expect(abs(sum / Double(Self.draws) - summary.mean) <= size * 0x1p-52)
            #expect(Double(values[place].count { $0 > 0 }) / Double(Self.draws) == summary.sharePositive)
          }
        }
      }
    }
  }

  @Test func whatCannotBeCountedIsTold() throws {
    let study = ClosedFormStudy.make(amounts: [[try .uniform(from: 1e15, to: 2e15)]])
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: 1, seed: 3, sampler: .random))
    var value = 0.0
    Evaluator(plan).evaluate(replicates: 0..<1) { place, wave in
      let amount = RecordedAmount(scenario: 0, place: place, period: .total, quantity: .delta)
      #expect(!wave.record(amount, into: &value))
    }
  }

  /// Column by column or a draw at a time: the same bits.
  @Test(arguments: Sampler.allCases)
  func variablesAreThoseOfTheDraws(sampler: Sampler) {
    let study = RandomStudy.make(seed: 4, uncertain: true)
    let settings = SimulationSettings(draws: Self.draws, seed: 8, sampler: sampler)
    let plan = Plan(study, selection: Selection(study), settings: settings)
    let single = DrawSampler(study, settings: settings)
    let columns = VariableDraws(plan)
    var values = [Double](repeating: .nan, count: Self.draws)
    #expect(plan.usedVariables.count >= 20)
    for (position, variable) in plan.usedVariables.enumerated() {
      values.withUnsafeMutableBufferPointer { columns.write(position, into: $0.baseAddress!) }
      for draw in [0, 1, 7, 8, 199, 200, 415, 429] { #expect(values[draw] == single.values(ofDraw: draw)[variable]) }
    }
  }
}
