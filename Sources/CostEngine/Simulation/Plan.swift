/// A study compiled for the evaluation of many draws.
///
/// Every value that the model uses has a *column*: an address in a thread's workspace that holds a block of its draws.
/// Columns of certain values are filled once. Values shared by regions or scenarios are computed once per block.
public final class Plan: Sendable {
  /// Address of a block of draws of one value.
  typealias Column = Int

  /// Columns for the years of an index, a phase-in or a ramp: `first + t`. The end state comes after the years.
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

  /// The values of a function in one region that are the same for all scenarios.
  struct FunctionPlan: Sendable {
    var units: Units
    var hourlyCost, coursePrice, examPrice, standbyFee: Column
    /// Whether the price of an exam, and the standby fee, can be other than 0.
    var hasExams, hasStandby: Bool
    /// Persons, or their share of the reference need.
    var persons: Column
    var personsIsShare: Bool
    var standbyPositions, turnover, certified, initialHours, annualHours: Column
    var referencePositions, referencePersonsPerPosition, referenceRecertified: Column
    /// Range in ``Plan/factorRows`` of the rows of factors that its scenarios need.
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

  /// A reciprocal that is used in many places, computed once per draw.
  struct Reciprocal: Sendable {
    var value: Column
    /// `1 / value`, and 0 if the value is 0: for `recertify_years` the share of certificate holders examined in a year.
    var reciprocal: Column
  }

  /// A value that is a share of another one, computed once per draw.
  struct Product: Sendable {
    var base, factor, product: Column
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

  /// `F(driver, item, t)` of one item and region under a given set of measures; scenarios may share it.
  struct FactorRow: Sendable {
    /// In ``Plan/factors``.
    var factors: Range<Int>
  }

  /// The effect of one measure on one driver.
  struct Factor: Sendable, Equatable {
    /// Index in ``Plan/measures``.
    var measure: Int
    var factor: Column
  }

  struct OneOffPlan: Sendable {
    /// Index in ``Study/oneOffs``.
    var item: Int
    var per: UnitBasis
    var amount, from, until: Column
    var index: YearColumns
    /// For a one-off of the country the positions of the scenarios that bear it, in ``Plan/positions``; empty for those
    /// of regions.
    var scenarios: Range<Int>
  }

  /// A one-off that scenarios bear in a region.
  struct RegionOneOff: Sendable {
    /// Index in ``Plan/oneOffs``.
    var oneOff: Int
    var units: Units
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
    /// Range in ``Plan/functions``; each has one set of terms per scenario in ``Plan/functionTerms``.
    var functions: Range<Int>
    var provisions: Range<Int>
    /// In ``Plan/regionOneOffs``.
    var oneOffs: Range<Int>
    /// In ``Plan/regionMeasures``.
    var measures: Range<Int>
    /// In ``Plan/positions``: the column of each funding key.
    var fundingKeys: Range<Int>
  }

  struct FundPlan: Sendable {
    /// For each year the entry that applies, if any.
    var years: [(amount: Column, share: Column, key: Int, payer: Payer)?]
  }

  /// The money of one payer that is divided by one key: for each year, per unit of the key.
  struct PayerRate: Sendable {
    var payer: Payer
    /// Index in ``Plan/fundingKeys``.
    var key: Int
    var rates: YearColumns
  }

  /// Who pays, for a study that requests it.
  struct PayerPlan: Sendable {
    var rates: [PayerRate]
    /// Set if the amount that no fund covers is divided by one key over all regions; nil if each region's own
    /// municipalities pay it.
    var pool: PoolPlan?
  }

  /// The key by which the amount that no fund covers is divided over all regions.
  struct PoolPlan: Sendable {
    /// The column of the key for each region.
    var keys: [Column]
    /// The reciprocal of the sum of the key over all regions.
    var reciprocal: Column
  }

  public let settings: SimulationSettings
  public let selection: Selection
  public let includesNational: Bool

  let firstYear: Int
  let years: Int
  let priceYear: Int
  /// First of ``Study/growthYears``.
  let firstGrowthYear: Int
  /// Growth in each of ``Study/growthYears``; empty in constant prices.
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
  let regionOneOffs: [RegionOneOff]
  let regionMeasures: [RegionMeasure]
  /// Lists of scenarios and columns, to which other parts refer by range.
  let positions: [Int]
  let phaseIns: [PhaseInPlan]
  /// Each after those that it refers to.
  let products: [Product]
  let reciprocals: [Reciprocal]
  /// For each funding key the columns of all regions of the study.
  let fundingKeys: [[Column]]
  let funds: [FundPlan]
  /// For each funding key the money of each year, per unit of the key.
  let fundingRates: [YearColumns]
  /// Nil if the study does not request who pays, or if its key also covers regions that are not selected.
  let payers: PayerPlan?
  /// The selected regions.
  let regions: [RegionPlan]
  /// For each scenario the lines that can be other than 0 somewhere.
  let lines: [[CostLine]]

  let commonFactors: [RandomStream]
  /// The variables that the selection uses, in the order of their distributions, and their columns.
  let variables: [SampledVariable]
  let variableColumns: [Column]
  /// For each of these its index in ``Study/variables``.
  public let usedVariables: [Int]
  /// For each of these the probabilities at which it is low and high, if not P10 and P90.
  let outcomeEnds: [InputEnds?]
  /// For each of these the share of the draws in which it puts a measure in force, if it does that with a certain chance.
  let adoptions: [Double?]
  /// Of each of ``variables``.
  let distributions: [Distribution]
  /// The variables' loadings on factors.
  let loadings: [FactorLoading]
  /// Only for ``Sampler/sobol``: the sequences of the factors, then those of the variables.
  let sobol: SobolSequences?
  let quantiles: [CompiledQuantile]
  let normal = NormalScores()
  /// The certain values and their columns.
  let constants: [(column: Column, value: Double)]
  let columnCount: Int
  let layout: SeriesLayout
  /// Nil if the amounts of items are not counted.
  let items: ItemLayout?
  /// Nil if nothing is kept beyond what statistics are taken of.
  let traces: TraceLayout?
  /// The phase-in of each region in each scenario; empty if none is traced.
  let phaseInsOfRegions: [[YearColumns]]

  /// Compiles a study.
  ///
  /// - Parameters:
  ///   - selection: the scenarios and regions to compute; funding keys include all regions in any case.
  ///   - countsItems: whether to count the amounts of every item, which takes time.
  ///   - tracing: amounts that are to be recorded in every draw; those of lines, items and phase-ins must be among them.
  ///   - samples: has what simulations before needed to draw, and keeps what this one needs.
  public convenience init(
    _ study: Study, selection: Selection, settings: SimulationSettings, countsItems: Bool = false,
    tracing: [RecordedAmount] = [], samples: SampleStore? = nil
  ) {
    self.init(
      study, selection: selection, settings: settings, countsItems: countsItems, tracing: tracing, samples: samples,
      folds: true)
  }

  /// - Parameter folds: whether terms that are certainly 0 or without effect are left out; the results are bitwise
  ///   equal.
  init(
    _ study: Study, selection: Selection, settings: SimulationSettings, countsItems: Bool = false,
    tracing: [RecordedAmount] = [], samples: SampleStore? = nil, folds: Bool
  ) {
    precondition(settings.draws >= 1 && settings.draws <= SimulationSettings.maximumDraws)
    precondition(!selection.scenarios.isEmpty && !selection.regions.isEmpty)
    var compiler = PlanCompiler(
      study, selection: selection, seed: settings.seed, sampler: settings.sampler, folds: folds)
    self.settings = settings
    self.selection = selection
    includesNational = selection.regions.count == study.regions.count
    firstYear = study.firstYear
    years = study.years
    priceYear = study.priceYear
    firstGrowthYear = study.growthYears.lowerBound
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
    phaseInsOfRegions =
      tracing.contains { $0.subject == .phaseIn } ? compiler.phaseInsOfRegions() : []
    lines = compiler.lines()
    functions = compiler.functions
    functionTerms = compiler.functionTerms
    provisions = compiler.provisions
    provisionTerms = compiler.provisionTerms
    factorRows = compiler.factorRows
    factors = compiler.factors
    regionOneOffs = compiler.regionOneOffs
    regionMeasures = compiler.regionMeasures
    positions = compiler.positions
    phaseIns = compiler.phaseIns
    products = compiler.products
    reciprocals = compiler.reciprocals
    commonFactors = study.factors.map { RandomStream(factor: $0, seed: settings.seed) }
    // Variables with the same distribution are adjacent, so that its table stays in the cache.
    let order = compiler.variables.indices.sorted {
      (compiler.variables[$0].quantile, $0) < (compiler.variables[$1].quantile, $1)
    }
    variables = order.map { compiler.variables[$0] }
    variableColumns = order.map { compiler.variableColumns[$0] }
    usedVariables = order.map { compiler.studyVariables[$0] }
    distributions = usedVariables.map { study.variables[$0].distribution }
    let adoptions = study.certainAdoptions
    outcomeEnds = usedVariables.map { InputEnds(of: $0, in: study, adoptions: adoptions) }
    self.adoptions = usedVariables.map { adoptions[$0] }
    loadings = compiler.loadings
    if settings.sampler == .sobol {
      sobol = SobolSequences(
        registers: settings.replicates * registersPerReplicate,
        sequences: zip(commonFactors, compiler.dimensions.factors).map { ($0, $1) }
          + variables.map { ($0.stream, $0.dimension) })
    } else {
      sobol = nil
    }
    quantiles = compiler.catalogue.compiled { samples?.quantile(of: $0) ?? CompiledQuantile($0) }
    constants = compiler.constants
    columnCount = compiler.columnCount
    items =
      countsItems || tracing.contains { $0.subject.isItem }
      ? ItemLayout(study, scenarios: selection.scenarios.count) : nil
    traces = TraceLayout(tracing, study, items: items)
    layout = SeriesLayout(scenarios: selection.scenarios.count, years: study.years, hasPayers: payers != nil)
  }

  /// Number of replicates that the draws fill, rounded up.
  public var replicateCount: Int { settings.replicates }

  /// Number of reported places, the country included.
  public var placeCount: Int { regions.count + (includesNational ? 1 : 0) }
}

extension Plan {
  /// Nil for the whole horizon.
  func calendarYear(of period: Period) -> Int? {
    switch period {
    case .year(let year): return firstYear + year
    case .total: return nil
    // That year with everything in place.
    case .end: return firstYear + years - 1
    }
  }
}
