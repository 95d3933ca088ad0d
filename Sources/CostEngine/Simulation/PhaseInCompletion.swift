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
    // What is uncertain is mostly of no matter: a delay that is over long before the horizon ends.
    let isInPlace = selection.scenarios.allSatisfy { scenario in
      selection.regions.allSatisfy { region in
        study.latestCompletion(study.scenarios[scenario].terms[region]).map { $0 <= study.lastYear } ?? false
      }
    }
    guard !isInPlace else {
      let places = selection.regions.count + (selection.regions.count == study.regions.count ? 1 : 0)
      shares = [[Double]](repeating: [Double](repeating: 1, count: places), count: selection.scenarios.count)
      draws = 1
      return
    }
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
    var settings = settings
    let terms = selection.scenarios.flatMap { scenario in
      selection.regions.map { study.scenarios[scenario].terms[$0] }
    }
    settings.draws =
      terms.allSatisfy { study.isCertain($0) } ? 1 : min(settings.draws, PhaseInCompletion.mostDraws)
    draws = settings.draws
    // The plan knows the regions' phase-ins where one is asked for.
    let asked = RecordedAmount(scenario: 0, place: 0, subject: .phaseIn, span: .period(.year(0)))
    let plan = Plan(bare, selection: selection, settings: settings, tracing: [asked])
    let counts = Evaluator(plan, mostReplicates: 1).drawsInPlace()
    let draws = draws
    shares = counts.map { places in places.map { Double($0) / Double(draws) } }
  }
}

extension Evaluator {
  /// The number of draws in which `phi` is 1 in the last year, by scenario and place. Draws are made, but no amounts.
  fileprivate func drawsInPlace() -> [[Int]] {
    let (scenarios, last) = (plan.selection.scenarios.count, plan.years - 1)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: plan.placeCount), count: scenarios)
    for replicate in 0..<plan.replicateCount {
      sample(replicate)
      let left = plan.settings.draws - replicate * RandomStream.drawsPerReplicate
      for v in 0..<min(registersPerReplicate, (left + 7) / 8) {
        fillSharedColumns(v)
        for scenario in 0..<scenarios {
          var smallest = Register(repeating: 1)
          for region in plan.regions.indices {
            let phi = value(plan.phaseInsOfRegions[region][scenario][last], v)
            counts[scenario][region] += Evaluator.lanesInPlace(phi, draws: left - v * 8)
            smallest.replace(with: phi, where: phi .< smallest)
          }
          if plan.includesNational {
            counts[scenario][plan.regions.count] += Evaluator.lanesInPlace(smallest, draws: left - v * 8)
          }
        }
      }
    }
    return counts
  }

  private static func lanesInPlace(_ phi: Register, draws: Int) -> Int {
    (0..<min(8, draws)).reduce(0) { $0 + (phi[$1] >= 1 ? 1 : 0) }
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
    isCertain(terms) ? latestCompletion(terms) : nil
  }

  /// The calendar year from which on a phase-in is complete in every draw; nil where none is known.
  func latestCompletion(_ terms: ScenarioTerms) -> Int? {
    func latest(_ quantity: Quantity) -> Double { value(of: quantity) { variables[$0].distribution.support.upper } }
    let delay = latest(terms.delay)
    let end: Double
    switch terms.phaseIn {
    case .linear(let from, let until), .scurve(let from, let until):
      end = max(latest(from), latest(until))
    case .step(let from): end = latest(from)
    case .profile(let profile):
      let (years, shares) = (profiles[profile].years, profiles[profile].shares)
      guard
        let incomplete = shares.lastIndex(where: { share in
          value(of: share) { variables[$0].distribution.support.lower } < 1
        })
      else {
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
