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

  struct FunctionPlan: Sendable {
    var per: UnitBasis
    var hourlyCost, coursePrice, examPrice, standbyFee: Column
  }

  struct NormPlan: Sendable {
    var positions, personsPerPosition, initialHours, annualHours, certified, recertifyYears: Column
  }

  struct StaffingPlan: Sendable {
    /// Persons, or their share of the reference need.
    var persons: Column
    var personsIsShare: Bool
    var standbyPositions, turnover, certified, initialHours, annualHours: Column
  }

  struct ProvisionPlan: Sendable {
    var per: UnitBasis
    var unitCost: Column
    var index: PriceIndex
  }

  struct OneOffPlan: Sendable {
    var per: UnitBasis
    var amount, from, until: Column
    var index: PriceIndex
    /// Scenario positions.
    var scenarios: [Int]
  }

  struct MeasurePlan: Sendable {
    /// Whether a selected scenario uses it.
    var isUsed: Bool
    var per: UnitBasis
    var from, rampYears, oneOff, annual, adoption: Column
    var psi: YearColumns
  }

  /// What measures do to one driver of one item.
  struct EffectPlan: Sendable {
    var driver: Driver
    /// Measures and the columns of their factors.
    var factors: [(measure: Int, factor: Column)]
  }

  /// The measures that a scenario uses in a region, with what they do together.
  struct MeasureSet: Sendable {
    /// Indices in ``measures``, ascending.
    var measures: [Int]
    /// By function.
    var functionEffects: [[EffectPlan]]
    /// By provision.
    var provisionEffects: [[EffectPlan]]
  }

  struct TermsPlan: Sendable {
    var level: Int
    /// Index in ``phaseIns``.
    var phaseIn: Int
    var bandwidth, release: Column
    /// Index in ``measureSets``.
    var measureSet: Int
  }

  struct RegionPlan: Sendable {
    var population, municipalities: Column
    var staffing: [StaffingPlan]
    var provisions: [Column]
    /// Columns of `measures.in_force`, by measure.
    var inForce: [Column]
    /// For each selected scenario.
    var terms: [TermsPlan]
    /// The region's own value of each funding key.
    var fundingKeys: [Column]
  }

  struct FundPlan: Sendable {
    /// For each year what is in force, if anything.
    var years: [(amount: Column, share: Column, key: Int)?]
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

  let referenceLevel: Int
  let functions: [FunctionPlan]
  let norms: [[NormPlan]]
  let provisions: [ProvisionPlan]
  let provisionNorms: [[Column]]
  let oneOffs: [OneOffPlan]
  let measures: [MeasurePlan]
  let measureSets: [MeasureSet]
  let phaseIns: [PhaseInPlan]
  /// For each funding key its column for every region of the study.
  let fundingKeys: [[Column]]
  let funds: [FundPlan]
  /// For each funding key the money of each year, a unit of the key.
  let fundingRates: [YearColumns]
  /// The selected regions.
  let regions: [RegionPlan]

  let factors: [RandomStream]
  /// The variables that the selection uses, and their columns.
  let variables: [SampledVariable]
  let variableColumns: [Column]
  /// Indices in ``variables`` of those that more than one region uses, or none.
  let sharedVariables: [Int]
  /// For each selected region the variables that only it uses.
  let regionVariables: [[Int]]
  let quantiles: [CompiledQuantile]
  let normal = NormalScores()
  /// The certain values and their columns.
  let constants: [(column: Column, value: Double)]
  let columnCount: Int
  let layout: SeriesLayout

  /// Compiles a study.
  ///
  /// - Parameter selection: the scenarios and regions to compute; funding keys count all regions whatever is selected.
  public init(_ study: Study, selection: Selection, settings: SimulationSettings) {
    precondition(settings.draws >= 1 && settings.draws <= SimulationSettings.maximumDraws)
    precondition(!selection.scenarios.isEmpty && !selection.regions.isEmpty)
    var compiler = PlanCompiler(study, selection: selection, seed: settings.seed)
    self.settings = settings
    self.selection = selection
    includesNational = selection.regions.count == study.regions.count
    firstYear = study.firstYear
    years = study.years
    priceYear = study.priceYear
    wageGrowth = study.currentPrices ? study.wageGrowth.map { compiler.column($0) } : []
    priceGrowth = study.currentPrices ? study.priceGrowth.map { compiler.column($0) } : []
    discountRate = compiler.column(study.discountRate)
    wageIndex = compiler.yearColumns()
    priceIndex = compiler.yearColumns()
    discountFactors = compiler.yearColumns()
    referenceLevel = study.referenceLevel
    functions = compiler.functions()
    norms = compiler.norms()
    provisions = compiler.provisions()
    provisionNorms = compiler.provisionNorms()
    oneOffs = compiler.oneOffs()
    measures = compiler.measures()
    (fundingKeys, funds) = compiler.funding()
    fundingRates = fundingKeys.map { _ in compiler.yearColumns() }
    regions = compiler.regions(fundingKeys: fundingKeys)
    measureSets = compiler.measureSets
    phaseIns = compiler.phaseIns
    factors = study.factors.map { RandomStream(name: "factors[" + $0 + "]", seed: settings.seed) }
    variables = compiler.variables
    variableColumns = compiler.variableColumns
    var shared: [Int] = []
    var local = [[Int]](repeating: [], count: selection.regions.count)
    for (variable, user) in compiler.variableUsers.enumerated() {
      if let user { local[user].append(variable) } else { shared.append(variable) }
    }
    sharedVariables = shared
    regionVariables = local
    quantiles = compiler.catalogue.compiled()
    constants = compiler.constants
    columnCount = compiler.columnCount
    layout = SeriesLayout(
      scenarios: selection.scenarios.count,
      regions: selection.regions.count + (includesNational ? 1 : 0), years: study.years)
  }

  /// Number of replicates that make up the draws: the units of work.
  public var replicateCount: Int {
    (settings.draws + RandomStream.drawsPerReplicate - 1) / RandomStream.drawsPerReplicate
  }
}
