import CostEngine
import Terms

/// A figure, and how finely it may be shown.
///
/// The last digit shown is worth about one standard error: the place is the decade nearest to the standard error on a
/// logarithmic scale, between 0.32 and 3.2 standard errors. So a figure has the digits its sampling error supports.
struct ShownFigure {
  var value: Double
  /// The exponent of ten of the last digit that may be shown; nil for an exact figure.
  var place: Int?
  /// Whether it is shown in millions, beside other figures; nil to let the amount decide.
  var isInMillions: Bool?

  /// An exact figure.
  init(exact value: Double) {
    self.value = value
    place = nil
  }

  /// - Parameters:
  ///   - error: standard error of `value`; if NaN, the figure is shown with two digits.
  ///   - finest: the finest place allowed.
  init(_ value: Double, error: Double, finest: Int) {
    self.value = value
    place = error < .infinity ? Self.place(of: error, finest: finest) : Self.twoDigits(value, finest: finest)
  }

  /// The decade nearest to a standard error, not below `finest`.
  static func place(of error: Double, finest: Int) -> Int {
    var place = finest
    // 10^0.5, the middle of a decade on a logarithmic scale.
    var limit = power(finest) * 3.1622776601683795
    while limit < error && place < 308 {
      place += 1
      limit *= 10
    }
    return place
  }

  private static func twoDigits(_ value: Double, finest: Int) -> Int {
    var place = finest
    while place < 308 && value.magnitude >= power(place + 2) { place += 1 }
    return place
  }

  /// 10 to a whole power.
  static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// The figure divided by a count, never finer than `finest`.
  func divided(by count: Double, error: Double, finest: Int) -> ShownFigure {
    guard place != nil else { return ShownFigure(exact: value / count) }
    return ShownFigure(value / count, error: error / count, finest: finest)
  }

  /// The figure written in units of `10^unit`.
  ///
  /// - Parameter decimals: maximum number of decimals; the exact number for an exact figure.
  func text(unit: Int, decimals: Int, format: NumberFormat) -> String {
    if value == 0 && place == nil { return format.fixed(0, decimals: 0) }
    let lowest = max(place ?? unit - decimals, unit - decimals)
    if lowest <= unit { return format.fixed(value / Self.power(unit), decimals: unit - lowest) }
    return format.fixed(roundedAway(value / Self.power(lowest)) * Self.power(lowest - unit), decimals: 0)
  }
}

/// The nearest whole number, halves away from zero.
private func roundedAway(_ value: Double) -> Double {
  let whole = value.magnitude.rounded(.down)
  let rounded = value.magnitude - whole < 0.5 ? whole : whole + 1
  return value < 0 ? -rounded : rounded
}

/// P5 or P95 of an amount, as finely as it may be shown, with its sampling error.
struct ShownPercentile {
  enum Kind {
    case p05, p95
  }

  var figure: ShownFigure
  /// Standard error, EUR; NaN if unknown.
  var error: Double
}

extension Summary {
  /// Whether every draw gave the same amount.
  var isConstant: Bool { standardDeviation == 0 }

  /// Fewest draws of which the replicates do not agree by chance: ten of them, as for the error of percentiles. Where a
  /// replicate takes one of two whole numbers of an event, as evenly as may be, ten agree in 1 of 512 runs.
  private static let fewestAgreeing = 10 * RandomStream.drawsPerReplicate

  /// Whether the mean has no sampling error although the amount varies: where every replicate has the same mean, as with
  /// an event that evenly spread draws hit equally often in each.
  func hasExactMean(draws: Int) -> Bool {
    standardError == 0 && standardDeviation > 0 && draws >= Self.fewestAgreeing
  }

  /// The uncertainty of the mean, EUR: its standard error, and never less than a thousandth of the standard deviation,
  /// because finer digits say nothing about the amount a reader will encounter; 0 if it has no sampling error.
  ///
  /// With one draw it is unknown: NaN.
  func meanError(draws: Int) -> Double {
    guard draws > 1 else { return .nan }
    if hasExactMean(draws: draws) { return 0 }
    // A few replicates can agree by chance; the standard error of independent draws is then used instead.
    let error = standardError > 0 ? standardError : standardDeviation / Double(draws).squareRoot()
    return max(error, standardDeviation / 1000)
  }

  /// The mean, as finely as it may be shown.
  func shownMean(draws: Int) -> ShownFigure {
    if isConstant && draws > 1 || hasExactMean(draws: draws) { return ShownFigure(exact: mean) }
    return ShownFigure(mean, error: meanError(draws: draws), finest: 0)
  }

  /// P5 or P95, as finely as it may be shown.
  func shownTail(_ percentile: Double, draws: Int) -> ShownFigure {
    if isConstant && draws > 1 { return ShownFigure(exact: percentile) }
    return ShownFigure(percentile, error: tailError(of: percentile, draws: draws), finest: 0)
  }

  /// The uncertainty of P5 or P95, EUR: its sampling error, and never less than the resolution of percentiles, 0.05 %
  /// of their magnitude; 0 if it is exact. With one draw it is unknown: NaN.
  ///
  /// If the sampling error was not computed, ``tailError(of:draws:)`` is used.
  func error(of percentile: ShownPercentile.Kind, draws: Int) -> Double {
    guard draws > 1 else { return .nan }
    let value = value(of: percentile)
    guard let precision = percentile == .p05 ? p05Precision : p95Precision else {
      return standardDeviation > 0 ? tailError(of: value, draws: draws) : 0
    }
    return precision.error > 0 ? max(precision.error, 0.0005 * value.magnitude) : 0
  }

  /// The uncertainty of a percentile in either tail, EUR, if the draws were independent and the amount normal:
  /// `sqrt(p (1 - p) / n) / f(x_p)` with the density `f` is 2.11 sd / sqrt(n) for P5 and P95; never less than the
  /// resolution of percentiles. With one draw it is unknown: NaN.
  func tailError(of amount: Double, draws: Int) -> Double {
    guard draws > 1 else { return .nan }
    return max(2.11 * standardDeviation / Double(draws).squareRoot(), 0.0005 * amount.magnitude)
  }

  func value(of percentile: ShownPercentile.Kind) -> Double { percentile == .p05 ? p05 : p95 }

  /// P25, P50, P70 ... as finely as its own sampling error allows.
  ///
  /// - Parameter percentage: one of ``percentages`` between 5 and 95.
  func shownMiddle(_ percentage: Int, draws: Int) -> ShownFigure {
    let value = percentiles[Self.percentages.firstIndex(of: percentage)!]
    if isConstant && draws > 1 { return ShownFigure(exact: value) }
    return ShownFigure(value, error: middleError(percentage, draws: draws), finest: 0)
  }

  /// The sampling error of a percentile between P5 and P95, EUR, if the draws were independent:
  /// `sqrt(p (1 - p) / n) / f(x_p)`, with the density `f` between it and the nearest known percentile: on the side where
  /// that is the greater, as one percentile further away tells more of a gap or a tail there than of the draws around
  /// this one. Never less than the resolution of percentiles. With one draw it is unknown: NaN.
  func middleError(_ percentage: Int, draws: Int) -> Double {
    guard draws > 1 else { return .nan }
    let place = Self.percentages.firstIndex(of: percentage)!
    let value = percentiles[place]
    func slope(_ neighbours: some Sequence<Int>) -> Double {
      guard let other = neighbours.first(where: { percentiles[$0].isFinite }) else { return .infinity }
      return ((percentiles[other] - value) / Double(Self.percentages[other] - percentage)).magnitude * 100
    }
    let steepest = min(slope((0..<place).reversed()), slope((place + 1)..<percentiles.count))
    let share = Double(percentage) / 100
    guard steepest < .infinity else { return tailError(of: value, draws: draws) }
    return max((share * (1 - share) / Double(draws)).squareRoot() * steepest, 0.0005 * value.magnitude)
  }
}
