import CostEngine

/// Nanoseconds a random number, by distribution.
enum Variates {
  /// Registers of eight numbers in a column, as in a simulation.
  private static let vectors = 4
  /// Columns that are worked through in turn, so that no branch can be learnt by heart.
  private static let columns = 2_048

  static func measure(_ harness: Harness) throws(DistributionError) {
    harness.begin("variates")
    measureWords(harness)
    let work = Columns()
    for (name, distribution) in try distributions() where harness.isWanted(name) {
      let quantile = CompiledQuantile(distribution)
      report(name, work, harness) { quantile.fill($0, vectors: vectors) }
    }
    let normal = NormalScores()
    if harness.isWanted("normal score of a probability") {
      report("normal score of a probability", work, harness) { normal.quantile($0, vectors: vectors) }
    }
    if harness.isWanted("correlation") {
      // The shares of one common factor and of the variable itself.
      let common = SIMD8<Double>(repeating: 0.6 * 0.25)
      report("correlation: score, common factor, probability", work, harness) { column in
        normal.quantile(column, vectors: vectors)
        for v in 0..<vectors { column[v] = column[v] * 0.8 + common }
        normal.cumulative(column, vectors: vectors)
      }
    }
    try measureWhole(harness)
  }

  // MARK: Parts

  private static func measureWords(_ harness: Harness) {
    guard harness.isWanted("word") else { return }
    let blocks = 1 << 12
    let times = harness.time {
      var sum = Philox.Block(repeating: 0)
      for counter in 0..<UInt32(blocks) {
        sum ^= Philox.block(counter: Philox.Block(counter, 0, 1, 0), key: Philox.Key(2, 3))
      }
      Optimiser.cannotRemove(sum)
    }
    harness.report("word, one Philox block at a time", times, per: Double(4 * blocks), in: .nanoseconds)
  }

  private static func report(
    _ name: String, _ work: Columns, _ harness: Harness,
    _ body: @escaping (UnsafeMutablePointer<SIMD8<Double>>) -> Void
  ) {
    let times = harness.time { work.forEach(body) }
    harness.report(name, times, per: Double(columns * vectors * 8), in: .nanoseconds)
  }

  /// Columns of uniform numbers, each copied to one place that is worked on.
  private final class Columns {
    private let uniforms: UnsafeMutablePointer<SIMD8<Double>>
    private let column: UnsafeMutablePointer<SIMD8<Double>>

    init() {
      uniforms = .allocate(capacity: columns * vectors)
      column = .allocate(capacity: vectors)
      let stream = RandomStream(name: "benchmark", seed: 1)
      for register in 0..<(columns * vectors) {
        var numbers = SIMD8<Double>(repeating: 0)
        for lane in 0..<8 { numbers[lane] = UnitInterval.number(from: stream.word(ofDraw: register * 8 + lane)) }
        (uniforms + register).initialize(to: numbers)
      }
      column.initialize(repeating: SIMD8(repeating: 0.5), count: vectors)
    }

    deinit {
      uniforms.deallocate()
      column.deallocate()
    }

    func forEach(_ body: (UnsafeMutablePointer<SIMD8<Double>>) -> Void) {
      for index in 0..<columns {
        column.update(from: uniforms + index * vectors, count: vectors)
        body(column)
      }
      Optimiser.cannotRemove(column[0])
    }
  }

  private static func distributions() throws(DistributionError) -> [(name: String, Distribution)] {
    let list = (0..<40).map { Double($0 * $0) }
    return [
      ("uniform", try .uniform(from: 10, to: 20)),
      ("triangular", try .triangular(minimum: 10, mode: 12, maximum: 20)),
      ("pert", try .pert(minimum: 10, mode: 12, maximum: 20)),
      ("normal", try .normal(mean: 10, standardDeviation: 2)),
      ("normal, truncated", try .normal(mean: 10, standardDeviation: 5, lowerBound: 0, upperBound: 18)),
      ("lognormal", try .lognormal(mean: 10, standardDeviation: 4)),
      ("beta", try .beta(alpha: 2, beta: 5)),
      ("gamma", try .gamma(shape: 2.5, scale: 4)),
      ("exponential", try .exponential(mean: 10)),
      ("weibull", try .weibull(shape: 1.5, scale: 10)),
      ("metalog", try .metalog(quantiles: [(0.1, 6), (0.5, 10), (0.9, 19)], lowerBound: 0)),
      ("empirical", try .empirical(list)),
      ("bernoulli", try .bernoulli(probability: 0.3)),
      ("binomial", try .binomial(trials: 40, probability: 0.3)),
      ("poisson", try .poisson(mean: 8)),
      ("discrete", try .discrete([(1, 0.2), (2, 0.5), (4, 0.3)])),
    ]
  }

  // MARK: The whole way

  /// A variate as a simulation makes it: words, place in the unit interval, stratum, correlation and quantile. It is the
  /// difference between two studies that are equal but for the certainty of so many numbers.
  private static func measureWhole(_ harness: Harness) throws(DistributionError) {
    let uniform = try Distribution.uniform(from: 10, to: 20)
    let pert = try Distribution.pert(minimum: 10, mode: 12, maximum: 20)
    let certain = InventedStudy.keys(keys, distribution: nil, loading: nil)
    for sampler in Sampler.allCases {
      let rows: [(name: String, study: Study)] = [
        ("uniform", InventedStudy.keys(keys, distribution: uniform, loading: nil)),
        ("pert", InventedStudy.keys(keys, distribution: pert, loading: nil)),
        ("correlated pert", InventedStudy.keys(keys, distribution: pert, loading: 0.6)),
      ]
      for row in rows {
        let name = "whole way, \(sampler.id), \(row.name)"
        guard harness.isWanted(name) else { continue }
        let times = harness.times(of: [evaluation(of: certain, sampler), evaluation(of: row.study, sampler)])
        let difference = Harness.Times.combine(times) { $0[1] - $0[0] }
        harness.report(name, difference, per: Double(keys * draws), in: .nanoseconds)
      }
    }
  }

  private static let keys = 256
  private static let draws = 4 * RandomStream.drawsPerReplicate

  private static func evaluation(of study: Study, _ sampler: Sampler) -> () -> Void {
    let settings = SimulationSettings(draws: draws, seed: 1, sampler: sampler)
    let plan = Plan(study, selection: Selection(scenarios: [0], regions: [0]), settings: settings)
    return { _ = Evaluator.statistics(of: plan) }
  }
}

enum Optimiser {
  /// Uses a value as far as the compiler can tell.
  @inline(never)
  @_optimize(none)
  static func cannotRemove<Value>(_ value: Value) {}
}
