extension Distribution {
  /// Weibull: F(x) = 1 - exp(-(x / scale)^shape).
  public struct Weibull: Sendable, Equatable {
    // MARK: Parameters

    public let shape: Double
    public let scale: Double
    /// Range of shapes that are computed accurately.
    static let shapes = 0.01...1e6

    // MARK: Validation

    init(shape: Double, scale: Double) throws(DistributionError) {
      try DistributionError.require(shape, .shape, in: Weibull.shapes)
      try DistributionError.requireNotNegative(scale, .scale)
      self.shape = shape
      self.scale = scale
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      scale * Double.pow(Exponential.standardQuantile(below: lower, above: upper), 1 / shape)
    }

    // MARK: Mean

    /// scale * Gamma(1 + 1/shape).
    var mean: Double { scale * Double.exp(Double.logGamma(1 + 1 / shape)) }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, .infinity) }
  }

  /// Weibull; certain (0) if the scale is 0.
  ///
  /// - Parameters:
  ///   - shape: 0.01...1e6.
  ///   - scale: in the unit of the cell; 63.2 % of the values lie below it.
  public static func weibull(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    let weibull = try Weibull(shape: shape, scale: scale)
    return scale == 0 ? .constant(0) : try Distribution.weibull(weibull).checkedForOverflow()
  }
}
