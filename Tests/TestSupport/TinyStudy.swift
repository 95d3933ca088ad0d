import CostEngine

/// The study `tiny`: two regions, two functions, one provision, three years, certain numbers, worked out by hand.
public enum TinyStudy {
  public static let study = Study(
    title: "Tiny: every amount worked out by hand", firstYear: 2027, years: 3, priceYear: 2026, currentPrices: true,
    discountRate: .certain(0.25), wageGrowth: [.certain(0.1), .certain(0.1), .certain(0.1)],
    priceGrowth: [.certain(0.2), .certain(0.2), .certain(0.2)], referenceLevel: 0,
    regions: [
      Region(code: "AA", name: "Fryslân", population: .certain(200_000), municipalities: .certain(4)),
      Region(code: "BB", name: "Gooi en Vechtstreek", population: .certain(100_000), municipalities: .certain(2)),
    ],
    functions: [
      CrisisFunction(
        code: "OVD", name: "Officier van Dienst Bevolkingszorg", per: .region, hourlyCost: .certain(50),
        coursePrice: .certain(30), examPrice: .certain(200), standbyFee: .certain(70)),
      CrisisFunction(
        code: "INF", name: "Informatiemedewerker", per: .municipality, hourlyCost: .certain(40),
        coursePrice: .certain(10), examPrice: .certain(0), standbyFee: .certain(0)),
    ],
    provisions: [
      Provision(code: "EX", name: "Oefening", per: .per100k, unitCost: .certain(1000), index: .price)
    ],
    levels: ["uniform"],
    norms: [
      [
        FunctionNorm(
          positions: .certain(2), personsPerPosition: .certain(3), initialHours: .certain(40),
          annualHours: .certain(20), certified: .certain(1), recertifyYears: .certain(4)),
        FunctionNorm(
          positions: .certain(1), personsPerPosition: .certain(2), initialHours: .certain(10),
          annualHours: .certain(5), certified: .certain(0), recertifyYears: .certain(0)),
      ]
    ],
    provisionNorms: [[.certain(3)]],
    current: [
      [
        CurrentStaffing(
          persons: .persons(.certain(4)), standbyPositions: .certain(1), turnover: .certain(0.1),
          certified: .certain(0.5), initialHours: .certain(20), annualHours: .certain(10)),
        informationStaffing,
      ],
      [
        CurrentStaffing(
          persons: .persons(.certain(8)), standbyPositions: .certain(2), turnover: .certain(0.25),
          certified: .certain(1), initialHours: .certain(40), annualHours: .certain(30)),
        informationStaffing,
      ],
    ],
    currentProvisions: [[.certain(1)], [.certain(5)]],
    oneOffs: [
      OneOff(
        code: "LEAD", name: "Programmaleiding", per: .national, amount: .certain(5000), from: .certain(2027),
        until: .certain(2028), index: .wage, scenarios: [0, 1]),
      OneOff(
        code: "PLAN", name: "Planherziening", per: .region, amount: .certain(1000), from: .certain(2027),
        until: .certain(2027), index: .price, scenarios: [0]),
    ],
    measures: [
      Measure(
        code: "POOL", name: "Regionale pool", from: .certain(2028), rampYears: .certain(2), per: .municipality,
        oneOff: .certain(1000), annual: .certain(500), adoption: .certain(1), inForce: [.certain(0), .certain(0)],
        effects: [
          Measure.Effect(driver: .persons, item: 0, factor: .certain(0.8)),
          Measure.Effect(driver: .coursePrice, item: 0, factor: .certain(0.5)),
          Measure.Effect(driver: .coursePrice, item: 1, factor: .certain(0.5)),
        ])
    ],
    scenarios: [
      Scenario(
        code: "BASIS", name: "Op eigen kracht",
        terms: [ScenarioTerms](
          repeating: ScenarioTerms(
            level: 0, phaseIn: .linear(from: .certain(2027), until: .certain(2028)), delay: .certain(0),
            bandwidth: .certain(0), release: .certain(0), measures: []), count: 2)),
      Scenario(
        code: "SLIM", name: "Slim samen",
        terms: [ScenarioTerms](
          repeating: ScenarioTerms(
            level: 0, phaseIn: .step(from: .certain(2028)), delay: .certain(0.5), bandwidth: .certain(0.25),
            release: .certain(0.5), measures: [0]), count: 2)),
    ],
    profiles: [],
    funds: [
      Fund(
        code: "RIJK", name: "Rijksbijdrage",
        entries: [
          Fund.Entry(
            year: 2028, amount: .certain(10_000), share: .certain(1), key: [.certain(200_000), .certain(100_000)])
        ])
    ],
    variables: [], factors: [])

  private static let informationStaffing = CurrentStaffing(
    persons: .share(.certain(0.5)), standbyPositions: .certain(0), turnover: .certain(0.2), certified: .certain(0),
    initialHours: .certain(10), annualHours: .certain(3))
}
