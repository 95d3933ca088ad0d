/// The results of a simulation.
///
/// Figures are addressed by *positions*: position 0 of the scenarios is the first one selected, whatever its index in
/// the study. The country comes after the regions, at position ``national``; the whole horizon comes after the years,
/// at position ``total``, and the end state after that, at position ``end``.
public struct Results: Sendable, Equatable {
  /// The statistics of a pair of scenarios in one region, over the whole horizon.
  public struct Comparison: Sendable, Equatable {
    /// Statistics of the difference delta(a) - delta(b).
    public var difference: Summary
    /// Share of draws in which a costs less than b.
    public var shareCheaper: Double

    public init(difference: Summary, shareCheaper: Double) {
      self.difference = difference
      self.shareCheaper = shareCheaper
    }
  }

  public var selection: Selection
  public var years: Int
  public var draws: Int
  /// Whether there is a country, which is the case if all regions of the study were selected.
  public var includesNational: Bool

  /// In the order scenario, region, quantity (without `npv`), year.
  public var summaries: [Summary]
  /// In the order scenario, region.
  public var presentValues: [Summary]
  /// The structural amounts of the end state, in the order scenario, region.
  public var endStates: [Summary]
  /// In the order scenario, region, year (the whole horizon and the end state included), line.
  public var lineMeans: [Double]
  /// In the order of ``pairs``, then region.
  public var comparisons: [Comparison]
  /// The mean structural and incidental amounts of items, in the order scenario, region, item (``Study/items``), kind of
  /// amount, year (the whole horizon and the end state included); empty if they were not counted.
  public var itemMeans: [Double]
  /// What each payer pays, in the order scenario, region, payer, year; empty if not requested or if it cannot be
  /// computed.
  public var payments: [Summary]

  public init(
    selection: Selection, years: Int, draws: Int, includesNational: Bool, summaries: [Summary],
    presentValues: [Summary], endStates: [Summary], lineMeans: [Double], comparisons: [Comparison],
    payments: [Summary] = [], itemMeans: [Double] = []
  ) {
    self.selection = selection
    self.years = years
    self.draws = draws
    self.includesNational = includesNational
    self.summaries = summaries
    self.presentValues = presentValues
    self.endStates = endStates
    self.lineMeans = lineMeans
    self.comparisons = comparisons
    self.payments = payments
    self.itemMeans = itemMeans
  }

  /// Number of reported regions, the country included.
  public var regionCount: Int { selection.regions.count + (includesNational ? 1 : 0) }
  /// Region position of the country; valid only if ``includesNational``.
  public var national: Int { selection.regions.count }
  /// Year position of the whole horizon.
  public var total: Int { years }
  /// Year position of the end state, see ``Period/end``.
  public var end: Int { years + 1 }
  /// The pairs of scenario positions that are compared, in the order of pairs.csv.
  public var pairs: [(a: Int, b: Int)] {
    var pairs: [(a: Int, b: Int)] = []
    for a in selection.scenarios.indices {
      for b in selection.scenarios.indices where b > a { pairs.append((a, b)) }
    }
    return pairs
  }

  /// - Precondition: `npv` is only requested for the whole horizon, and the end state only of quantities that have one.
  public func summary(_ quantity: ReportedQuantity, scenario: Int, region: Int, year: Int) -> Summary {
    if quantity == .npv {
      precondition(year == total)
      return presentValues[scenario * regionCount + region]
    }
    if year == end {
      precondition(quantity.hasEndState)
      if quantity == .structural { return endStates[scenario * regionCount + region] }
    }
    // Today's cost of the end state is that of the last year, whose prices it has.
    let year = year == end ? years - 1 : year
    let quantities = ReportedQuantity.allCases.count - 1
    return summaries[((scenario * regionCount + region) * quantities + quantity.rawValue) * (years + 1) + year]
  }

  /// Whether it is known who pays.
  public var hasPayers: Bool { !payments.isEmpty }

  /// What a payer pays.
  ///
  /// - Precondition: ``hasPayers``.
  public func payment(_ payer: Payer, scenario: Int, region: Int, year: Int) -> Summary {
    payments[((scenario * regionCount + region) * Payer.allCases.count + payer.rawValue) * (years + 1) + year]
  }

  /// Mean of one line of the delta, EUR.
  public func mean(of line: CostLine, scenario: Int, region: Int, year: Int) -> Double {
    lineMeans[((scenario * regionCount + region) * (years + 2) + year) * CostLine.allCases.count + line.rawValue]
  }

  /// Whether it is known what each item costs.
  public var hasItems: Bool { !itemMeans.isEmpty }

  /// The mean amounts of an item, EUR.
  ///
  /// - Parameter item: index in ``Study/items``.
  /// - Precondition: ``hasItems``.
  public func mean(ofItem item: Int, scenario: Int, region: Int, year: Int) -> ItemAmount {
    let periods = years + 2
    let items = itemMeans.count / (2 * periods * regionCount * selection.scenarios.count)
    let first = ((scenario * regionCount + region) * items + item) * 2 * periods + year
    return ItemAmount(structural: itemMeans[first], incidental: itemMeans[first + periods])
  }

  /// - Parameter pair: position in ``pairs``.
  public func comparison(pair: Int, region: Int) -> Comparison {
    comparisons[pair * regionCount + region]
  }
}
