/// Spearman's rank correlation: to what extent two columns rise together, whatever the shape of their relation.
public enum RankCorrelation {
  /// The ranks of values, 1 for the smallest; equal values share the mean of their ranks.
  public static func ranks(_ values: UnsafeBufferPointer<Double>) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }

  /// Pearson's correlation of two columns, which for ranks is Spearman's; nil if one of them does not vary.
  public static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    precondition(a.count == b.count)
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (squaresA, squaresB, products) = (0.0, 0.0, 0.0)
    for index in a.indices {
      let (x, y) = (a[index] - meanA, b[index] - meanB)
      squaresA += x * x
      squaresB += y * y
      products += x * y
    }
    guard squaresA > 0, squaresB > 0 else { return nil }
    return products / (squaresA * squaresB).squareRoot()
  }
}
