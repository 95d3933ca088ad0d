import CostEngine
import Reports
import StudyFiles
import Terms

extension VariedStudy {
  /// Parts into which a step of the first pass is divided, to look between its values.
  private static let partsOfStep = 8
  /// Number of turning points, and of places at which the condition begins or ceases to hold, that are looked into.
  private static let mostTurns = 5
  private static let mostCrossings = 8

  /// Searches for the value of an input at which a condition holds.
  ///
  /// First over the whole range, with all draws, because the condition may hold at some values and fail again beyond
  /// them. Then between those values with the first draws only, which are the same draws, so that their error hardly
  /// differs from one value to the next: where the condition seems to begin or to cease, or its margin turns near the
  /// limit, it is looked into with all draws. If no value meets it, values ever nearer to the nearest are tried.
  ///
  /// - Parameters:
  ///   - wantsLargest: whether to look from the largest value down.
  ///   - progress: called with the number of replicates done, out of ``mostReplicates(of:)``.
  public func solve(
    _ input: VariedInput, _ condition: Condition, _ search: SolutionSearch, wantsLargest: Bool,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(Failure) -> SolveContent {
    var varied = self
    varied.recordsEnd = true
    let trials = SolveTrials(varied, input, condition, progress: progress)
    for position in search.grid { _ = try trials.outcome(search.values[position]) }
    trials.setScales()
    let whole = search
    var search = search
    if search.precision != nil {
      try Self.look(between: search, trials, wantsLargest: wantsLargest)
      if let finer = try Self.refined(search, trials) { search = finer }
    }

    func first(
      _ holds: (SolveContent.Figures) -> Bool
    ) throws(Failure) -> (position: Int, before: Int?)? {
      let tried = search.values.indices.filter { trials.outcomes[search.values[$0]] != nil }
      return try search.first(among: tried, isReversed: wantsLargest) { position throws(Failure) in
        try trials.figures(search.values[position]).map(holds) ?? false
      }
    }
    let found = try first { $0.meets(condition) { $0.value } }
    let earliest = try first { figures in figures.meets(condition, isFavourable: true) }
    let latest = try first { figures in figures.meets(condition, isFavourable: false) }
    return SolveContent(
      study: study, input: input.content, condition: condition, wantsLargest: wantsLargest,
      trials: trials.outcomes.sorted { $0.key < $1.key }.map { .init(value: $0.key, outcome: $0.value) },
      grid: whole.grid.map { whole.values[$0] }, precision: search.precision,
      glimpses: whole.precision == nil ? 0 : whole.between(parts: Self.partsOfStep).count,
      hasEffect: trials.hasEffect, ownLate: study.lateItems(scenario: scenarios[0]),
      solution: found.map { search.values[$0.position] }, neighbour: found?.before.map { search.values[$0] },
      earliest: earliest.map { search.values[$0.position] }, latest: latest.map { search.values[$0.position] },
      settings: settings)
  }

  /// Tries what lies between the values of the first pass, where it may matter.
  private static func look(
    between search: SolutionSearch, _ trials: SolveTrials, wantsLargest: Bool
  ) throws(Failure) {
    let curve = try curve(of: search, trials)
    func margin(_ position: Int) throws(Failure) -> Double { try trials.margin(search.values[position]) }
    for turn in curve.turns.prefix(mostTurns) {
      try search.climb(from: turn.from, to: turn.to, until: turn.isPeak ? 0 : .leastNonzeroMagnitude) {
        position throws(Failure) in
        let own = try margin(position)
        return turn.isPeak ? own : -own
      }
    }
    // The places at which the condition begins or ceases to hold, now also beside the turning points.
    func holds(_ position: Int) throws(Failure) -> Bool { try margin(position) >= 0 }
    var known = curve.points.map { $0.position } + search.grid
    known += search.values.indices.filter { trials.outcomes[search.values[$0]] != nil }
    var glimpsed: [Int: Double] = [:]
    for point in curve.points { glimpsed[point.position] = point.margin }
    var points: [MarginCurve.Point] = []
    for position in Set(known).sorted() {
      let isTried = trials.outcomes[search.values[position]] != nil
      points.append(.init(position: position, margin: isTried ? try margin(position) : glimpsed[position] ?? 0))
    }
    let crossings = MarginCurve(points: points).crossings
    for crossing in (wantsLargest ? crossings.reversed() : crossings).prefix(mostCrossings) {
      // A glimpse may have been wrong.
      guard try holds(crossing.inside), try !holds(crossing.outside) else { continue }
      _ = try search.edge(inside: crossing.inside, outside: crossing.outside, holds)
    }
  }

  /// The margin at the values of the first pass and between them, where the first draws show its shape and all draws at
  /// the ends of a step its height.
  private static func curve(of search: SolutionSearch, _ trials: SolveTrials) throws(Failure) -> MarginCurve {
    func isPossible(_ position: Int) throws(Failure) -> Bool { try trials.figures(search.values[position]) != nil }
    var points: [MarginCurve.Point] = []
    var shifts: [Int: Double] = [:]
    for position in search.grid where try isPossible(position) {
      let margin = try trials.margin(search.values[position])
      points.append(.init(position: position, margin: margin))
      if let glimpse = try trials.glimpse(search.values[position]) { shifts[position] = margin - glimpse }
    }
    for position in search.between(parts: partsOfStep) {
      let before = search.grid.last { $0 < position }!
      let after = search.grid.first { $0 > position }!
      guard let glimpse = try trials.glimpse(search.values[position]) else { continue }
      let share = Double(position - before) / Double(after - before)
      let (left, right) = (shifts[before] ?? shifts[after] ?? 0, shifts[after] ?? shifts[before] ?? 0)
      points.append(.init(position: position, margin: glimpse + left + (right - left) * share))
    }
    return MarginCurve(points: points.sorted { $0.position < $1.position })
  }

  /// Values between the two neighbours of the nearest one, where none meets the condition but one between them may; nil
  /// where that is not so.
  private static func refined(_ search: SolutionSearch, _ trials: SolveTrials) throws(Failure) -> SolutionSearch? {
    var best: (position: Int, margin: Double)?
    for position in search.values.indices where trials.outcomes[search.values[position]] != nil {
      let margin = try trials.margin(search.values[position])
      if margin >= 0 { return nil }
      if best.map({ margin > $0.margin }) != false { best = (position, margin) }
    }
    guard let best, best.margin > -.greatestFiniteMagnitude else { return nil }
    let (low, high) = (max(0, best.position - 1), min(search.values.count - 1, best.position + 1))
    let change = max(
      best.margin - (try trials.margin(search.values[low])), best.margin - (try trials.margin(search.values[high])))
    let (from, to) = (search.values[low], search.values[high])
    guard -best.margin <= change, to - from >= 1e-9 * max(from.magnitude, to.magnitude) else { return nil }
    let finer = SolutionSearch(from: from, to, grid: 3)
    try finer.climb(from: 0, to: finer.values.count - 1, until: 0) { position throws(Failure) in
      try trials.margin(finer.values[position])
    }
    return finer.values.contains { value in
      if case .figures(let figures)? = trials.outcomes[value] { return figures.meets(trials.condition) { $0.value } }
      return false
    } ? finer : nil
  }

  /// Approximate maximum number of replicates of a search: the first pass, a glimpse between its values, and bisections,
  /// each of one gap, which take fewer than 30 runs.
  public func mostReplicates(of search: SolutionSearch) -> Int {
    guard search.precision != nil else { return replicates * search.grid.count }
    return replicates * (search.grid.count + 30) + Self.partsOfStep * search.grid.count
  }
}
