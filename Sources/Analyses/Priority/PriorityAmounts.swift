import CostEngine

/// The recorded amounts of a priority analysis: for each place the extra cost of the scenario, and the difference in net
/// present value of each scenario to choose from with the one that is cheapest for the country by what is known now.
///
/// Differences, since what scenarios share cancels out of the choice.
struct PriorityAmounts: Sendable {
  let parts: DrawParts
  /// Number of places: the regions, then the country.
  let places: Int
  /// Number of amounts of each place: the extra cost, then a difference for each other scenario if the choice is open
  /// anywhere.
  let targets: Int
  /// Position among the scenarios to choose from of the cheapest one for the country.
  let cheapest: Int
  /// The extra cost, for each region and for the country.
  let totals: [UncertainAmount]
  // Not written to after initialisation.
  private let columns: DrawColumns
  private let means: [Double]
  /// For each place whether another scenario than its cheapest one is cheaper in some draw.
  private let isOpen: [Bool]

  var country: Int { places - 1 }

  /// What to record for each place.
  static func recorded(_ plan: Plan, scenario: Int, among: [Int]) -> [RecordedAmount] {
    (0..<plan.placeCount).flatMap { place in
      [RecordedAmount(scenario: scenario, place: place, period: .total, quantity: .delta)]
        + among.map { RecordedAmount(scenario: $0, place: place, period: .total, quantity: .npv) }
    }
  }

  /// - Parameters:
  ///   - draws: draws of ``recorded(_:scenario:among:)``.
  ///   - among: number of scenarios to choose from.
  init(_ draws: RecordedDraws, among: Int) {
    let parts = DrawParts(draws: draws.draws)
    self.parts = parts
    let places = draws.amounts.count / (1 + among)
    self.places = places
    func npv(_ place: Int, _ option: Int) -> UnsafeBufferPointer<Double> { draws[place * (1 + among) + 1 + option] }
    func cheapest(_ place: Int) -> Int {
      let sums = (0..<among).map { option in npv(place, option).reduce(0, +) }
      return sums.indices.min { (sums[$0], $0) < (sums[$1], $1) }!
    }
    let best = cheapest(places - 1)
    self.cheapest = best
    isOpen = (0..<places).map { place in
      let own = npv(place, cheapest(place))
      return (0..<among).contains { option in zip(npv(place, option), own).contains { $0 < $1 } }
    }
    let others = isOpen.contains(true) ? (0..<among).filter { $0 != best } : []
    targets = 1 + others.count
    totals = (0..<places).map { UncertainAmount(draws[$0 * (1 + among)]) }
    let columns = DrawColumns(registers: parts.draws / 8)
    var means: [Double] = []
    func add(_ values: [Double]) {
      let column = columns.add()
      columns.write(values, into: column)
      columns.centre(column)
      means.append(values[0] - column[0][0])
    }
    for place in 0..<places {
      add(Array(draws[place * (1 + among)]))
      for option in others { add(zip(npv(place, option), npv(place, best)).map { $0 - $1 }) }
    }
    self.columns = columns
    self.means = means
  }

  /// The columns of the amounts of a place, less their means.
  func addresses(_ place: Int) -> [UnsafePointer<SIMD8<Double>>] {
    columns.addresses(place * targets..<(place + 1) * targets)
  }

  func mean(_ place: Int, _ target: Int) -> Double { means[place * targets + target] }

  /// The sum of squares of the extra cost of a place about its mean.
  func squares(_ place: Int) -> Double {
    columns.squares(columns[place * targets])
  }

  /// The gain in the choice, once something is known.
  ///
  /// - Parameters:
  ///   - fitted: a target as what is known lets expect it, in every draw.
  ///   - regressed: the regression of a column on the features of a target.
  func choice(_ place: Int, fitted: (Int) -> [Double], regressed: (Int, [Double]) -> [Double]) -> InformationValue {
    guard isOpen[place], targets > 1 else { return .none }
    let alternatives = (1..<targets).map { target in
      InformationValue.Alternative(
        difference: columns.values(columns[place * targets + target], plus: mean(place, target)),
        fitted: fitted(target))
    }
    return .ofChoice(alternatives) { regressed($0 + 1, $1) }
  }
}
