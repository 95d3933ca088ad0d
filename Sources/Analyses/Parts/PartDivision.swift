import CostEngine
import Reports

/// How a run is divided into parts of about equally many replicates.
public struct PartDivision: Sendable {
  public let draws: Int
  /// Number of parts, at most ``mostParts(draws:)``.
  public let count: Int

  public init(draws: Int, count: Int) {
    precondition(count >= 1 && count <= Self.mostParts(draws: draws))
    self.draws = draws
    self.count = count
  }

  /// Draws are divided at the ends of replicates.
  public static func mostParts(draws: Int) -> Int { RandomStream.replicates(of: draws) }

  /// The draws of a part.
  ///
  /// - Parameter number: 1 ... ``count``.
  public func draws(ofPart number: Int) -> Range<Int> {
    let (replicates, size) = (Int64(RandomStream.replicates(of: draws)), RandomStream.drawsPerReplicate)
    func end(_ number: Int) -> Int { min(draws, Int(replicates * Int64(number) / Int64(count)) * size) }
    return end(number - 1)..<end(number)
  }

  /// The numbers of the parts that have some of these draws, ascending.
  public func parts(with ranges: DrawRanges) -> [Int] {
    (1...count).filter { number in
      let own = draws(ofPart: number)
      return ranges.ranges.contains { $0.overlaps(own) }
    }
  }
}
