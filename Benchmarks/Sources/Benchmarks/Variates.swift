import CostEngine

/// Nanoseconds a random number, by distribution.
enum Variates {
  /// Registers of eight numbers in a column: a replicate's, as in a simulation.
  private static let vectors = RandomStream.registersPerReplicate
  /// Columns that are worked through in turn, so that no branch can be learnt by heart.
  private static let columns = 400

  static func measure(_ harness: Harness) throws(DistributionError) {
    harness.begin("variates")
    try measureWhole(harness)
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
  }

  /// From random words to values, as a simulation makes them: words, place in the unit interval or in its stratum,
  /// correlation with a common factor, quantile.
  private static func measureWhole(_ harness: Harness) throws(DistributionError) {
    let work = Columns()
    let streams = (0..<columns).map { RandomStream(name: "benchmark \($0)", seed: 1) }
    let pert = CompiledQuantile(try .pert(minimum: 10, mode: 12, maximum: 20))
    let sobol = SobolSequences(
      registers: columns * vectors, sequences: streams.enumerated().map { ($0.element, $0.offset) })
    let normal = NormalScores()
    let common = SIMD8<Double>(repeating: 0.6 * 0.25)
    func correlate(_ column: UnsafeMutablePointer<SIMD8<Double>>) {
      normal.quantile(column, vectors: vectors)
      for v in 0..<vectors { column[v] = column[v] * 0.8 + common }
      normal.cumulative(column, vectors: vectors)
    }
    for sampler in Sampler.allCases {
      func measure(_ name: String, _ body: @escaping (UnsafeMutablePointer<SIMD8<Double>>) -> Void) {
        let name = "from words, \(sampler.id): \(name)"
        guard harness.isWanted(name) else { return }
        var index = 0
        report(name, work, harness) { column in
          index = (index + 1) % columns
          switch sampler {
          case .random: streams[index].fillUniform(column, replicate: index)
          case .latinHypercube: LatinHypercube.fill(column, stream: streams[index], replicate: index)
          case .sobol: sobol.fill(column, sequence: index, register: index * vectors, vectors: vectors)
          }
          body(column)
        }
      }
      measure("uniform numbers") { _ in }
      measure("pert") { pert.fill($0, vectors: vectors) }
      measure("correlated pert") { column in
        correlate(column)
        pert.fill(column, vectors: vectors)
      }
    }
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
}

enum Optimiser {
  /// Uses a value as far as the compiler can tell.
  @inline(never)
  @_optimize(none)
  static func cannotRemove<Value>(_ value: Value) {}
}
