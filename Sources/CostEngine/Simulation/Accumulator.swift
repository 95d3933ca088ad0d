/// The statistics of all places over any set of replicates. Parts can be merged in any order, with bitwise equal
/// results.
///
/// The replicates added first must begin with the first one of all, see ``PlaceStatistics``.
public struct Accumulator: Sendable {
  private var places: [PlaceStatistics]

  /// Statistics without any draws.
  public init(_ plan: Plan) {
    places = (0..<plan.placeCount).map { PlaceStatistics(plan, place: $0) }
  }

  /// An accumulator for another part of the same run, without draws.
  public var emptied: Accumulator {
    var emptied = self
    emptied.places = places.map { $0.emptied }
    return emptied
  }

  /// Adds amounts delivered by an ``Evaluator``.
  public mutating func add(_ amounts: WaveAmounts, place: Int) { places[place].add(amounts) }

  /// Adds the replicates of another part of the same run.
  public mutating func merge(_ other: Accumulator) {
    precondition(places.count == other.places.count)
    for index in places.indices { places[index].merge(other.places[index]) }
  }

  /// Writes the statistics of draws that are not all, one place after another; there must be draws.
  public func write(to writer: inout StateWriter) {
    for place in places { place.write(to: &writer) }
  }

  /// Adds the draws of another part of the same run, as ``write(to:)`` wrote them.
  ///
  /// - Throws: if the bytes are not those of a part of this run. The statistics are then invalid.
  public mutating func merge(_ reader: inout StateReader) throws(StateDamage) {
    for index in places.indices { try places[index].merge(&reader) }
    guard reader.isAtEnd else { throw StateDamage() }
  }

  /// The results of the run.
  ///
  /// - Throws: if an amount in some draw exceeds the range that is counted.
  public func results(of plan: Plan) throws(AmountOverflow) -> Results {
    try Results(of: plan, places: places.map { $0.results(of: plan) })
  }
}

extension Results {
  /// The results of a run.
  ///
  /// - Parameter places: the results of the plan's regions, followed by the country if there is one; all for the same
  ///   draws.
  /// - Throws: if an amount in some draw exceeds the range that is counted.
  public init(of plan: Plan, places: [PlaceResults]) throws(AmountOverflow) {
    let layout = plan.layout
    for (index, place) in places.enumerated() {
      guard let overflow = place.overflow else { continue }
      let meaning = layout.meaning(of: overflow)
      throw AmountOverflow(
        of: plan, scenario: meaning.scenario, place: index, period: meaning.period, quantity: meaning.quantity,
        payer: meaning.payer)
    }
    precondition(places.count == plan.placeCount && places[0].draws > 0)
    self.init(
      selection: plan.selection, years: layout.years, draws: places[0].draws,
      includesNational: plan.includesNational, summaries: [], presentValues: [], endStates: [],
      lineMeans: [], comparisons: [])
    for scenario in 0..<layout.scenarios {
      for place in places {
        for quantity in ReportedQuantity.allCases where quantity != .npv {
          let first = layout.series(of: quantity, scenario: scenario)
          summaries += place.summaries[first..<(first + layout.periods)]
        }
        presentValues.append(place.summaries[layout.presentValue(scenario: scenario)])
        endStates.append(place.summaries[layout.endState(scenario: scenario)])
        lineMeans +=
          place.lineMeans[layout.lines(scenario: scenario, period: 0)..<layout.lines(scenario: scenario + 1, period: 0)]
        let items = place.itemMeans.count / layout.scenarios
        itemMeans += place.itemMeans[(scenario * items)..<((scenario + 1) * items)]
        guard layout.hasPayers else { continue }
        for payer in Payer.allCases {
          let first = payer == .municipalities ? layout.municipalities(scenario: scenario) : layout.paid(payer)
          payments += place.summaries[first..<(first + layout.periods)]
        }
      }
    }
    for pair in 0..<layout.pairCount {
      for place in places {
        comparisons.append(
          Comparison(difference: place.summaries[layout.pair(pair)], shareCheaper: place.sharesNegative[pair]))
      }
    }
  }
}

/// An amount beyond any budget: larger than EUR 1.4e12 in some draw, or not a number.
public struct AmountOverflow: Error, Equatable, Sendable {
  /// Index in ``Study/scenarios``; nil for today's cost.
  public var scenario: Int?
  /// Index in ``Study/regions``; nil for the country.
  public var region: Int?
  /// Calendar year; nil for the whole horizon.
  public var year: Int?
  /// The quantity of the amount; if this and ``payer`` are both nil, the difference of two scenarios.
  public var quantity: ReportedQuantity?
  /// The payer whose part it was.
  public var payer: Payer?
}

extension AmountOverflow {
  /// - Parameters:
  ///   - scenario: position in the plan's selection.
  ///   - place: position of a region in the selection; the country comes after the regions.
  init(
    of plan: Plan, scenario: Int?, place: Int, period: Period, quantity: ReportedQuantity?, payer: Payer? = nil
  ) {
    self.scenario = scenario.map { plan.selection.scenarios[$0] }
    region = place < plan.selection.regions.count ? plan.selection.regions[place] : nil
    year = plan.calendarYear(of: period)
    self.quantity = quantity
    self.payer = payer
  }

  /// The overflow of a recorded amount.
  public init(_ amount: RecordedAmount, of plan: Plan) {
    let period: Period
    if case .period(let asked) = amount.span { period = asked } else { period = .total }
    // A line and an item are told as the whole of which they are a part.
    var quantity: ReportedQuantity? = .delta
    var payer: Payer?
    if case .quantity(let asked) = amount.subject { quantity = asked }
    if case .paid(let asked) = amount.subject { (quantity, payer) = (nil, asked) }
    self.init(
      of: plan, scenario: quantity?.isOfScenario != false ? amount.scenario : nil, place: amount.place,
      period: period, quantity: quantity, payer: payer)
  }
}
