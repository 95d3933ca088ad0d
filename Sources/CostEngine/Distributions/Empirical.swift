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

    /// Replaces the probabilities of a column by their quantiles.
    func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
      let count = Double(values.count)
      values.withUnsafeBufferPointer { values in
        guard let values = values.baseAddress else { return }
        ColumnLookup.fill(column, vectors: vectors) { u in
          let position = count * u
          // Rounded up, less one: the nearest whole number if that is below the position.
          let nearest = position.nearestWhole
          let before = nearest.replacing(with: nearest - 1, where: nearest .>= position)
          let inside = SIMD8<Double>(repeating: 0).replacing(with: before, where: before .> 0 .& before .< count)
          return inside.nearestIndex
        } value: { index, _ in
          values[index]
        }
      }
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (values[0], values[values.count - 1]) }
  }

  /// Observed values in the unit of the cell, in any order; certain if they are all equal.
  public static func empirical(_ values: [Double]) throws(DistributionError) -> Distribution {
    let empirical = try Empirical(values)
    return empirical.support.lower == empirical.support.upper
      ? .constant(empirical.support.lower) : .empirical(empirical)
  }
}
