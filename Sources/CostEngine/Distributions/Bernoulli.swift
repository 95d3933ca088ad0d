extension Distribution {
  /// Bernoulli: 1 with a given probability, otherwise 0.
  public struct Bernoulli: Sendable, Equatable {
    // MARK: Parameters

    /// Probability of the value 1.
    public let probability: Double
    let steps: StepQuantile

    // MARK: Validation

    init(probability: Double) throws(DistributionError) {
      try DistributionError.requireProbability(probability)
      self.probability = probability
      steps = StepQuantile(values: [0, 1], cumulative: [1 - probability, 1])
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double { steps.quantile(lower) }

    // MARK: Mean

    var mean: Double { probability }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, 1) }
  }

  /// 1 with a given probability, otherwise 0; certain if the probability is 0 or 1.
  public static func bernoulli(probability: Double) throws(DistributionError) -> Distribution {
    let bernoulli = try Bernoulli(probability: probability)
    return probability == 0 || probability == 1 ? .constant(probability) : .bernoulli(bernoulli)
  }
}
