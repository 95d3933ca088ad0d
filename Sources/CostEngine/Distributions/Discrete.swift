extension Distribution {
  /// Discrete: listed values, each with a probability.
  public struct Discrete: Sendable, Equatable {
    // MARK: Parameters

    /// Ascending and distinct, with their probabilities (above zero, scaled to a sum of exactly 1).
    public let values: [Double]
    public let probabilities: [Double]
    let steps: StepQuantile
    /// Maximum deviation from 1 of the sum of the probabilities as listed.
    static let sumTolerance = 1e-9

    // MARK: Validation

    init(_ listed: [(value: Double, probability: Double)]) throws(DistributionError) {
      guard !listed.isEmpty else { throw .noValues }
      var sum = 0.0
      for (value, probability) in listed {
        try DistributionError.requireFinite(value, .value)
        try DistributionError.requireProbability(probability)
        sum += probability
      }
      guard (sum - 1).magnitude <= Discrete.sumTolerance else { throw .probabilitiesSumTo(sum) }
      var values: [Double] = []
      var probabilities: [Double] = []
      for (value, probability) in listed.sorted(by: { $0.value < $1.value }) where probability > 0 {
        if value == values.last {
          probabilities[probabilities.count - 1] += probability / sum
        } else {
          values.append(value)
          probabilities.append(probability / sum)
        }
      }
      guard (values[values.count - 1] - values[0]).isFinite else { throw .overflow }
      self.values = values
      self.probabilities = probabilities
      var cumulative: [Double] = []
      var total = 0.0
      for probability in probabilities {
        total += probability
        cumulative.append(total)
      }
      steps = StepQuantile(values: values, cumulative: cumulative)
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double { steps.quantile(lower) }

    // MARK: Mean

    var mean: Double {
      var mean = 0.0
      for (value, probability) in zip(values, probabilities) { mean += value * probability }
      return mean
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (values[0], values[values.count - 1]) }
  }

  /// Listed values in the unit of the cell with probabilities that sum to 1 (within 1e-9), in any order; certain if
  /// only one value has a probability.
  public static func discrete(_ values: [(value: Double, probability: Double)]) throws(DistributionError)
    -> Distribution
  {
    let discrete = try Discrete(values)
    return discrete.values.count == 1 ? .constant(discrete.values[0]) : .discrete(discrete)
  }
}
