import CostEngine

/// Studies in which one thing is much and all else next to nothing, so that the difference between two of them is the
/// cost of that thing.
enum InventedStudy {
  /// A study with so many scenarios, each with a level of its own of one provision that has an uncertain price.
  static func scenarios(_ count: Int, regions: Int, price: Distribution) -> Study {
    var study = bare(regions: regions)
    study.provisions = [Provision(code: "P", name: "", per: .region, unitCost: .uncertain(0), index: .price)]
    study.currentProvisions = [[Quantity]](repeating: [.certain(0.5)], count: regions)
    study.levels = (0..<count).map { "L\($0)" }
    study.norms = [[FunctionNorm]](repeating: [], count: count)
    study.provisionNorms = (0..<count).map { [.certain(1 + 0.1 * Double($0))] }
    study.variables = [UncertainVariable(name: "price", distribution: price)]
    study.scenarios = (0..<count).map { scenario(level: $0, regions: regions) }
    return study
  }

  private static func scenario(level: Int, regions: Int) -> Scenario {
    let terms = ScenarioTerms(
      level: level, phaseIn: .step(from: .certain(2027)), delay: .certain(0), bandwidth: .certain(0),
      release: .certain(0), measures: [])
    return Scenario(
      code: "S\(level)", name: "", terms: [ScenarioTerms](repeating: terms, count: regions))
  }

  private static func bare(regions: Int) -> Study {
    Study(
      title: "", firstYear: 2027, years: 1, priceYear: 2027, currentPrices: false, discountRate: .certain(0),
      wageGrowth: [], priceGrowth: [], referenceLevel: 0,
      regions: (0..<regions).map {
        Region(code: "R\($0)", name: "", population: .certain(1e5), municipalities: .certain(10))
      },
      functions: [], provisions: [], levels: ["L0"], norms: [[]], provisionNorms: [[]],
      current: [[CurrentStaffing]](repeating: [], count: regions),
      currentProvisions: [[Quantity]](repeating: [], count: regions), oneOffs: [], measures: [],
      scenarios: [scenario(level: 0, regions: regions)], profiles: [], funds: [], variables: [], factors: [])
  }
}
