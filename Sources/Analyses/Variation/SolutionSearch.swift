/// The values among which one is sought that meets a condition.
public struct SolutionSearch {
  /// Candidate values, ascending.
  public let values: [Double]
  /// Positions in ``values``, ascending, including the first and the last: the first pass over the range.
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

  /// Positions that divide each step of the grid into equal parts, as far as there are so many values.
  func between(parts: Int) -> [Int] {
    zip(grid, grid.dropFirst()).flatMap { first, next in
      var found: [Int] = []
      for part in 1..<parts {
        let position = first + (next - first) * part / parts
        if position > (found.last ?? first), position < next { found.append(position) }
      }
      return found
    }
  }

  /// The first position, from one end, at which the condition holds, and the one before it, at which it does not.
  ///
  /// Before the first position of those tried at which it holds, the interval is bisected until two neighbouring values
  /// remain.
  ///
  /// - Parameters:
  ///   - tried: positions, ascending.
  ///   - isReversed: whether to look from the largest value down.
  ///   - holds: evaluates the condition at a position; called more than once for some.
  func first<Failure: Error>(
    among tried: [Int], isReversed: Bool, _ holds: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> (position: Int, before: Int?)? {
    var before: Int?
    for place in isReversed ? tried.reversed() : tried {
      guard try holds(place) else {
        before = place
        continue
      }
      guard let outside = before else { return (place, nil) }
      let edge = try edge(inside: place, outside: outside, holds)
      return (edge.inside, edge.outside)
    }
    return nil
  }

  /// Two neighbouring values between which a condition begins to hold.
  func edge<Failure: Error>(
    inside: Int, outside: Int, _ holds: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> (inside: Int, outside: Int) {
    var (inside, outside) = (inside, outside)
    while abs(inside - outside) > 1 {
      let middle = (inside + outside) / 2
      if try holds(middle) { inside = middle } else { outside = middle }
    }
    return (inside, outside)
  }

  /// Looks between two positions for the highest margin, supposing that there is one peak (golden section), until a margin
  /// is reached that suffices.
  ///
  /// - Parameter margin: at a position; called more than once for some. Lowest where nothing can be computed.
  func climb<Failure: Error>(
    from: Int, to: Int, until enough: Double, _ margin: (Int) throws(Failure) -> Double
  ) throws(Failure) {
    var (low, high) = (from, to)
    while high - low > 3 {
      let first = low + max(1, (high - low) * 382 / 1000)
      let second = max(first + 1, high - max(1, (high - low) * 382 / 1000))
      let (left, right) = (try margin(first), try margin(second))
      if max(left, right) >= enough { return }
      if left >= right { high = second }
      if right >= left { low = first }
    }
    for position in low...high where try margin(position) >= enough { return }
  }
}
