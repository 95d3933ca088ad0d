import CostEngine
import Reports

extension ReportAnalysis {
  /// A driver of an amount, which is an index below scenarios × places.
  private struct Found: Sendable {
    var amount: Int
    var driver: ReportContent.Driver
  }

  func drivers(
    _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) throws(ConcurrentSimulation.Failure) -> [[ReportContent.Driver]] {
    let found = try work(inputs.factors.count + inputs.groups.count) {
      Worker(plan)
    } result: { worker, index in
      index < inputs.factors.count
        ? self.drivers(inputs.factors[index], worker, totals, centred)
        : self.drivers(inputs.groups[index - inputs.factors.count], worker, totals, centred)
    }
    var drivers = [[ReportContent.Driver]](repeating: [], count: scenarios * places)
    for found in found.joined() { drivers[found.amount].append(found.driver) }
    // Ties in the order of the study.
    return drivers.map { drivers in
      drivers.enumerated().sorted {
        ($1.element.share.value, $0.offset) < ($0.element.share.value, $1.offset)
      }.prefix(Self.mostDrivers).map { $0.element }
    }
  }

  private func drivers(
    _ factor: ReportInputs.Factor, _ worker: Worker, _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) -> [Found] {
    worker.basis.removeAll()
    for power in 1...3 { worker.basis.add(worker.columns.factor(factor.factor), power: power) }
    return (0..<scenarios).flatMap { scenario in
      (0..<places).filter { isTold[$0] && factor.cells[$0] > 0 }.compactMap { place in
        driver(
          factor.code, detail: factor.columns, cells: factor.cells[place], worker.basis,
          amount: scenario * places + place, totals, centred)
      }
    }
  }

  private func drivers(
    _ group: ReportInputs.Group, _ worker: Worker, _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) -> [Found] {
    let basis = worker.basis
    var found: [Found] = []
    var sums = (0..<scenarios).map { _ in Sum(registers: centred.registers) }
    for (region, variable) in group.cells {
      // A cell by itself moves amounts through its value; its own part beside factors does so through its score.
      let isLoaded = worker.columns.fill(variable)
      basis.removeAll()
      basis.add(worker.columns.own)
      basis.add(worker.columns.own, power: 2)
      if isLoaded { basis.add(worker.columns.own, power: 3) } else { basis.add(worker.columns.value) }
      for scenario in 0..<scenarios {
        for place in region.map({ $0..<$0 + 1 }) ?? 0..<places {
          let amount = scenario * places + place
          if isTold[place], var driver = driver(group.label, cells: nil, basis, amount: amount, totals, centred) {
            driver.driver.endsAreOutcomes = worker.columns.endsAreOutcomes
            found.append(driver)
          }
          if region != nil, tellsOfCountry {
            sums[scenario].add(basis, basis.effect(on: centred[amount]), squares: centred.squares[amount])
          }
        }
      }
    }
    guard tellsOfCountry, group.cells[0].region != nil else { return found }
    for scenario in 0..<scenarios {
      let amount = scenario * places + places - 1
      if var driver = sums[scenario].driver(group.label, of: totals[amount], centred, amount, chance: chance) {
        driver.endsAreOutcomes = driver.hasDirection && worker.columns.endsAreOutcomes
        found.append(Found(amount: amount, driver: driver))
      }
    }
    return found
  }

  /// The driver for one input or one factor; nil if its effect may be due to chance.
  private func driver(
    _ label: String, detail: String = "", cells: Int?, _ basis: EffectBasis, amount: Int, _ totals: [UncertainAmount],
    _ centred: CentredAmounts
  ) -> Found? {
    let squares = centred.squares[amount]
    guard squares > 0 else { return nil }
    let effect = basis.effect(on: centred[amount])
    guard effect.surplus(of: squares, basis, draws: plan.settings.draws) > chance * squares else { return nil }
    let mean = centred.means[amount]
    let share = totals[amount].varianceShare(
      knowing: basis.fitted(effect, mean: mean), parameters: basis.parameters)
    let ends = basis.ends(of: effect)
    return Found(
      amount: amount,
      driver: .init(
        label: label, detail: detail, cells: cells, share: share, low: mean + ends.low, high: mean + ends.high,
        hasDirection: true))
  }

  /// The effect of cells of several regions on the country: the sum of the effect of each on its own region.
  private struct Sum {
    private var column: [SIMD8<Double>]
    private var surplus = 0.0
    private var squaresOfSquares = 0.0
    private var cells = 0
    private var ends = (low: 0.0, high: 0.0)

    init(registers: Int) { column = Array(repeating: SIMD8(repeating: 0), count: registers) }

    mutating func add(_ basis: EffectBasis, _ effect: EffectBasis.Effect, squares: Double) {
      guard squares > 0 else { return }
      column.withUnsafeMutableBufferPointer { basis.add(effect, to: $0.baseAddress!) }
      surplus += effect.surplus(of: squares, basis, draws: 8 * column.count)
      squaresOfSquares += squares * squares
      cells += 1
      ends = basis.ends(of: effect)
    }

    /// - Parameter chance: what one input explains of a region by chance; over several regions this partly averages
    ///   out.
    func driver(
      _ label: String, of total: UncertainAmount, _ centred: CentredAmounts, _ amount: Int, chance: Double
    ) -> ReportContent.Driver? {
      let squares = centred.squares[amount]
      guard squares > 0, surplus > chance * squaresOfSquares.squareRoot() else { return nil }
      let mean = centred.means[amount]
      let fitted = column.values(plus: mean)
      let error = total.varianceShare(knowing: fitted, parameters: 1).standardError
      if cells > 1 {
        // What the fits explain by chance widens their spread too, and adds up if a factor moves all regions: their sum
        // is shrunk towards the mean until its variance matches the share.
        let spread = fitted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let scale = spread > 0 ? (min(squares, surplus) / spread).squareRoot() : 0
        let sorted = fitted.sorted()
        func percentile(_ percentage: Int) -> Double {
          mean + scale * (sorted[(sorted.count * percentage + 99) / 100 - 1] - mean)
        }
        return .init(
          label: label, cells: nil, share: InformationValue(value: min(1, surplus / squares), standardError: error),
          low: percentile(10), high: percentile(90), hasDirection: false)
      }
      return .init(
        label: label, cells: nil, share: InformationValue(value: min(1, surplus / squares), standardError: error),
        low: mean + ends.low, high: mean + ends.high, hasDirection: true)
    }
  }
}
