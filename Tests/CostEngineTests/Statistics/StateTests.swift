import TestSupport
import Testing

@testable import CostEngine

/// The statistics of parts of a run as bytes: written, read, merged.
@Suite struct StateTests {
  private static func plan(_ study: Study, draws: Int, _ sampler: Sampler) -> Plan {
    let settings = SimulationSettings(draws: draws, seed: 11, sampler: sampler)
    return Plan(study, selection: Selection(study), settings: settings, countsItems: true)
  }

  /// The statistics of some replicates alone.
  private static func part(_ plan: Plan, _ replicates: Range<Int>) -> Accumulator {
    let evaluator = Evaluator(plan)
    var part = Accumulator(plan)
    evaluator.evaluate(replicates: 0..<1, into: &part)
    var next = max(1, replicates.lowerBound)
    if replicates.lowerBound > 0 { part = part.emptied }
    while next < replicates.upperBound {
      let end = min(next + evaluator.replicatesPerWave, replicates.upperBound)
      evaluator.evaluate(replicates: next..<end, into: &part)
      next = end
    }
    return part
  }

  private static func bytes(_ statistics: Accumulator) -> [UInt8] {
    var writer = StateWriter()
    statistics.write(to: &writer)
    return writer.bytes
  }

  private static func merged(_ plan: Plan, _ states: [[UInt8]]) throws -> Accumulator {
    var merged = Accumulator(plan)
    for state in states {
      var reader = StateReader(state)
      try merged.merge(&reader)
    }
    return merged
  }

  /// Cuts replicates at random places, and merges the parts in random order and depth. `make builds` tries three hundred.
  @Test(arguments: 1...(LongBuilds.areAsked ? 100 : 24) as ClosedRange<UInt64>, Sampler.allCases)
  func anySplitMergesToTheBytesOfOneRun(seed: UInt64, sampler: Sampler) throws {
    var random = SplitMix(seed: seed)
    let study = RandomStudy.make(seed: seed, uncertain: seed % 6 > 0)
    let draws = Int.random(in: 200...5_000, using: &random)
    let plan = Self.plan(study, draws: draws, sampler)
    let whole = Evaluator.statistics(of: plan)
    let count = min(Int.random(in: 1...40, using: &random), plan.replicateCount)
    var cuts = Set<Int>()
    while cuts.count < count - 1 { cuts.insert(Int.random(in: 1...max(1, plan.replicateCount - 1), using: &random)) }
    let ends = [0] + cuts.sorted() + [plan.replicateCount]
    var states = zip(ends, ends.dropFirst()).map { Self.bytes(Self.part(plan, $0..<$1)) }
    while states.count > 1 {
      let taken = (0..<min(states.count, Int.random(in: 2...5, using: &random))).map { _ in
        states.remove(at: Int.random(in: 0...(states.count - 1), using: &random))
      }
      states.append(Self.bytes(try Self.merged(plan, taken)))
    }
    let isTheSame = states[0] == Self.bytes(whole)
    #expect(isTheSame)
    let hasTheSameResults = try Self.merged(plan, states).results(of: plan) == whole.results(of: plan)
    #expect(hasTheSameResults)
  }

  /// The same of two scenarios compared draw by draw.
  @Test(arguments: 1...6 as ClosedRange<UInt64>, Sampler.allCases)
  func anySplitOfAComparisonMergesToItsBytes(seed: UInt64, sampler: Sampler) throws {
    var random = SplitMix(seed: seed)
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let settings = SimulationSettings(draws: 2_300, seed: 11, sampler: sampler)
    func plan(_ scenario: Int) -> Plan {
      Plan(
        study, selection: Selection(scenarios: [scenario], regions: Array(study.regions.indices)), settings: settings,
        countsItems: true)
    }
    let (a, b) = (plan(0), plan(study.scenarios.count - 1))
    let plans = PairedPlans(a: a, b: b, quantity: .delta, places: (0..<a.placeCount).map { ($0, $0) })
    func statistics(_ replicates: Range<Int>) -> [PairedStatistics] {
      var found = plans.places.indices.map { PairedStatistics(plans, place: $0) }
      let (first, second) = (Evaluator(plans.a), Evaluator(plans.b))
      for replicate in replicates {
        let draws = (replicate * 200)..<min((replicate + 1) * 200, settings.draws)
        first.evaluate(draws: draws, beside: second, places: plans.places.map { (own: $0.a, other: $0.b) }) {
          found[$0].add($1, $2)
        }
      }
      return found
    }
    func bytes(_ statistics: [PairedStatistics]) -> [[UInt8]] {
      statistics.map { place in
        var writer = StateWriter()
        place.write(to: &writer)
        return writer.bytes
      }
    }
    func merged(_ states: [[[UInt8]]]) throws -> [PairedStatistics] {
      var merged = plans.places.indices.map { PairedStatistics(plans, place: $0) }
      for state in states {
        for place in merged.indices {
          var reader = StateReader(state[place])
          try merged[place].merge(&reader)
          #expect(reader.isAtEnd)
        }
      }
      return merged
    }
    let (cut, next) = (Int.random(in: 1...5, using: &random), Int.random(in: 6...11, using: &random))
    let parts = [0..<cut, cut..<next, next..<12].map { bytes(statistics($0)) }
    let whole = statistics(0..<12)
    // In another order, and two of them first.
    let found = try merged([parts[1], bytes(try merged([parts[2], parts[0]]))])
    let isTheSame = bytes(found) == bytes(whole)
    #expect(isTheSame)
    for (place, other) in zip(found, whole) {
      let hasTheSameResults = try place.results() == other.results()
      #expect(hasTheSameResults)
    }
  }

  /// Cut off, or with one byte changed: an error or another state, never the end of the program.
  @Test func damageIsAnErrorOrAnotherState() throws {
    let plan = Self.plan(RandomStudy.make(seed: 3, uncertain: true), draws: 1_000, .latinHypercube)
    let state = Self.bytes(Self.part(plan, 1..<4))
    var random = SplitMix(seed: 8)
    for _ in 0..<300 {
      let length = Int.random(in: 0...(state.count - 1), using: &random)
      #expect(throws: StateDamage.self) { try Self.merged(plan, [Array(state[..<length])]) }
      var changed = state
      changed[length] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
      if let merged = try? Self.merged(plan, [changed]) {
        let isTheSame = Self.bytes(merged) == changed
        #expect(isTheSame, "byte \(length)")
      }
    }
    #expect(throws: StateDamage.self) { try Self.merged(plan, [state + [0]]) }
  }

  @Test func partsOfAnotherRunAreRefused() throws {
    let study = RandomStudy.make(seed: 3, uncertain: true)
    let (plan, other) = (Self.plan(study, draws: 1_000, .random), Self.plan(study, draws: 1_000, .sobol))
    let state = Self.bytes(Self.part(other, 1..<4))
    // Other draws have other thresholds.
    #expect(throws: StateDamage.self) { try Self.merged(plan, [Self.bytes(Self.part(plan, 0..<1)), state]) }
  }

  @Test(
    arguments: [
      (WideInteger.zero, [0]), (WideInteger(1), [1, 1]), (WideInteger(-1), [1, 0xFF]), (WideInteger(127), [1, 0x7F]),
      (WideInteger(128), [2, 0x80, 0]), (WideInteger(-128), [1, 0x80]), (WideInteger(-129), [2, 0x7F, 0xFF]),
      (WideInteger(high: 0, low: .max), [9] + [UInt8](repeating: 0xFF, count: 8) + [0]),
      (WideInteger(high: .min, low: 0), [16] + [UInt8](repeating: 0, count: 15) + [0x80]),
    ] as [(WideInteger, [UInt8])])
  func sumsHaveAsManyBytesAsTheyNeed(sum: WideInteger, bytes: [UInt8]) throws {
    var writer = StateWriter()
    writer.write(sum)
    #expect(writer.bytes == bytes)
    var reader = StateReader(bytes)
    #expect(try reader.sum() == sum && reader.isAtEnd)
  }

  /// A number is written in one way only, so that equal statistics have equal bytes.
  @Test(
    arguments: [[1, 0], [2, 1, 0], [2, 0xFF, 0xFF], [17] + [UInt8](repeating: 1, count: 17), [3, 1]] as [[UInt8]])
  func longerWaysToWriteASumAreRefused(bytes: [UInt8]) {
    var reader = StateReader(bytes)
    #expect(throws: StateDamage.self) { try reader.sum() }
  }
}
