import CostEngine

/// A study of two regions and two scenarios, and results for it that are made by hand.
enum SmallStudy {
  static func study(uncertain: Bool = true) -> Study {
    let terms = ScenarioTerms(
      level: 0, phaseIn: .linear(from: .certain(2027), until: .certain(2028)), delay: .certain(0),
      bandwidth: .certain(0), release: .certain(0), measures: [])
    var joint = terms
    joint.phaseIn = .scurve(from: .certain(2027), until: .certain(2028))
    joint.delay = .uncertain(0)
    joint.bandwidth = .certain(0.1)
    joint.release = .certain(0.5)
    joint.measures = [0]
    var late = joint
    late.phaseIn = .step(from: .certain(2028))
    if !uncertain {
      joint.delay = .certain(0.5)
      late.delay = .certain(0.5)
    }
    return Study(
      title: "Klein onderzoek", firstYear: 2027, years: 2, priceYear: 2026, currentPrices: false,
      discountRate: .certain(0), wageGrowth: [], priceGrowth: [], referenceLevel: 0,
      regions: [
        Region(
          code: "VR02", name: "Fryslân", population: .certain(654_019), municipalities: .certain(18)),
        Region(
          code: "VR17", name: "Rotterdam-Rijnmond", population: .certain(1_345_981), municipalities: .certain(13)),
      ],
      functions: [], provisions: [], levels: ["uniform"], norms: [[]], provisionNorms: [[]], current: [[], []],
      currentProvisions: [[], []],
      oneOffs: [
        OneOff(
          code: "LEAD", name: "Programmaleiding", per: .national, amount: .certain(5000), from: .certain(2027),
          until: .certain(2027), index: .wage, scenarios: [0, 1])
      ],
      measures: [
        Measure(
          code: "POOL", name: "Regionale pool", from: .certain(2028), rampYears: .certain(2), per: .region,
          oneOff: .certain(0), annual: .certain(0), adoption: .certain(1), inForce: [.certain(0), .certain(0)],
          effects: [])
      ],
      scenarios: [
        Scenario(code: "ALLEEN", name: "Elke regio voor zich", terms: [terms, terms]),
        Scenario(code: "SAMEN", name: "Samenwerken", terms: [joint, late]),
      ],
      profiles: [], funds: [],
      variables: uncertain
        ? [UncertainVariable(name: "scenarios.delay_years[SAMEN]", distribution: .constant(0.5))] : [],
      factors: [])
  }

  /// The same with a fund and a discount rate.
  static func funded() -> Study {
    var study = study()
    study.funds = [Fund(code: "RIJK", name: "Rijksbijdrage", entries: [])]
    study.discountRate = .certain(0.0225)
    return study
  }

  /// A study that asks who pays: the State and, from 2028, the regions have a fund.
  static func paid(_ key: MunicipalKey) -> Study {
    func fund(_ code: String, _ year: Int, _ payer: Payer) -> Fund {
      Fund(
        code: code, name: "",
        entries: [
          Fund.Entry(
            year: year, amount: .certain(1000), share: .certain(1), key: [.certain(1), .certain(1)], payer: payer)
        ])
    }
    var study = study()
    study.funds = [fund("BDUR", 2027, .state), fund("RESERVE", 2028, .region)]
    study.municipalKey = key
    return study
  }

  /// The statistics of an amount with this mean and standard deviation, as normal draws would have them.
  static func summary(_ mean: Double, sd: Double, draws: Int) -> Summary {
    let scores = [-1.645, -1.282, -0.674, 0, 0.524, 0.674, 0.842, 1.036, 1.282, 1.645, 2.326]
    return Summary(
      mean: mean, standardError: sd / Double(draws).squareRoot(), standardDeviation: sd,
      percentiles: scores.map { mean + $0 * sd }, cvar95: mean + 2.063 * sd, sharePositive: mean > 0 ? 1 : 0)
  }

  /// The parts that the payers pay of a base amount: the State's is certain, and the municipalities have the rest.
  private static func payments(of amount: Double, spread: Double, draws: Int) -> [Summary] {
    [
      summary(amount / 4, sd: 0, draws: draws), summary(amount / 10, sd: abs(amount) / 10 * spread, draws: draws),
      summary(amount * 0.65, sd: abs(amount) * spread, draws: draws),
    ]
  }

  /// Lines that sum to an amount: by year, over the whole horizon and in the end state.
  private static func lineMeans(_ amount: Double, _ years: [Double]) -> [Double] {
    let shares = CostLine.allCases.map { Double($0.rawValue + 1) / 55 }
    let end = CostLine.allCases.map { $0.isIncidental ? 0 : amount * shares[$0.rawValue] }
    return years.flatMap { year in shares.map { amount * year * $0 } } + end
  }

  /// Results in which the amount of a quantity is `base * share of the quantity * share of the place`.
  ///
  /// - Parameters:
  ///   - base: of each scenario, EUR.
  ///   - spread: standard deviation as a share of each amount.
  static func results(
    base: [Double], spread: Double, draws: Int = 10_000, selection: Selection? = nil, study: Study
  ) -> Results {
    let selection = selection ?? Selection(study)
    let isNational = selection.regions.count == study.regions.count
    let places = selection.regions.map { $0 == 0 ? 0.3 : 0.7 } + (isNational ? [1] : [])
    let years = [0.4, 0.6, 1]
    let quantities: [Double] = [2, 3, 1, 0.8, 0.2, 0.35, 0.65, 0.25, 0.75]
    func summary(_ amount: Double) -> Summary {
      Self.summary(amount, sd: abs(amount) * spread, draws: draws)
    }
    let chosen = selection.scenarios.map { base[$0] }
    return Results(
      selection: selection, years: study.years, draws: draws, includesNational: isNational,
      summaries: chosen.flatMap { base in
        places.flatMap { place in
          quantities.flatMap { quantity in years.map { summary(base * place * quantity * $0) } }
        }
      },
      presentValues: chosen.flatMap { base in places.map { summary(base * $0 * 0.9) } },
      endStates: chosen.flatMap { base in places.map { summary(base * $0 * 0.7) } },
      lineMeans: chosen.flatMap { base in places.flatMap { lineMeans(base * $0, years) } },
      comparisons: chosen.indices.flatMap { a in
        chosen.indices.filter { $0 > a }.flatMap { b in
          places.map { place in
            let difference = (chosen[a] - chosen[b]) * place
            return Results.Comparison(
              difference: Self.summary(difference, sd: abs(difference) * spread * 4, draws: draws),
              shareCheaper: difference < 0 ? 0.81 : difference > 0 ? 0.07 : 0)
          }
        }
      },
      payments: study.municipalKey == nil
        ? []
        : chosen.flatMap { base in
          places.flatMap { place -> [Summary] in
            let byYear = years.map { payments(of: base * place * $0, spread: spread, draws: draws) }
            return Payer.allCases.flatMap { payer in byYear.map { $0[payer.rawValue] } }
          }
        })
  }
}
