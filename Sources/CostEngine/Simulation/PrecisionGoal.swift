/// The precision that a run must reach, and the number of draws that this may take.
public struct PrecisionGoal: Sendable, Equatable {
  /// Maximum of ``LeastPrecise/share``; above 0 and below 1.
  public var tolerance: Double
  /// ``fewestDraws`` ... ``SimulationSettings/maximumDraws``.
  public var maximumDraws: Int

  /// With fewer draws a sampling error cannot be estimated.
  public static let fewestDraws = 1000
  public static let usualMaximumDraws = 1_000_000
  /// A prediction from few draws is rough: one step multiplies the number of draws by this factor at most.
  private static let largestStep = 4.0
  /// Factor applied to a prediction, so that it seldom falls just short.
  private static let margin = 1.1

  public init(tolerance: Double, maximumDraws: Int) {
    precondition(tolerance > 0 && tolerance < 1)
    precondition(maximumDraws >= PrecisionGoal.fewestDraws && maximumDraws <= SimulationSettings.maximumDraws)
    self.tolerance = tolerance
    self.maximumDraws = maximumDraws
  }

  /// The maximum number of draws taken: whole replicates, or with ``Sampler/sobol`` a power of two.
  public func largest(_ sampler: Sampler) -> Int {
    sampler == .sobol
      ? 1 << (Int.bitWidth - 1 - maximumDraws.leadingZeroBitCount)
      : maximumDraws / RandomStream.drawsPerReplicate * RandomStream.drawsPerReplicate
  }

  /// The number of draws to begin with.
  ///
  /// - Parameter draws: the requested number, 1 or more.
  public func first(_ draws: Int, _ sampler: Sampler) -> Int { whole(Double(draws), sampler) }

  /// The number of draws to continue to.
  ///
  /// - Parameters:
  ///   - share: the precision of the draws so far, see ``LeastPrecise/share``.
  ///   - fewest: a number of draws that is needed for another reason, such as ``TailInputs/needed(_:draws:)``.
  public func next(after draws: Int, share: Double, fewest: Double = 0, _ sampler: Sampler) -> Int {
    let wanted = min(
      max(needed(draws, share: share) * PrecisionGoal.margin, fewest), PrecisionGoal.largestStep * Double(draws))
    return max(whole(wanted, sampler), min(whole(Double(draws + 1), sampler), largest(sampler)))
  }

  /// The number of draws needed for the goal, given that an error falls with the square root of the number of draws.
  public func needed(_ draws: Int, share: Double) -> Double {
    Double(draws) * (share / tolerance) * (share / tolerance)
  }

  /// The number of draws that the figure needs, as ``needed(_:share:)``; on a jump, where the error does not fall until
  /// the draws tell on which side of it the percentile lies, the number that tells it with 95 %: `p (1 - p) (1.96 / d)^2`
  /// for a percentile `p` at a distance of `d`, as shares of the draws. Infinite if the jump lies at the percentile.
  public func needed(_ draws: Int, for figure: LeastPrecise) -> Double {
    guard let jump = figure.jump, let share = figure.figure.percentage.map({ Double($0) / 100 }) else {
      return needed(draws, share: figure.share)
    }
    let distance = (jump.shareBelow - share).magnitude
    // Closer than half a draw it may as well be at the percentile itself.
    guard distance > 0.5 / Double(draws) else { return .infinity }
    return share * (1 - share) * (1.959963984540054 / distance) * (1.959963984540054 / distance)
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
