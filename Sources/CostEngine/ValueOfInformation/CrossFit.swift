/// Regressions in which each part of the draws is predicted from the other parts only, so that noise explained by
/// chance is not mistaken for an effect of the features (V. Chernozhukov and others, The Econometrics Journal 21
/// (2018), doi:10.1111/ectj.12097). Sums of many predicted amounts need this, as what each explains by chance adds up.
///
/// The directions are orthonormal over all draws, so for any sum of squares the other parts have one less the part's
/// own.
public struct CrossFit: Sendable {
  /// A direction is left out for a part if the other parts contain no more than this share of its squares.
  private static let tolerance = 0.1

  private let size: Int
  /// Draws of each part: one replicate each, the last one including the remainder.
  let parts: [Range<Int>]
  /// The lower triangle of each part's Cholesky factor, row by row.
  private var factors: [Double]
  /// The reciprocals of its diagonal; 0 if a direction is left out.
  private var scales: [Double]

  /// - Parameters:
  ///   - directions: number of directions.
  ///   - draws: number of draws; with fewer than two replicates nothing is predicted.
  ///   - product: returns the sum of products of two directions over a part.
  init(directions: Int, draws: Int, product: (_ part: Range<Int>, _ a: Int, _ b: Int) -> Double) {
    size = directions
    let length = RandomStream.drawsPerReplicate
    let last = max(1, draws / length) - 1
    parts = (0...last).map { $0 * length..<($0 == last ? draws : ($0 + 1) * length) }
    factors = [Double](repeating: 0, count: parts.count * size * size)
    scales = [Double](repeating: 0, count: parts.count * size)
    for part in parts.indices {
      for row in 0..<size {
        let own = (part * size + row) * size
        for column in 0...row {
          let other = (part * size + column) * size
          var rest = (row == column ? 1 : 0) - product(parts[part], row, column)
          for known in 0..<column { rest -= factors[own + known] * factors[other + known] }
          if column < row {
            factors[own + column] = rest * scales[part * size + column]
          } else if rest > CrossFit.tolerance {
            scales[part * size + row] = 1 / rest.squareRoot()
          }
        }
      }
    }
  }

  /// The coefficients of the directions, by part.
  ///
  /// - Parameter products: the sums of products of each part's directions and an amount, by part.
  func coefficients(_ products: [Double]) -> [Double] {
    precondition(products.count == parts.count * size)
    var coefficients = products
    for direction in 0..<size {
      var total = 0.0
      for part in parts.indices { total += products[part * size + direction] }
      for part in parts.indices { coefficients[part * size + direction] = total - products[part * size + direction] }
    }
    for part in parts.indices {
      let (first, own) = (part * size * size, part * size)
      for row in 0..<size {
        var rest = coefficients[own + row]
        for column in 0..<row { rest -= factors[first + row * size + column] * coefficients[own + column] }
        coefficients[own + row] = rest * scales[own + row]
      }
      for row in stride(from: size - 1, through: 0, by: -1) {
        var rest = coefficients[own + row]
        for below in row + 1..<max(row + 1, size) {
          rest -= factors[first + below * size + row] * coefficients[own + below]
        }
        coefficients[own + row] = rest * scales[own + row]
      }
    }
    return coefficients
  }
}
