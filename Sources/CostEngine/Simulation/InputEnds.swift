/// The probabilities at whose quantiles an input counts as low and as high, where P10 and P90 would be the same.
///
/// An input that nearly always has one value, such as a fine that is seldom imposed, is at that value both at P10 and at
/// P90. Its ends are its outcomes instead: the usual value, and the middle of the others, on the side where there are
/// any. Likewise for a measure in which a region takes part with a chance below 10 % or above 90 %: in force, and not.
public struct InputEnds: Sendable, Equatable {
  /// The ends of other inputs.
  public static let usual = InputEnds(low: 0.1, high: 0.9)

  public let low: Double
  public let high: Double

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Nil for an input with ends at P10 and P90.
  ///
  /// - Parameters:
  ///   - variable: index in ``Study/variables``; one with loadings on factors is low and high with these.
  ///   - adoptions: see ``Study/certainAdoptions``.
  init?(of variable: Int, in study: Study, adoptions: [Double?]) {
    guard study.variables[variable].loadings.isEmpty else { return nil }
    if let adoption = adoptions[variable] {
      // In force below the adoption.
      guard adoption < InputEnds.usual.low || adoption > InputEnds.usual.high, adoption > 0, adoption < 1 else {
        return nil
      }
      self.init(low: adoption / 2, high: (1 + adoption) / 2)
      return
    }
    let distribution = study.variables[variable].distribution
    switch distribution {
    case .bernoulli, .binomial, .poisson, .discrete, .empirical: break
    default: return nil
    }
    let usual = distribution.quantile(0.5)
    guard distribution.quantile(InputEnds.usual.low) == usual, distribution.quantile(InputEnds.usual.high) == usual
    else {
      return nil
    }
    let below = InputEnds.share { distribution.quantile(below: $0, above: 1 - $0) < usual }
    let above = InputEnds.share { distribution.quantile(below: 1 - $0, above: $0) > usual }
    guard below > 0 || above > 0 else { return nil }
    self.init(
      low: below > 0 ? below / 2 : InputEnds.usual.low, high: above > 0 ? 1 - above / 2 : InputEnds.usual.high)
  }

  /// The largest share of a tail, up to 10 %, that satisfies a condition; 0 if none does that draws can tell.
  private static func share(_ isBeyond: (Double) -> Bool) -> Double {
    var (inside, outside) = (0x1p-52, usual.low)
    guard isBeyond(inside) else { return 0 }
    for _ in 0..<60 {
      let middle = (inside + outside) / 2
      if isBeyond(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

extension Study {
  /// The adoption of the measure that each variable `measures.in_force` puts in force, where that is certain, in the order
  /// of ``variables``; nil for others.
  var certainAdoptions: [Double?] {
    var adoptions = [Double?](repeating: nil, count: variables.count)
    for measure in measures {
      guard case .certain(let adoption) = measure.adoption else { continue }
      for case .uncertain(let variable) in measure.inForce { adoptions[variable] = adoption }
    }
    return adoptions
  }
}
