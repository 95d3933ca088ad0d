import CostEngine
import Terms

/// Compares what the regions have today with each other and with the requirements of a level; expected values.
public struct RegionBenchmark: Sendable {
  /// What is compared.
  public enum Item: Sendable, Equatable {
    /// All functions; for the cost, the provisions as well.
    case all
    case function(Int)
    case provision(Int)
  }

  public typealias Measure = BenchmarkMeasure

  /// One measure of one item in all regions.
  public struct Comparison: Sendable {
    public var item: Item
    public var measure: Measure
    /// By region; nil if the region has no inhabitants or people to divide by, or if a mean is infinite.
    public var values: [Double?]
    /// What the level requires; nil if it sets no such requirement.
    public var norms: [Double?]
    /// Whether the value rests on a figure that was assumed for the region.
    public var isAssumed: [Bool]

    public init(item: Item, measure: Measure, values: [Double?], norms: [Double?], isAssumed: [Bool]) {
      self.item = item
      self.measure = measure
      self.values = values
      self.norms = norms
      self.isAssumed = isAssumed
    }

    /// Rank of a region, 1 for the highest value; equal values share the highest of their ranks.
    public func place(of region: Int) -> Int? {
      values[region].map { own in 1 + values.count { $0.map { Comparison.isAbove($0, own) } ?? false } }
    }

    /// Whether `a` exceeds `b` by more than the rounding error of its computation.
    private static func isAbove(_ a: Double, _ b: Double) -> Bool { a - b > 1e-9 * max(abs(a), abs(b)) }

    /// The smallest value such that at least this percentage of the regions is at or below it; nil if no region has a
    /// value.
    ///
    /// - Parameter percentage: 0...100.
    public func percentile(_ percentage: Int) -> Double? {
      let sorted = values.compactMap { $0 }.sorted()
      return sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percentage + 99) / 100 - 1)]
    }

    /// Whether all regions have the same value, so that ranks say nothing.
    var isEqual: Bool {
      guard let lowest = percentile(0), let highest = percentile(100) else { return true }
      return !Comparison.isAbove(highest, lowest)
    }

    /// How far a region is above what the level requires; negative if below.
    func aboveNorm(_ region: Int) -> Double? {
      guard let value = values[region], let norm = norms[region] else { return nil }
      return value - norm
    }
  }

  /// Ordered by item, with all together first; then by measure.
  public let comparisons: [Comparison]

  /// - Parameter comparisons: ordered by item, with all together first; then by measure.
  public init(comparisons: [Comparison]) { self.comparisons = comparisons }

  /// The comparisons of one item.
  public func comparisons(of item: Item) -> [Comparison] { comparisons.filter { $0.item == item } }
}
