extension Distribution {
  /// Gamma: density proportional to x^(shape - 1) exp(-x / scale).
  public struct Gamma: Sendable, Equatable {
    // MARK: Parameters

    public let scale: Double
    let function: IncompleteGamma
    private let logFactorial: Double
    /// Range of shapes that are computed accurately.
    static let shapes = 1e-3...1e9

    public var shape: Double { function.shape }

    // MARK: Validation

    init(shape: Double, scale: Double) throws(DistributionError) {
      try DistributionError.require(shape, .shape, in: Gamma.shapes)
      try DistributionError.requireNotNegative(scale, .scale)
      self.scale = scale
      function = IncompleteGamma(shape: shape)
      logFactorial = Double.logGamma(shape + 1)
    }

    /// The parameters determine everything else.
    public static func == (a: Gamma, b: Gamma) -> Bool {
      (a.shape, a.scale) == (b.shape, b.scale)
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double { value(point(below: lower, above: upper)) }

    func point(below lower: Double, above upper: Double) -> PearsonPoint {
      // Near zero the distribution function is z^a / Gamma(a + 1) (1 + O(z)).
      let nearZero = Double.exp((Double.log(lower) + logFactorial) / shape)
      if nearZero < 1e-17 { return PearsonPoint(distance: nearZero) }
      let start: Double
      if shape < 1 {
        start = lower < 0.75 ? nearZero : -Double.log(upper)
      } else {
        // Wilson and Hilferty 1931: the cube root is nearly normal.
        let normal = lower < upper ? Double.normalQuantile(lower) : -Double.normalQuantile(upper)
        let root = 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot())
        start = root > 0.3 ? shape * root * root * root : nearZero
      }
      return PearsonPoint(
        distance: TailEquation.root(lower: lower, upper: upper, start: start, highest: .infinity) { z in
          function.tails(z)
        })
    }

    // MARK: Mean

    var mean: Double { shape * scale }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, .infinity) }
  }

  /// Gamma; certain (0) if the scale is 0.
  ///
  /// - Parameters:
  ///   - shape: 1e-3...1e9.
  ///   - scale: in the unit of the cell; the mean is shape times scale.
  public static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    let gamma = try Gamma(shape: shape, scale: scale)
    return scale == 0 ? .constant(0) : try Distribution.gamma(gamma).checkedForOverflow()
  }
}

extension Distribution.Gamma: PearsonFamily {
  func tails(_ point: PearsonPoint) -> (lower: Double, upper: Double, scaledDensity: Double) {
    function.tails(point.distance)
  }

  func value(_ point: PearsonPoint) -> Double { scale * point.distance }

  /// f'/f = ((a - 1) - z) / z.
  func equation(_ point: PearsonPoint) -> PearsonEquation {
    PearsonEquation(constant: shape - 1, slope: -point.distance, curvature: 0)
  }

  func reflection(_ point: PearsonPoint) -> PearsonPoint { point }
}
