/// How precise a run must become, and how many draws that may take.
public struct PrecisionGoal: Sendable, Equatable {
  /// What ``LeastPrecise/share`` may be at most; above 0 and below 1.
  public var tolerance: Double
  /// ``fewestDraws`` ... ``SimulationSettings/maximumDraws``.
  public var maximumDraws: Int

  /// With fewer draws a sampling error cannot be told.
  public static let fewestDraws = 1000
  public static let usualMaximumDraws = 1_000_000
  /// A prediction from few draws is rough: one step goes no further than so many times as many.
  private static let largestStep = 4.0
  /// What is added to a prediction, so that it seldom falls just short.
  private static let margin = 1.1

  public init(tolerance: Double, maximumDraws: Int) {
    precondition(tolerance > 0 && tolerance < 1)
    precondition(maximumDraws >= PrecisionGoal.fewestDraws && maximumDraws <= SimulationSettings.maximumDraws)
    self.tolerance = tolerance
    self.maximumDraws = maximumDraws
  }

  /// The most draws that are taken: whole replicates, or with ``Sampler/sobol`` a power of two.
  public func largest(_ sampler: Sampler) -> Int {
    sampler == .sobol
      ? 1 << (Int.bitWidth - 1 - maximumDraws.leadingZeroBitCount)
      : maximumDraws / RandomStream.drawsPerReplicate * RandomStream.drawsPerReplicate
  }

  /// The number of draws to begin with.
  ///
  /// - Parameter draws: what is asked for, 1 or more.
  public func first(_ draws: Int, _ sampler: Sampler) -> Int { whole(Double(draws), sampler) }

  /// The number of draws to go on to.
  ///
  /// - Parameter share: how precise the draws so far are.
  public func next(after draws: Int, share: Double, _ sampler: Sampler) -> Int {
    let wanted = min(needed(draws, share: share) * PrecisionGoal.margin, PrecisionGoal.largestStep * Double(draws))
    return max(whole(wanted, sampler), min(whole(Double(draws + 1), sampler), largest(sampler)))
  }

  /// How many draws the goal takes, by the law that an error falls with the square root of the number of draws.
  public func needed(_ draws: Int, share: Double) -> Double {
    Double(draws) * (share / tolerance) * (share / tolerance)
  }

  /// Rounded up to whole replicates or a power of two, within the limits.
  private func whole(_ draws: Double, _ sampler: Sampler) -> Int {
    let size = RandomStream.drawsPerReplicate
    let wanted = max(Double(size), min(draws, Double(maximumDraws)))
    let number = Int(wanted) + (wanted.rounded(.down) < wanted ? 1 : 0)
    let whole =
      sampler == .sobol
      ? 1 << (Int.bitWidth - (number - 1).leadingZeroBitCount) : (number + size - 1) / size * size
    return min(whole, largest(sampler))
  }
}
