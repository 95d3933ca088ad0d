import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sensitivity STUDY --scenario S`
struct SensitivityCommand {
  static let fileName = "sensitivity.csv"
  static let inputsFileName = "sensitivity-inputs.csv"
  /// A standard error takes two replicates.
  static let fewestDraws = 2 * RandomStream.drawsPerReplicate

  var study: String
  var scenario: String?
  var region: String?
  var quantity: ReportedQuantity
  var grouping: SensitivityContent.Grouping
  var options: AnalysisOptions
  var workbook: WorkbookFile?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    region = arguments.values[.region]
    quantity =
      try arguments.values[.quantity].map { text throws(UsageError) in
        let quantity = try QuantityNames.read(text, .quantity)
        guard SensitivityPlan.quantities.contains(quantity) else {
          throw .invalidValue(
            .quantity, text,
            expected: Bilingual(
              nl: "bedrag dat hier kan; kies uit meerkosten, netto, structureel en incidenteel",
              en: "an amount that will do here; choose from delta, net, structural and incidental"))
        }
        return quantity
      } ?? .delta
    grouping =
      try arguments.value(
        .by, among: SensitivityContent.Grouping.allCases.map { ($0.rawValue, $0) },
        expected: Bilingual(
          nl: "indeling; het is variable, column, function of region",
          en: "a grouping; it is variable, column, function or region")) ?? .column
    options = try AnalysisOptions(arguments, fewestDraws: Self.fewestDraws)
    workbook = try WorkbookFile(arguments)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try Selection.only(.scenario, self.scenario, in: study.scenarios.map { $0.code })
    let place = try region.map { text throws(UsageError) in
      try Selection.index(.region, text, in: study.regions.map { $0.code } + [ResultsCSV.nationalCode])
    }
    let region = place.flatMap { $0 < study.regions.count ? $0 : nil }
    var settings = options.settings(reading)
    if let obstacle = options.obstacle(context) { return obstacle }
    if let obstacle = try workbook?.obstacle(context) { return obstacle }
    let used = Plan(
      study, selection: Selection(scenarios: [scenario], regions: region.map { [$0] } ?? Array(study.regions.indices)),
      settings: settings
    ).usedVariables.sorted()
    var groups: [(group: InputGroup, labels: [String])] = []
    for tied in InputGroup.grouped(used, of: study, by: { groupID(study.variables[$0].name) }) {
      groups.append(tied)
      groups += tied.group.factors.map { (InputGroup.factor($0, of: study), []) }
    }
    let sensitivity = SensitivityPlan(
      study, scenario: scenario, region: region, quantity: quantity, settings: settings, groups: groups.map { $0.group }
    )
    let isResampled = settings.sampler == .sobol
    settings = sensitivity.plan.settings

    guard let replicates = evaluate(sensitivity, context) else {
      context.say(Waterlijn.interruptedText)
      return .interrupted
    }
    guard replicates.allSatisfy({ $0.isCounted }) else {
      let overflow = sensitivity.overflow
      context.say(overflow.text(study, folder: self.study))
      return .invalidStudy
    }
    guard let ranks = rankCorrelations(replicates.flatMap({ $0.amounts }), sensitivity.plan, context) else {
      context.say(Waterlijn.interruptedText)
      return .interrupted
    }
    var rankOfVariable: [Int: Double] = [:]
    for (variable, rank) in zip(sensitivity.plan.usedVariables, ranks) { rankOfVariable[variable] = rank }
    let result = sensitivity.result(of: replicates)
    let rows = groups.enumerated().map { index, group in
      let factors = group.group.factors.map { study.factors[$0] }
      return SensitivityContent.Row(
        label: label(group.group, group.labels, factors: factors, study, context.language),
        id: group.group.isFactorAlone
          ? "factor[\(factors[0])]" : factors.isEmpty ? group.labels[0] : "factors[\(factors.joined(separator: "+"))]",
        parts: group.labels.map { label($0, study, context.language) }, factors: factors,
        isPart: group.group.isFactorAlone,
        inputs: group.group.isFactorAlone
          ? []
          : group.group.variables.map {
            SensitivityContent.Input(name: study.variables[$0].name, rankCorrelation: rankOfVariable[$0])
          }, result: result.groups[index])
    }
    let content = SensitivityContent(
      study: study, scenario: scenario, region: region, quantity: quantity, grouping: grouping, settings: settings,
      isResampled: isResampled, result: result, rows: rows)
    return context.finish(
      options.isQuiet ? nil : SensitivityReport.text(content, language: context.language),
      files: [
        .init(name: Self.fileName, bytes: content.csv(locale: options.csvLocale)),
        .init(name: Self.inputsFileName, bytes: content.inputsCSV(locale: options.csvLocale)),
      ], out: options.out, workbook: workbook,
      bytes: SensitivityWorkbook.bytes(
        content, inputs: reading.files, toolVersion: Waterlijn.version,
        language: context.language))
  }

  // MARK: Groups

  /// What a variable is put together with others by.
  private func groupID(_ name: String) -> String {
    guard let input = InputName(name) else { return name }
    switch grouping {
    case .variable: return name
    case .column: return input.inAllRegions.text
    case .function: return input.item ?? ""
    case .region: return input.region ?? ""
    }
  }

  private func label(
    _ group: InputGroup, _ ids: [String], factors: [String], _ study: Study, _ language: Language
  ) -> String {
    if group.isFactorAlone { return language(nl: "factor \(factors[0])", en: "factor \(factors[0])") }
    if ids.count == 1 { return label(ids[0], study, language) }
    if factors.count == 1 { return language(nl: "alles met \(factors[0])", en: "all with \(factors[0])") }
    return language(nl: "alles met \(factors.count) factoren", en: "all with \(factors.count) factors")
  }

  private func label(_ id: String, _ study: Study, _ language: Language) -> String {
    switch grouping {
    case .variable, .column: return InputName(id)?.label(language) ?? id
    case .function:
      if id.isEmpty { return language(nl: "niet per functie", en: "not by function") }
      return study.functions.first { $0.code == id }?.name ?? study.provisions.first { $0.code == id }?.name ?? id
    case .region:
      if id.isEmpty { return language(nl: "voor alle regio's gelijk", en: "the same for all regions") }
      return study.regions.first { $0.code == id }?.name ?? id
    }
  }

  // MARK: Work

  private func evaluate(_ sensitivity: SensitivityPlan, _ context: CommandContext) -> [PickFreezeReplicate]? {
    let bar = context.progressBar(total: sensitivity.plan.replicateCount, isQuiet: options.isQuiet)
    defer { bar?.finish() }
    let interruption = context.environment.interruption
    return ConcurrentWork.results(
      sensitivity.plan.replicateCount, threads: options.threads ?? context.environment.processorCount,
      interruption: interruption, progress: { bar?.update(done: $0) }, worker: { PickFreeze(sensitivity) },
      result: { worker, replicate in worker.evaluate(replicate: replicate) { interruption.isRequested } })
  }

  /// Of each variable of the plan with the amount.
  private func rankCorrelations(_ amounts: [Double], _ plan: Plan, _ context: CommandContext) -> [Double?]? {
    let ranks = amounts.withUnsafeBufferPointer(RankCorrelation.ranks)
    return ConcurrentWork.results(
      plan.usedVariables.count, threads: options.threads ?? context.environment.processorCount,
      interruption: context.environment.interruption, progress: { _ in }, worker: { VariableDraws(plan) },
      result: { draws, variable in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: amounts.count) { column -> Double?? in
          draws.write(variable, into: column.baseAddress!)
          return .some(RankCorrelation.correlation(RankCorrelation.ranks(UnsafeBufferPointer(column)), ranks))
        }
      })
  }
}
