/// The value of one cell of a study: certain, one of the study's random variables, or a share of another value.
public enum Quantity: Sendable, Equatable {
  /// The same in every draw.
  case certain(Double)
  /// The variable at this index of ``Study/variables``: drawn once per draw, used wherever the cell is used.
  case uncertain(Int)
  /// The product at this index of ``Study/products``.
  case product(Int)
}

/// The product of two values in the same draw, at least one of them uncertain: a norm that is a share of another level's.
public struct QuantityProduct: Sendable, Equatable {
  /// Refers to earlier products only.
  public var base: Quantity
  /// Refers to earlier products only.
  public var factor: Quantity

  public init(base: Quantity, factor: Quantity) {
    self.base = base
    self.factor = factor
  }
}

/// A share of a variable's normal score that a common factor explains (correlations.csv).
public struct FactorLoading: Sendable, Equatable {
  /// Index in ``Study/factors``.
  public var factor: Int
  /// -1...1; the squares of a variable's loadings sum to 1 at most.
  public var loading: Double

  public init(factor: Int, loading: Double) {
    self.factor = factor
    self.loading = loading
  }
}

/// One random variable of a study.
public struct UncertainVariable: Sendable {
  /// Its origin, for example `staffing.persons[VR17/OvD-BZ]`; its draws depend only on this name, the seed and the
  /// index of the draw.
  public var name: String
  public var distribution: Distribution
  /// Empty for a variable without factors, whose value is its quantile at a uniform `u`.
  public var loadings: [FactorLoading]

  public init(name: String, distribution: Distribution, loadings: [FactorLoading] = []) {
    self.name = name
    self.distribution = distribution
    self.loadings = loadings
  }
}
