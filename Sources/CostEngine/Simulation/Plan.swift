/// A study compiled for the evaluation of many draws.
///
/// Every value that the model uses has a *column*: an address in the workspace of a thread, where a block of draws of it
/// stands. Columns of certain values are filled once. What is shared by regions or scenarios is computed once a block.
public final class Plan: Sendable {
  /// Address of a block of draws of one value.
  typealias Column = Int

  /// The years in which a column each stands for an index, a phase-in or a ramp: `first + t`.
  struct YearColumns: Sendable {
    var first: Column
    subscript(year: Int) -> Column { first + year }
  }

  enum PhaseInShape: Sendable, Equatable {
    case linear(from: Column, until: Column)
    case scurve(from: Column, until: Column)
    case profile(years: [Int], shares: [Column])
  }

  /// One way to close the gap; scenarios and regions with the same terms share it.
  struct PhaseInPlan: Sendable {
    var shape: PhaseInShape
    var delay: Column
    var phi: YearColumns
  }

  /// `units(per, r)`.
  enum Units: Sendable {
    case one
    case municipalities(Column)
    case population(Column)
  }

  /// A function in one region: what is the same for all scenarios.
  struct FunctionPlan: Sendable {
    var units: Units
    var hourlyCost, coursePrice, examPrice, standbyFee: Column
    /// Whether the price of an exam, and the fee for standby, can be other than 0.
    var hasExams, hasStandby: Bool
    /// Persons, or their share of the reference need.
    var persons: Column
    var personsIsShare: Bool
    var standbyPositions, turnover, certified, initialHours, annualHours: Column
    var referencePositions, referencePersonsPerPosition, referenceRecertified: Column
    /// Of the rows of factors that its scenarios need, in ``Plan/factorRows``.
    var factorRows: Range<Int>
  }

  /// A function in one region and scenario.
  struct FunctionTerms: Sendable {
    var phi: YearColumns
    var bandwidth, release: Column
    var positions, personsPerPosition, initialHours, annualHours, certified, recertified: Column
    /// For each ``Driver`` of a function its row of factors, counted from the function's first, or -1.
    var factors: SIMD8<Int32>
  }

  /// Of a value that many places divide by: made once a draw.
  struct Reciprocal: Sendable {
    var value: Column
    /// `1 / value`, and 0 where that is 0: of `recertify_years` the share of the certified that is examined in a year.
    var reciprocal: Column
  }

  /// A provision in one region.
  struct ProvisionPlan: Sendable {
    var units: Units
    var current, unitCost: Column
    /// The index of its price by year.
    var index: YearColumns
    var factorRows: Range<Int>
  }

  /// A provision in one region and scenario.
  struct ProvisionTerms: Sendable {
    var phi: YearColumns
    var bandwidth, release, norm: Column
    /// Rows of factors of quantity and unit cost, counted from the provision's first, or -1.
    var quantityFactor, unitCostFactor: Int
  }

  /// `F(driver, item, t)` of one item and region under certain measures; scenarios share it.
  struct FactorRow: Sendable {
    /// In ``Plan/factors``.
    var factors: Range<Int>
  }

  /// What one measure does to one driver.
  struct Factor: Sendable, Equatable {
    /// Index in ``Plan/measures``.
    var measure: Int
    var factor: Column
  }

  struct OneOffPlan: Sendable {
    var per: UnitBasis
    var amount, from, until: Column
    var index: YearColumns
    /// Scenario positions, in ``Plan/positions``.
    var scenarios: Range<Int>
  }

  struct MeasurePlan: Sendable {
    /// Whether a selected scenario uses it.
    var isUsed: Bool
    var per: UnitBasis
    var from, rampYears, oneOff, annual, adoption: Column
    var psi: YearColumns
  }

  /// A measure that scenarios use in a region.
  struct RegionMeasure: Sendable {
    /// Index in ``Plan/measures``.
    var measure: Int
    var units: Units
    /// The column of `measures.in_force`.
    var inForce: Column
    /// Scenario positions, in ``Plan/positions``.
    var scenarios: Range<Int>
  }

  /// Ranges of a region's parts in the lists of the plan.
  struct RegionPlan: Sendable {
    /// In ``Plan/functions``; each has as many terms as there are scenarios in ``Plan/functionTerms``.
    var functions: Range<Int>
    var provisions: Range<Int>
    /// In ``Plan/regionMeasures``.
    var measures: Range<Int>
    /// The region's own units for one-offs.
    var municipalities, population: Column
    /// In ``Plan/positions``: the column of each funding key.
    var fundingKeys: Range<Int>
  }

  struct FundPlan: Sendable {
    /// For each year what is in force, if anything.
    var years: [(amount: Column, share: Column, key: Int, payer: Payer)?]
  }

  /// The money of one payer that is divided by one key: of each year, a unit of the key.
  struct PayerRate: Sendable {
    var payer: Payer
    /// Index in ``Plan/fundingKeys``.
    var key: Int
    var rates: YearColumns
  }

  /// Who pays, where a study asks for it.
  struct PayerPlan: Sendable {
    var rates: [PayerRate]
    /// What no fund covers divided by the same key everywhere; nil where each region's own municipalities pay it.
    var pool: PoolPlan?
  }

  /// The key by which what no fund covers is divided over all regions.
  struct PoolPlan: Sendable {
    /// The column of each region.
    var keys: [Column]
    /// The reciprocal of their sum.
    var reciprocal: Column
  }

  public let settings: SimulationSettings
  public let selection: Selection
  public let includesNational: Bool

  let firstYear: Int
  let years: Int
  let priceYear: Int
  /// Growth in each year from `priceYear + 1`; empty in constant prices.
  let wageGrowth, priceGrowth: [Column]
  let discountRate: Column
  let wageIndex, priceIndex, discountFactors: YearColumns

  let functions: [FunctionPlan]
  let functionTerms: [FunctionTerms]
  let provisions: [ProvisionPlan]
  let provisionTerms: [ProvisionTerms]
  let factorRows: [FactorRow]
  let factors: [Factor]
  let oneOffs: [OneOffPlan]
  let measures: [MeasurePlan]
  let regionMeasures: [RegionMeasure]
  /// Lists of scenarios and columns that other parts have a range of.
  let positions: [Int]
  let phaseIns: [PhaseInPlan]
  let reciprocals: [Reciprocal]
  /// For each funding key its column for every region of the study.
  let fundingKeys: [[Column]]
  let funds: [FundPlan]
  /// For each funding key the money of each year, a unit of the key.
  let fundingRates: [YearColumns]
  /// Nil where the study does not ask who pays, or its key is divided over regions that are not selected.
  let payers: PayerPlan?
  /// The selected regions.
  let regions: [RegionPlan]
  /// For each scenario the lines that can be other than 0 somewhere.
  let lines: [[CostLine]]

  let commonFactors: [RandomStream]
  /// The variables that the selection uses, in the order of their distributions, and their columns.
  let variables: [SampledVariable]
  let variableColumns: [Column]
  /// Of each of these its index in ``Study/variables``.
  public let usedVariables: [Int]
  /// The variables' loadings on factors.
  let loadings: [FactorLoading]
  /// With the sampler of that name: the factors' sequences, then the variables'.
  let sobol: SobolSequences?
  let quantiles: [CompiledQuantile]
  let normal = NormalScores()
  /// The certain values and their columns.
  let constants: [(column: Column, value: Double)]
  let columnCount: Int
  let layout: SeriesLayout

  /// Compiles a study.
  ///
  /// - Parameter selection: the scenarios and regions to compute; funding keys count all regions whatever is selected.
  public convenience init(_ study: Study, selection: Selection, settings: SimulationSettings) {
    self.init(study, selection: selection, settings: settings, folds: true)
  }

  /// - Parameter folds: whether what is certainly 0 or without effect is left out; the results are the same bits.
  init(_ study: Study, selection: Selection, settings: SimulationSettings, folds: Bool) {
    precondition(settings.draws >= 1 && settings.draws <= SimulationSettings.maximumDraws)
    precondition(!selection.scenarios.isEmpty && !selection.regions.isEmpty)
    var compiler = PlanCompiler(study, selection: selection, seed: settings.seed, folds: folds)
    self.settings = settings
    self.selection = selection
    includesNational = selection.regions.count == study.regions.count
    firstYear = study.firstYear
    years = study.years
    priceYear = study.priceYear
    (wageGrowth, priceGrowth) = compiler.growth()
    discountRate = compiler.column(study.discountRate)
    wageIndex = compiler.wageIndex
    priceIndex = compiler.priceIndex
    discountFactors = compiler.yearColumns()
    oneOffs = compiler.oneOffs()
    measures = compiler.measures()
    (fundingKeys, funds) = compiler.funding()
    fundingRates = fundingKeys.map { _ in compiler.yearColumns() }
    payers = compiler.payers(of: funds)
    regions = compiler.regions(fundingKeys: fundingKeys)
    lines = compiler.lines()
    functions = compiler.functions
    functionTerms = compiler.functionTerms
    provisions = compiler.provisions
    provisionTerms = compiler.provisionTerms
    factorRows = compiler.factorRows
    factors = compiler.factors
    regionMeasures = compiler.regionMeasures
    positions = compiler.positions
    phaseIns = compiler.phaseIns
    reciprocals = compiler.reciprocals
    commonFactors = study.factors.map { RandomStream(factor: $0, seed: settings.seed) }
    // Variables with the same distribution follow each other: its table is then near the processor.
    let order = compiler.variables.indices.sorted {
      (compiler.variables[$0].quantile, $0) < (compiler.variables[$1].quantile, $1)
    }
    variables = order.map { compiler.variables[$0] }
    variableColumns = order.map { compiler.variableColumns[$0] }
    usedVariables = order.map { compiler.studyVariables[$0] }
    loadings = compiler.loadings
    if settings.sampler == .sobol {
      sobol = SobolSequences(
        registers: Plan.replicates(of: settings) * registersPerReplicate,
        sequences: zip(commonFactors, compiler.dimensions.factors).map { ($0, $1) }
          + variables.map { ($0.stream, $0.dimension) })
    } else {
      sobol = nil
    }
    quantiles = compiler.catalogue.compiled()
    constants = compiler.constants
    columnCount = compiler.columnCount
    layout = SeriesLayout(scenarios: selection.scenarios.count, years: study.years, hasPayers: payers != nil)
  }

  /// Number of replicates that make up the draws.
  public var replicateCount: Int { Plan.replicates(of: settings) }

  private static func replicates(of settings: SimulationSettings) -> Int {
    (settings.draws + RandomStream.drawsPerReplicate - 1) / RandomStream.drawsPerReplicate
  }

  /// Reported regions, the country included.
  public var placeCount: Int { regions.count + (includesNational ? 1 : 0) }
}

extension Plan {
  /// Nil for the whole horizon.
  func calendarYear(of period: Period) -> Int? {
    switch period {
    case .year(let year): return firstYear + year
    case .total: return nil
    }
  }
}
