/// The draws in a few parts of whole replicates, which are independent of each other with every sampler but `sobol`: each
/// part can be predicted from the others, and the error of an estimate follows from how the parts differ.
public struct DrawParts: Sendable {
  /// Enough for an error that is itself known to 16 % (1 / sqrt(2 * 19)).
  public static let most = 20

  /// Number of draws, a multiple of eight.
  public let draws: Int
  /// The registers of each part; the last one includes the remainder.
  let registers: [Range<Int>]

  public var count: Int { registers.count }

  /// - Parameter draws: a multiple of eight.
  public init(draws: Int) {
    precondition(draws % 8 == 0)
    self.draws = draws
    let replicates = max(1, draws / RandomStream.drawsPerReplicate)
    let parts = min(DrawParts.most, replicates)
    registers = (0..<parts).map { part in
      let first = part * replicates / parts * registersPerReplicate
      let next = part == parts - 1 ? draws / 8 : (part + 1) * replicates / parts * registersPerReplicate
      return first..<next
    }
  }

  /// The standard error of a sum over the parts of terms that are 0 on average, such as those of a linearised ratio.
  public static func standardError(ofSum terms: [Double]) -> Double {
    let n = Double(terms.count)
    guard n > 1 else { return .nan }
    let mean = terms.reduce(0, +) / n
    return (terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * n / (n - 1)).squareRoot()
  }

  /// The jackknife's standard error, from estimates that each leave out one part.
  static func standardError(leavingOut estimates: [Double]) -> Double {
    let n = Double(estimates.count)
    guard n > 1 else { return .nan }
    let mean = estimates.reduce(0, +) / n
    return (estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (n - 1) / n).squareRoot()
  }
}
