/// What knowing some inputs would be worth, from a simulation's own draws and a regression on those inputs.
///
/// Source of the regression: M. Strong, J. E. Oakley, A. Brennan, Medical Decision Making 34 (2014),
/// doi:10.1177/0272989X13505910.
public enum InformationValue {
  /// An estimate and its standard error.
  public struct Estimate: Sendable, Equatable {
    public var value: Double
    public var standardError: Double

    public init(value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }

    /// Nothing, for certain.
    public static let none = Estimate(value: 0, standardError: 0)
  }

  /// The share of an amount's variance that goes once the inputs are known: `1 - E var(Y | x) / var Y`.
  ///
  /// Corrected for the parameters of the regression, which explain some of any noise; what that makes less than nothing
  /// is nothing.
  ///
  /// - Parameters:
  ///   - amount: of every draw.
  ///   - fitted: `E(Y | x)` in every draw.
  ///   - parameters: of the regression.
  public static func varianceShare(of amount: UnsafeBufferPointer<Double>, fitted: [Double], parameters: Int)
    -> Estimate
  {
    let n = amount.count
    guard n > parameters, n > 1 else { return .none }
    let mean = amount.reduce(0, +) / Double(n)
    var (all, rest) = ([Double](), [Double]())
    for draw in 0..<n {
      let (deviation, residual) = (amount[draw] - mean, amount[draw] - fitted[draw])
      all.append(deviation * deviation)
      rest.append(residual * residual)
    }
    let variance = all.reduce(0, +)
    guard variance > 0 else { return .none }
    let left = rest.reduce(0, +) / variance
    let corrected = left * Double(n - 1) / Double(n - parameters)
    // A ratio of sums: linear in what each draw adds to either.
    let error = standardError((0..<n).map { (rest[$0] - left * all[$0]) / variance * Double(n) })
    return Estimate(value: max(0, 1 - corrected), standardError: error)
  }

  /// The share of the width P5-P95 of an amount that goes once the inputs are known, where they move the amount but
  /// hardly its spread: one less the width of `Y - E(Y | x)` over that of `Y`.
  ///
  /// The regression's parameters narrow what is left by chance; it is widened by `sqrt((n - 1) / (n - parameters))`.
  public static func bandShare(of amount: UnsafeBufferPointer<Double>, fitted: [Double], parameters: Int) -> Estimate {
    let n = amount.count
    guard n > parameters, n > 1 else { return .none }
    let residual = (0..<n).map { amount[$0] - fitted[$0] }
    let factor = (Double(n - 1) / Double(n - parameters)).squareRoot()
    func share(_ draws: Range<Int>) -> Double? {
      let before = width(Array(UnsafeBufferPointer(rebasing: amount[draws])))
      guard before > 0 else { return nil }
      return 1 - factor * width(Array(residual[draws])) / before
    }
    guard let value = share(0..<n) else { return .none }
    let size = n / batches
    guard size >= 40 else { return Estimate(value: max(0, value), standardError: .nan) }
    let parts = (0..<batches).compactMap { share($0 * size..<($0 + 1) * size) }
    return Estimate(value: max(0, value), standardError: standardErrorOfMean(parts))
  }

  /// What the choice among options gains once the inputs are known: the expected value of partial perfect information
  /// (EVPPI), `min over s of E(cost_s) - E[min over s of E(cost_s | x)]`.
  ///
  /// Never negative: the mean of the least is at most the least of the means.
  ///
  /// - Parameter fitted: for each option `E(cost | x)` in every draw.
  public static func ofChoice(_ fitted: [[Double]]) -> Estimate {
    guard let count = fitted.first?.count, count > 0, fitted.count > 1 else { return .none }
    let means = fitted.map { $0.reduce(0, +) / Double(count) }
    var best = 0
    for option in means.indices where means[option] < means[best] { best = option }
    var gains: [Double] = []
    gains.reserveCapacity(count)
    for draw in 0..<count {
      var least = fitted[best][draw]
      for option in fitted.indices { least = min(least, fitted[option][draw]) }
      gains.append(fitted[best][draw] - least)
    }
    return Estimate(value: gains.reduce(0, +) / Double(count), standardError: standardError(gains))
  }

  /// Parts of the draws from which the error of a band is taken.
  private static let batches = 20

  /// Of a mean of draws, from the means of replicates: those are independent with every sampler but `sobol`, for which
  /// this is more than the error.
  private static func standardError(_ values: [Double]) -> Double {
    let size = RandomStream.drawsPerReplicate
    guard values.count >= 2 * size else { return standardErrorOfMean(values) }
    return standardErrorOfMean(
      stride(from: 0, to: values.count - size + 1, by: size).map { first in
        values[first..<first + size].reduce(0, +) / Double(size)
      })
  }

  private static func standardErrorOfMean(_ values: [Double]) -> Double {
    let n = Double(values.count)
    guard n > 1 else { return .nan }
    let mean = values.reduce(0, +) / n
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * (n - 1))).squareRoot()
  }

  /// P95 less P5, as percentiles of draws are taken everywhere.
  private static func width(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[(values.count * 95 + 99) / 100 - 1] - sorted[(values.count * 5 + 99) / 100 - 1]
  }
}
