import CostEngine
import Terms

/// Maps amounts to positions along an axis, with round ticks.
struct Scale {
  let low: Double
  let high: Double
  /// Round amounts between them.
  let ticks: [Double]
  private let from: Double
  private let to: Double

  /// An axis that begins and ends at round amounts, and includes 0 unless that is far away.
  ///
  /// - Parameters:
  ///   - values: amounts that must be on the axis.
  ///   - includesZero: whether 0 is always on it, however far away.
  ///   - count: approximate number of steps.
  ///   - from: pixel of the lowest amount.
  ///   - to: pixel of the highest.
  init(_ values: [Double], includesZero: Bool = true, count: Int = 5, from: Double, to: Double) {
    var low = values.min() ?? 0
    var high = values.max() ?? 0
    if includesZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if !(high > low) {
      low -= low == 0 ? 0 : low.magnitude / 2
      high += high == 0 ? 1 : high.magnitude / 2
    }
    let step = Self.roundStep((high - low) / Double(max(1, count)))
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    self.low = first * step
    self.high = last * step
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    self.from = from
    self.to = to
  }

  /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least`.
  static func roundStep(_ least: Double) -> Double {
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    for factor in [1, 2, 2.5, 5] where factor * power >= least { return factor * power }
    return 10 * power
  }

  /// The pixel of an amount.
  func callAsFunction(_ value: Double) -> Double { from + (to - from) * (value - low) / (high - low) }

  /// The unit in which the ticks are written.
  var unit: AmountUnit {
    let greatest = max(low.magnitude, high.magnitude)
    return greatest >= 1e6 ? .million : greatest >= 1e4 ? .thousand : .euro
  }

  /// The number of decimals needed to distinguish the ticks.
  var decimals: Int {
    guard ticks.count > 1 else { return 0 }
    let step = (ticks[1] - ticks[0]) / ShownFigure.power(unit.exponent)
    for decimals in 0..<9 {
      let scaled = step * ShownFigure.power(decimals)
      if (scaled - scaled.rounded()).magnitude < 1e-6 * scaled { return decimals }
    }
    return 9
  }

  /// The number written at a tick.
  func label(_ tick: Double, _ language: Language) -> String {
    NumberFormat.people(language).fixed(tick / ShownFigure.power(unit.exponent), decimals: decimals)
  }
}

extension AmountUnit {
  /// The unit in words, for an axis.
  func axisTitle(_ language: Language) -> String {
    switch self {
    case .euro: return "euro"
    case .thousand: return language(nl: "duizend euro", en: "thousand euros")
    case .million: return language(nl: "miljoen euro", en: "million euros")
    }
  }
}
