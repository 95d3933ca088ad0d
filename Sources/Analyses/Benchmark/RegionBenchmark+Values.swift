import CostEngine
import Reports
import Terms

extension RegionBenchmark {
  /// - Parameters:
  ///   - scenario: index of the scenario whose level is the norm, without its bandwidth and measures.
  ///   - values: one for each of the study's variables.
  ///   - isAssumed: whether the given figure was assumed for a region (an index).
  public init(
    _ study: Study, scenario: Int, values: [Double],
    isAssumed: (_ region: Int, _ figure: CurrentFigure, _ item: Int) -> Bool
  ) {
    var comparisons: [Comparison] = []
    let regions = study.regions.indices.map { region in
      WorkedCalculation(study, scenario: scenario, region: region, values: values)
    }
    func value(_ quantity: Quantity) -> Double { study.value(of: quantity, in: values) }
    func ratio(_ amount: Double, to number: Double) -> Double? { number > 0 ? amount / number : nil }
    func perInhabitant(_ amount: Double, _ region: Int) -> Double? {
      ratio(amount, to: value(study.regions[region].population))
    }
    let levels = study.regions.indices.map { study.scenarios[scenario].terms[$0].level }
    func addTo(
      _ item: Item, _ measure: Measure, from figures: [(CurrentFigure, Int)], today: (Int) -> Double?,
      norm: (Int) -> Double? = { _ in nil }
    ) {
      func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
      comparisons.append(
        Comparison(
          item: item, measure: measure, values: study.regions.indices.map { finite(today($0)) },
          norms: study.regions.indices.map { finite(norm($0)) },
          isAssumed: study.regions.indices.map { region in
            figures.contains { isAssumed(region, $0.0, $0.1) }
          }))
    }
    func norm(_ function: Int, _ region: Int) -> FunctionNorm { study.norms[levels[region]][function] }
    func positions(_ function: Int, _ region: Int) -> Double {
      value(norm(function, region).positions) * regions[region].functions[function].units
    }
    func persons(_ function: Int, _ region: Int) -> Double {
      positions(function, region) * value(norm(function, region).personsPerPosition)
    }
    func sum(_ amount: (Int) -> Double) -> Double { study.functions.indices.reduce(0) { $0 + amount($1) } }
    func all(_ figure: CurrentFigure) -> [(CurrentFigure, Int)] { study.functions.indices.map { (figure, $0) } }
    let ofPeople: [CurrentFigure] = [
      .persons, .standbyPositions, .turnover, .certified, .initialHours, .annualHours,
    ]
    let provisions = study.provisions.indices.map { (CurrentFigure.provisionQuantity, $0) }

    if !study.functions.isEmpty {
      addTo(
        .all, .personsPer100k, from: all(.persons),
        today: { region in perInhabitant(sum { regions[region].functions[$0].persons } * 1e5, region) },
        norm: { region in perInhabitant(sum { persons($0, region) } * 1e5, region) })
      addTo(
        .all, .annualHours, from: all(.persons) + all(.annualHours),
        today: { region in
          let today = regions[region].functions
          return ratio(sum { today[$0].persons * today[$0].annualHours }, to: sum { today[$0].persons })
        },
        norm: { region in
          ratio(
            sum { persons($0, region) * value(norm($0, region).annualHours) }, to: sum { persons($0, region) })
        })
    }
    // Without a standby fee there are no paid standby positions.
    let onStandby = study.functions.indices.filter { study.functions[$0].standbyFee != .certain(0) }
    if !onStandby.isEmpty {
      addTo(
        .all, .standbyPositions, from: onStandby.map { (.standbyPositions, $0) },
        today: { region in onStandby.reduce(0) { $0 + regions[region].functions[$1].standbyPositions } },
        norm: { region in onStandby.reduce(0) { $0 + positions($1, region) } })
    }
    addTo(
      .all, .costPerInhabitant, from: ofPeople.flatMap(all) + provisions,
      today: { region in
        let year = regions[region].years[0]
        let cost = year.functions.reduce(0) { $0 + $1.baseline.lines.sum }
        return perInhabitant(year.provisions.reduce(cost) { $0 + $1.baseline.amount }, region)
      })
    for function in study.functions.indices {
      func today(_ region: Int) -> WorkedCalculation.FunctionToday { regions[region].functions[function] }
      func add(
        _ measure: Measure, from figures: [CurrentFigure], today: (Int) -> Double?,
        norm: (Int) -> Double? = { _ in nil }
      ) {
        addTo(.function(function), measure, from: figures.map { ($0, function) }, today: today, norm: norm)
      }
      add(
        .personsPer100k, from: [.persons], today: { perInhabitant(today($0).persons * 1e5, $0) },
        norm: { perInhabitant(persons(function, $0) * 1e5, $0) })
      add(
        .annualHours, from: [.annualHours], today: { today($0).annualHours },
        norm: { value(norm(function, $0).annualHours) })
      add(
        .initialHours, from: [.initialHours], today: { today($0).initialHours },
        norm: { value(norm(function, $0).initialHours) })
      add(
        .certified, from: [.certified], today: { today($0).certified },
        // A level may require no certificates.
        norm: { norm(function, $0).certified == .certain(0) ? nil : value(norm(function, $0).certified) })
      add(.turnover, from: [.turnover], today: { today($0).turnover })
      if onStandby.contains(function) {
        add(
          .standbyPositions, from: [.standbyPositions], today: { today($0).standbyPositions },
          norm: { positions(function, $0) })
      }
      add(
        .costPerInhabitant, from: ofPeople,
        today: { perInhabitant(regions[$0].years[0].functions[function].baseline.lines.sum, $0) })
    }
    for provision in study.provisions.indices {
      addTo(
        .provision(provision), .quantity, from: [(.provisionQuantity, provision)],
        today: { regions[$0].provisions[provision].quantity },
        norm: { value(study.provisionNorms[levels[$0]][provision]) })
      addTo(
        .provision(provision), .costPerInhabitant, from: [(.provisionQuantity, provision)],
        today: { perInhabitant(regions[$0].years[0].provisions[provision].baseline.amount, $0) })
    }
    self.init(comparisons: comparisons)
  }
}
