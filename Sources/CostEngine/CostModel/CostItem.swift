/// What an amount of the difference belongs to: every cost line of a region is the sum of its items.
///
/// What a measure saves on a function belongs to the function; only its own costs belong to the measure.
public enum CostItem: Sendable, Hashable {
  /// Index in ``Study/functions``.
  case function(Int)
  /// Index in ``Study/provisions``.
  case provision(Int)
  /// Index in ``Study/oneOffs``.
  case oneOff(Int)
  /// Index in ``Study/measures``.
  case measure(Int)

  public enum Kind: Int, Sendable, CaseIterable {
    case function, provision, oneOff, measure

    /// Name in files.
    public var id: String {
      switch self {
      case .function: return "function"
      case .provision: return "provision"
      case .oneOff: return "one-off"
      case .measure: return "measure"
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .function: return .function
    case .provision: return .provision
    case .oneOff: return .oneOff
    case .measure: return .measure
    }
  }
}

/// An amount of an item, EUR.
public struct ItemAmount: Sendable, Equatable {
  /// What recurs every year.
  public var structural: Double
  /// What ends.
  public var incidental: Double

  public init(structural: Double = 0, incidental: Double = 0) {
    self.structural = structural
    self.incidental = incidental
  }

  static func += (left: inout ItemAmount, right: ItemAmount) {
    left.structural += right.structural
    left.incidental += right.incidental
  }
}

extension Study {
  /// Every item, in the order of the study's files.
  public var items: [CostItem] {
    functions.indices.map { .function($0) } + provisions.indices.map { .provision($0) }
      + oneOffs.indices.map { .oneOff($0) } + measures.indices.map { .measure($0) }
  }

  /// Code of an item.
  public func code(of item: CostItem) -> String {
    switch item {
    case .function(let index): return functions[index].code
    case .provision(let index): return provisions[index].code
    case .oneOff(let index): return oneOffs[index].code
    case .measure(let index): return measures[index].code
    }
  }

  /// Name of an item.
  public func name(of item: CostItem) -> String {
    switch item {
    case .function(let index): return functions[index].name
    case .provision(let index): return provisions[index].name
    case .oneOff(let index): return oneOffs[index].name
    case .measure(let index): return measures[index].name
    }
  }

  /// Whether a scenario has an item: a one-off where it is borne, a measure where it is used, and every function and
  /// provision.
  ///
  /// - Parameter region: index of a region; nil for the country, which has what any region has, and its own one-offs.
  public func has(_ item: CostItem, scenario: Int, region: Int?) -> Bool {
    let places = region.map { $0..<$0 + 1 } ?? regions.indices
    switch item {
    case .function, .provision: return true
    case .oneOff(let index):
      if oneOffs[index].per == .national { return region == nil && bears(index, scenario: scenario, region: nil) }
      return places.contains { bears(index, scenario: scenario, region: $0) }
    case .measure(let index):
      return places.contains { scenarios[scenario].terms[$0].measures.contains(index) }
    }
  }
}

extension WorkedCalculation.Year {
  /// What an item costs more than today in this year; one-offs of the country cost nothing in a region.
  public func amount(of item: CostItem) -> ItemAmount {
    switch item {
    case .function(let index):
      let lines = functions[index].scenario.lines - functions[index].baseline.lines
      return ItemAmount(structural: lines.structural, incidental: lines.incidental)
    case .provision(let index):
      return ItemAmount(structural: provisions[index].scenario.amount - provisions[index].baseline.amount)
    case .oneOff(let index):
      return ItemAmount(incidental: oneOffs.first { $0.oneOff == index }?.amount ?? 0)
    case .measure(let index):
      let measure = measures.first { $0.measure == index }
      return ItemAmount(structural: measure?.annual ?? 0, incidental: measure?.oneOff ?? 0)
    }
  }
}

extension WorkedCalculation {
  /// What an item costs more than today in a period.
  public func amount(of item: CostItem, in period: Period) -> ItemAmount {
    switch period {
    case .year(let year): return years[year].amount(of: item)
    case .total: return years.reduce(into: ItemAmount()) { $0 += $1.amount(of: item) }
    case .end: return end.amount(of: item)
    }
  }
}

extension WorkedNational {
  /// What an item costs more than today in a period, in all regions and for the country.
  public func amount(of item: CostItem, in period: Period) -> ItemAmount {
    var amount = regions.reduce(into: ItemAmount()) { $0 += $1.amount(of: item, in: period) }
    guard case .oneOff(let index) = item else { return amount }
    let years: [[WorkedCalculation.OneOffYear]]
    switch period {
    case .year(let year): years = [oneOffs[year]]
    case .total: years = oneOffs
    case .end: years = []
    }
    for oneOff in years.joined() where oneOff.oneOff == index { amount.incidental += oneOff.amount }
    return amount
  }
}
