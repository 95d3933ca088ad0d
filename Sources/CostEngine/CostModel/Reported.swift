/// The ten lines of the model that make up the difference of a scenario.
public enum CostLine: Int, Sendable, CaseIterable {
  case recruitTraining, catchUp, replacementTraining, annualTraining, recertification, standby
  case provisions, oneOffs, measureOneOff, measureAnnual

  /// Name in files.
  public var id: String {
    switch self {
    case .recruitTraining: return "recruit_training"
    case .catchUp: return "catch_up"
    case .replacementTraining: return "replacement_training"
    case .annualTraining: return "annual_training"
    case .recertification: return "recertification"
    case .standby: return "standby"
    case .provisions: return "provisions"
    case .oneOffs: return "one_offs"
    case .measureOneOff: return "measure_one_off"
    case .measureAnnual: return "measure_annual"
    }
  }

  /// Incidental lines end; the others recur every year.
  public var isIncidental: Bool {
    switch self {
    case .recruitTraining, .catchUp, .oneOffs, .measureOneOff: return true
    case .replacementTraining, .annualTraining, .recertification, .standby, .provisions, .measureAnnual: return false
    }
  }
}

/// A group of cost lines that are summed.
public enum CostLineGroup: Sendable, CaseIterable {
  case all
  /// The lines that recur every year.
  case structural
  /// The lines that end.
  case incidental

  public func contains(_ line: CostLine) -> Bool {
    switch self {
    case .all: return true
    case .structural: return !line.isIncidental
    case .incidental: return line.isIncidental
    }
  }

  /// In the order of ``CostLine``.
  public var lines: [CostLine] { CostLine.allCases.filter(contains) }
}

/// The quantities that summary.csv reports for a scenario, region and year, in EUR.
public enum ReportedQuantity: Int, Sendable, CaseIterable {
  case baseline, cost, delta, structural, incidental, staffTime, outOfPocket, funding, net
  /// For the whole horizon only.
  case npv

  /// Name in files.
  public var id: String {
    switch self {
    case .baseline: return "baseline"
    case .cost: return "cost"
    case .delta: return "delta"
    case .structural: return "structural"
    case .incidental: return "incidental"
    case .staffTime: return "staff_time"
    case .outOfPocket: return "out_of_pocket"
    case .funding: return "funding"
    case .net: return "net"
    case .npv: return "npv"
    }
  }
}

/// How a reported quantity is defined.
public enum QuantityDefinition: Sendable, Equatable {
  /// An amount in its own right, not a sum of other reported amounts.
  case itself
  /// The sum of lines of the difference, optionally plus or minus another quantity.
  case lines(CostLineGroup, plus: ReportedQuantity? = nil, minus: ReportedQuantity? = nil)
  /// The sum of another quantity's amount in each year times the discount factor of that year.
  case presentValue(of: ReportedQuantity)
}

extension ReportedQuantity {
  /// The definition of the quantity, both for a year and for the whole horizon.
  ///
  /// This is the only place that defines it; the simulation composes its amounts from it. Hours of own staff are a
  /// quantity in their own right: they are part of some lines, never a whole one.
  @inline(__always)
  public var definition: QuantityDefinition {
    switch self {
    case .baseline, .staffTime, .funding: return .itself
    case .cost: return .lines(.all, plus: .baseline)
    case .delta: return .lines(.all)
    case .structural: return .lines(.structural)
    case .incidental: return .lines(.incidental)
    case .outOfPocket: return .lines(.all, minus: .staffTime)
    case .net: return .lines(.all, minus: .funding)
    case .npv: return .presentValue(of: .delta)
    }
  }

  /// Whether it has an amount in the end state: what recurs, and what is compared with it.
  public var hasEndState: Bool { self == .baseline || self == .structural }

  /// Whether it differs between scenarios.
  var isOfScenario: Bool {
    switch self {
    case .baseline, .funding: return false
    case .cost, .delta, .structural, .incidental, .staffTime, .outOfPocket, .net, .npv: return true
    }
  }
}
