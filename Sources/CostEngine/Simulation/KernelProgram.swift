/// The lists of a plan in a form that the kernels can access without array checks: one copy per thread.
struct KernelProgram {
  let variables: UnsafeBufferPointer<SampledVariable>
  let variableColumns: UnsafePointer<Plan.Column>
  let loadings: UnsafeBufferPointer<FactorLoading>
  let quantiles: UnsafeBufferPointer<CompiledQuantile>
  let functions: UnsafePointer<Plan.FunctionPlan>
  let functionTerms: UnsafePointer<Plan.FunctionTerms>
  let provisions: UnsafePointer<Plan.ProvisionPlan>
  let provisionTerms: UnsafePointer<Plan.ProvisionTerms>
  let factorRows: UnsafePointer<Plan.FactorRow>
  let factors: UnsafePointer<Plan.Factor>
  let regionOneOffs: UnsafePointer<Plan.RegionOneOff>
  let regionMeasures: UnsafePointer<Plan.RegionMeasure>
  let measures: UnsafePointer<Plan.MeasurePlan>
  let oneOffs: UnsafeBufferPointer<Plan.OneOffPlan>
  let positions: UnsafePointer<Int>
  let regions: UnsafePointer<Plan.RegionPlan>
  let fundingRates: UnsafePointer<Plan.YearColumns>
  let payerRates: UnsafeBufferPointer<Plan.PayerRate>
  /// Whether the plan computes who pays.
  let hasPayers: Bool
  /// Raw values of the lines of each scenario, and the position at which each scenario's lines begin, with one more
  /// entry for the end.
  let lines: UnsafePointer<Int>
  let firstLine: UnsafePointer<Int>

  let scenarios: Int
  let years: Int
  /// The years, and after them the end state.
  let slots: Int
  let firstYear: Int
  let wageIndex, priceIndex, discountFactors: Plan.YearColumns

  init(_ plan: Plan) {
    variables = UnsafeBufferPointer(start: KernelProgram.copy(plan.variables), count: plan.variables.count)
    variableColumns = KernelProgram.copy(plan.variableColumns)
    loadings = UnsafeBufferPointer(start: KernelProgram.copy(plan.loadings), count: plan.loadings.count)
    quantiles = UnsafeBufferPointer(start: KernelProgram.copy(plan.quantiles), count: plan.quantiles.count)
    functions = KernelProgram.copy(plan.functions)
    functionTerms = KernelProgram.copy(plan.functionTerms)
    provisions = KernelProgram.copy(plan.provisions)
    provisionTerms = KernelProgram.copy(plan.provisionTerms)
    factorRows = KernelProgram.copy(plan.factorRows)
    factors = KernelProgram.copy(plan.factors)
    regionOneOffs = KernelProgram.copy(plan.regionOneOffs)
    regionMeasures = KernelProgram.copy(plan.regionMeasures)
    measures = KernelProgram.copy(plan.measures)
    oneOffs = UnsafeBufferPointer(start: KernelProgram.copy(plan.oneOffs), count: plan.oneOffs.count)
    positions = KernelProgram.copy(plan.positions)
    regions = KernelProgram.copy(plan.regions)
    fundingRates = KernelProgram.copy(plan.fundingRates)
    let rates = plan.payers?.rates ?? []
    payerRates = UnsafeBufferPointer(start: KernelProgram.copy(rates), count: rates.count)
    hasPayers = plan.payers != nil
    var all: [Int] = []
    var first = [0]
    for lines in plan.lines {
      for line in lines { all.append(line.rawValue) }
      first.append(all.count)
    }
    lines = KernelProgram.copy(all)
    firstLine = KernelProgram.copy(first)
    scenarios = plan.selection.scenarios.count
    years = plan.years
    slots = plan.years + 1
    firstYear = plan.firstYear
    (wageIndex, priceIndex, discountFactors) = (plan.wageIndex, plan.priceIndex, plan.discountFactors)
  }

  func deallocate() {
    variables.baseAddress?.deallocate()
    variableColumns.deallocate()
    loadings.baseAddress?.deallocate()
    if let first = UnsafeMutablePointer(mutating: quantiles.baseAddress) {
      // These are the only ones that own anything.
      first.deinitialize(count: quantiles.count)
      first.deallocate()
    }
    functions.deallocate()
    functionTerms.deallocate()
    provisions.deallocate()
    provisionTerms.deallocate()
    factorRows.deallocate()
    factors.deallocate()
    regionOneOffs.deallocate()
    regionMeasures.deallocate()
    measures.deallocate()
    oneOffs.baseAddress?.deallocate()
    positions.deallocate()
    regions.deallocate()
    fundingRates.deallocate()
    payerRates.baseAddress?.deallocate()
    lines.deallocate()
    firstLine.deallocate()
  }

  private static func copy<Element>(_ list: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, list.count))
    for index in list.indices { (copy + index).initialize(to: list[index]) }
    return UnsafePointer(copy)
  }
}
