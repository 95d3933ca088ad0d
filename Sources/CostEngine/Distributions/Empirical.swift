extension Distribution {
  /// Empirical: one of observed values, each equally likely.
  public struct Empirical: Sendable, Equatable {
    // MARK: Parameters

    /// Ascending.
    public let values: [Double]
    let mean: Double

    // MARK: Validation

    init(_ values: [Double]) throws(DistributionError) {
      guard !values.isEmpty else { throw .noValues }
      for value in values { try DistributionError.requireFinite(value, .value) }
      self.values = values.sorted()
      let lowest = self.values[0]
      guard (self.values[values.count - 1] - lowest).isFinite else { throw .overflow }
      // Relative to the lowest value: a common offset loses no digits and a sum does not overflow.
      var sum = 0.0
      for value in self.values { sum += (value - lowest) / Double(values.count) }
      mean = lowest + sum
    }

    // MARK: Quantile

    /// x[ceil(n u)] of the sorted values, counted from 1.
    @inline(__always)
    func quantile(below lower: Double, above upper: Double) -> Double {
      let position = Double(values.count) * lower
      let whole = Int(position)
      let index = Double(whole) == position ? whole - 1 : whole
      return values[max(0, min(index, values.count - 1))]
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (values[0], values[values.count - 1]) }
  }

  /// Observed values in the unit of the cell, in any order; certain where they are all equal.
  public static func empirical(_ values: [Double]) throws(DistributionError) -> Distribution {
    let empirical = try Empirical(values)
    return empirical.support.lower == empirical.support.upper
      ? .constant(empirical.support.lower) : .empirical(empirical)
  }
}
