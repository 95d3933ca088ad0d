/// The value of knowing some inputs, and its standard error.
///
/// It is estimated from a simulation's own draws by regression on those inputs: M. Strong, J. E. Oakley, A. Brennan,
/// Medical Decision Making 34 (2014), doi:10.1177/0272989X13505910. The error is that of sampling, from replicates or parts
/// of them, which are independent with every sampler but `sobol`, for which it overstates the error.
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

  /// Whether the value is more than its own standard error.
  public var isTold: Bool { value > 0 && !(value <= standardError) }

  /// This value, or 0 with the same error where it is not more than its error.
  public var told: InformationValue {
    isTold ? self : InformationValue(value: 0, standardError: standardError)
  }

  /// An option beside the first one.
  public struct Alternative: Sendable {
    /// Its cost less that of the first option, in every draw.
    public var difference: [Double]
    /// The same as the inputs let expect it.
    public var fitted: [Double]

    public init(difference: [Double], fitted: [Double]) {
      self.difference = difference
      self.fitted = fitted
    }
  }

  /// The expected gain in the choice among options once the inputs are known: the expected value of partial perfect
  /// information (EVPPI), `min over s of E(cost_s) - E[min over s of E(cost_s | x)]`.
  ///
  /// It is computed from differences of costs, in which all that options share cancels out: a regression of each cost by
  /// itself makes errors as large as the costs. The error contains that of the regressions: what an answer's prediction
  /// owes to one draw counts where the choice depends on it (the infinitesimal jackknife: L. A. Jaeckel 1972; B. Efron,
  /// JRSS B 54 (1992), doi:10.1111/j.2517-6161.1992.tb01866.x).
  ///
  /// - Parameters:
  ///   - alternatives: all options but the first one.
  ///   - regressed: the regression of any column on the features of one of the alternatives, in every draw.
  public static func ofChoice(_ alternatives: [Alternative], regressed: (_ option: Int, [Double]) -> [Double])
    -> InformationValue
  {
    guard let count = alternatives.first?.fitted.count, count > 0 else { return .none }
    // The best by what is known now; -1 for the first option, whose difference is 0.
    var (best, least) = (-1, 0.0)
    for (option, alternative) in alternatives.enumerated() {
      let mean = alternative.difference.reduce(0, +) / Double(count)
      if mean < least { (best, least) = (option, mean) }
    }
    var gains = [Double](repeating: 0, count: count)
    var chosen = [Int](repeating: best, count: count)
    for draw in 0..<count {
      let known = best < 0 ? 0 : alternatives[best].fitted[draw]
      var lowest = known
      if 0 < lowest { (lowest, chosen[draw]) = (0, -1) }
      for option in alternatives.indices where alternatives[option].fitted[draw] < lowest {
        (lowest, chosen[draw]) = (alternatives[option].fitted[draw], option)
      }
      gains[draw] = known - lowest
    }
    let value = gains.reduce(0, +) / Double(count)
    guard value > 0 else { return .none }
    for (option, alternative) in alternatives.enumerated() {
      // How the gain changes with the prediction: what is chosen instead costs it, the best one is left for it.
      let changes = chosen.map { $0 == best ? 0 : $0 == option ? -1 : option == best ? 1.0 : 0 }
      guard changes.contains(where: { $0 != 0 }) else { continue }
      let weights = regressed(option, changes)
      for draw in 0..<count {
        gains[draw] += weights[draw] * (alternative.difference[draw] - alternative.fitted[draw])
      }
    }
    return InformationValue(value: value, standardError: standardError(gains))
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
