import CostEngine

/// Where amounts have a kink in what a region has today: at the norm, beyond which there is no gap to be closed.
struct NormKinks {
  let study: Study
  /// Indices in ``Study/scenarios``.
  let scenarios: [Int]

  /// The values of a figure at which it meets the norm of some scenario; each uncertain term at its mean.
  func kinks(of figure: CurrentFigure, item: Int, region: Int) -> [Double] {
    var kinks: [Double] = []
    for scenario in scenarios {
      let terms = study.scenarios[scenario].terms[region]
      for withMeasures in terms.measures.isEmpty ? [false] : [false, true] {
        let measures = withMeasures ? terms.measures : []
        guard let kink = norm(of: figure, item, region, terms, measures), kink.isFinite else { continue }
        if !kinks.contains(where: { ($0 - kink).magnitude <= 1e-3 * kink.magnitude }) { kinks.append(kink) }
      }
    }
    return kinks.sorted()
  }

  private func norm(
    of figure: CurrentFigure, _ item: Int, _ region: Int, _ terms: ScenarioTerms, _ measures: [Int]
  ) -> Double? {
    let required = 1 - mean(terms.bandwidth)
    if figure == .provisionQuantity {
      let norms = study.provisionNorms[terms.level]
      return norms.isEmpty ? nil : mean(norms[item]) * required
    }
    guard !study.norms[terms.level].isEmpty else { return nil }
    let norm = study.norms[terms.level][item]
    let positions = mean(norm.positions) * required * effect(measures, .positions, item)
    switch figure {
    case .persons:
      let persons = positions * mean(norm.personsPerPosition) * effect(measures, .persons, item)
      switch study.current[region][item].persons {
      case .persons: return persons * units(item, region)
      case .share:
        guard !study.norms[study.referenceLevel].isEmpty else { return nil }
        let reference = study.norms[study.referenceLevel][item]
        return persons / (mean(reference.positions) * mean(reference.personsPerPosition))
      }
    case .standbyPositions: return positions * units(item, region)
    case .initialHours: return mean(norm.initialHours)
    case .annualHours: return mean(norm.annualHours) * required
    case .certified: return mean(norm.certified)
    case .turnover, .provisionQuantity: return nil
    }
  }

  /// The product of the measures' factors on a driver, where all are in force.
  private func effect(_ measures: [Int], _ driver: Driver, _ item: Int) -> Double {
    measures.reduce(1) { product, measure in
      study.measures[measure].effects.reduce(product) {
        $1.driver == driver && $1.item == item ? $0 * mean($1.factor) : $0
      }
    }
  }

  private func units(_ function: Int, _ region: Int) -> Double {
    switch study.functions[function].per {
    case .region, .national: return 1
    case .municipality: return mean(study.regions[region].municipalities)
    case .per100k: return mean(study.regions[region].population) / 100_000
    }
  }

  private func mean(_ quantity: Quantity) -> Double {
    switch quantity {
    case .certain(let value): return value
    case .uncertain(let variable): return study.variables[variable].distribution.mean
    case .product(let product): return mean(study.products[product].base) * mean(study.products[product].factor)
    }
  }
}
