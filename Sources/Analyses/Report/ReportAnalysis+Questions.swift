import CostEngine
import Reports

extension ReportAnalysis {
  /// What the answers to a question let expect.
  private struct Answer: Sendable {
    /// For each scenario the prediction of the national amount: the sum over the regions of what each lets expect of its
    /// own, each part of the draws told by the others. Then the sum of the answers' scores and its square.
    var columns: DrawColumns
    /// For each scenario the squares of the national amount that the answers explain by themselves, without factors.
    var own: [Double]
  }

  func questions(
    _ totals: [UncertainAmount], _ centred: CentredAmounts
  ) throws(ConcurrentSimulation.Failure) -> [ReportContent.Order] {
    let parts = DrawParts(draws: plan.settings.draws)
    let answers = try work(tellsOfCountry ? inputs.questions.count : 0) {
      Worker(plan)
    } result: { worker, question in
      answer(to: inputs.questions[question], worker, centred, parts)
    }
    let byPlace = try work(places) {
      Worker(plan)
    } result: { worker, place -> [ReportContent.Order] in
      guard isTold[place] else { return (0..<scenarios).map { _ in ReportContent.Order() } }
      return plan.includesNational && place == places - 1
        ? countryOrders(answers, totals, centred, parts)
        : regionOrders(place, worker, totals, centred, parts)
    }
    return (0..<scenarios * places).map { byPlace[$0 % places][$0 / places] }
  }

  private func answer(
    to question: ReportInputs.Question, _ worker: Worker, _ centred: CentredAmounts, _ parts: DrawParts
  ) -> Answer {
    let input = worker.columns
    let features = DrawColumns(registers: centred.registers)
    let told = DrawColumns(registers: centred.registers)
    let sums = DrawColumns(registers: centred.registers)
    for _ in 0..<scenarios { _ = sums.addZeros() }
    let mean = sums.addZeros()
    var answer = Answer(columns: sums, own: [Double](repeating: 0, count: scenarios))
    for (region, variable) in question.cells {
      features.removeAll()
      let isTied = input.fill(variable)
      let count = addFeatures(input, to: features)
      let own = isTied ? AnswerFeatures.addOwn(input, residual: input.residual, to: features) : 0
      let columns = features.addresses(0..<count + own)
      let products = ProductSums(
        columns + (0..<scenarios).map { centred[$0 * places + region] }, parts: parts)
      let targets = Array(count + own + 1...count + own + scenarios)
      let fits = products.fits(Array(1...count), prefixes: [count], targets: targets)[0]
      let ownFits =
        own > 0
        ? products.fits(Array(count + 1...count + own), prefixes: [own], targets: targets)[0] : fits
      for scenario in 0..<scenarios {
        told.removeAll()
        let column = told.add()
        fits[scenario].writeWithheld(columns, parts: parts, into: column)
        sums.add(column, to: sums[scenario])
        answer.own[scenario] += ownFits[scenario].explained
      }
      sums.add(input.score, to: mean)
    }
    sums.centre(mean)
    sums.addProduct(mean, mean)
    return answer
  }

  /// The features of an answer: its value, and its score, in which correlated figures are straight.
  private func addFeatures(_ input: InputColumns, to features: DrawColumns) -> Int {
    for column in [input.value, input.score] {
      let feature = features.addZeros()
      features.add(column, to: feature)
      features.centre(feature)
    }
    features.addProduct(input.score, input.score)
    return 3
  }

  private func countryOrders(
    _ answers: [Answer], _ totals: [UncertainAmount], _ centred: CentredAmounts, _ parts: DrawParts
  ) -> [ReportContent.Order] {
    (0..<scenarios).map { scenario in
      let amount = scenario * places + places - 1
      let columns = answers.flatMap { $0.columns.addresses([scenario, scenarios, scenarios + 1]) }
      return order(
        columns, of: inputs.questions.map { (label: $0.label, regions: $0.cells.count) },
        own: answers.map { $0.own[scenario] }, most: Self.mostQuestions.country, totals[amount], centred, amount, parts)
    }
  }

  private func regionOrders(
    _ region: Int, _ worker: Worker, _ totals: [UncertainAmount], _ centred: CentredAmounts, _ parts: DrawParts
  ) -> [ReportContent.Order] {
    let features = DrawColumns(registers: centred.registers)
    let own = DrawColumns(registers: centred.registers)
    var asked: [(label: String, regions: Int)] = []
    var explained = [[Double]](repeating: [], count: scenarios)
    let targets = (0..<scenarios).map { centred[$0 * places + region] }
    for question in inputs.questions {
      guard let cell = question.cells.first(where: { $0.region == region }) else { continue }
      asked.append((label: question.label, regions: 1))
      let isTied = worker.columns.fill(cell.variable)
      let first = features.count
      let count = addFeatures(worker.columns, to: features)
      own.removeAll()
      let used =
        isTied
        ? own.addresses(0..<AnswerFeatures.addOwn(worker.columns, residual: worker.columns.residual, to: own))
        : features.addresses(first..<first + count)
      let products = ProductSums(used + targets, parts: parts)
      for scenario in 0..<scenarios {
        explained[scenario].append(
          products.fit(Array(1...used.count), target: used.count + 1 + scenario).explained)
      }
    }
    let columns = features.addresses(0..<features.count)
    return (0..<scenarios).map { scenario in
      let amount = scenario * places + region
      return order(
        columns, of: asked, own: explained[scenario], most: Self.mostQuestions.region, totals[amount], centred, amount,
        parts)
    }
  }

  /// The questions in the order in which they tell most of an amount.
  ///
  /// - Parameters:
  ///   - columns: three features of each question.
  ///   - own: for each question the squares that its answers explain by themselves.
  private func order(
    _ columns: [UnsafePointer<SIMD8<Double>>], of questions: [(label: String, regions: Int)], own: [Double], most: Int,
    _ total: UncertainAmount, _ centred: CentredAmounts, _ amount: Int, _ parts: DrawParts
  ) -> ReportContent.Order {
    let squares = centred.squares[amount]
    guard squares > 0, !questions.isEmpty else { return ReportContent.Order() }
    let products = ProductSums(columns + [centred[amount]], parts: parts)
    let target = columns.count + 1
    let blocks = questions.indices.map { Array(3 * $0 + 1...3 * $0 + 3) }
    let alone = blocks.map { products.fit($0, target: target) }
    let selection = ForwardSelection(products, blocks: blocks, target: target, most: most)
    let steps = selection.steps.prefix(max(1, selection.told))
    var order = ReportContent.Order()
    var (features, itself) = ([Int](), 0.0)
    let column = DrawColumns(registers: centred.registers)
    func band(_ fit: PartFit, _ features: [Int]) -> InformationValue {
      column.removeAll()
      let fitted = column.add()
      fit.write(features.map { columns[$0 - 1] }, registers: column.registers, into: fitted)
      return total.bandShare(
        knowing: column.values(fitted, plus: centred.means[amount]), parameters: fit.parameters
      ).told
    }
    for step in steps {
      let (block, fit) = (step.block, alone[step.block])
      let known = order.questions.last?.together ?? .none
      // The luckiest of many questions explains this much by chance.
      if order.questions.isEmpty, fit.share.value <= chance { break }
      features += blocks[block]
      let joint = products.fit(features, target: target)
      let together = joint.share.atLeast(known)
      let adds = InformationValue(
        value: together.value - known.value, standardError: step.gain.standardError)
      if !order.questions.isEmpty, !adds.isTold || adds.value <= ForwardSelection.least { break }
      itself += max(0, own[block]) / squares
      order.questions.append(
        ReportContent.Question(
          label: questions[block].label, regions: questions[block].regions, variance: fit.share,
          band: band(fit, blocks[block]), adds: adds, together: together, togetherBand: band(joint, features),
          itself: min(1, itself)))
    }
    if let first = steps.first, !order.questions.isEmpty {
      order.alike = questions.indices.count { question in
        let share = alone[question].share.value
        guard question != first.block, share > chance, share >= alone[first.block].share.value / 2 else { return false }
        let both = products.fit(blocks[first.block] + blocks[question], target: target).share.value
        return both - alone[first.block].share.value <= 0.1 * share
      }
    }
    return order
  }
}
