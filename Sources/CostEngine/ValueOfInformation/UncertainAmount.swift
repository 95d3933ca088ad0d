/// The draws of an amount, part of whose uncertainty may disappear once inputs are known.
public struct UncertainAmount: Sendable {
  /// The amount in every draw, EUR.
  public let draws: [Double]
  private let squares: [Double]
  private let sumOfSquares: Double
  /// P95 less P5, EUR.
  public let width: Double
  /// The same width for each of ``batches`` parts of the draws; empty if there are too few.
  private let widths: [Double]

  /// Number of parts of the draws from which the error of a band is estimated.
  private static let batches = 20

  public init(_ draws: some Collection<Double>) {
    let values = Array(draws)
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    self.draws = values
    squares = values.map { ($0 - mean) * ($0 - mean) }
    sumOfSquares = squares.reduce(0, +)
    width = UncertainAmount.width(values[...])
    widths = UncertainAmount.parts(of: values).map(UncertainAmount.width)
  }

  /// The share of the variance that disappears once inputs are known: `1 - E var(Y | x) / var Y`.
  ///
  /// Corrected for the parameters of the regression, which explain part of any noise; a negative result of the
  /// correction becomes zero.
  ///
  /// - Parameters:
  ///   - fitted: `E(Y | x)` in every draw.
  ///   - parameters: number of parameters of the regression.
  public func varianceShare(knowing fitted: [Double], parameters: Int) -> InformationValue {
    let n = draws.count
    guard n > parameters, sumOfSquares > 0 else { return .none }
    var rest = [Double](repeating: 0, count: n)
    for draw in 0..<n {
      let residual = draws[draw] - fitted[draw]
      rest[draw] = residual * residual
    }
    let left = rest.reduce(0, +) / sumOfSquares
    // Linearised ratio of sums: the contribution of each draw to either.
    for draw in 0..<n { rest[draw] = (rest[draw] - left * squares[draw]) / sumOfSquares * Double(n) }
    let corrected = left * Double(n - 1) / Double(n - parameters)
    return InformationValue(
      value: max(0, 1 - corrected), standardError: InformationValue.standardError(rest))
  }

  /// The share of the width P5-P95 that disappears once inputs are known, if they move the amount but hardly its
  /// spread: one less the width of `Y - E(Y | x)` divided by that of `Y`.
  ///
  /// The regression's parameters narrow the remainder by chance; it is widened by `sqrt((n - 1) / (n - parameters))`.
  public func bandShare(knowing fitted: [Double], parameters: Int) -> InformationValue {
    let n = draws.count
    guard n > parameters, width > 0 else { return .none }
    var residual = [Double](repeating: 0, count: n)
    for draw in 0..<n { residual[draw] = draws[draw] - fitted[draw] }
    let factor = (Double(n - 1) / Double(n - parameters)).squareRoot()
    let value = 1 - factor * UncertainAmount.width(residual[...]) / width
    var shares: [Double] = []
    for (part, before) in zip(UncertainAmount.parts(of: residual), widths) where before > 0 {
      shares.append(1 - factor * UncertainAmount.width(part) / before)
    }
    return InformationValue(value: max(0, value), standardError: InformationValue.standardErrorOfMean(shares))
  }

  private static func parts(of values: [Double]) -> [ArraySlice<Double>] {
    let size = values.count / batches
    return size < 40 ? [] : (0..<batches).map { values[$0 * size..<($0 + 1) * size] }
  }

  /// P95 less P5, with the definition of percentiles of draws used everywhere.
  private static func width(_ values: ArraySlice<Double>) -> Double {
    guard !values.isEmpty else { return 0 }
    var moved = Array(values)
    return moved.withUnsafeMutableBufferPointer { moved in
      let (first, last) = ((moved.count * 5 + 99) / 100 - 1, (moved.count * 95 + 99) / 100 - 1)
      let high = OrderStatistic.select(last, of: moved)
      return high - OrderStatistic.select(first, of: UnsafeMutableBufferPointer(rebasing: moved[...last]))
    }
  }
}
