import CostEngine

/// Searches a range, from one end, for the first value at which a condition holds.
///
/// A grid over the whole range is tried first, because the condition may hold at some values and fail again beyond
/// them; then the interval before the first grid value at which it holds is bisected until two neighbouring values
/// remain.
public struct SolutionSearch {
  /// Candidate values, ascending.
  public let values: [Double]
  /// Positions in ``values``, ascending, including the first and the last.
  public let grid: [Int]
  /// The distance between values; nil if the grid contains them all.
  public let precision: Double?

  /// All whole numbers in a range.
  public init(whole from: Double, _ to: Double) {
    values = (0...Int(to - from)).map { from + Double($0) }
    grid = Array(values.indices)
    precision = nil
  }

  /// Numbers that are a power of ten apart, between 1,000 and 10,000 of them.
  ///
  /// - Parameter count: number of grid values, 2 or more.
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
    // Dividing whole numbers gives the double nearest to the decimal that a user would type.
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

  /// The first position, from one end, at which the condition holds, and the one before it, at which it does not.
  ///
  /// - Parameters:
  ///   - isReversed: whether to look from the largest value down.
  ///   - holds: evaluates the condition at a position; called more than once for some.
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
