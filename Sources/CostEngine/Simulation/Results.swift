/// The results of a simulation.
///
/// Figures are addressed by *positions*: position 0 of the scenarios is the first one selected, whatever its index in
/// the study. The country comes after the regions, at position ``national``; the whole horizon comes after the years,
/// at position ``total``.
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
  /// In the order scenario, region, year, line.
  public var lineMeans: [Double]
  /// In the order of ``pairs``, then region.
  public var comparisons: [Comparison]
  /// What each payer pays, in the order scenario, region, payer, year; empty if not requested or if it cannot be
  /// computed.
  public var payments: [Summary]

  public init(
    selection: Selection, years: Int, draws: Int, includesNational: Bool, summaries: [Summary],
    presentValues: [Summary], lineMeans: [Double], comparisons: [Comparison],
    payments: [Summary] = []
  ) {
    self.selection = selection
    self.years = years
    self.draws = draws
    self.includesNational = includesNational
    self.summaries = summaries
    self.presentValues = presentValues
    self.lineMeans = lineMeans
    self.comparisons = comparisons
    self.payments = payments
  }

  /// Number of reported regions, the country included.
  public var regionCount: Int { selection.regions.count + (includesNational ? 1 : 0) }
  /// Region position of the country; valid only if ``includesNational``.
  public var national: Int { selection.regions.count }
  /// Year position of the whole horizon.
  public var total: Int { years }
  /// The pairs of scenario positions that are compared, in the order of pairs.csv.
  public var pairs: [(a: Int, b: Int)] {
    var pairs: [(a: Int, b: Int)] = []
    for a in selection.scenarios.indices {
      for b in selection.scenarios.indices where b > a { pairs.append((a, b)) }
    }
    return pairs
  }

  /// - Precondition: `npv` is only requested for the whole horizon.
  public func summary(_ quantity: ReportedQuantity, scenario: Int, region: Int, year: Int) -> Summary {
    if quantity == .npv {
      precondition(year == total)
      return presentValues[scenario * regionCount + region]
    }
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
    lineMeans[((scenario * regionCount + region) * (years + 1) + year) * CostLine.allCases.count + line.rawValue]
  }

  /// - Parameter pair: position in ``pairs``.
  public func comparison(pair: Int, region: Int) -> Comparison {
    comparisons[pair * regionCount + region]
  }
}
