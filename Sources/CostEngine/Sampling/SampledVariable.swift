/// A variable compiled for sampling: its random stream, its quantile and its loadings on common factors.
struct SampledVariable: Sendable {
  var stream: RandomStream
  /// Dimension of the Sobol sequence.
  var dimension: Int
  /// Index in the list of quantiles, which variables may share.
  var quantile: Int
  /// Range of its loadings among those of all variables.
  var loadings: Range<Int>
  /// Weight of the variable's own normal score: `sqrt(1 - sum of squared loadings)`.
  var residual: Double

  /// - Parameter loadings: loadings of all variables so far, to which the variable's own are appended.
  init(
    _ variable: UncertainVariable, quantile: Int, dimension: Int, seed: UInt64, loadings: inout [FactorLoading]
  ) {
    stream = RandomStream(name: variable.name, seed: seed)
    self.dimension = dimension
    self.quantile = quantile
    self.loadings = loadings.count..<loadings.count + variable.loadings.count
    loadings += variable.loadings
    var explained = 0.0
    for loading in variable.loadings { explained += loading.loading * loading.loading }
    residual = max(0, 1 - explained).squareRoot()
  }
}

extension RandomStream {
  /// The stream of a factor of correlations.csv.
  init(factor: String, seed: UInt64) { self.init(name: "factors[" + factor + "]", seed: seed) }
}

/// The draws of a study's variables, one at a time: the same numbers that a simulation uses in columns.
public struct DrawSampler: Sendable {
  let sampler: Sampler
  let factors: [(stream: RandomStream, dimension: Int)]
  let variables: [SampledVariable]
  let loadings: [FactorLoading]
  let quantiles: [CompiledQuantile]
  let normal = NormalScores()

  public init(_ study: Study, settings: SimulationSettings) {
    sampler = settings.sampler
    let dimensions = SobolDimensions(study, for: settings.sampler)
    factors = study.factors.indices.map {
      (RandomStream(factor: study.factors[$0], seed: settings.seed), dimensions.factors[$0])
    }
    var catalogue = QuantileCatalogue()
    var loadings: [FactorLoading] = []
    variables = study.variables.enumerated().map { index, variable in
      SampledVariable(
        variable, quantile: catalogue.index(of: variable.distribution), dimension: dimensions.variables[index],
        seed: settings.seed, loadings: &loadings)
    }
    self.loadings = loadings
    quantiles = catalogue.compiled()
  }

  /// The value of each of ``Study/variables`` in a draw.
  ///
  /// - Parameter draw: counted from 0.
  public func values(ofDraw draw: Int) -> [Double] {
    // One register, with the same draw in all eight lanes: exactly the operations that a simulation applies to its
    // columns.
    let register = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 1 + factors.count)
    let scores = register + 1
    defer { register.deallocate() }
    for (index, factor) in factors.enumerated() {
      scores[index] = SIMD8(repeating: uniform(factor.stream, dimension: factor.dimension, draw))
      normal.quantile(scores + index, vectors: 1)
    }
    return variables.map { variable in
      register[0] = SIMD8(repeating: uniform(variable.stream, dimension: variable.dimension, draw))
      if !variable.loadings.isEmpty {
        loadings.withUnsafeBufferPointer {
          FactorCopula.correlate(
            register, vectors: 1, loadings: $0[variable.loadings], residual: variable.residual, scores: scores,
            stride: 1, normal: normal)
        }
      }
      quantiles[variable.quantile].fill(register, vectors: 1)
      return register[0][0]
    }
  }

  private func uniform(_ stream: RandomStream, dimension: Int, _ draw: Int) -> Double {
    switch sampler {
    case .random: return UnitInterval.number(from: stream.word(ofDraw: draw))
    case .latinHypercube: return LatinHypercube.number(ofDraw: draw, stream: stream)
    case .sobol:
      return UnitInterval.number(from: SobolSequences.word(ofDraw: draw, stream: stream, dimension: dimension))
    }
  }
}
