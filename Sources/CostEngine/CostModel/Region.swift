/// A safety region (*veiligheidsregio*).
public struct Region: Sendable {
  public var code: String
  public var name: String
  /// Inhabitants.
  public var population: Quantity
  public var municipalities: Quantity

  public init(code: String, name: String, population: Quantity, municipalities: Quantity) {
    self.code = code
    self.name = name
    self.population = population
    self.municipalities = municipalities
  }
}

/// The unit by which a norm or price is counted: `units(per, r)` of the model.
public enum UnitBasis: Sendable, CaseIterable {
  /// 1 per region.
  case region
  /// The number of municipalities of the region.
  case municipality
  /// The region's population / 100,000.
  case per100k
  /// Once for the country, in no region (one-offs only).
  case national
}

/// The index that a price follows.
public enum PriceIndex: Sendable, CaseIterable {
  case wage
  case price
}
