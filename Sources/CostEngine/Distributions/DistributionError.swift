/// Why parameters do not define a distribution: which one, its value, and (depending on the case) what was expected.
public enum DistributionError: Error, Equatable, Sendable {
  /// The parameters of the factories of ``Distribution``, by the names of their labels.
  public enum Parameter: Sendable, Equatable, CaseIterable {
    case minimum, mode, maximum, lambda
    case mean, standardDeviation, lowerBound, upperBound
    case alpha, beta, shape, scale
    case probability, trials, value
  }

  /// A parameter that is NaN or infinite.
  case notFinite(Parameter, Double)
  /// A parameter below zero that must be zero or more.
  case negative(Parameter, Double)
  /// A parameter that must be above zero.
  case notPositive(Parameter, Double)
  /// A probability outside 0...1; for a quantile, one that is not strictly between them.
  case notAProbability(Double)
  /// A number of trials that is not whole.
  case notWhole(Parameter, Double)
  /// The first parameter must not be above the second.
  case notAscending(Parameter, Double, Parameter, Double)
  /// A legal parameter that cannot be computed accurately: outside `lowest...highest`.
  case outOfRange(Parameter, Double, lowest: Double, highest: Double)
  /// Values of the distribution exceed the largest number (about 1.8e308).
  case overflow
  /// An empty list of values.
  case noValues
  /// Probabilities of `discrete` that sum to this value instead of 1 (within 1e-9).
  case probabilitiesSumTo(Double)
  /// The bounds leave (practically) no probability.
  case emptyTruncation(lowerBound: Double, upperBound: Double)
  /// A number of quantiles outside `fewest...most`.
  case quantileCount(Int, fewest: Int, most: Int)
  /// Two quantiles with the same probability.
  case repeatedProbability(Double)
  /// Quantile values that do not rise with their probabilities: the second value is not above the first.
  case quantilesNotAscending(Double, Double)
  /// A quantile that is not strictly inside the bounds.
  case quantileOutsideBounds(Double)
  /// Quantiles that do not determine a metalog, such as seven whose probabilities mirror each other around 50 %.
  case metalogUndetermined
  /// No metalog goes through these quantiles: its density would be negative somewhere.
  case metalogNotADistribution
}
