/// Who pays what a scenario costs more than going on as today (*betaler*).
public enum Payer: Int, Sendable, CaseIterable {
  /// The State (*Rijk*), by its funds.
  case state
  /// The safety region itself, by what it sets aside.
  case region
  /// The municipalities: by funds of theirs, and all that no fund covers.
  case municipalities

  /// Name in funding.csv.
  public var id: String {
    switch self {
    case .state: return "state"
    case .region: return "region"
    case .municipalities: return "municipalities"
    }
  }

  /// Name in summary.csv of what the payer pays.
  public var quantityID: String { "paid_" + id }
}

/// How what no fund covers is divided over the municipalities.
public enum MunicipalKey: Sendable, Equatable {
  /// The municipalities of a region pay what their own region is short of; those of the country together the national
  /// one-offs.
  case ownRegion
  /// What all regions are short of and the national one-offs are put together, and divided over the regions'
  /// municipalities in proportion to a key: its name, nil for equal parts, and its value for each region.
  case pooled(name: String?, [Quantity])
}
