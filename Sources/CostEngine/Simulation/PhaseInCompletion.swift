/// How likely it is that everything is in place in the last year of the horizon.
public struct PhaseInCompletion: Sendable, Equatable {
  /// The share of the draws in which `phi` is 1 in the last year, by position of the scenario in the selection and by
  /// region; behind these the country, where it is included: in all of its regions.
  public let shares: [[Double]]
  /// Number of draws; 1 where nothing that matters to it is uncertain.
  public let draws: Int

  /// More draws say no more to people.
  private static let mostDraws = 10_000

  /// - Parameters:
  ///   - settings: those of the run, whose draws these are: the first ones if there are many.
  public init(_ study: Study, selection: Selection, settings: SimulationSettings) {
    var bare = study
    // The same variables, of which only those of the phase-ins are used.
    bare.functions = []
    bare.provisions = []
    bare.oneOffs = []
    bare.measures = []
    bare.funds = []
    bare.municipalKey = nil
    for scenario in bare.scenarios.indices {
      bare.scenarios[scenario].measures = []
      for region in bare.scenarios[scenario].terms.indices { bare.scenarios[scenario].terms[region].measures = [] }
    }
    let last = study.years - 1
    func amount(_ scenario: Int, _ place: Int) -> RecordedAmount {
      RecordedAmount(scenario: scenario, place: place, subject: .phaseIn, span: .period(.year(last)))
    }
    let tracing = selection.scenarios.indices.map { amount($0, 0) }
    var settings = settings
    let phaseIns = selection.scenarios.flatMap { scenario in
      selection.regions.map { study.scenarios[scenario].terms[$0] }
    }
    settings.draws =
      phaseIns.allSatisfy { study.isCertain($0) } ? 1 : min(settings.draws, PhaseInCompletion.mostDraws)
    draws = settings.draws
    let plan = Plan(bare, selection: selection, settings: settings, tracing: tracing)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: plan.placeCount), count: selection.scenarios.count)
    let evaluator = Evaluator(plan, mostReplicates: 1)
    let room = UnsafeMutablePointer<Double>.allocate(capacity: RandomStream.drawsPerReplicate)
    defer { room.deallocate() }
    for replicate in 0..<plan.replicateCount {
      evaluator.evaluate(replicates: replicate..<replicate + 1) { place, wave in
        for scenario in selection.scenarios.indices {
          _ = wave.record(amount(scenario, place), into: room)
          for draw in 0..<wave.draws where room[draw] >= 1 { counts[scenario][place] += 1 }
        }
      }
    }
    let draws = draws
    shares = counts.map { places in places.map { Double($0) / Double(draws) } }
  }
}

extension Study {
  /// Whether nothing about a phase-in is uncertain.
  public func isCertain(_ terms: ScenarioTerms) -> Bool {
    func isCertain(_ quantity: Quantity) -> Bool {
      if case .certain = quantity { return true }
      return false
    }
    guard isCertain(terms.delay) else { return false }
    switch terms.phaseIn {
    case .linear(let from, let until), .scurve(let from, let until): return isCertain(from) && isCertain(until)
    case .step(let from): return isCertain(from)
    case .profile(let profile): return profiles[profile].shares.allSatisfy(isCertain)
    }
  }

  /// The first calendar year from which on a phase-in in which nothing is uncertain is complete; nil where it never is, or
  /// where something is uncertain.
  public func yearOfCompletion(_ terms: ScenarioTerms) -> Int? {
    guard isCertain(terms) else { return nil }
    let delay = mean(of: terms.delay)
    let end: Double
    switch terms.phaseIn {
    case .linear(_, let until), .scurve(_, let until): end = mean(of: until)
    case .step(let from): end = mean(of: from)
    case .profile(let profile):
      let (years, shares) = (profiles[profile].years, profiles[profile].shares)
      guard let incomplete = shares.lastIndex(where: { mean(of: $0) < 1 }) else {
        end = Double(years[0])
        break
      }
      guard incomplete + 1 < years.count else { return nil }
      end = Double(years[incomplete + 1])
    }
    let year = (end + delay).rounded(.up)
    return year.magnitude < 1e9 ? Int(year) : nil
  }

  /// The same of a scenario in several regions: the last of their years.
  public func yearOfCompletion(scenario: Int, regions: [Int]) -> Int? {
    var last: Int?
    for region in regions {
      guard let year = yearOfCompletion(scenarios[scenario].terms[region]) else { return nil }
      last = max(last ?? year, year)
    }
    return last
  }
}
