/// Who pays the extra cost of a scenario over continuing as today (*betaler*).
public enum Payer: Int, Sendable, CaseIterable {
  /// The State (*Rijk*), through its funds.
  case state
  /// The safety region itself, through what it sets aside.
  case region
  /// The municipalities: through funds of their own, and everything that no fund covers.
  case municipalities

  /// Name in funding.csv.
  public var id: String {
    switch self {
    case .state: return "state"
    case .region: return "region"
    case .municipalities: return "municipalities"
    }
  }

  /// Name in summary.csv of the amount that the payer pays.
  public var quantityID: String { "paid_" + id }
}

/// How the amount that no fund covers is divided over the municipalities.
public enum MunicipalKey: Sendable, Equatable {
  /// The municipalities of each region pay their own region's shortfall; those of the whole country together pay the
  /// national one-offs.
  case ownRegion
  /// The shortfalls of all regions and the national one-offs are added up, and divided over the regions' municipalities
  /// in proportion to a key: its name, nil for equal parts, and its value for each region.
  case pooled(name: String?, [Quantity])
}
