@testable import CostEngine

/// Linear regression of an amount on features by least squares, with an intercept: by another method than that of
/// `ProductSums`, to compare with.
///
/// The features are made orthonormal one after another (Gram-Schmidt, with each projection done twice so that the
/// result is orthogonal to rounding error: L. Giraud, J. Langou, M. Rozloznik, Computers & Mathematics with
/// Applications 50 (2005), doi:10.1016/j.camwa.2005.08.009); a feature that is determined by those before it is left
/// out.
struct LeastSquares {
  private let draws: Int
  private var directions: [[Double]] = []

  /// Number of parameters: the features that were kept, and the intercept.
  var parameters: Int { directions.count + 1 }

  /// A feature is left out if no more than this share of its squares is independent of those before it.
  private static let tolerance = 1e-10

  /// - Parameter draws: number of values of each feature, one per draw.
  init(draws: Int) { self.draws = draws }

  /// - Precondition: every feature has a value for each draw.
  init(_ features: [[Double]], draws: Int) {
    self.init(draws: draws)
    for feature in features { add(feature) }
  }

  /// Adds a feature.
  mutating func add(_ feature: [Double]) {
    precondition(feature.count == draws)
    var direction = LeastSquares.centred(feature)
    let squares = LeastSquares.product(direction, direction)
    for _ in 0..<2 {
      for known in directions {
        LeastSquares.add(known, times: -LeastSquares.product(known, direction), to: &direction)
      }
    }
    let rest = LeastSquares.product(direction, direction)
    guard rest > LeastSquares.tolerance * squares, rest.isFinite else { return }
    let scale = 1 / rest.squareRoot()
    for draw in direction.indices { direction[draw] *= scale }
    directions.append(direction)
  }

  /// The prediction of the amount from the features, in every draw; its mean is that of the amount.
  func fitted(_ amount: some RandomAccessCollection<Double>) -> [Double] {
    let values = Array(amount)
    let mean = values.reduce(0, +) / Double(draws)
    let centred = LeastSquares.centred(values)
    var fitted = [Double](repeating: mean, count: draws)
    for direction in directions {
      LeastSquares.add(direction, times: LeastSquares.product(direction, centred), to: &fitted)
    }
    return fitted
  }

  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.map { $0 - mean }
  }

  /// Sum of products in eight partial sums, in the same order everywhere.
  static func product(_ a: [Double], _ b: [Double]) -> Double { product(a, b, 0..<a.count) }

  private static func product(_ a: [Double], _ b: [Double], _ draws: Range<Int>) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sums = SIMD8<Double>(repeating: 0)
        let registers = draws.count / 8
        for register in 0..<registers {
          let first = draws.lowerBound + 8 * register
          var (x, y) = (SIMD8<Double>(), SIMD8<Double>())
          for lane in 0..<8 {
            x[lane] = a[first + lane]
            y[lane] = b[first + lane]
          }
          sums += x * y
        }
        for rest in (8 * registers)..<draws.count {
          sums[rest % 8] += a[draws.lowerBound + rest] * b[draws.lowerBound + rest]
        }
        return sums.sum()
      }
    }
  }

  private static func add(_ values: [Double], times factor: Double, to target: inout [Double]) {
    target.withUnsafeMutableBufferPointer { target in
      values.withUnsafeBufferPointer { values in
        for draw in target.indices { target[draw] += factor * values[draw] }
      }
    }
  }
}
