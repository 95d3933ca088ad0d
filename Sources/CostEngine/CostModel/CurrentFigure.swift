/// A figure of a region's current situation: one of a function (``CurrentStaffing``), or the quantity of a provision.
public enum CurrentFigure: Sendable, CaseIterable {
  case persons, standbyPositions, turnover, certified, initialHours, annualHours
  case provisionQuantity
}

extension Study {
  /// What a region has today.
  ///
  /// - Parameter item: index in ``functions``, or in ``provisions``.
  public func quantity(_ figure: CurrentFigure, of item: Int, region: Int) -> Quantity {
    switch figure {
    case .persons:
      switch current[region][item].persons {
      case .persons(let quantity), .share(let quantity): return quantity
      }
    case .standbyPositions: return current[region][item].standbyPositions
    case .turnover: return current[region][item].turnover
    case .certified: return current[region][item].certified
    case .initialHours: return current[region][item].initialHours
    case .annualHours: return current[region][item].annualHours
    case .provisionQuantity: return currentProvisions[region][item]
    }
  }
}

/// How a region's pool is specified: in people, or as a share of what the reference level requires.
public enum CurrentPersons: Sendable, Equatable {
  case persons(Quantity)
  /// Share of reference positions * units * reference persons per position.
  case share(Quantity)
}

/// What a region has for a function today (staffing.csv, training.csv).
public struct CurrentStaffing: Sendable {
  public var persons: CurrentPersons
  /// Positions on paid standby.
  public var standbyPositions: Quantity
  /// Share of the pool that leaves in a year, 0...1.
  public var turnover: Quantity
  /// Share of the pool that holds a certificate, 0...1.
  public var certified: Quantity
  /// Hours per newcomer.
  public var initialHours: Quantity
  /// Hours per person per year.
  public var annualHours: Quantity

  public init(
    persons: CurrentPersons, standbyPositions: Quantity, turnover: Quantity, certified: Quantity,
    initialHours: Quantity, annualHours: Quantity
  ) {
    self.persons = persons
    self.standbyPositions = standbyPositions
    self.turnover = turnover
    self.certified = certified
    self.initialHours = initialHours
    self.annualHours = annualHours
  }
}
