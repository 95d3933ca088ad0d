import TestSupport
import Testing

@testable import CostEngine

/// Draws that are kept for the next simulation: what comes out is what drawing them anew gives.
@Suite struct SampleStoreTests {
  private static func bytes(_ study: Study, _ settings: SimulationSettings, _ samples: SampleStore?) -> [UInt8] {
    let plan = Plan(study, selection: Selection(study), settings: settings, countsItems: true)
    let evaluator = Evaluator(plan, mostReplicates: 2, samples: samples)
    var statistics = Accumulator(plan)
    for first in stride(from: 0, to: plan.replicateCount, by: evaluator.replicatesPerWave) {
      let last = min(first + evaluator.replicatesPerWave, plan.replicateCount)
      evaluator.evaluate(replicates: first..<last, into: &statistics)
    }
    var writer = StateWriter()
    statistics.write(to: &writer)
    return writer.bytes
  }

  /// The same study; with other terms; with another distribution, other loadings and another order of what is uncertain; with
  /// another seed and more draws. A limit of 0 keeps the first variable alone.
  @Test(arguments: Sampler.allCases, [64 << 20, 20_000, 0]) func theSameAsAnew(sampler: Sampler, limit: Int) throws {
    let samples = SampleStore(limit: limit)
    for seed in 1...4 as ClosedRange<UInt64> {
      let study = RandomStudy.make(seed: seed, uncertain: true)
      var settings = SimulationSettings(draws: 1_000, seed: 7, sampler: sampler)
      func check(_ study: Study, _ what: String) {
        #expect(
          Self.bytes(study, settings, samples) == Self.bytes(study, settings, nil),
          "\(what), \(seed), \(sampler), \(limit)")
      }
      check(study, "first")
      check(study, "again")
      var other = study
      for scenario in other.scenarios.indices {
        for region in other.scenarios[scenario].terms.indices {
          other.scenarios[scenario].terms[region].bandwidth = .certain(0.07)
        }
      }
      check(other, "terms")
      for index in other.variables.indices where index % 3 == 0 {
        other.variables[index].distribution = try .uniform(from: 0.1, to: 0.2)
      }
      check(other, "distribution")
      for index in other.variables.indices { other.variables[index].loadings = [] }
      check(other, "loadings")
      for index in other.variables.indices { other.variables[index].name += "'" }
      check(other, "names")
      settings.draws = 1_700
      check(study, "draws")
      settings.seed = 8
      check(study, "seed")
      settings.seed = 7
      check(study, "as at first")
    }
  }

  /// What is kept is not drawn: taken from a store whose draws were changed, another amount comes out.
  @Test func whatIsKeptIsTaken() {
    let study = RandomStudy.make(seed: 3, uncertain: true)
    let settings = SimulationSettings(draws: 200, seed: 1, sampler: .latinHypercube)
    let plan = Plan(study, selection: Selection(study), settings: settings)
    let samples = SampleStore()
    let places = samples.places(of: plan)
    let column = [Register](repeating: Register(repeating: 0.5), count: registersPerReplicate)
    for place in places ?? [] { samples.keep(column, place, replicate: 0) }
    #expect(places?.isEmpty == false && samples.places(of: plan) == places)
    var room = [Register](repeating: Register(repeating: 0), count: registersPerReplicate)
    #expect(samples.copy(places![0], replicate: 0, to: &room) && room == column)
    #expect(!samples.copy(places![0], replicate: 1, to: &room))
    #expect(Self.bytes(study, settings, samples) != Self.bytes(study, settings, nil))
  }
}
