import CostEngine
import Reports
import Terms
import TestSupport
import Testing
import WaterlijnProcess

@testable import Analyses

/// Parts of a run in memory, as a page has them: computed, written, added.
@Suite struct RunPartTests {
  private static let workers = Workers(SystemThreads(), count: 2) { false }

  private struct Run {
    let plan: Plan
    let manifest: Manifest

    init(_ study: Study, draws: Int, _ sampler: Sampler) {
      let selection = Selection(study)
      plan = Plan(
        study, selection: selection, settings: SimulationSettings(draws: draws, seed: 7, sampler: sampler),
        countsItems: true)
      manifest = Manifest(
        toolVersion: "0", study: study, selection: selection, draws: draws, seed: 7, sampler: sampler,
        csvLocale: .english, inputs: [], outputs: [])
    }

    func part(_ ranges: [Range<Int>]) -> [UInt8] {
      var part = RunPart(manifest, plan, workers)
      for range in ranges { _ = part.compute(range, workers) { _ in } }
      return part.bytes()
    }

    func merged(_ parts: [[UInt8]]) throws(RunPart.Problem) -> [UInt8] {
      var merged = RunPart(manifest, plan, workers)
      for part in parts { try merged.add(part) }
      return merged.bytes()
    }
  }

  /// Cut at random places, computed by two threads, added in a random tree.
  @Test(arguments: 1...(LongBuilds.areAsked ? 6 : 4) as ClosedRange<UInt64>, Sampler.allCases)
  func anySplitAndTreeGivesTheBytesOfOneRun(seed: UInt64, sampler: Sampler) throws {
    var random = SplitMix(seed: seed)
    let study = RandomStudy.make(seed: seed, uncertain: seed % 7 > 0)
    let run = Run(study, draws: Int.random(in: 1...(LongBuilds.areAsked ? 8_000 : 3_000), using: &random), sampler)
    let replicates = run.plan.replicateCount
    let count = min(Int.random(in: 1...40, using: &random), replicates)
    var cuts = Set<Int>()
    while cuts.count < count - 1 { cuts.insert(Int.random(in: 1...(replicates - 1), using: &random)) }
    let ends = ([0] + cuts.sorted() + [replicates]).map { min($0 * 200, run.manifest.draws) }
    var parts = zip(ends, ends.dropFirst()).map { run.part([$0..<$1]) }
    while parts.count > 1 {
      let taken = (0..<min(parts.count, Int.random(in: 2...6, using: &random))).map { _ in
        parts.remove(at: Int.random(in: 0...(parts.count - 1), using: &random))
      }
      parts.append(try run.merged(taken))
    }
    let isTheSame = parts[0] == run.part([0..<run.manifest.draws])
    #expect(isTheSame)
    var merged = RunPart(run.manifest, run.plan, Self.workers)
    try merged.add(parts[0])
    let whole = try ConcurrentSimulation(run.plan, workers: Self.workers).results { _ in }
    let hasTheSameResults = try merged.results() == whole
    #expect(hasTheSameResults && merged.isWhole)
  }

  /// Any change of a body is refused, and nothing of it is added. `make builds` tries two thousand.
  @Test func damagedBodiesAreRefused() throws {
    let run = Run(TinyStudy.study, draws: 600, .latinHypercube)
    let (first, second) = (run.part([0..<400]), run.part([400..<600]))
    let whole = try run.merged([first, second])
    var random = SplitMix(seed: 12)
    var merged = RunPart(run.manifest, run.plan, Self.workers)
    try merged.add(first)
    for trial in 0..<(LongBuilds.areAsked ? 2_000 : 100) {
      var bad = second
      let place = Int.random(in: PartHeader.size..<bad.count, using: &random)
      switch trial % 5 {
      case 0: bad[place] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
      case 1: bad = Array(bad[..<place])
      case 2: bad.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 3:
        let other = Int.random(in: PartHeader.size..<bad.count, using: &random)
        bad.swapAt(place, other)
        if bad == second { bad.removeLast() }
      default:
        // A stretch of nothing, as of a disk that was full or a file that was not brought to it.
        let end = min(bad.count, place + Int.random(in: 1...64, using: &random))
        for index in place..<end { bad[index] = 0 }
        if bad == second { bad.append(0) }
      }
      var problem: RunPart.Problem?
      do throws(RunPart.Problem) { try merged.add(bad) } catch { problem = error }
      #expect(problem == .body, "trial \(trial), byte \(place)")
    }
    try merged.add(second)
    let isUntouched = merged.bytes() == whole
    #expect(isUntouched)
  }

  @Test func foreignAndDoublePartsAreRefused() throws {
    let run = Run(TinyStudy.study, draws: 600, .latinHypercube)
    let other = Run(TinyStudy.study, draws: 800, .latinHypercube)
    var merged = RunPart(run.manifest, run.plan, Self.workers)
    try merged.add(run.part([0..<400]))
    #expect(throws: RunPart.Problem.foreign) { try run.merged([other.part([400..<600])]) }
    #expect(throws: RunPart.Problem.double(DrawRanges([200..<400])!)) {
      try run.merged([run.part([0..<400]), run.part([200..<600])])
    }
  }

  /// Stopped half-way, what is done is a part like any other.
  @Test func stoppedPartsGoOn() throws {
    let run = Run(RandomStudy.make(seed: 5, uncertain: true), draws: 20_000, .latinHypercube)
    var part = RunPart(run.manifest, run.plan, Self.workers)
    let looks = Self.workers.guarded(0)
    var next = 0
    var rounds = 0
    while next < 20_000 {
      let stopping = Self.workers.stopping {
        looks.withLock { looks in
          looks += 1
          return looks % 4 == 0
        }
      }
      next = part.compute(next..<20_000, stopping) { _ in }
      #expect(part.ranges == DrawRanges([0..<next]) || next == 0)
      rounds += 1
    }
    #expect(rounds > 2)
    let isTheSame = part.bytes() == run.part([0..<20_000])
    #expect(isTheSame)
  }
}
