import CostEngine

/// Studies whose totals are sums of given random amounts: what closed forms exist for.
public enum ClosedFormStudy {
  /// - Parameter amounts: for each region the distributions of the independent amounts that make up its costs. One
  ///   region bears them as one-offs in the first of two years; several give up provisions of that value in their only
  ///   year, so that the delta is minus the amounts.
  public static func make(amounts: [[Distribution]], scenarios: Int = 1) -> Study {
    var variables: [UncertainVariable] = []
    var oneOffs: [OneOff] = []
    precondition(amounts.count == 1 || amounts.allSatisfy { $0.count == amounts[0].count })
    let regions = amounts.indices.map { index in
      Region(code: "R\(index)", name: "Regio \(index)", population: .certain(100_000), municipalities: .certain(1))
    }
    var provisions: [Provision] = []
    var current: [[Quantity]] = amounts.map { _ in [] }
    if amounts.count == 1 {
      for (index, distribution) in amounts[0].enumerated() {
        variables.append(UncertainVariable(name: "one-offs.amount[O\(index)]", distribution: distribution))
        oneOffs.append(
          OneOff(
            code: "O\(index)", name: "Post \(index)", per: .region, amount: .uncertain(index), from: .certain(2027),
            until: .certain(2027), index: .price, scenarios: Array(0..<scenarios)))
      }
    } else {
      // Today's quantity of a provision at EUR 1, given up entirely.
      for index in amounts[0].indices {
        provisions.append(
          Provision(code: "P\(index)", name: "Voorziening", per: .region, unitCost: .certain(1), index: .price))
        for region in amounts.indices {
          variables.append(
            UncertainVariable(
              name: "provision-current.quantity[R\(region)/P\(index)]", distribution: amounts[region][index]))
          current[region].append(.uncertain(variables.count - 1))
        }
      }
    }
    let terms = ScenarioTerms(
      level: 0, phaseIn: .step(from: .certain(2027)), delay: .certain(0), bandwidth: .certain(0),
      release: .certain(1), measures: [])
    return Study(
      title: "Gesloten vorm", firstYear: 2027, years: amounts.count == 1 ? 2 : 1, priceYear: 2027,
      currentPrices: false, discountRate: .certain(0), wageGrowth: [], priceGrowth: [], referenceLevel: 0,
      regions: regions, functions: [], provisions: provisions, levels: ["norm"], norms: [[]],
      provisionNorms: [provisions.map { _ in .certain(0) }], current: amounts.map { _ in [] },
      currentProvisions: current, oneOffs: oneOffs, measures: [],
      scenarios: (0..<scenarios).map { index in
        Scenario(code: "S\(index)", name: "Scenario", terms: amounts.map { _ in terms })
      }, profiles: [], funds: [], variables: variables, factors: [])
  }

  /// Runs all replicates, one after the other.
  public static func simulate(_ study: Study, draws: Int, seed: UInt64 = 1, sampler: Sampler) throws -> Results {
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: draws, seed: seed, sampler: sampler))
    return try Evaluator.statistics(of: plan).results(of: plan)
  }
}
