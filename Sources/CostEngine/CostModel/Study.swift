/// A study, read and resolved: it holds every cell that the model needs, with wildcards and defaults filled in.
///
/// All lists are in the order of the study's files; every index refers to them. The arithmetic on these values is in
/// ``WorkedCalculation`` (one draw, spelled out) and ``Plan`` (many draws, fast).
public struct Study: Sendable {
  public var title: String
  /// First calendar year of the horizon.
  public var firstYear: Int
  /// The longest horizon, in years.
  public static let mostYears = 50
  /// Number of years, 1 ... ``mostYears``.
  public var years: Int
  /// Year of the price level in which the amounts of the study are given.
  public var priceYear: Int
  /// True: amounts grow with the indices. False: constant prices, both indices are 1.
  public var currentPrices: Bool
  /// Per year, > -1.
  public var discountRate: Quantity
  /// Growth of wages in each of ``growthYears``; empty if none is given.
  public var wageGrowth: [Quantity]
  /// Growth of prices, for the same years.
  public var priceGrowth: [Quantity]
  /// Index in ``levels`` of the level to which `persons_share` and today's recertification refer.
  public var referenceLevel: Int

  public var regions: [Region]
  public var functions: [CrisisFunction]
  public var provisions: [Provision]
  /// Codes of the norm levels.
  public var levels: [String]
  /// `norms[level][function]`; empty for a level that neither a scenario nor the reference uses.
  public var norms: [[FunctionNorm]]
  /// `provisionNorms[level][provision]`: quantity per unit; empty for a level that is not used.
  public var provisionNorms: [[Quantity]]
  /// `current[region][function]`
  public var current: [[CurrentStaffing]]
  /// `currentProvisions[region][provision]`: quantity per unit.
  public var currentProvisions: [[Quantity]]
  public var oneOffs: [OneOff]
  public var measures: [Measure]
  public var scenarios: [Scenario]
  public var profiles: [PhaseInProfile]
  public var funds: [Fund]
  /// How the amount that no fund covers is divided over the municipalities; nil if the study does not request who pays.
  public var municipalKey: MunicipalKey?

  public var variables: [UncertainVariable]
  /// The values that are shares of other values.
  public var products: [QuantityProduct]
  /// Codes of the factors of correlations.csv, by which they are drawn.
  public var factors: [String]
  /// What people call each of them; a factor without a name here is called by its code.
  public var factorNames: [String]
  /// Index in ``scenarios`` of the one that reports open on.
  public var mainScenario: Int

  public init(
    title: String, firstYear: Int, years: Int, priceYear: Int, currentPrices: Bool, discountRate: Quantity,
    wageGrowth: [Quantity], priceGrowth: [Quantity], referenceLevel: Int, regions: [Region],
    functions: [CrisisFunction], provisions: [Provision], levels: [String], norms: [[FunctionNorm]],
    provisionNorms: [[Quantity]], current: [[CurrentStaffing]], currentProvisions: [[Quantity]], oneOffs: [OneOff],
    measures: [Measure], scenarios: [Scenario], profiles: [PhaseInProfile], funds: [Fund],
    municipalKey: MunicipalKey? = nil, variables: [UncertainVariable], products: [QuantityProduct] = [],
    factors: [String], factorNames: [String] = [], mainScenario: Int = 0
  ) {
    self.title = title
    self.firstYear = firstYear
    self.years = years
    self.priceYear = priceYear
    self.currentPrices = currentPrices
    self.discountRate = discountRate
    self.wageGrowth = wageGrowth
    self.priceGrowth = priceGrowth
    self.referenceLevel = referenceLevel
    self.regions = regions
    self.functions = functions
    self.provisions = provisions
    self.levels = levels
    self.norms = norms
    self.provisionNorms = provisionNorms
    self.current = current
    self.currentProvisions = currentProvisions
    self.oneOffs = oneOffs
    self.measures = measures
    self.scenarios = scenarios
    self.profiles = profiles
    self.funds = funds
    self.municipalKey = municipalKey
    self.variables = variables
    self.products = products
    self.factors = factors
    self.factorNames = factorNames
    self.mainScenario = mainScenario
  }

  /// What people call a factor, an index in ``factors``.
  public func name(ofFactor factor: Int) -> String {
    factorNames.indices.contains(factor) ? factorNames[factor] : factors[factor]
  }

  /// Last calendar year of the horizon.
  public var lastYear: Int { firstYear + years - 1 }

  /// The calendar years whose growth lies between ``priceYear`` and a year of the horizon.
  public var growthYears: Range<Int> {
    Self.growthYears(firstYear: firstYear, lastYear: lastYear, priceYear: priceYear)
  }

  /// The same of a study that is yet to be made.
  public static func growthYears(firstYear: Int, lastYear: Int, priceYear: Int) -> Range<Int> {
    (min(priceYear, firstYear) + 1)..<(max(priceYear, lastYear) + 1)
  }

  /// The mean of a cell: its value if it is certain. That of a product is the product of the means, as if the two were
  /// independent.
  public func mean(of quantity: Quantity) -> Double {
    value(of: quantity) { variables[$0].distribution.mean }
  }

  /// The value of a cell in one draw.
  ///
  /// - Parameter values: the value of each of ``variables``.
  public func value(of quantity: Quantity, in values: [Double]) -> Double { value(of: quantity) { values[$0] } }

  /// The value of a cell where those of variables are given by their indices.
  func value(of quantity: Quantity, _ variable: (Int) -> Double) -> Double {
    switch quantity {
    case .certain(let value): return value
    case .uncertain(let index): return variable(index)
    case .product(let index):
      return value(of: products[index].base, variable) * value(of: products[index].factor, variable)
    }
  }
}
