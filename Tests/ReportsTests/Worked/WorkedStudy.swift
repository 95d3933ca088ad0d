import CostEngine

/// A study with something of everything that a worked calculation shows.
enum WorkedStudy {
  /// Values of the variables: the delay of SLIM and the factor of LEREN.
  static let values = [0.5, 0.5]

  static let study = Study(
    title: "Uitgewerkt", firstYear: 2027, years: 3, priceYear: 2026, currentPrices: true,
    discountRate: .certain(0.25), wageGrowth: Array(repeating: .certain(0.1), count: 3),
    priceGrowth: Array(repeating: .certain(0.2), count: 3), referenceLevel: 0,
    regions: [
      Region(code: "AA", name: "Fryslân", population: .certain(200_000), municipalities: .certain(4)),
      Region(code: "BB", name: "Gooi", population: .certain(100_000), municipalities: .certain(2)),
    ],
    functions: [
      CrisisFunction(
        code: "OVD", name: "Officier van Dienst", per: .region, hourlyCost: .certain(50), coursePrice: .certain(30),
        examPrice: .certain(200), standbyFee: .certain(70)),
      CrisisFunction(
        code: "INF", name: "Informatiemedewerker", per: .municipality, hourlyCost: .certain(40),
        coursePrice: .certain(10), examPrice: .certain(0), standbyFee: .certain(0)),
    ],
    provisions: [Provision(code: "EX", name: "Oefening", per: .per100k, unitCost: .certain(1000), index: .price)],
    levels: ["uniform"], norms: [norms], provisionNorms: [[.certain(3)]], current: [current, current],
    currentProvisions: [[.certain(1)], [.certain(5)]],
    oneOffs: [
      OneOff(
        code: "LEAD", name: "Programmaleiding", per: .national, amount: .certain(5000), from: .certain(2027),
        until: .certain(2028), index: .wage, scenarios: [0, 1]),
      OneOff(
        code: "PLAN", name: "Planherziening", per: .region, amount: .certain(1000), from: .certain(2028),
        until: .certain(2028), index: .price, scenarios: [0]),
    ],
    measures: measures,
    scenarios: [
      Scenario(code: "SLIM", name: "Slim samen", terms: [slim, slim]),
      Scenario(code: "EIGEN", name: "", terms: [own, own]),
    ],
    profiles: [PhaseInProfile(name: "trap", years: [2027, 2029], shares: [.certain(0.2), .certain(1)])],
    funds: [
      Fund(
        code: "RIJK", name: "Rijksbijdrage",
        entries: [
          Fund.Entry(
            year: 2028, amount: .certain(10_000), share: .certain(1), key: [.certain(200_000), .certain(100_000)])
        ])
    ],
    variables: [
      UncertainVariable(name: "scenarios.delay_years[SLIM]", distribution: .constant(0.5)),
      UncertainVariable(name: "measure-effects.factor[LEREN/OVD/persons]", distribution: .constant(0.5)),
    ],
    factors: [])

  private static let norms = [
    FunctionNorm(
      positions: .certain(2), personsPerPosition: .certain(3), initialHours: .certain(40), annualHours: .certain(20),
      certified: .certain(1), recertifyYears: .certain(4)),
    FunctionNorm(
      positions: .certain(1), personsPerPosition: .certain(2), initialHours: .certain(10), annualHours: .certain(5),
      certified: .certain(0), recertifyYears: .certain(0)),
  ]

  private static let current = [
    CurrentStaffing(
      persons: .persons(.certain(4)), standbyPositions: .certain(1), turnover: .certain(0.1), certified: .certain(0.5),
      initialHours: .certain(20), annualHours: .certain(10)),
    CurrentStaffing(
      persons: .share(.certain(0.5)), standbyPositions: .certain(0), turnover: .certain(0.2), certified: .certain(0),
      initialHours: .certain(10), annualHours: .certain(3)),
  ]

  private static let measures = [
    Measure(
      code: "POOL", name: "Regionale pool", from: .certain(2028), rampYears: .certain(2), per: .municipality,
      oneOff: .certain(1000), annual: .certain(500), adoption: .certain(1), inForce: [.certain(0), .certain(0)],
      effects: [
        Measure.Effect(driver: .persons, item: 0, factor: .certain(0.8)),
        Measure.Effect(driver: .coursePrice, item: 0, factor: .certain(0.5)),
        Measure.Effect(driver: .coursePrice, item: 1, factor: .certain(0.5)),
      ]),
    Measure(
      code: "LEREN", name: "E-learning", from: .certain(2027), rampYears: .certain(1), per: .region,
      oneOff: .certain(0), annual: .certain(0), adoption: .certain(0.9), inForce: [.certain(0.3), .certain(0.95)],
      effects: [
        Measure.Effect(driver: .initialHours, item: 0, factor: .certain(0.9)),
        Measure.Effect(driver: .coursePrice, item: 0, factor: .uncertain(1)),
        Measure.Effect(driver: .unitCost, item: 0, factor: .certain(0.8)),
      ]),
  ]

  private static let slim = ScenarioTerms(
    level: 0, phaseIn: .step(from: .certain(2028)), delay: .uncertain(0), bandwidth: .certain(0.25),
    release: .certain(0.5), measures: [0])

  private static let own = ScenarioTerms(
    level: 0, phaseIn: .profile(0), delay: .certain(0), bandwidth: .certain(0), release: .certain(0), measures: [0, 1])
}
