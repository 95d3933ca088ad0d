/// An amount for each of the ten lines, EUR.
public struct LineAmounts: Sendable, Equatable {
  private var amounts = [Double](repeating: 0, count: CostLine.allCases.count)

  public init() {}

  public subscript(line: CostLine) -> Double {
    get { amounts[line.rawValue] }
    set { amounts[line.rawValue] = newValue }
  }

  /// Sum of all lines.
  public var sum: Double { amounts.reduce(0, +) }
  /// Sum of the lines that recur every year.
  public var structural: Double { CostLine.allCases.reduce(0) { $0 + ($1.isIncidental ? 0 : self[$1]) } }
  /// Sum of the lines that end.
  public var incidental: Double { CostLine.allCases.reduce(0) { $0 + ($1.isIncidental ? self[$1] : 0) } }

  static func += (left: inout LineAmounts, right: LineAmounts) {
    for line in CostLine.allCases { left[line] += right[line] }
  }

  static func - (left: LineAmounts, right: LineAmounts) -> LineAmounts {
    var difference = left
    for line in CostLine.allCases { difference[line] -= right[line] }
    return difference
  }
}

extension WorkedCalculation {
  /// What a scenario costs, how much more that is than the baseline, and what pays for it: for one year or a sum of
  /// years, for one region or a sum of regions. EUR.
  public struct Amounts: Sendable, Equatable {
    /// The baseline's cost by line.
    public var baselineLines = LineAmounts()
    /// The scenario's cost by line.
    public var costLines = LineAmounts()
    /// Cost of own staff hours in the baseline.
    public var baselineStaffTime = 0.0
    /// Cost of own staff hours in the scenario.
    public var costStaffTime = 0.0
    /// The contribution of each of ``Study/funds``.
    public var fundingByFund: [Double] = []
    /// The contribution of the funds of each ``Payer``.
    public var fundingByPayer = [Double](repeating: 0, count: Payer.allCases.count)

    public var baseline: Double { baselineLines.sum }
    public var cost: Double { costLines.sum }
    /// Scenario - baseline, by line.
    public var deltaLines: LineAmounts { costLines - baselineLines }
    public var delta: Double { deltaLines.sum }
    public var structural: Double { deltaLines.structural }
    public var incidental: Double { deltaLines.incidental }
    /// The part of ``delta`` that consists of own staff hours, paid in kind.
    public var staffTime: Double { costStaffTime - baselineStaffTime }
    public var outOfPocket: Double { delta - staffTime }
    public var funding: Double { fundingByFund.reduce(0, +) }
    public var net: Double { delta - funding }

    /// What a payer pays of ``delta`` if the municipalities pay their own region's shortfall.
    public func paid(_ payer: Payer) -> Double {
      switch payer {
      case .state, .region: return fundingByPayer[payer.rawValue]
      case .municipalities: return delta - paid(.state) - paid(.region)
      }
    }

    /// All amounts zero.
    init() {}

    /// One year of one region.
    init(
      functions: [FunctionYear], provisions: [ProvisionYear], oneOffs: [OneOffYear], measures: [MeasureYear],
      funds: [FundYear]
    ) {
      for function in functions {
        baselineLines += function.baseline.lines
        costLines += function.scenario.lines
        baselineStaffTime += function.baseline.staffTime
        costStaffTime += function.scenario.staffTime
      }
      for provision in provisions {
        baselineLines[.provisions] += provision.baseline.amount
        costLines[.provisions] += provision.scenario.amount
      }
      for oneOff in oneOffs { costLines[.oneOffs] += oneOff.amount }
      for measure in measures {
        costLines[.measureOneOff] += measure.oneOff
        costLines[.measureAnnual] += measure.annual
      }
      fundingByFund = funds.map { $0.funding }
      for fund in funds { fundingByPayer[fund.payer.rawValue] += fund.funding }
    }

    /// - Precondition: not `npv`, which discounts each year.
    public subscript(quantity: ReportedQuantity) -> Double {
      switch quantity {
      case .baseline: return baseline
      case .cost: return cost
      case .delta: return delta
      case .structural: return structural
      case .incidental: return incidental
      case .staffTime: return staffTime
      case .outOfPocket: return outOfPocket
      case .funding: return funding
      case .net: return net
      case .npv: preconditionFailure()
      }
    }

    static func += (left: inout Amounts, right: Amounts) {
      left.baselineLines += right.baselineLines
      left.costLines += right.costLines
      left.baselineStaffTime += right.baselineStaffTime
      left.costStaffTime += right.costStaffTime
      if left.fundingByFund.isEmpty { left.fundingByFund = right.fundingByFund.map { _ in 0 } }
      for fund in right.fundingByFund.indices { left.fundingByFund[fund] += right.fundingByFund[fund] }
      for payer in right.fundingByPayer.indices { left.fundingByPayer[payer] += right.fundingByPayer[payer] }
    }
  }
}
