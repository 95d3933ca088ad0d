extension Distribution {
  /// Binomial: the number of successes in a number of trials.
  public struct Binomial: Sendable, Equatable {
    // MARK: Parameters

    public let trials: Double
    /// Probability of success in one trial.
    public let probability: Double
    /// Nil if there are too many values to tabulate.
    let steps: StepQuantile?
    /// Maximum number of trials that are counted accurately.
    static let mostTrials = 1e15

    // MARK: Validation

    init(trials: Double, probability: Double) throws(DistributionError) {
      try DistributionError.requireNotNegative(trials, .trials)
      try DistributionError.requireProbability(probability)
      guard trials <= Binomial.mostTrials else {
        throw .outOfRange(.trials, trials, lowest: 0, highest: Binomial.mostTrials)
      }
      guard trials.rounded(.down) == trials else { throw .notWhole(.trials, trials) }
      self.trials = trials
      self.probability = probability
      if (trials * probability * (1 - probability)).squareRoot() <= StepQuantile.largestDeviation {
        let mode = min(trials, ((trials + 1) * probability).rounded(.down))
        let odds = probability / (1 - probability)
        steps = StepQuantile(
          mode: mode, probability: Binomial.mass(mode, trials, probability), highest: trials
        ) { count in (trials - count) / (count + 1) * odds }
      } else {
        steps = nil
      }
    }

    /// Probability of a count, by the saddle-point form of Loader 2000.
    private static func mass(_ count: Double, _ trials: Double, _ probability: Double) -> Double {
      if count == 0 { return Double.exp(trials * Double.log1p(-probability)) }
      if count == trials { return Double.exp(trials * Double.log(probability)) }
      let exponent =
        Double.stirlingError(trials) - Double.stirlingError(count) - Double.stirlingError(trials - count)
        - Double.deviance(count, trials * probability) - Double.deviance(trials - count, trials * (1 - probability))
      let factor = trials / (2 * 3.141592653589793238) / (count * (trials - count))
      return factor.squareRoot() * Double.exp(exponent)
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      if let steps { return steps.quantile(lower) }
      let variance = trials * probability * (1 - probability)
      let deviation = variance.squareRoot()
      return CountEquation.quantile(
        below: lower, above: upper, mean: mean, deviation: deviation, skewness: (1 - 2 * probability) / deviation,
        highest: trials
      ) { count in
        if count >= trials { return (1, 0, Binomial.mass(trials, trials, probability)) }
        let function = IncompleteBeta(alpha: trials - count, beta: count + 1)
        let tails = function.tails(1 - probability, probability)
        return (tails.lower, tails.upper, Binomial.mass(count, trials, probability))
      }
    }

    // MARK: Mean

    var mean: Double { trials * probability }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, trials) }
  }

  /// Successes in a whole number of trials (up to 1e15); certain with no trials or with a probability of 0 or 1.
  public static func binomial(trials: Double, probability: Double) throws(DistributionError) -> Distribution {
    if probability == 0 || probability == 1 || trials == 0 {
      _ = try Binomial(trials: trials, probability: 0.5)
      try DistributionError.requireProbability(probability)
      return .constant(trials * probability)
    }
    return .binomial(try Binomial(trials: trials, probability: probability))
  }
}
