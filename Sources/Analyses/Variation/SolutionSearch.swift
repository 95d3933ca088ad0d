import CostEngine

/// Looks for the first value, from one end of a range, at which something holds.
///
/// A grid over the whole range comes first, because what holds need not go on holding; then the stretch before the first
/// grid value at which it holds is halved until two neighbouring values remain.
public struct SolutionSearch {
  /// Ascending.
  public let values: [Double]
  /// Positions in ``values``, ascending, the first and the last among them.
  public let grid: [Int]
  /// How far apart the values lie; nil where the grid has them all.
  public let precision: Double?

  /// All whole numbers of a range.
  public init(whole from: Double, _ to: Double) {
    values = (0...Int(to - from)).map { from + Double($0) }
    grid = Array(values.indices)
    precision = nil
  }

  /// Numbers that are a power of ten apart, between 1,000 and 10,000 of them.
  ///
  /// - Parameter count: values of the grid, 2 or more.
  public init(from: Double, _ to: Double, grid count: Int) {
    var exponent = 0
    func steps(_ exponent: Int) -> Double {
      var width = to - from
      for _ in 0..<max(0, -exponent) { width *= 10 }
      for _ in 0..<max(0, exponent) { width /= 10 }
      return width
    }
    while steps(exponent) >= 10_000 { exponent += 1 }
    while steps(exponent) < 1000 { exponent -= 1 }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    // A division of whole numbers is the nearest number to the decimal that a user would type.
    func value(_ multiple: Double) -> Double { exponent < 0 ? multiple / power : multiple * power }
    func multiple(_ value: Double) -> Double { exponent < 0 ? value * power : value / power }
    var values = [from]
    var next = multiple(from).rounded(.down)
    while value(next) < to {
      if value(next) > from { values.append(value(next)) }
      next += 1
    }
    values.append(to)
    self.values = values
    let last = values.count - 1
    grid = (0..<count).map { ($0 * last + (count - 1) / 2) / (count - 1) }
    precision = value(1)
  }

  /// The first position, from an end, at which it holds, and the one before it, at which it does not.
  ///
  /// - Parameters:
  ///   - isReversed: whether to look from the largest value down.
  ///   - holds: is asked for positions; more often than once for some.
  func first<Failure: Error>(
    isReversed: Bool, _ holds: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> (position: Int, before: Int?)? {
    var before: Int?
    for place in isReversed ? grid.reversed() : grid {
      guard try holds(place) else {
        before = place
        continue
      }
      guard var outside = before else { return (place, nil) }
      var inside = place
      while abs(inside - outside) > 1 {
        let middle = (inside + outside) / 2
        if try holds(middle) { inside = middle } else { outside = middle }
      }
      return (inside, outside)
    }
    return nil
  }
}
