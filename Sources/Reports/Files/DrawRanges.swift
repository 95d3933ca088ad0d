import CostEngine
import Terms

/// A set of draws, as half-open ranges: ascending, none of them empty, none next to another.
public struct DrawRanges: Sendable, Equatable {
  public private(set) var ranges: [Range<Int>] = []

  public init() {}

  /// - Parameter ranges: in any order; nil if two of them overlap.
  public init?(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      guard !range.isEmpty else { continue }
      guard self.ranges.last.map({ $0.upperBound <= range.lowerBound }) ?? true else { return nil }
      append(range)
    }
  }

  /// - Precondition: nothing lies beyond its start.
  private mutating func append(_ range: Range<Int>) {
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }

  public var isEmpty: Bool { ranges.isEmpty }
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }
  public var upperBound: Int { ranges.last?.upperBound ?? 0 }

  /// The draws of both; nil if they share any.
  public func union(_ other: DrawRanges) -> DrawRanges? { DrawRanges(ranges + other.ranges) }

  /// The draws that both have.
  public func intersection(_ other: DrawRanges) -> DrawRanges {
    var common = DrawRanges()
    var (own, others) = (ranges[...], other.ranges[...])
    while let a = own.first, let b = others.first {
      let shared =
        max(a.lowerBound, b.lowerBound)..<max(max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
      if !shared.isEmpty { common.append(shared) }
      if a.upperBound < b.upperBound { own.removeFirst() } else { others.removeFirst() }
    }
    return common
  }

  /// The draws of this set that the other does not have.
  public func without(_ other: DrawRanges) -> DrawRanges {
    intersection(other.missing(of: max(upperBound, other.upperBound)))
  }

  /// Those of the first draws that are missing.
  ///
  /// - Parameter draws: their number, at least ``upperBound``.
  public func missing(of draws: Int) -> DrawRanges {
    var missing = DrawRanges()
    var next = 0
    for range in ranges {
      if next < range.lowerBound { missing.append(next..<range.lowerBound) }
      next = range.upperBound
    }
    if next < draws { missing.append(next..<draws) }
    return missing
  }
}

extension DrawRanges {
  /// Reads the ends of ranges; nil if they are not those of ascending ranges with something between them.
  public init?(from: JSONValue?, to: JSONValue?) {
    guard let from = from?.elements?.compactMap({ $0.wholeNumber }),
      let to = to?.elements?.compactMap({ $0.wholeNumber }), from.count == to.count, !from.isEmpty,
      zip(from, to).allSatisfy({ 0 <= $0 && $0 < $1 && $1 <= SimulationSettings.maximumDraws }),
      let ranges = DrawRanges(zip(from, to).map { $0..<$1 }), ranges.ranges.count == from.count
    else { return nil }
    self = ranges
  }
}
