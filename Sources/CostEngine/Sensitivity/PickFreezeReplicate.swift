/// The contribution of one replicate to the influence of groups: sums over its draws, of amounts less the centre.
public struct PickFreezeReplicate: Sendable {
  /// The sums of one group.
  struct Sums: Sendable {
    /// Sum of `f(B) (f(AB) - f(A))`.
    var first = 0.0
    /// Sum of `(f(AB) - f(A))^2`.
    var total = 0.0
    /// Sums of the amounts with the group at its low and at its high end.
    var low = 0.0
    var high = 0.0
  }

  /// f(A) of every draw, EUR.
  public let amounts: [Double]
  /// Sum of f(A).
  let sum: Double
  /// Sum of f(B).
  let otherSum: Double
  /// Sum of the squares of f(A) and f(B).
  let squares: Double
  var groups: [Sums] = []

  /// Whether every amount is within the range that a simulation counts.
  public var isCounted: Bool { amounts.allSatisfy { abs($0) <= Cents.limit / 100 } && squares.isFinite }

  /// - Parameters:
  ///   - amounts: f(A), before the centre is subtracted.
  ///   - other: f(B), likewise.
  init(amounts: [Double], centre: Double, other: [Double]) {
    self.amounts = amounts
    var (sum, otherSum, squares) = (0.0, 0.0, 0.0)
    for draw in amounts.indices {
      let (a, b) = (amounts[draw] - centre, other[draw] - centre)
      sum += a
      otherSum += b
      squares += a * a + b * b
    }
    (self.sum, self.otherSum, self.squares) = (sum, otherSum, squares)
  }

  /// Sums of given amounts, for models other than the cost model.
  ///
  /// - Parameters:
  ///   - a: f(A).
  ///   - b: f(B).
  ///   - exchanged: for each group f(AB).
  public init(a: [Double], b: [Double], exchanged: [[Double]], centre: Double) {
    self.init(amounts: a, centre: centre, other: b)
    groups = exchanged.map { amounts in
      var sums = Sums()
      sums.add(a: a, b: b, exchanged: amounts, centre: centre)
      return sums
    }
  }
}

extension PickFreezeReplicate.Sums {
  mutating func add(a: [Double], b: [Double], exchanged: [Double], centre: Double) {
    for draw in a.indices {
      let change = exchanged[draw] - a[draw]
      first += (b[draw] - centre) * change
      total += change * change
    }
  }
}
