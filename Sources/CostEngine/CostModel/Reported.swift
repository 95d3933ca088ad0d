/// The ten lines of the model that a scenario's difference is made of.
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
    default: return false
    }
  }
}

/// What summary.csv reports of a scenario, region and year, in EUR.
public enum ReportedQuantity: Int, Sendable, CaseIterable {
  case baseline, cost, delta, structural, incidental, staffTime, outOfPocket, funding, net
  /// Of the whole horizon only.
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
