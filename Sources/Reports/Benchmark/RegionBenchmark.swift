import CostEngine
import Terms

/// What the regions have today beside each other, and beside what a level asks of them: expected values.
public struct RegionBenchmark: Sendable {
  /// What is compared.
  public enum Item: Sendable, Equatable {
    /// All functions; of the cost also the provisions.
    case all
    case function(Int)
    case provision(Int)
  }

  public typealias Measure = BenchmarkMeasure

  /// One measure of one item in all regions.
  public struct Comparison: Sendable {
    public var item: Item
    public var measure: Measure
    /// By region; nil where a region has no inhabitants, or nobody, to divide by, or a mean is infinite.
    public var values: [Double?]
    /// What the level asks; nil where it asks nothing of the kind.
    public var norms: [Double?]
    /// Whether it rests on a figure that was assumed for the region.
    public var isAssumed: [Bool]

    public init(item: Item, measure: Measure, values: [Double?], norms: [Double?], isAssumed: [Bool]) {
      self.item = item
      self.measure = measure
      self.values = values
      self.norms = norms
      self.isAssumed = isAssumed
    }

    /// Place of a region, 1 for the highest value; equal values share the highest place of theirs.
    public func place(of region: Int) -> Int? {
      values[region].map { own in 1 + values.count { $0.map { Comparison.isAbove($0, own) } ?? false } }
    }

    /// Whether one is larger by more than the rounding of its computation.
    private static func isAbove(_ a: Double, _ b: Double) -> Bool { a - b > 1e-9 * max(abs(a), abs(b)) }

    /// The smallest value with at least that share of the regions at or below it; nil where no region has one.
    ///
    /// - Parameter percentage: 0...100.
    public func percentile(_ percentage: Int) -> Double? {
      let sorted = values.compactMap { $0 }.sorted()
      return sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percentage + 99) / 100 - 1)]
    }

    /// Whether the regions have one value, so that places say nothing.
    public var isEqual: Bool {
      guard let lowest = percentile(0), let highest = percentile(100) else { return true }
      return !Comparison.isAbove(highest, lowest)
    }

    /// How far a region is above what the level asks, or below it.
    public func aboveNorm(_ region: Int) -> Double? {
      guard let value = values[region], let norm = norms[region] else { return nil }
      return value - norm
    }
  }

  /// Ordered by item, first all together; then by measure.
  public let comparisons: [Comparison]

  /// - Parameter comparisons: ordered by item, first all together; then by measure.
  public init(comparisons: [Comparison]) { self.comparisons = comparisons }

  /// Those of one item.
  public func comparisons(of item: Item) -> [Comparison] { comparisons.filter { $0.item == item } }
}
