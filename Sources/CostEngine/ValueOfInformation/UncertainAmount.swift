/// The draws of an amount, part of whose uncertainty may disappear once inputs are known.
public struct UncertainAmount: Sendable {
  /// The amount in every draw, EUR.
  public let draws: [Double]
  private let squares: [Double]
  private let sumOfSquares: Double
  private let band: MeanWidth

  public init(_ draws: some Collection<Double>) {
    let values = Array(draws)
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    self.draws = values
    squares = values.map { ($0 - mean) * ($0 - mean) }
    sumOfSquares = squares.reduce(0, +)
    band = MeanWidth(values)
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

  /// The share of the width P5-P95 that disappears once inputs are known, on average over the answers; see
  /// ``MeanWidth``.
  ///
  /// The regression's parameters narrow the remainder by chance; it is widened by `sqrt((n - 1) / (n - parameters))`.
  public func bandShare(knowing fitted: [Double], parameters: Int) -> InformationValue {
    let n = draws.count
    guard n > parameters else { return .none }
    let factor = (Double(n - 1) / Double(n - parameters)).squareRoot()
    return band.share(fitted: fitted, residuals: zip(draws, fitted).map { $0 - $1 }, factor: factor)
  }
}
