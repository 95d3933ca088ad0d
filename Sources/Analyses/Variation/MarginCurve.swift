/// How far a condition is met along a range, as far as it was looked at: where that may change between the points.
struct MarginCurve {
  struct Point {
    /// See ``SolutionSearch/values``.
    var position: Int
    /// 0 or more where the condition holds.
    var margin: Double
  }

  /// Positions between which the margin turns, and may reach the other side of 0 and return.
  struct Turn {
    var from: Int
    var to: Int
    /// Whether the margin is negative on both sides.
    var isPeak: Bool
    /// How near to 0 it comes at the points.
    var distance: Double
  }

  /// Ascending by position.
  let points: [Point]

  /// Neighbouring positions of which one meets the condition and the other does not.
  var crossings: [(inside: Int, outside: Int)] {
    zip(points, points.dropFirst()).compactMap { first, next in
      guard (first.margin >= 0) != (next.margin >= 0) else { return nil }
      return first.margin >= 0
        ? (inside: first.position, outside: next.position) : (inside: next.position, outside: first.position)
    }
  }

  /// The turning points that may touch or cross 0 beside their points, nearest first.
  ///
  /// A turn may lie beyond its point by as much as the curve moves in a step nearby. Where the condition holds nowhere, the
  /// turn that comes nearest of all is always among them, so that what is told of it is right.
  var turns: [Turn] {
    var turns: [Turn] = []
    var nearest: Turn?
    for index in points.indices {
      let point = points[index]
      let isPeak = point.margin < 0
      func isBeyond(_ other: Int) -> Bool {
        guard points.indices.contains(other) else { return true }
        let difference = points[other].margin - point.margin
        return isPeak ? difference <= 0 : difference >= 0
      }
      guard isBeyond(index - 1), isBeyond(index + 1), !isLevel(at: index) else { continue }
      let turn = Turn(
        from: points[max(0, index - 1)].position, to: points[min(points.count - 1, index + 1)].position,
        isPeak: isPeak, distance: point.margin.magnitude)
      if isPeak, nearest.map({ turn.distance < $0.distance }) != false { nearest = turn }
      if point.margin.magnitude <= steepness(near: index) { turns.append(turn) }
    }
    if let nearest, !points.contains(where: { $0.margin >= 0 }),
      !turns.contains(where: { $0.from == nearest.from && $0.to == nearest.to })
    {
      turns.append(nearest)
    }
    return turns.sorted { ($0.distance, $0.from) < ($1.distance, $1.from) }
  }

  /// Whether the margin is the same on both sides: nothing turns there.
  private func isLevel(at index: Int) -> Bool {
    [index - 1, index + 1].allSatisfy { !points.indices.contains($0) || points[$0].margin == points[index].margin }
  }

  /// The largest change of the margin in a step, of the two steps on either side of a point.
  private func steepness(near index: Int) -> Double {
    var most = 0.0
    for step in index - 2...index + 1 where points.indices.contains(step) && points.indices.contains(step + 1) {
      most = max(most, (points[step + 1].margin - points[step].margin).magnitude)
    }
    return most
  }
}
