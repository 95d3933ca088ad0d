import CostEngine
import Reports
import StudyFiles

/// What moves the amounts of a report: a first-order analysis of each scenario and place, by regression on the first of the
/// run's own draws (M. Strong, J. E. Oakley, A. Brennan, Medical Decision Making 34 (2014), doi:10.1177/0272989X13505910).
struct ReportAnalysis {
  /// Enough to tell the large from the small; a share of a half is then known to 2 % or so.
  static let mostDraws = 1600
  /// The fewest from which anything is told: a standard error takes two replicates.
  static let fewestDraws = SensitivityCommand.fewestDraws
  private static let mostDrivers = 10
  private static let mostQuestions = (country: 8, region: 5)
  /// What three features explain of an amount by chance, above what is expected of them, is more than this number over the
  /// number of draws in one case of 30,000 (chi-square with three degrees of freedom, less its mean): of some 300 inputs of a
  /// place none is then shown by chance in 99 of 100.
  private static let chance = 21.0

  let study: Study
  let plan: Plan
  let inputs: ReportInputs
  let threads: Int
  let interruption: Interruption
  private let scenarios: Int
  private let places: Int

  /// - Parameter settings: of the run.
  init(_ run: ReportedRun, _ language: Language, threads: Int, interruption: Interruption) {
    study = run.study
    var settings = run.settings
    settings.draws = Self.draws(of: run.settings)
    plan = Plan(run.study, selection: run.results.selection, settings: settings)
    inputs = ReportInputs(run.study, plan, run.reading.currentCells, language)
    self.threads = threads
    self.interruption = interruption
    scenarios = run.results.selection.scenarios.count
    places = plan.placeCount
  }

  /// How many of a run's draws are looked at: whole replicates, or a power of two where the sampler asks for it.
  private static func draws(of settings: SimulationSettings) -> Int {
    let draws = min(settings.draws, mostDraws)
    guard draws >= fewestDraws else { return draws }
    if settings.sampler == .sobol { return 1 << (Int.bitWidth - 1 - draws.leadingZeroBitCount) }
    return draws / RandomStream.drawsPerReplicate * RandomStream.drawsPerReplicate
  }

  /// Of each scenario and place.
  func analyses() throws(ConcurrentSimulation.Failure) -> [[ReportContent.Analysis]] {
    let amounts = (0..<scenarios * places).flatMap { index in
      [ReportedQuantity.delta, .net].map { quantity in
        RecordedAmount(scenario: index / places, place: index % places, year: study.years, quantity: quantity)
      }
    }
    let recorded = try ConcurrentSimulation(plan, threads: threads, interruption: interruption)
      .record(amounts) { _ in }
    let curves = try work(scenarios * places) {
    } result: { _, index in
      (Self.percentiles(recorded[2 * index]), Self.percentiles(recorded[2 * index + 1]))
    }
    var found = curves.map { ReportContent.Analysis(costCurve: $0.0, netCurve: $0.1, drivers: [], questions: []) }
    if plan.settings.draws >= Self.fewestDraws, !plan.usedVariables.isEmpty {
      let totals = try work(scenarios * places) {
      } result: { _, index in
        UncertainAmount(recorded[2 * index])
      }
      let centred = CentredAmounts(draws: plan.settings.draws, amounts: scenarios * places) { recorded[2 * $0] }
      for (index, drivers) in try drivers(totals, centred).enumerated() { found[index].drivers = drivers }
      for (index, questions) in try questions(totals, centred).enumerated() { found[index].questions = questions }
    }
    return (0..<scenarios).map { scenario in Array(found[scenario * places..<(scenario + 1) * places]) }
  }

  /// The values that 1 %, 2 % ... 99 % of the draws stay at or below.
  private static func percentiles(_ draws: UnsafeBufferPointer<Double>) -> [Double] {
    let sorted = draws.sorted()
    return (1...99).map { sorted[(sorted.count * $0 + 99) / 100 - 1] }
  }

  /// Independent pieces of work on the threads.
  private func work<Worker, Found: Sendable>(
    _ count: Int, _ worker: @Sendable () -> Worker, result: @Sendable (Worker, Int) -> Found
  ) throws(ConcurrentSimulation.Failure) -> [Found] {
    let results = ConcurrentWork.results(
      count, threads: threads, interruption: interruption, progress: { _ in }, worker: worker,
      result: { result($0, $1) })
    guard let results else { throw .interrupted }
    return results
  }

  // MARK: Drivers

  /// What a thread works with.
  private struct Worker {
    let columns: InputColumns
    let basis: EffectBasis

    init(_ plan: Plan) {
      columns = InputColumns(plan)
      basis = EffectBasis(registers: columns.registers)
    }
  }

  /// A driver of an amount, an index below scenarios x places.
  private struct Found: Sendable {
    var amount: Int
    var driver: ReportContent.Driver
  }

  private func drivers(
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
    // Of equal shares the first in the study.
    return drivers.map { drivers in
      drivers.enumerated().sorted {
        ($1.element.share.value, $0.offset) < ($0.element.share.value, $1.offset)
      }.prefix(Self.mostDrivers).map(\.element)
    }
  }

  private func drivers(
    _ factor: ReportInputs.Factor, _ worker: Worker, _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) -> [Found] {
    worker.basis.removeAll()
    for power in 1...3 { worker.basis.add(worker.columns.factor(factor.factor), power: power) }
    return (0..<scenarios).flatMap { scenario in
      (0..<places).filter { factor.cells[$0] > 0 }.compactMap { place in
        driver(
          factor.label, cells: factor.cells[place], worker.basis, amount: scenario * places + place, totals, centred)
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
      // By itself a cell moves amounts by its value; what it has of its own beside factors, by its score.
      let isLoaded = worker.columns.fill(variable)
      basis.removeAll()
      basis.add(worker.columns.own)
      basis.add(worker.columns.own, power: 2)
      if isLoaded { basis.add(worker.columns.own, power: 3) } else { basis.add(worker.columns.value) }
      for scenario in 0..<scenarios {
        for place in region.map({ $0..<$0 + 1 }) ?? 0..<places {
          let amount = scenario * places + place
          if let driver = driver(group.label, cells: nil, basis, amount: amount, totals, centred) {
            found.append(driver)
          }
          if region != nil, plan.includesNational {
            sums[scenario].add(basis, basis.effect(on: centred[amount]), squares: centred.squares[amount])
          }
        }
      }
    }
    guard plan.includesNational, group.cells[0].region != nil else { return found }
    for scenario in 0..<scenarios {
      let amount = scenario * places + places - 1
      if let driver = sums[scenario].driver(group.label, of: totals[amount], centred, amount, chance: chance) {
        found.append(Found(amount: amount, driver: driver))
      }
    }
    return found
  }

  /// What no input explains by chance.
  private var chance: Double { Self.chance / Double(plan.settings.draws) }

  /// One input, or one factor; nil where what it does may be chance.
  private func driver(
    _ label: String, cells: Int?, _ basis: EffectBasis, amount: Int, _ totals: [UncertainAmount],
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
        label: label, cells: cells, share: share, low: mean + ends.low, high: mean + ends.high, hasDirection: true))
  }

  /// What cells of several regions do to the country: the sum of what each does to its own region.
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

    /// - Parameter chance: what one input explains of a region by chance; that of several regions partly levels out.
    func driver(
      _ label: String, of total: UncertainAmount, _ centred: CentredAmounts, _ amount: Int, chance: Double
    ) -> ReportContent.Driver? {
      let squares = centred.squares[amount]
      guard squares > 0, surplus > chance * squaresOfSquares.squareRoot() else { return nil }
      let mean = centred.means[amount]
      let fitted = column.values(plus: mean)
      let error = total.varianceShare(knowing: fitted, parameters: 1).standardError
      if cells > 1 {
        let sorted = fitted.sorted()
        func percentile(_ percentage: Int) -> Double { sorted[(sorted.count * percentage + 99) / 100 - 1] }
        return .init(
          label: label, cells: nil, share: InformationValue(value: min(1, surplus / squares), standardError: error),
          low: percentile(10), high: percentile(90), hasDirection: false)
      }
      return .init(
        label: label, cells: nil, share: InformationValue(value: min(1, surplus / squares), standardError: error),
        low: mean + ends.low, high: mean + ends.high, hasDirection: true)
    }
  }

  // MARK: Questions

  /// What an answer is expected to do.
  private struct Answer: Sendable {
    /// For each scenario and region that is asked: the share of the region's variance.
    var regions: [(amount: Int, share: Double)]
    /// For each scenario what the answers let expect of the country, and the share of its variance.
    var country: [(fitted: [Double], share: InformationValue)]
  }

  private func questions(
    _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) throws(ConcurrentSimulation.Failure) -> [[ReportContent.Question]] {
    let answers = try work(inputs.questions.count) {
      Worker(plan)
    } result: { worker, question in
      answer(to: inputs.questions[question], worker, totals, centred)
    }
    var ranked = [[(question: Int, share: Double)]](repeating: [], count: scenarios * places)
    for (question, answer) in answers.enumerated() {
      for region in answer.regions { ranked[region.amount].append((question, region.share)) }
      for (scenario, country) in answer.country.enumerated() {
        ranked[scenario * places + places - 1].append((question, country.share.value))
      }
    }
    for amount in ranked.indices {
      let most =
        plan.includesNational && amount % places == places - 1
        ? Self.mostQuestions.country : Self.mostQuestions.region
      ranked[amount] = ranked[amount].filter { $0.share > 0 }
        .sorted { ($1.share, $0.question) < ($0.share, $1.question) }.prefix(most).map { $0 }
    }
    let first = ranked
    let byPlace = try work(places) {
      Worker(plan)
    } result: { worker, place in
      place == plan.selection.regions.count
        ? countryQuestions(first, answers, totals)
        : regionQuestions(place, first, worker, totals, centred)
    }
    return (0..<scenarios * places).map { byPlace[$0 % places][$0 / places] }
  }

  private func answer(
    to question: ReportInputs.Question, _ worker: Worker, _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) -> Answer {
    let (columns, basis) = (worker.columns, worker.basis)
    var answer = Answer(regions: [], country: [])
    // With a register for the ends, which nobody looks at.
    let zeros = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: centred.registers + 1)
    var sums = [[SIMD8<Double>]](repeating: zeros, count: scenarios)
    var scores = zeros
    for (region, variable) in question.cells {
      Self.setAnswer(basis, columns, variable)
      for scenario in 0..<scenarios {
        let amount = scenario * places + region
        let effect = basis.effect(on: centred[amount])
        let squares = centred.squares[amount]
        let surplus = effect.surplus(of: squares, basis, draws: plan.settings.draws)
        answer.regions.append((amount, squares > 0 ? surplus / squares : 0))
        if plan.includesNational {
          sums[scenario].withUnsafeMutableBufferPointer { basis.add(effect, to: $0.baseAddress!) }
        }
      }
      for v in scores.indices { scores[v] += columns.score[v] }
    }
    guard plan.includesNational else { return answer }
    for scenario in 0..<scenarios {
      let amount = scenario * places + places - 1
      basis.removeAll()
      sums[scenario].withUnsafeBufferPointer { basis.add($0.baseAddress!) }
      scores.withUnsafeBufferPointer {
        basis.add($0.baseAddress!)
        basis.add($0.baseAddress!, power: 2)
      }
      let fitted = basis.fitted(basis.effect(on: centred[amount]), mean: centred.means[amount])
      answer.country.append((fitted, totals[amount].varianceShare(knowing: fitted, parameters: basis.parameters)))
    }
    return answer
  }

  /// What the answer to a question of one region lets expect of it: by its value, and by its score, in which what moves
  /// together is straight.
  private static func setAnswer(_ basis: EffectBasis, _ columns: InputColumns, _ variable: Int) {
    _ = columns.fill(variable)
    basis.removeAll()
    basis.add(columns.score)
    basis.add(columns.score, power: 2)
    basis.add(columns.value)
  }

  private func countryQuestions(
    _ first: [[(question: Int, share: Double)]], _ answers: [Answer], _ totals: [UncertainAmount]
  ) -> [[ReportContent.Question]] {
    (0..<scenarios).map { scenario in
      let amount = scenario * places + places - 1
      return first[amount].map { ranked in
        let (fitted, share) = answers[ranked.question].country[scenario]
        let question = inputs.questions[ranked.question]
        return ReportContent.Question(
          label: question.label, regions: question.cells.count, variance: share,
          band: totals[amount].bandShare(knowing: fitted, parameters: EffectBasis.mostFeatures))
      }
    }
  }

  /// Once more for the first questions: to keep all columns would take too much memory.
  private func regionQuestions(
    _ region: Int, _ first: [[(question: Int, share: Double)]], _ worker: Worker, _ totals: [UncertainAmount],
    _ centred: CentredAmounts
  ) -> [[ReportContent.Question]] {
    var found = [[ReportContent.Question]](repeating: [], count: scenarios)
    let asked = Set((0..<scenarios).flatMap { first[$0 * places + region].map(\.question) })
    var worths: [Int: [(variance: InformationValue, band: InformationValue)?]] = [:]
    for index in asked.sorted() {
      let cell = inputs.questions[index].cells.first { $0.region == region }!
      Self.setAnswer(worker.basis, worker.columns, cell.variable)
      worths[index] = (0..<scenarios).map { scenario in
        let amount = scenario * places + region
        guard first[amount].contains(where: { $0.question == index }) else { return nil }
        let fitted = worker.basis.fitted(
          worker.basis.effect(on: centred[amount]), mean: centred.means[amount])
        let parameters = worker.basis.parameters
        return (
          totals[amount].varianceShare(knowing: fitted, parameters: parameters),
          totals[amount].bandShare(knowing: fitted, parameters: parameters)
        )
      }
    }
    for scenario in 0..<scenarios {
      for ranked in first[scenario * places + region] {
        guard let worth = worths[ranked.question]?[scenario] else { continue }
        found[scenario].append(
          ReportContent.Question(
            label: inputs.questions[ranked.question].label, regions: 1, variance: worth.variance, band: worth.band))
      }
    }
    return found
  }
}

extension EffectBasis.Effect {
  /// The sum of squares that is explained, less what the features explain of any noise.
  fileprivate func surplus(of squares: Double, _ basis: EffectBasis, draws: Int) -> Double {
    squares - (squares - explained) * Double(draws - 1) / Double(draws - basis.parameters)
  }
}

extension EffectBasis {
  /// What is expected in every draw.
  fileprivate func fitted(_ effect: Effect, mean: Double) -> [Double] {
    var column = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: registers)
    column.withUnsafeMutableBufferPointer { add(effect, to: $0.baseAddress!) }
    return column.values(plus: mean)
  }
}

extension [SIMD8<Double>] {
  /// Number by number.
  fileprivate func values(plus mean: Double) -> [Double] {
    [Double](unsafeUninitializedCapacity: 8 * count) { values, initialized in
      for (v, register) in enumerated() {
        for lane in 0..<8 { values[8 * v + lane] = register[lane] + mean }
      }
      initialized = 8 * count
    }
  }
}
