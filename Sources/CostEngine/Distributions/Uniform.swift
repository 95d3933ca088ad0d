extension Distribution {
  /// Uniform: every value between two bounds equally likely.
  public struct Uniform: Sendable, Equatable {
    // MARK: Parameters

    public let minimum: Double
    public let maximum: Double

    // MARK: Validation

    init(minimum: Double, maximum: Double) throws(DistributionError) {
      try DistributionError.requireAscending(minimum, .minimum, maximum, .maximum)
      self.minimum = minimum
      self.maximum = maximum
    }

    // MARK: Quantile

    /// Monotonic in `lower` even after rounding, and never outside the bounds.
    @inline(__always)
    func quantile(below lower: Double, above upper: Double) -> Double {
      let value = minimum + (maximum - minimum) * lower
      return value < maximum ? value : maximum
    }

    /// Replaces the probabilities of a column by their quantiles.
    func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
      let width = maximum - minimum
      for vector in 0..<vectors {
        var values = minimum + width * column[vector]
        for lane in 0..<8 { values[lane] = values[lane] < maximum ? values[lane] : maximum }
        column[vector] = values
      }
    }

    // MARK: Mean

    var mean: Double { 0.5 * minimum + 0.5 * maximum }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (minimum, maximum) }
  }

  /// Uniform between two bounds, in the unit of the cell; certain if they are equal.
  public static func uniform(from minimum: Double, to maximum: Double) throws(DistributionError) -> Distribution {
    let uniform = try Uniform(minimum: minimum, maximum: maximum)
    return minimum == maximum ? .constant(minimum) : .uniform(uniform)
  }
}
