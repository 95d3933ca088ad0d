import CostEngine
import Reports
import StudyFiles

/// The value of knowing each assumed figure of a study, estimated from the draws of one simulation.
///
/// The value of a single figure comes from a regression of the totals on its values up to the third power and its
/// normal scores up to the second: amounts are mostly linear in the values, and correlated figures are linear in the
/// scores. A question that concerns many regions, and several questions together, take two steps. First, the amounts of
/// each region are regressed on the region's own figures (their values, squares, and the products of figures of the
/// same function). Then the national amounts are regressed on the sum of the regional predictions and on the mean score
/// of each question, through which correlated figures also say something about the regions as a whole. Predictions that
/// are summed are out-of-sample (``CrossFit``): each replicate is predicted from the others, because what each region's
/// regression explains by chance would add up.
public struct PriorityAnalysis: Sendable {
  /// Assumed figures that are uncertain and belong to one question.
  struct Question {
    var figure: CurrentFigure
    var item: Int
    var cells: [(region: Int, variable: Int)] = []
  }

  /// Bound on what a figure explains by chance: what the five features of a figure explain of a total by chance, above
  /// its expectation, exceeds this number divided by the number of draws in one case out of 30,000 (chi-square with
  /// five degrees of freedom, less its mean). Without it the largest national effect among the figures of 25 regions
  /// would mostly be luck.
  private static let chance = 23.0

  let study: Study
  let plan: Plan
  let questions: [Question]
  /// Number of assumed figures that are certain.
  let certain: Int
  /// Position in ``Plan/usedVariables`` of each variable.
  private let positions: [Int: Int]
  private let draws: RecordedDraws
  private let among: Int
  /// The total delta of the scenario, for each region and for the country.
  private let totals: [UncertainAmount]

  /// The recorded amounts: for each place the delta of the scenario, then the npv of each scenario to choose from.
  static func amounts(_ plan: Plan, scenario: Int, among: [Int]) -> [RecordedAmount] {
    (0..<plan.placeCount).flatMap { place in
      [RecordedAmount(scenario: scenario, place: place, period: .total, quantity: .delta)]
        + among.map { RecordedAmount(scenario: $0, place: place, period: .total, quantity: .npv) }
    }
  }

  /// - Parameters:
  ///   - plan: a plan of all regions.
  ///   - draws: draws of ``amounts(_:scenario:among:)``.
  ///   - among: number of scenarios to choose from.
  init(_ study: Study, plan: Plan, draws: RecordedDraws, among: Int, cells: [StudyReading.CurrentCell]) {
    self.study = study
    self.plan = plan
    self.draws = draws
    self.among = among
    var positions: [Int: Int] = [:]
    for (position, variable) in plan.usedVariables.enumerated() { positions[variable] = position }
    self.positions = positions
    totals = (0...study.regions.count).map { UncertainAmount(draws[$0 * (1 + among)]) }
    var questions: [Question] = []
    var certain = 0
    for cell in cells where cell.isAssumed {
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

  /// The maximum number of draws: for every draw the amounts of the scenarios to choose from, the totals, and the
  /// predictions of the first questions for each region are kept in memory.
  public static func mostDraws(_ study: Study, among: Int) -> Int {
    let amounts = 2 * (study.regions.count + 1) * (1 + among)
    let fits = study.regions.count * (PriorityContent.counts.last! + PriorityContent.counts.count * (1 + among))
    return VariedStudy.mostDraws(values: amounts + fits)
  }

  private var country: Int { study.regions.count }

  /// The npv of each scenario to choose from.
  private func npv(_ place: Int) -> [UnsafeBufferPointer<Double>] {
    (0..<among).map { draws[place * (1 + among) + 1 + $0] }
  }

  private func delta(_ place: Int) -> UnsafeBufferPointer<Double> { draws[place * (1 + among)] }

  /// A variable's draws, standardised, and their normal scores.
  private func input(_ variable: Int, _ source: VariableDraws) -> (values: [Double], scores: [Double]) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: draws.draws) { column in
      source.write(positions[variable]!, into: column.baseAddress!)
      return (RankScores.standardised(UnsafeBufferPointer(column)), RankScores.scores(of: UnsafeBufferPointer(column)))
    }
  }

  /// The value according to a regression on the amounts of a place.
  private func worth(_ regression: LeastSquares, _ place: Int) -> PriorityContent.Worth {
    let delta = regression.fitted(delta(place))
    return PriorityContent.Worth(
      variance: totals[place].varianceShare(knowing: delta, parameters: regression.parameters),
      band: totals[place].bandShare(knowing: delta, parameters: regression.parameters),
      choice: .ofChoice(npv(place).map { regression.fitted($0) }))
  }

  /// The prediction of each amount of a region, less its mean; each replicate is predicted from the others.
  private func told(_ regression: LeastSquares, _ region: Int) -> [[Double]] {
    let fit = regression.crossFit()
    return ([delta(region)] + npv(region)).map { regression.fitted(fit, of: $0) }
  }

  // MARK: One question

  /// The value of a question for all regions for which its figure was assumed, and of each of these figures by itself.
  func answers(to question: Question, _ source: VariableDraws) -> (PriorityContent.Question, [PriorityContent.Cell]) {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: draws.draws), count: 1 + among)
    var mean = [Double](repeating: 0, count: draws.draws)
    var cells: [PriorityContent.Cell] = []
    for (region, variable) in question.cells {
      let (x, z) = input(variable, source)
      let squares = zip(x, x).map { $0 * $1 }
      let regression = LeastSquares(
        [x, squares, zip(x, squares).map { $0 * $1 }, z, zip(z, z).map { $0 * $1 }], draws: draws.draws)
      cells.append(
        PriorityContent.Cell(
          region: region, figure: question.figure, item: question.item, variable: variable,
          own: worth(regression, region), national: worth(regression, country)))
      for (target, told) in told(regression, region).enumerated() { Self.add(told, to: &sums[target]) }
      Self.add(z, to: &mean)
    }
    var worth = cells.count == 1 ? cells[0].national : self.worth(Self.country(sums, scores: [mean]), country)
    for cell in cells where cell.national.variance.value > Self.chance / Double(draws.draws) {
      worth = worth.atLeast(cell.national)
    }
    return (
      PriorityContent.Question(
        figure: question.figure, item: question.item, regions: cells.count, worth: worth), cells
    )
  }

  /// The second step: regression of the country on the sums of regional predictions and on the mean scores of
  /// questions.
  private static func country(_ sums: [[Double]], scores: [[Double]]) -> LeastSquares {
    var regression = LeastSquares(sums, draws: sums[0].count)
    for mean in scores {
      regression.add(mean)
      regression.add(mean.map { $0 * $0 })
    }
    return regression
  }

  private static func add(_ values: [Double], to sum: inout [Double]) {
    for draw in values.indices { sum[draw] += values[draw] }
  }

  // MARK: Several questions

  /// A figure of a region: its variable, the index of its function or provision, and which of the two that is.
  typealias Figure = (variable: Int, item: Int, isProvision: Bool)

  /// Predictions of a region's amounts from growing sets of its figures.
  struct RegionFit {
    /// For each set the result of ``told(_:_:)``.
    var told: [[[Double]]]
    /// For each figure its normal scores.
    var scores: [[Double]]
  }

  /// The value for a region's own total of growing sets of its figures.
  ///
  /// - Parameter counts: for each set, how many of the first figures it contains; ascending.
  func worths(region: Int, _ figures: [Figure], counts: [Int], _ source: VariableDraws) -> [PriorityContent.Worth] {
    var worths: [PriorityContent.Worth] = []
    _ = regress(on: figures, counts: counts, source) { regression in
      let found = worth(regression, region)
      worths.append(worths.last.map { found.atLeast($0) } ?? found)
    }
    return worths
  }

  /// The predictions of the region's amounts from such sets, to be summed over regions.
  func fit(region: Int, _ figures: [Figure], counts: [Int], _ source: VariableDraws) -> RegionFit {
    var fit = RegionFit(told: [], scores: [])
    fit.scores = regress(on: figures, counts: counts, source) { fit.told.append(told($0, region)) }
    return fit
  }

  /// Regressions on growing sets of figures; returns the scores of each figure.
  private func regress(
    on figures: [Figure], counts: [Int], _ source: VariableDraws, found: (LeastSquares) -> Void
  ) -> [[Double]] {
    var regression = LeastSquares(draws: draws.draws)
    var (values, scores): ([[Double]], [[Double]]) = ([], [])
    for count in counts {
      for figure in figures.prefix(count).dropFirst(scores.count) {
        let (x, z) = input(figure.variable, source)
        regression.add(x)
        regression.add(x.map { $0 * $0 })
        for (other, known) in zip(figures, values)
        where other.item == figure.item && other.isProvision == figure.isProvision {
          regression.add(zip(x, known).map { $0 * $1 })
        }
        values.append(x)
        scores.append(z)
      }
      found(regression)
    }
    return scores
  }

  /// The value of the first questions together for the country.
  ///
  /// - Parameters:
  ///   - first: the questions, in order.
  ///   - fits: for each region the fit of its assumed figures among these questions; nil for a region without any.
  ///   - places: for each region and question, the position of the figure among those of the region, if it has one.
  func together(first: [PriorityContent.Question], counts: [Int], fits: [RegionFit?], places: [[Int?]])
    -> [PriorityContent.Together]
  {
    var together: [PriorityContent.Together] = []
    for (set, count) in counts.enumerated() {
      var sums = [[Double]](repeating: [Double](repeating: 0, count: draws.draws), count: 1 + among)
      for case let fit? in fits {
        for target in sums.indices { Self.add(fit.told[set][target], to: &sums[target]) }
      }
      let means = first.prefix(count).indices.map { question -> [Double] in
        var mean = [Double](repeating: 0, count: draws.draws)
        for (region, fit) in fits.enumerated() {
          if let fit, let place = places[region][question] { Self.add(fit.scores[place], to: &mean) }
        }
        return mean
      }
      var worth = self.worth(Self.country(sums, scores: means), country)
      if let smaller = together.last?.worth { worth = worth.atLeast(smaller) }
      for question in first.prefix(count) { worth = worth.atLeast(question.worth) }
      together.append(.init(count: min(count, first.count), worth: worth))
    }
    return together
  }
}
