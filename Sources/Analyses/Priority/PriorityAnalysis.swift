import CostEngine
import Reports
import StudyFiles

/// The value of knowing each assumed figure of a study, estimated from the draws of one simulation.
///
/// - Of a figure: regressions of amounts on its features (``AnswerFeatures``).
/// - Of a question to several regions: each region's amounts are predicted from the region's own figure; the country's
///   amounts are regressed on the sum of these and, where figures share a factor, on the mean score of the answers and its
///   square, through which they also say something of other figures. Predictions that are summed are those of withheld
///   draws (``PartFit``): what each region's regression explains by chance would add up.
/// - Of several questions together: the same with all figures of a region in one regression, with the products of
///   figures of the same function.
/// - The choice among scenarios is told by differences of net present value with the best one by what is known now.
public struct PriorityAnalysis: Sendable {
  /// Figures that nobody reported, assumed or invented, that are uncertain and belong to one question.
  struct Question {
    var figure: CurrentFigure
    var item: Int
    var cells: [(region: Int, variable: Int)] = []
  }

  /// Bound on what a figure explains by chance: what nine features of a figure explain of a total by chance, above
  /// its expectation, exceeds this number divided by the number of draws in one case out of 30,000 (chi-square with
  /// nine degrees of freedom, less its mean). Without it the largest national effect among the figures of 25 regions
  /// would mostly be luck.
  private static let chance = 29.0
  static let most = 0.8

  let study: Study
  let plan: Plan
  let questions: [Question]
  /// Number of assumed figures that are certain.
  let certain: Int
  let parts: DrawParts
  let amounts: PriorityAmounts
  private let kinks: NormKinks
  /// Position in ``Plan/usedVariables`` of each variable.
  private let positions: [Int: Int]

  /// - Parameters:
  ///   - plan: a plan of all regions, with a multiple of eight draws.
  ///   - kinked: indices of the scenarios whose norms matter.
  init(
    _ study: Study, plan: Plan, amounts: PriorityAmounts, kinked: [Int], cells: [StudyReading.CurrentCell]
  ) {
    self.study = study
    self.plan = plan
    self.amounts = amounts
    parts = amounts.parts
    kinks = NormKinks(study: study, scenarios: kinked)
    var positions: [Int: Int] = [:]
    for (position, variable) in plan.usedVariables.enumerated() { positions[variable] = position }
    self.positions = positions
    var questions: [Question] = []
    var certain = 0
    for cell in cells where !cell.isReported {
      guard case .uncertain(let variable) = Self.quantity(cell, study) else {
        certain += 1
        continue
      }
      // A variable that no selected scenario uses has no effect.
      guard positions[variable] != nil else { continue }
      let known = questions.firstIndex { $0.figure == cell.figure && $0.item == cell.item }
      if known == nil { questions.append(Question(figure: cell.figure, item: cell.item)) }
      questions[known ?? questions.count - 1].cells.append((cell.region, variable))
    }
    self.questions = questions
    self.certain = certain
  }

  static func quantity(_ cell: StudyReading.CurrentCell, _ study: Study) -> Quantity {
    study.quantity(cell.figure, of: cell.item, region: cell.region)
  }

  /// The maximum number of draws: for every draw the amounts of the scenarios to choose from, and what each question lets
  /// expect of them, are kept in memory.
  public static func mostDraws(_ study: Study, among: Int) -> Int {
    let amounts = 2 * (study.regions.count + 1) * (1 + among)
    let questions = 6 * study.functions.count + study.provisions.count
    return VariedStudy.mostDraws(values: amounts + questions * (2 + among + 2 * study.regions.count / 10))
  }

  /// The buffers of one thread.
  struct Worker {
    let input: InputColumns
    let columns: DrawColumns
    let scratch: DrawColumns

    init(_ plan: Plan) {
      input = InputColumns(plan)
      columns = DrawColumns(registers: input.registers)
      scratch = DrawColumns(registers: input.registers)
    }
  }

  // MARK: One figure

  /// A figure's features and those of its own part, as the first columns of a worker.
  struct Figure {
    var variable: Int
    /// Whether it shares a factor with other inputs.
    var isTied: Bool
    /// Columns in ``ProductSums``, which begin at 1.
    var features: [Int]
    /// The features of the part that no factor shares; the same ones if there is none.
    var own: [Int]
  }

  func figure(_ question: Int, _ region: Int, _ variable: Int, withScore: Bool = true, own: Bool, _ worker: Worker)
    -> Figure
  {
    let (figure, item) = (questions[question].figure, questions[question].item)
    let isTied = worker.input.fill(positions[variable]!)
    let hasAtoms = study.variables[variable].distribution.hasAtoms
    let first = worker.columns.count + 1
    let count = AnswerFeatures.add(
      worker.input, isTied: isTied, hasAtoms: hasAtoms,
      kinks: kinks.kinks(of: figure, item: item, region: region), withScore: withScore, to: worker.columns)
    let features = Array(first..<first + count)
    guard isTied, own else { return Figure(variable: variable, isTied: isTied, features: features, own: features) }
    let more = AnswerFeatures.addOwn(worker.input, residual: worker.input.residual, to: worker.columns)
    return Figure(
      variable: variable, isTied: isTied, features: features, own: Array(first + count..<first + count + more))
  }

  /// What the answers to a question let expect.
  struct Answer: Sendable {
    var question: PriorityContent.Question
    var cells: [PriorityContent.Cell]
    /// For each target of the country its prediction from the answers; then, if they share factors, the sum of their scores
    /// and its square.
    var columns: DrawColumns
    var isTied: Bool
    /// The squares of the country's amount that the answers explain by themselves, by part of the draws; and in all,
    /// corrected for parameters.
    var ownSquares: [Double]
    var ownExplained: Double
  }

  /// The value of a question for all regions for which its figure was assumed, and of each of these figures by itself.
  func answer(to index: Int, _ worker: Worker) -> Answer {
    let question = questions[index]
    let targets = amounts.targets
    let country = amounts.country
    let answers = DrawColumns(registers: worker.columns.registers)
    let sums = (0..<targets).map { _ in answers.addZeros() }
    let each = DrawColumns(registers: answers.registers)
    var answer = Answer(
      question: PriorityContent.Question(
        figure: question.figure, item: question.item, regions: question.cells.count, worth: .none),
      cells: [], columns: answers, isTied: false, ownSquares: [Double](repeating: 0, count: parts.count),
      ownExplained: 0)
    for (region, variable) in question.cells {
      worker.columns.removeAll()
      let figure = self.figure(index, region, variable, own: true, worker)
      let count = worker.columns.count
      let features = worker.columns.addresses(0..<count)
      let products = ProductSums(
        features + amounts.addresses(region) + amounts.addresses(country), parts: parts)
      let fits = products.fits(
        figure.features, prefixes: [figure.features.count], targets: Array(count + 1...count + 2 * targets))[0]
      let used = figure.features.map { features[$0 - 1] }
      let ofRegion = Array(fits[..<targets])
      let own = figure.isTied ? products.fit(figure.own, target: count + 1) : ofRegion[0]
      answer.ownExplained += own.explained
      for part in 0..<parts.count { answer.ownSquares[part] += own.squares[part] - own.withheld[part] }
      answer.isTied = answer.isTied || figure.isTied
      answer.cells.append(
        PriorityContent.Cell(
          region: region, figure: question.figure, item: question.item, variable: variable,
          own: worth(ofRegion, ofRegion.map { _ in used }, region, worker),
          national: worth(Array(fits[targets...]), ofRegion.map { _ in used }, country, worker),
          itself: own.share.told))
      for (target, fit) in ofRegion.enumerated() {
        let told = target == 0 ? each.add() : worker.scratchColumn
        fit.writeWithheld(used, parts: parts, into: told)
        answers.add(told, to: sums[target])
      }
      let score = each.add()
      if figure.isTied {
        AnswerFeatures.write(
          scoreOf: worker.input, hasAtoms: study.variables[variable].distribution.hasAtoms,
          registers: answers.registers, into: score)
      } else {
        score.update(repeating: SIMD8(repeating: 0), count: answers.registers)
      }
    }
    if answer.isTied {
      let mean = answers.addZeros()
      for cell in answer.cells.indices { answers.add(each[2 * cell + 1], to: mean) }
      answers.centre(mean)
      answers.addProduct(mean, mean)
    }
    finish(&answer, each, worker)
    return answer
  }

  /// The worth of a question from the columns of its answer.
  private func finish(_ answer: inout Answer, _ each: DrawColumns, _ worker: Worker) {
    let targets = amounts.targets
    let country = amounts.country
    let columns = answer.columns
    var worth = answer.cells[0].national
    if answer.cells.count > 1 {
      let told = columns.addresses(0..<columns.count)
      let products = ProductSums(told + amounts.addresses(country), parts: parts)
      let scores = Array(targets..<columns.count)
      let fits = (0..<targets).map { target in
        products.fit([target + 1] + scores.map { $0 + 1 }, target: columns.count + 1 + target)
      }
      let used = (0..<targets).map { target in [told[target]] + scores.map { told[$0] } }
      worth = self.worth(fits, used, country, worker)
      answer.question.regionsForMost = regionsForMost(each, worth.variance.value, isTied: answer.isTied)
    }
    for cell in answer.cells where cell.national.variance.value > Self.chance / Double(parts.draws) {
      worth = worth.atLeast(cell.national)
    }
    answer.question.worth = worth
    answer.question.itself = itself([answer])
  }

  /// The share of the country's variance that the answers to some questions remove by what they say of their own
  /// figures, without what factors carry over to others.
  func itself(_ answers: [Answer]) -> InformationValue {
    let whole = amounts.squares(amounts.country)
    guard whole > 0 else { return .none }
    var squares = [Double](repeating: 0, count: parts.count)
    for answer in answers { for part in squares.indices { squares[part] += answer.ownSquares[part] } }
    return InformationValue(
      value: max(0, min(1, answers.reduce(0) { $0 + $1.ownExplained } / whole)),
      standardError: DrawParts.standardError(ofSum: squares) / whole
    ).told
  }

  /// The number of regions, those whose answer tells most first, that suffice for most of a question's worth.
  ///
  /// - Parameter each: for each region its prediction and its score.
  private func regionsForMost(_ each: DrawColumns, _ share: Double, isTied: Bool) -> Int {
    let count = each.count / 2
    let weights = (0..<count).map { region in
      each.squares(each[2 * region])
    }
    let order = weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let few = DrawColumns(registers: each.registers)
    let sum = few.addZeros()
    let score = isTied ? few.addZeros() : sum
    for (number, region) in order.enumerated() {
      few.add(each[2 * region], to: sum)
      if isTied {
        few.add(each[2 * region + 1], to: score)
        if few.count == 3 { few.removeLast() }
        few.addProduct(score, score)
      }
      let products = ProductSums(
        few.addresses(0..<few.count) + amounts.addresses(amounts.country).prefix(1), parts: parts)
      let fit = products.fit(Array(1...few.count), target: few.count + 1)
      if fit.share.value >= PriorityContent.most * share { return number + 1 }
    }
    return count
  }

  // MARK: Worth

  /// The value according to regressions of the amounts of a place.
  ///
  /// - Parameters:
  ///   - fits: of each of the place's targets.
  ///   - features: the columns of each of these regressions.
  func worth(
    _ fits: [PartFit], _ features: [[UnsafePointer<SIMD8<Double>>]], _ place: Int, _ worker: Worker
  ) -> PriorityContent.Worth {
    let scratch = worker.scratchColumn
    func fitted(_ target: Int) -> [Double] {
      fits[target].write(features[target], registers: worker.scratch.registers, into: scratch)
      return worker.scratch.values(scratch, plus: amounts.mean(place, target))
    }
    var worth = PriorityContent.Worth(variance: fits[0].share.told, band: .none, choice: .none)
    if worth.variance.value > 0 {
      worth.band = amounts.totals[place].bandShare(knowing: fitted(0), parameters: fits[0].parameters).told
    }
    worth.choice =
      amounts.choice(place, fitted: fitted) { target, column in
        regressed(column, features[target], worker)
      }.told
    return worth
  }

  /// The regression of a column on features, in every draw.
  private func regressed(
    _ values: [Double], _ features: [UnsafePointer<SIMD8<Double>>], _ worker: Worker
  ) -> [Double] {
    let column = worker.scratchColumn
    worker.scratch.write(values, into: column)
    let products = ProductSums(features + [UnsafePointer(column)], parts: parts)
    let fit = products.fit(Array(1..<features.count + 1), target: features.count + 1)
    fit.write(features, registers: worker.scratch.registers, into: column)
    return worker.scratch.values(column)
  }
}

extension PriorityAnalysis.Worker {
  /// A column for a moment.
  var scratchColumn: DrawColumns.Column {
    scratch.removeAll()
    return scratch.add()
  }
}
