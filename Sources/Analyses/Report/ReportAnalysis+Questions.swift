import CostEngine
import Reports

extension ReportAnalysis {
  /// The expected effect of an answer.
  private struct Answer: Sendable {
    /// For each scenario and each region concerned, the share of the region's variance.
    var regions: [(amount: Int, share: Double)]
    /// For each scenario the prediction of the national amount from the answers, and the share of its variance.
    var country: [(fitted: [Double], share: InformationValue)]
  }

  func questions(
    _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) throws(ConcurrentSimulation.Failure) -> [[ReportContent.Question]] {
    let answers = try work(inputs.questions.count) {
      Worker(plan)
    } result: { worker, question in
      answer(to: inputs.questions[question], worker, totals, centred)
    }
    var ranked = [[(question: Int, share: Double)]](repeating: [], count: scenarios * places)
    for (question, answer) in answers.enumerated() {
      for region in answer.regions where isTold[region.amount % places] {
        ranked[region.amount].append((question, region.share))
      }
      for (scenario, country) in answer.country.enumerated() {
        ranked[scenario * places + places - 1].append((question, country.share.value))
      }
    }
    for amount in ranked.indices {
      let most =
        plan.includesNational && amount % places == places - 1
        ? Self.mostQuestions.country : Self.mostQuestions.region
      ranked[amount] = ranked[amount].filter { $0.share > chance }
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
    // With an extra register for the ends, which is never read.
    let zeros = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: centred.registers + 1)
    var sums = [[SIMD8<Double>]](repeating: zeros, count: scenarios)
    var scores = zeros
    for (region, variable) in question.cells {
      Self.setAnswer(basis, columns, variable)
      // Each region's fit explains some noise by chance; in a sum over regions that would count as an effect of the
      // answers.
      let fit = tellsOfCountry ? basis.crossFit() : nil
      for scenario in 0..<scenarios {
        let amount = scenario * places + region
        let effect = basis.effect(on: centred[amount])
        let squares = centred.squares[amount]
        let surplus = effect.surplus(of: squares, basis, draws: plan.settings.draws)
        answer.regions.append((amount, squares > 0 ? surplus / squares : 0))
        if let fit {
          sums[scenario].withUnsafeMutableBufferPointer { basis.add(fit, of: centred[amount], to: $0.baseAddress!) }
        }
      }
      for v in scores.indices { scores[v] += columns.score[v] }
    }
    guard tellsOfCountry else { return answer }
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

  /// Sets the basis for the answer to a question in one region: its value, and its score, in which correlated figures
  /// are linear.
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

  /// Computed a second time for the first questions, since keeping all columns would take too much memory.
  private func regionQuestions(
    _ region: Int, _ first: [[(question: Int, share: Double)]], _ worker: Worker, _ totals: [UncertainAmount],
    _ centred: CentredAmounts
  ) -> [[ReportContent.Question]] {
    var found = [[ReportContent.Question]](repeating: [], count: scenarios)
    let asked = Set((0..<scenarios).flatMap { first[$0 * places + region].map { $0.question } })
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
