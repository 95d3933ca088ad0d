import CostEngine
import Terms

/// What the levels of a study ask of a function, and units of regions, as expected values.
struct FunctionNorms {
  private let study: Study
  private let functions: [String: Int]
  private let provisions: [String: Int]
  private let regions: [String: Int]
  /// Levels with norms, first the one that today's figures are read against.
  private let levels: [Int]

  init(_ context: DoubtFinder.Context) {
    study = context.study
    functions = context.tables[.function].index
    provisions = context.tables[.provision].index
    regions = context.tables[.region].index
    let reference = context.study.referenceLevel
    let others = context.study.norms.indices.filter { $0 != reference }
    levels = ([reference] + others).filter {
      context.study.norms.indices.contains($0) && !context.study.norms[$0].isEmpty
    }
  }

  func per(ofFunction code: String) -> UnitBasis? { functions[code].map { study.functions[$0].per } }
  func per(ofProvision code: String) -> UnitBasis? { provisions[code].map { study.provisions[$0].per } }

  /// Units of a region: 1, its municipalities, or its inhabitants by 100,000.
  func units(_ per: UnitBasis, ofRegion code: String) -> Double? {
    guard let region = regions[code] else { return nil }
    switch per {
    case .region, .national: return 1
    case .municipality: return study.mean(of: study.regions[region].municipalities)
    case .per100k: return study.mean(of: study.regions[region].population) / 100_000
    }
  }

  func inhabitants(ofRegion code: String) -> Double? {
    regions[code].map { study.mean(of: study.regions[$0].population) }
  }

  /// People a unit, of each level that asks any: the fewest and the most expected.
  func persons(ofFunction code: String) -> (values: [Double], mayBeNone: Bool) {
    values(code) {
      study.mean(of: $0.positions) * study.mean(of: $0.personsPerPosition)
    } least: {
      least($0.positions) * least($0.personsPerPosition)
    }
  }

  /// Positions a unit.
  func positions(ofFunction code: String) -> (values: [Double], mayBeNone: Bool) {
    values(code) {
      study.mean(of: $0.positions)
    } least: {
      least($0.positions)
    }
  }

  func initialHours(ofFunction code: String) -> (values: [Double], mayBeNone: Bool) {
    values(code) {
      study.mean(of: $0.initialHours)
    } least: {
      least($0.initialHours)
    }
  }

  func annualHours(ofFunction code: String) -> (values: [Double], mayBeNone: Bool) {
    values(code) {
      study.mean(of: $0.annualHours)
    } least: {
      least($0.annualHours)
    }
  }

  /// Hours of the first level that asks both.
  func hours(ofFunction code: String) -> (initial: Double, annual: Double)? {
    guard let function = functions[code] else { return nil }
    return levels.lazy.map { level in
      (
        initial: study.mean(of: study.norms[level][function].initialHours),
        annual: study.mean(of: study.norms[level][function].annualHours)
      )
    }.first { $0.initial > 0 && $0.annual > 0 }
  }

  /// Pieces of a provision a unit.
  func quantity(ofProvision code: String) -> (values: [Double], mayBeNone: Bool) {
    guard let provision = provisions[code] else { return ([], true) }
    let norms = study.provisionNorms.filter { !$0.isEmpty }.map { $0[provision] }
    let asked = norms.filter { study.mean(of: $0) > 0 }
    return (asked.map { study.mean(of: $0) }, asked.isEmpty || asked.contains { least($0) <= 0 })
  }

  private func values(
    _ code: String, _ expected: (FunctionNorm) -> Double, least: (FunctionNorm) -> Double
  ) -> (values: [Double], mayBeNone: Bool) {
    guard let function = functions[code] else { return ([], true) }
    let norms = levels.map { study.norms[$0][function] }.filter { expected($0) > 0 }
    return (norms.map(expected), norms.isEmpty || norms.contains { least($0) <= 0 })
  }

  /// The lowest value that a quantity can have.
  private func least(_ quantity: Quantity) -> Double {
    switch quantity {
    case .certain(let value): return value
    case .uncertain(let index): return study.variables[index].distribution.support.lower
    case .product(let index): return least(study.products[index].base) * least(study.products[index].factor)
    }
  }
}
