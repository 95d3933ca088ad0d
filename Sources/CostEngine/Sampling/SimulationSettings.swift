/// How a study is sampled.
public struct SimulationSettings: Sendable, Equatable {
  /// 1 ... ``maximumDraws``.
  public var draws: Int
  public var seed: UInt64
  public var sampler: Sampler

  /// More draws could overflow the exact sums, and no question needs them.
  public static let maximumDraws = 1_000_000_000

  public init(draws: Int, seed: UInt64, sampler: Sampler) {
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
  }

  /// The number of replicates that make up the draws.
  public var replicates: Int { RandomStream.replicates(of: draws) }
}
