/// A variable compiled for sampling: its random stream, its quantile and its loadings on common factors.
struct SampledVariable: Sendable {
  var stream: RandomStream
  /// Index in the quantiles that several variables share.
  var quantile: Int
  var loadings: [FactorLoading]
  /// Share of the variable's own normal score: `sqrt(1 - sum of squared loadings)`.
  var residual: Double

  init(_ variable: UncertainVariable, quantile: Int, seed: UInt64) {
    stream = RandomStream(name: variable.name, seed: seed)
    self.quantile = quantile
    loadings = variable.loadings
    var explained = 0.0
    for loading in variable.loadings { explained += loading.loading * loading.loading }
    residual = max(0, 1 - explained).squareRoot()
  }
}

/// The draws of a study's variables, one at a time: the same numbers as a simulation uses in columns.
public struct DrawSampler: Sendable {
  let sampler: Sampler
  let factors: [RandomStream]
  let variables: [SampledVariable]
  let quantiles: [CompiledQuantile]
  let normal = NormalScores()

  public init(_ study: Study, settings: SimulationSettings) {
    sampler = settings.sampler
    factors = study.factors.map { RandomStream(name: "factors[" + $0 + "]", seed: settings.seed) }
    var catalogue = QuantileCatalogue()
    variables = study.variables.map {
      SampledVariable($0, quantile: catalogue.index(of: $0.distribution), seed: settings.seed)
    }
    quantiles = catalogue.compiled()
  }

  /// The value of each of ``Study/variables`` in a draw.
  ///
  /// - Parameter draw: counted from 0.
  public func values(ofDraw draw: Int) -> [Double] {
    // One register, of eight times the same draw: the very operations that a simulation applies to its columns.
    let register = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 1 + factors.count)
    let scores = register + 1
    defer { register.deallocate() }
    for (index, stream) in factors.enumerated() {
      scores[index] = SIMD8(repeating: uniform(stream, draw))
      normal.quantile(scores + index, vectors: 1)
    }
    return variables.map { variable in
      register[0] = SIMD8(repeating: uniform(variable.stream, draw))
      if !variable.loadings.isEmpty {
        FactorCopula.correlate(register, vectors: 1, variable: variable, scores: scores, stride: 1, normal: normal)
      }
      quantiles[variable.quantile].fill(register, vectors: 1)
      return register[0][0]
    }
  }

  private func uniform(_ stream: RandomStream, _ draw: Int) -> Double {
    let within = UnitInterval.number(from: stream.word(ofDraw: draw))
    guard sampler == .latinHypercube else { return within }
    let replicate = draw / RandomStream.drawsPerReplicate
    let order = UnsafeMutablePointer<UInt8>.allocate(capacity: LatinHypercube.paddedStrata)
    defer { order.deallocate() }
    LatinHypercube.fillOrder(order, stream: stream, replicate: replicate)
    return (Double(order[draw % RandomStream.drawsPerReplicate]) + within) * LatinHypercube.width
  }
}
