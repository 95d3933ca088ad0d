/// The sums of products of columns of draws with each other, by part of the draws: all that regressions of some of the
/// columns on others need, so that many sets of features, each part told by the others, take no further pass over the
/// draws.
///
/// Column 0 is the constant 1; those that were given follow.
public struct ProductSums: Sendable {
  /// A feature is left out if no more than this share of its squares is independent of those before it.
  private static let tolerance = 1e-9

  /// Number of columns, the constant included.
  public let size: Int
  public let parts: Int
  public let draws: Int
  private var byPart: [Double]
  private var total: [Double]

  /// - Parameter columns: the draws of each column; less their mean, if the means are large.
  public init(_ columns: [UnsafePointer<SIMD8<Double>>], parts: DrawParts) {
    size = columns.count + 1
    self.parts = parts.count
    draws = parts.draws
    byPart = [Double](repeating: 0, count: parts.count * size * size)
    total = [Double](repeating: 0, count: size * size)
    for (part, registers) in parts.registers.enumerated() {
      let first = part * size * size
      byPart[first] = Double(8 * registers.count)
      for (index, a) in columns.enumerated() {
        let row = index + 1
        var sum = Register(repeating: 0)
        for v in registers { sum += a[v] }
        set(first, row, 0, sum.sum())
        var other = 0
        while other + 4 <= row {
          let (b, c, d, e) = (columns[other], columns[other + 1], columns[other + 2], columns[other + 3])
          var sums = (
            Register(repeating: 0), Register(repeating: 0), Register(repeating: 0), Register(repeating: 0)
          )
          for v in registers {
            let value = a[v]
            sums.0 += value * b[v]
            sums.1 += value * c[v]
            sums.2 += value * d[v]
            sums.3 += value * e[v]
          }
          set(first, row, other + 1, sums.0.sum())
          set(first, row, other + 2, sums.1.sum())
          set(first, row, other + 3, sums.2.sum())
          set(first, row, other + 4, sums.3.sum())
          other += 4
        }
        while other < row {
          let b = columns[other]
          var sum = Register(repeating: 0)
          for v in registers { sum += a[v] * b[v] }
          set(first, row, other + 1, sum.sum())
          other += 1
        }
      }
      for place in 0..<size * size { total[place] += byPart[first + place] }
    }
  }

  private mutating func set(_ first: Int, _ row: Int, _ column: Int, _ value: Double) {
    byPart[first + row * size + column] = value
    byPart[first + column * size + row] = value
  }

  /// The sum of products of two columns over all draws.
  func sum(_ a: Int, _ b: Int) -> Double { total[a * size + b] }

  private func sum(_ a: Int, _ b: Int, without part: Int?) -> Double {
    part.map { total[a * size + b] - byPart[($0 * size + a) * size + b] } ?? total[a * size + b]
  }

  /// The regressions of a target on the first so many of some features, and a constant.
  ///
  /// - Parameters:
  ///   - features: columns, in order.
  ///   - prefixes: for each regression how many of the features it has; ascending.
  ///   - targets: columns to be explained.
  /// - Returns: for each prefix a regression of each target.
  public func fits(_ features: [Int], prefixes: [Int], targets: [Int]) -> [[PartFit]] {
    let columns = [0] + features
    let whole = factor(columns, without: nil)
    let others = (0..<parts).map { factor(columns, without: $0) }
    return prefixes.map { prefix in
      let used = Array(columns[...prefix])
      return targets.map { target in
        let coefficients = solution(whole, used, columns.count, target, without: nil)
        let byPart = (0..<parts).map { solution(others[$0], used, columns.count, target, without: $0) }
        let (left, _) = squares(coefficients, used, target, part: nil)
        var fit = PartFit(
          coefficients: coefficients, withheldCoefficients: byPart,
          parameters: used.indices.count { whole.scales[$0] > 0 }, draws: draws, left: left)
        for part in 0..<parts {
          let (left, squares) = squares(byPart[part], used, target, part: part)
          fit.withheld.append(left)
          fit.squares.append(squares)
        }
        return fit
      }
    }
  }

  /// The regression of a target on features and a constant.
  public func fit(_ features: [Int], target: Int) -> PartFit {
    fits(features, prefixes: [features.count], targets: [target])[0][0]
  }

  private struct Factor {
    /// The lower triangle of the Cholesky factor, row by row.
    var rows: [Double]
    /// The reciprocals of its diagonal; 0 if a feature is left out.
    var scales: [Double]
  }

  private func factor(_ columns: [Int], without part: Int?) -> Factor {
    let count = columns.count
    var factor = Factor(
      rows: [Double](repeating: 0, count: count * count), scales: [Double](repeating: 0, count: count))
    factor.rows.withUnsafeMutableBufferPointer { rows in
      for row in 0..<count {
        let whole = sum(columns[row], columns[row], without: part)
        for column in 0...row {
          var rest = sum(columns[row], columns[column], without: part)
          for known in 0..<column { rest -= rows[row * count + known] * rows[column * count + known] }
          if column < row {
            rows[row * count + column] = rest * factor.scales[column]
          } else if rest > ProductSums.tolerance * whole, rest < .infinity {
            factor.scales[row] = 1 / rest.squareRoot()
            rows[row * count + row] = rest.squareRoot()
          }
        }
      }
    }
    return factor
  }

  private func solution(_ factor: Factor, _ columns: [Int], _ stride: Int, _ target: Int, without part: Int?)
    -> [Double]
  {
    var solution = columns.map { sum($0, target, without: part) }
    for row in columns.indices {
      var rest = solution[row]
      for column in 0..<row { rest -= factor.rows[row * stride + column] * solution[column] }
      solution[row] = rest * factor.scales[row]
    }
    for row in columns.indices.reversed() {
      var rest = solution[row]
      for below in (row + 1)..<max(row + 1, columns.count) {
        rest -= factor.rows[below * stride + row] * solution[below]
      }
      solution[row] = rest * factor.scales[row]
    }
    return solution
  }

  /// The squares of a target in a part (or in all draws) that a prediction leaves, and those about the overall mean.
  private func squares(_ coefficients: [Double], _ columns: [Int], _ target: Int, part: Int?) -> (
    left: Double, whole: Double
  ) {
    let matrix = part == nil ? total : byPart
    let first = part.map { $0 * size * size } ?? 0
    return matrix.withUnsafeBufferPointer { sums in
      let own = sums[first + target * size + target]
      var left = own
      for (index, a) in columns.enumerated() where coefficients[index] != 0 {
        let row = first + a * size
        var across = -2 * sums[row + target]
        for (other, b) in columns.enumerated() { across += coefficients[other] * sums[row + b] }
        left += coefficients[index] * across
      }
      let mean = total[target] / total[0]
      let whole = own - mean * (2 * sums[first + target] - mean * sums[first])
      return (left: max(0, left), whole: max(0, whole))
    }
  }
}

/// A regression of a target on features and a constant: from all draws, and for each part from the other parts.
public struct PartFit: Sendable {
  /// Of the constant, then of the features in their order.
  public let coefficients: [Double]
  /// For each part the coefficients that the other parts show.
  let withheldCoefficients: [[Double]]
  /// Number of parameters: the features that were kept, and the constant.
  public let parameters: Int
  let draws: Int
  /// Sum of squares that the regression leaves.
  let left: Double
  /// For each part the sum of squares that is left once it is told by the others.
  public internal(set) var withheld: [Double] = []
  /// For each part the target's sum of squares about its mean.
  public internal(set) var squares: [Double] = []

  /// The target's sum of squares about its mean.
  public var sumOfSquares: Double { squares.reduce(0, +) }

  /// The squares that the features explain, less what the parameters explain of any noise; may be negative.
  public var explained: Double {
    let whole = sumOfSquares
    guard draws > parameters else { return 0 }
    return whole - left * Double(draws - 1) / Double(draws - parameters)
  }

  /// The share of the target's variance that goes once the features are known, corrected for the parameters, which
  /// explain part of any noise: right on average, and never negative.
  public var share: InformationValue {
    let whole = sumOfSquares
    guard whole > 0, draws > parameters else { return .none }
    return InformationValue(value: max(0, explained / whole), standardError: standardError)
  }

  /// The same share as each part is told by the others: what is known of draws that took no part in the regression.
  public var withheldShare: InformationValue {
    let whole = sumOfSquares
    guard whole > 0 else { return .none }
    return InformationValue(value: max(0, 1 - withheld.reduce(0, +) / whole), standardError: standardError)
  }

  /// From how the parts differ, each told by a regression of the others: so it contains the regression's own error.
  private var standardError: Double {
    let left = withheld.reduce(0, +) / sumOfSquares
    return DrawParts.standardError(ofSum: zip(withheld, squares).map { $0 - left * $1 }) / sumOfSquares
  }

  /// What this regression tells beyond another one of the same target with fewer features, as withheld draws show it.
  public func gain(beyond other: PartFit) -> InformationValue {
    let whole = sumOfSquares
    guard whole > 0 else { return .none }
    let gains = zip(other.withheld, withheld).map { $0 - $1 }
    return InformationValue(
      value: gains.reduce(0, +) / whole, standardError: DrawParts.standardError(ofSum: gains) / whole)
  }

  /// Writes the prediction in every draw into a column.
  ///
  /// - Parameter columns: those of the features.
  public func write(_ columns: [UnsafePointer<SIMD8<Double>>], registers: Int, into target: DrawColumns.Column) {
    write(coefficients, columns, 0..<registers, constant: coefficients[0], into: target)
  }

  /// Writes the prediction of each part from the others into a column, without the constant: what the mean of the other
  /// parts says of that of a part is noise, which would add up where many predictions of one target are summed.
  ///
  /// - Parameter columns: those of the features, less their means.
  public func writeWithheld(
    _ columns: [UnsafePointer<SIMD8<Double>>], parts: DrawParts, into target: DrawColumns.Column
  ) {
    for (part, registers) in parts.registers.enumerated() {
      write(withheldCoefficients[part], columns, registers, constant: 0, into: target)
    }
  }

  private func write(
    _ coefficients: [Double], _ columns: [UnsafePointer<SIMD8<Double>>], _ registers: Range<Int>,
    constant: Double, into target: DrawColumns.Column
  ) {
    for v in registers { target[v] = Register(repeating: constant) }
    for index in 0..<coefficients.count - 1 where coefficients[index + 1] != 0 {
      let (column, coefficient) = (columns[index], coefficients[index + 1])
      for v in registers { target[v] += column[v] * coefficient }
    }
  }
}
