import CostEngine

/// The percentages of certainty (*zekerheidspercentages*) in which boards decide: the amount that suffices in so many of
/// a hundred cases is the percentile of that number.
enum Certainty {
  static let percentages = [50, 70, 75, 80, 85, 90, 95, 99]
  /// The one of tables of regions.
  static let usual = 80

  /// Those of ``percentages`` whose percentiles are in the results.
  static func known(_ gaps: ResultsGaps) -> [Int] {
    let columns = ResultsColumn.allCases.filter(gaps.tells).compactMap { $0.percentage }
    return percentages.filter(columns.contains)
  }
}

extension Summary {
  /// One of the percentiles of ``Summary/percentages``.
  func percentile(_ percentage: Int) -> Double { percentiles[Summary.percentages.firstIndex(of: percentage)!] }

  /// A percentile that is a percentage of certainty, as finely as it may be shown.
  ///
  /// Its error is `sqrt(p (1 - p) / n) / f(x_p)` of independent draws of a normal amount, in standard deviations, and
  /// never less than the resolution of percentiles.
  func shownPercentile(_ percentage: Int, draws: Int) -> ShownFigure {
    let value = percentile(percentage)
    if isConstant && draws > 1 { return ShownFigure(exact: value) }
    guard draws > 1 else { return ShownFigure(value, error: .nan, finest: 0) }
    let factor: Double
    switch percentage {
    case ..<60: factor = 1.25
    case ..<72: factor = 1.32
    case ..<77: factor = 1.36
    case ..<82: factor = 1.43
    case ..<87: factor = 1.53
    case ..<92: factor = 1.71
    case ..<97: factor = 2.11
    default: factor = 3.73
    }
    let error = factor * standardDeviation / Double(draws).squareRoot()
    return ShownFigure(value, error: max(error, 0.0005 * value.magnitude), finest: 0)
  }

  /// Where the mean lies among the draws, in percent: about so many of a hundred cases need no more than expected.
  enum PlaceOfMean: Equatable {
    case below(Int)
    case about(Int)
    case above(Int)
  }

  /// The place of the mean, between the percentiles that are known; nil of an amount that is certain, or of which no
  /// percentiles are known.
  ///
  /// A results folder has no more than these percentiles, so between two of them the place follows a curve through all:
  /// a monotone cubic (Fritsch and Carlson 1980, doi 10.1137/0717021; slopes after Fritsch and Butland 1984,
  /// doi 10.1137/0905021). Of normal, gamma and lognormal amounts it is within 0.3 percentage points; where many draws
  /// give the same amount, only between the percentiles on either side.
  var placeOfMean: PlaceOfMean? {
    guard standardDeviation > 0, mean.isFinite else { return nil }
    // Of several percentiles with one amount the highest counts: so many draws are at or below it.
    var points: [(amount: Double, percentage: Double)] = []
    for (percentage, amount) in zip(Summary.percentages, percentiles) where !amount.isNaN {
      if let last = points.last, last.amount >= amount { points.removeLast() }
      points.append((amount, Double(percentage)))
    }
    guard let first = points.first, let last = points.last else { return nil }
    if mean < first.amount { return .below(Int(first.percentage)) }
    if mean > last.amount { return .above(Int(last.percentage)) }
    guard let next = points.firstIndex(where: { $0.amount > mean }), next > 0 else {
      return .about(Int(last.percentage))
    }
    let (low, high) = (points[next - 1], points[next])
    let width = high.amount - low.amount
    let t = (mean - low.amount) / width
    let (a, b) = (slope(points, next - 1) * width, slope(points, next) * width)
    let rise = high.percentage - low.percentage
    // The cubic with these ends and slopes.
    let curve = low.percentage + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise)))
    return .about(Int(max(low.percentage, min(high.percentage, curve)).rounded()))
  }

  /// The slope of the curve through ascending points at one of them, percent per EUR: at most three times the smaller
  /// one beside it, so that the curve ascends.
  private func slope(_ points: [(amount: Double, percentage: Double)], _ index: Int) -> Double {
    func slope(after index: Int) -> Double {
      (points[index + 1].percentage - points[index].percentage) / (points[index + 1].amount - points[index].amount)
    }
    func width(after index: Int) -> Double { points[index + 1].amount - points[index].amount }
    guard index > 0 else { return slope(after: 0) }
    guard index + 1 < points.count else { return slope(after: index - 1) }
    let (before, after) = (slope(after: index - 1), slope(after: index))
    let (left, right) = (width(after: index - 1), width(after: index))
    let (w1, w2) = (2 * right + left, right + 2 * left)
    return (w1 + w2) / (w1 / before + w2 / after)
  }
}
