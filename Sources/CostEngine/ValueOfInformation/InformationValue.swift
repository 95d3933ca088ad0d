/// The value of knowing some inputs, and its standard error.
///
/// It is estimated from a simulation's own draws by regression on those inputs: M. Strong, J. E. Oakley, A. Brennan,
/// Medical Decision Making 34 (2014), doi:10.1177/0272989X13505910. The error is that of sampling, from the means of
/// replicates, which are independent with every sampler but `sobol`, for which it overstates the error.
public struct InformationValue: Sendable, Equatable {
  public var value: Double
  /// NaN if it was not computed.
  public var standardError: Double

  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// No value, for certain.
  public static let none = InformationValue(value: 0, standardError: 0)

  /// The larger of this value and another one.
  public func atLeast(_ other: InformationValue) -> InformationValue { other.value > value ? other : self }

  /// The expected gain in the choice among options once the inputs are known: the expected value of partial perfect
  /// information (EVPPI), `min over s of E(cost_s) - E[min over s of E(cost_s | x)]`.
  ///
  /// Never negative: the mean of the minimum is at most the minimum of the means.
  ///
  /// - Parameter fitted: for each option `E(cost | x)` in every draw.
  public static func ofChoice(_ fitted: [[Double]]) -> InformationValue {
    guard let count = fitted.first?.count, count > 0, fitted.count > 1 else { return .none }
    let means = fitted.map { $0.reduce(0, +) / Double(count) }
    var best = 0
    for option in means.indices where means[option] < means[best] { best = option }
    var gains = [Double](repeating: 0, count: count)
    for option in fitted.indices where option != best {
      for draw in 0..<count { gains[draw] = max(gains[draw], fitted[best][draw] - fitted[option][draw]) }
    }
    return InformationValue(value: gains.reduce(0, +) / Double(count), standardError: standardError(gains))
  }

  /// The standard error of a mean over draws.
  static func standardError(_ values: [Double]) -> Double {
    let size = RandomStream.drawsPerReplicate
    guard values.count >= 2 * size else { return standardErrorOfMean(values) }
    return standardErrorOfMean(
      stride(from: 0, to: values.count - size + 1, by: size).map { first in
        var sum = 0.0
        for draw in first..<first + size { sum += values[draw] }
        return sum / Double(size)
      })
  }

  static func standardErrorOfMean(_ values: [Double]) -> Double {
    let n = Double(values.count)
    guard n > 1 else { return .nan }
    let mean = values.reduce(0, +) / n
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * (n - 1))).squareRoot()
  }
}
