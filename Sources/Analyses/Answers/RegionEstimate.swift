import CostEngine
import Terms

/// What the figures that other regions gave let expect of a region that gave none.
public struct RegionEstimate: Sendable, Equatable {
  /// How many figures it takes.
  public static let fewest = 5
  /// Regions of like size come first: those whose inhabitants are at most so many times more or fewer; then all.
  static let sizes = [1.5, 2.0, 3.0]

  public let range: PredictionRange
  /// Positions of the figures that it rests on.
  public let sources: [Int]

  /// - Parameters:
  ///   - figures: what regions gave, each by the unit of its norm.
  ///   - sizes: the inhabitants of those regions.
  ///   - size: the inhabitants of the region itself.
  ///   - isShare: whether a figure is a share, 0...1.
  /// - Returns: nil of fewer than ``fewest``, and of figures that are all the same.
  public init?(from figures: [Double], sizes: [Double], size: Double, isShare: Bool) {
    guard figures.count >= Self.fewest else { return nil }
    var sources = Array(figures.indices)
    for factor in Self.sizes {
      let like = figures.indices.filter { sizes[$0] <= factor * size && size <= factor * sizes[$0] }
      if like.count >= Self.fewest {
        sources = like
        break
      }
    }
    guard let range = PredictionRange(of: sources.map { figures[$0] }, isShare: isShare) else { return nil }
    self.range = range
    self.sources = sources
  }

  /// The distribution as a cell has it, with a decimal point: `lognormal(5.2; 1.61)`.
  ///
  /// - Parameter units: by how many units the region's own figure is counted, above 0.
  public func cell(units: Double) -> String {
    func number(_ value: Double) -> String { NumberFormat.machine.shortest(Self.fourDigits(value * units)) }
    switch range {
    case .quantiles(let low, let middle, let high):
      return "quantiles(p5: \(number(low)); p50: \(number(middle)); p95: \(number(high)))"
    case .lognormal(let mean, let deviation): return "lognormal(\(number(mean)); \(number(deviation)))"
    case .normal(let mean, let deviation): return "normal(\(number(mean)); \(number(deviation)))"
    }
  }

  /// More digits would say more than the figures do.
  private static func fourDigits(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var scale = 1.0
    while value.magnitude * scale < 1_000, scale < 1e12 { scale *= 10 }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}
