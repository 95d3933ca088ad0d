/// The statistics of any set of replicates. Parts merge in any order to the same bits.
public struct Accumulator: Sendable {
  var statistics: [AmountStatistics]
  var lineSums: [WideInteger]
  var replicates = AmountStatistics.Replicates()
  var overflow: Int?

  init(_ layout: SeriesLayout) {
    statistics = [AmountStatistics](repeating: AmountStatistics(), count: layout.count)
    lineSums = [WideInteger](repeating: .zero, count: layout.lineCount)
  }

  /// Adds the replicates of another part of the same run.
  public mutating func merge(_ other: Accumulator) {
    precondition(statistics.count == other.statistics.count && lineSums.count == other.lineSums.count)
    for series in statistics.indices { statistics[series].merge(other.statistics[series]) }
    for line in lineSums.indices { lineSums[line] += other.lineSums[line] }
    replicates.merge(other.replicates)
    overflow = [overflow, other.overflow].compactMap { $0 }.min()
  }

  /// The results of the run.
  ///
  /// - Throws: where an amount of some draw lay beyond what is counted.
  public func results(of plan: Plan) throws(AmountOverflow) -> Results {
    let layout = plan.layout
    if let overflow {
      let place = layout.place(of: overflow)
      throw AmountOverflow(
        scenario: place.scenario.map { plan.selection.scenarios[$0] },
        region: place.region < plan.selection.regions.count ? plan.selection.regions[place.region] : nil,
        year: place.period.flatMap { $0 < layout.years ? plan.firstYear + $0 : nil })
    }
    precondition(replicates.draws > 0)
    func summary(_ series: Int) -> Summary {
      statistics[series].summary(of: replicates, stratified: plan.settings.sampler == .latinHypercube)
    }
    var summaries: [Summary] = []
    var presentValues: [Summary] = []
    var lineMeans: [Double] = []
    let shared = (0..<2 * layout.regions * layout.periods).map(summary)
    for scenario in 0..<layout.scenarios {
      for region in 0..<layout.regions {
        for quantity in ReportedQuantity.allCases where quantity != .npv {
          for period in 0..<layout.periods {
            switch quantity {
            case .baseline: summaries.append(shared[layout.baseline(region: region) + period])
            case .funding: summaries.append(shared[layout.funding(region: region) + period])
            default:
              let place = SeriesLayout.scenarioQuantities.firstIndex(of: quantity)!
              summaries.append(
                summary(layout.quantities(scenario: scenario, region: region) + place * layout.periods + period))
            }
          }
        }
        presentValues.append(summary(layout.presentValue(scenario: scenario, region: region)))
      }
    }
    for line in lineSums { lineMeans.append(line.double / Double(replicates.draws) / 100) }
    var comparisons: [Results.Comparison] = []
    for pair in 0..<layout.pairCount {
      for region in 0..<layout.regions {
        let series = layout.pair(pair, region: region)
        comparisons.append(
          Results.Comparison(difference: summary(series), shareCheaper: statistics[series].shareNegative(replicates)))
      }
    }
    return Results(
      selection: plan.selection, years: layout.years, draws: replicates.draws,
      includesNational: plan.includesNational, summaries: summaries, presentValues: presentValues,
      lineMeans: lineMeans, comparisons: comparisons)
  }
}

/// An amount that no budget can hold: larger than EUR 1.4e12 in some draw, or no number at all.
public struct AmountOverflow: Error, Equatable, Sendable {
  /// Index in ``Study/scenarios``; nil for today's cost.
  public var scenario: Int?
  /// Index in ``Study/regions``; nil for the country.
  public var region: Int?
  /// Calendar year; nil for the whole horizon.
  public var year: Int?
}
