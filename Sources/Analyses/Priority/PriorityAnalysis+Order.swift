import CostEngine
import Reports

/// Several answers together: the order in which they tell most.
extension PriorityAnalysis {
  /// A figure of a region that is asked: the index of its question, and its variable.
  typealias Asked = (question: Int, variable: Int)

  /// What all questions tell of the country's amount: the sums of products from which any set of them is told.
  struct Order: Sendable {
    /// Indices of questions: the one that tells most, the one that adds most to it, and so on; then the rest by what they
    /// tell alone.
    var ranked: [Int]
    /// Number of those that add something to the ones before.
    var chosen: Int
    /// The share of the variance that all questions remove, as withheld draws show it.
    var all: InformationValue
    /// For each question the first of the chosen ones that tells nearly the same.
    var same: [Int?]
  }

  /// A question tells the same as another one if it is worth half as much or more, and adds less than this part of its own
  /// worth to it.
  private static let sameness = 0.1
  /// More features than a part of the draws would tell each other's noise.
  private static let drawsOfFeature = 5

  func order(_ answers: [Answer]) -> Order {
    var blocks: [[Int]] = []
    var columns: [UnsafePointer<SIMD8<Double>>] = []
    for answer in answers {
      let used = [0] + Array(amounts.targets..<answer.columns.count)
      blocks.append(used.indices.map { columns.count + 1 + $0 })
      columns += answer.columns.addresses(used)
    }
    let target = columns.count + 1
    let products = ProductSums(columns + amounts.addresses(amounts.country).prefix(1), parts: parts)
    let selection = ForwardSelection(
      products, blocks: blocks, target: target, most: PriorityContent.counts.last!)
    let chosen = selection.steps.map { $0.block }
    // Ties in the order of the study.
    let rest = answers.indices.filter { !chosen.contains($0) }.sorted {
      let (a, b) = (answers[$0].question.worth, answers[$1].question.worth)
      return (b.variance.value, b.choice.value, $0) < (a.variance.value, a.choice.value, $1)
    }
    var used: [Int] = []
    for question in chosen + rest
    where (used.count + blocks[question].count) * Self.drawsOfFeature <= parts.draws { used += blocks[question] }
    var order = Order(
      ranked: chosen + rest, chosen: min(selection.told, PriorityContent.mostSteps),
      all: products.fit(used, target: target).withheldShare.told,
      same: [Int?](repeating: nil, count: answers.count))
    for question in answers.indices {
      let own = answers[question].question.worth.variance
      guard own.value > 0 else { continue }
      for known in chosen.prefix(order.chosen).prefix(while: { $0 != question })
      where own.value >= answers[known].question.worth.variance.value / 2 {
        let both = products.fit(blocks[known] + blocks[question], target: target).share.value
        if both - products.fit(blocks[known], target: target).share.value <= Self.sameness * own.value {
          order.same[question] = known
          break
        }
      }
    }
    return order
  }

  /// The features of several figures of a region in one regression: of each figure, and the products of figures of the
  /// same function.
  ///
  /// - Returns: for each figure the number of features of it and of those before it.
  private func addJoint(_ asked: [Asked], region: Int, _ worker: Worker) -> [Int] {
    worker.columns.removeAll()
    var values: [Int] = []
    var prefixes: [Int] = []
    for (index, (question, variable)) in asked.enumerated() {
      let value = worker.columns.count
      _ = figure(question, region, variable, withScore: false, own: false, worker)
      for (other, known) in asked.prefix(index).enumerated() where isOfSameItem(known.question, question) {
        worker.columns.addProduct(worker.columns[value], worker.columns[values[other]])
      }
      values.append(value)
      prefixes.append(worker.columns.count)
    }
    return prefixes
  }

  private func isOfSameItem(_ a: Int, _ b: Int) -> Bool {
    questions[a].item == questions[b].item
      && (questions[a].figure == .provisionQuantity) == (questions[b].figure == .provisionQuantity)
  }

  /// The predictions of a region's targets from growing sets of its figures, each part of the draws told by the others.
  ///
  /// - Parameters:
  ///   - asked: for each of the first questions the region's variable, if it is asked there.
  ///   - counts: for each set the number of questions.
  /// - Returns: for each set its targets.
  private func told(_ asked: [Asked?], counts: [Int], region: Int, _ worker: Worker) -> DrawColumns {
    let told = DrawColumns(registers: worker.columns.registers)
    let prefixes = addJoint(asked.compactMap { $0 }, region: region, worker)
    let features = worker.columns.addresses(0..<worker.columns.count)
    let products = ProductSums(features + amounts.addresses(region), parts: parts)
    let cells = counts.map { count in asked.prefix(count).count { $0 != nil } }
    let fits = products.fits(
      Array(1..<features.count + 1), prefixes: cells.map { $0 == 0 ? 0 : prefixes[$0 - 1] },
      targets: Array(features.count + 1...features.count + amounts.targets))
    for (set, count) in cells.enumerated() {
      for target in 0..<amounts.targets {
        let column = told.addZeros()
        if count > 0 { fits[set][target].writeWithheld(features, parts: parts, into: column) }
      }
    }
    return told
  }

  /// What growing sets of first questions are worth.
  struct Sets: Sendable {
    /// The first question, the first two and so on, as long as the next one adds more than its error.
    var listed: [PriorityContent.Together] = []
    /// Those of ``PriorityContent/counts`` that are more.
    var further: [PriorityContent.Together] = []

    /// The worth of the last set.
    var last: PriorityContent.Worth { (further.last ?? listed.last)?.worth ?? .none }

    /// Whether nothing may be added to the list any more.
    private var isComplete = false

    /// Adds a set.
    ///
    /// - Parameter chosen: number of questions that may be listed.
    mutating func add(_ set: PriorityContent.Together, chosen: Int) {
      var set = set
      set.worth = set.worth.atLeast(last)
      if set.count > 1 { set.adds.value = set.worth.variance.value - last.variance.value }
      let adds = set.adds.isTold && set.adds.value > ForwardSelection.least
      if !isComplete, set.count == 1 || set.count <= chosen && adds {
        listed.append(set)
      } else {
        isComplete = true
        if PriorityContent.counts.contains(set.count) { further.append(set) }
      }
    }

    /// The sets that are wanted: all that may be listed, the first question at least, and some more.
    static func counts(chosen: Int, of all: Int) -> [Int] {
      Set(Array(1..<max(1, chosen) + 1) + PriorityContent.counts).filter { $0 <= all }.sorted()
    }
  }

  /// The worth of growing sets of the first questions for the country.
  ///
  /// - Parameters:
  ///   - first: the questions in order.
  ///   - chosen: number of those that may be listed.
  ///   - progress: called with the number of regions done.
  /// - Returns: nil if interrupted.
  func sets(
    _ first: [(index: Int, answer: Answer)], chosen: Int, workers: Workers, progress: @Sendable (Int) -> Void
  ) -> Sets? {
    var sets = Sets()
    let counts = Sets.counts(chosen: chosen, of: first.count)
    guard let most = counts.last else { return sets }
    let asked = Array(first.prefix(most))
    let targets = amounts.targets
    let sums = DrawColumns(registers: parts.draws / 8)
    for _ in 0..<counts.count * targets { _ = sums.addZeros() }
    // A few regions at a time, as their columns take much memory; added in the order of the regions.
    let regions = Array(study.regions.indices)
    for start in stride(from: 0, to: regions.count, by: workers.count) {
      let some = regions[start..<min(regions.count, start + workers.count)]
      let found = ConcurrentWork.results(
        some.count, workers: workers, progress: { progress(start + $0) }, worker: { Worker(plan) },
        result: { worker, place -> DrawColumns in
          let region = some[some.startIndex + place]
          let cells = asked.map { question -> Asked? in
            question.answer.cells.first { $0.region == region }.map {
              (question: question.index, variable: $0.variable)
            }
          }
          return told(cells, counts: counts, region: region, worker)
        })
      guard let found else { return nil }
      for columns in found { for index in 0..<columns.count { sums.add(columns[index], to: sums[index]) } }
    }
    let worker = Worker(plan)
    let predicted = sums.addresses(0..<sums.count)
    let scores = asked.map { $0.answer.columns.addresses(targets..<$0.answer.columns.count) }
    let products = ProductSums(
      predicted + scores.joined() + amounts.addresses(amounts.country), parts: parts)
    var known: PartFit?
    for (set, count) in counts.enumerated() {
      let scored = scores.prefix(count).reduce(0) { $0 + $1.count }
      let fits = (0..<targets).map { target in
        products.fit(
          [set * targets + target + 1] + Array(predicted.count + 1..<predicted.count + 1 + scored),
          target: products.size - targets + target)
      }
      let used = (0..<targets).map { target in
        [predicted[set * targets + target]] + scores.prefix(count).joined()
      }
      var worth =
        count == 1 ? asked[0].answer.question.worth : self.worth(fits, used, amounts.country, worker)
      for question in asked.prefix(count) { worth = worth.atLeast(question.answer.question.worth) }
      sets.add(
        .init(
          count: count, worth: worth, adds: known.map { fits[0].gain(beyond: $0) } ?? worth.variance,
          itself: itself(asked.prefix(count).map { $0.answer })), chosen: chosen)
      known = fits[0]
    }
    return sets
  }

  // MARK: A region

  /// The figures of a region in the order of what they tell of the region's own amount, and what the first of them do
  /// together.
  func part(of region: Int, _ cells: [(question: Int, cell: PriorityContent.Cell)], _ worker: Worker) -> (
    cells: [PriorityContent.Cell], sets: Sets
  ) {
    let each = DrawColumns(registers: worker.columns.registers)
    var blocks: [[Int]] = []
    for (question, cell) in cells {
      worker.columns.removeAll()
      let figure = self.figure(question, region, cell.variable, own: false, worker)
      let features = worker.columns.addresses(0..<worker.columns.count)
      let products = ProductSums(features + amounts.addresses(region).prefix(1), parts: parts)
      products.fit(figure.features, target: features.count + 1)
        .writeWithheld(features, parts: parts, into: each.add())
      blocks.append([each.count])
      if figure.isTied {
        AnswerFeatures.write(
          scoreOf: worker.input, hasAtoms: study.variables[cell.variable].distribution.hasAtoms,
          registers: each.registers, into: each.add())
        blocks[blocks.count - 1].append(each.count)
      }
    }
    let products = ProductSums(
      each.addresses(0..<each.count) + amounts.addresses(region).prefix(1), parts: parts)
    let selection = ForwardSelection(
      products, blocks: blocks, target: each.count + 1, most: PriorityContent.mostStepsOfRegion)
    let chosen = selection.steps.map { $0.block }
    let rest = cells.indices.filter { !chosen.contains($0) }.sorted {
      (cells[$1].cell.own.variance.value, $0) < (cells[$0].cell.own.variance.value, $1)
    }
    let ranked = (chosen + rest).map { cells[$0] }
    return (ranked.map { $0.cell }, sets(of: ranked, chosen: selection.told, region: region, worker))
  }

  private func sets(
    of ranked: [(question: Int, cell: PriorityContent.Cell)], chosen: Int, region: Int, _ worker: Worker
  ) -> Sets {
    var sets = Sets()
    let targets = amounts.targets
    let counts = Sets.counts(chosen: chosen, of: ranked.count)
    guard let most = counts.last else { return sets }
    let asked = Array(ranked.prefix(most))
    let prefixes = addJoint(asked.map { (question: $0.question, variable: $0.cell.variable) }, region: region, worker)
    let features = worker.columns.addresses(0..<worker.columns.count)
    let products = ProductSums(features + amounts.addresses(region), parts: parts)
    let fits = products.fits(
      Array(1..<features.count + 1), prefixes: counts.map { prefixes[$0 - 1] },
      targets: Array(features.count + 1...features.count + targets))
    for (set, count) in counts.enumerated() {
      var worth = asked[0].cell.own
      if count > 1 {
        let used = Array(features.prefix(prefixes[count - 1]))
        worth = self.worth(fits[set], fits[set].map { _ in used }, region, worker)
      }
      for figure in asked.prefix(count) { worth = worth.atLeast(figure.cell.own) }
      sets.add(
        .init(
          count: count, worth: worth, adds: set == 0 ? worth.variance : fits[set][0].gain(beyond: fits[set - 1][0]),
          itself: .none), chosen: chosen)
    }
    return sets
  }
}
