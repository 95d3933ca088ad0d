extension Distribution {
  /// Triangular: a density that rises linearly to the mode and falls linearly from it.
  public struct Triangular: Sendable, Equatable {
    // MARK: Parameters

    public let minimum: Double
    public let mode: Double
    public let maximum: Double
    /// Share of the width, and the probability, below the mode.
    private let rising: Double
    private let falling: Double

    // MARK: Validation

    init(minimum: Double, mode: Double, maximum: Double) throws(DistributionError) {
      try DistributionError.requireAscending(minimum, .minimum, mode, .mode)
      try DistributionError.requireAscending(mode, .mode, maximum, .maximum)
      try DistributionError.requireAscending(minimum, .minimum, maximum, .maximum)
      self.minimum = minimum
      self.mode = mode
      self.maximum = maximum
      rising = (mode - minimum) / (maximum - minimum)
      falling = (maximum - mode) / (maximum - minimum)
    }

    // MARK: Quantile

    /// The inverse of F(x) = (x - a)^2 / ((b - a)(m - a)) below the mode m, and its mirror image above it.
    @inline(__always)
    func quantile(below lower: Double, above upper: Double) -> Double {
      let width = maximum - minimum
      if lower <= rising {
        let value = minimum + width * (lower * rising).squareRoot()
        return value < mode ? value : mode
      }
      let value = maximum - width * (upper * falling).squareRoot()
      return value > mode ? value : mode
    }

    /// Replaces the probabilities of a column by their quantiles: one square root for both sides of the mode.
    func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
      let width = maximum - minimum
      for vector in 0..<vectors {
        let lower = column[vector]
        let isRising = lower .<= rising
        let distance = width * ((1 - lower) * falling).replacing(with: lower * rising, where: isRising).squareRoot()
        let values = (maximum - distance).replacing(with: minimum + distance, where: isRising)
        // No value may cross the mode, from either side.
        let isInside = (isRising .& (values .< mode)) .| (.!isRising .& (values .> mode))
        column[vector] = SIMD8(repeating: mode).replacing(with: values, where: isInside)
      }
    }

    // MARK: Mean

    var mean: Double { minimum + ((mode - minimum) / 3 + (maximum - minimum) / 3) }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (minimum, maximum) }
  }

  /// Triangular, with all parameters in the unit of the cell; certain if minimum and maximum are equal.
  public static func triangular(minimum: Double, mode: Double, maximum: Double) throws(DistributionError)
    -> Distribution
  {
    let triangular = try Triangular(minimum: minimum, mode: mode, maximum: maximum)
    return minimum == maximum ? .constant(minimum) : try Distribution.triangular(triangular).checkedForOverflow()
  }
}
