import CostEngine
import Terms

/// Builds a study from the files of a folder: reads the tables, checks the names, resolves what the model needs.
struct StudyBuilder {
  let folder: StudyFolder
  /// Paths of subfolders that are studies themselves.
  let studiesInside: [String]
  /// Values that replace those of cells.
  var overrides: [InputOverride] = []
  /// Whether to record every cell that the model uses.
  var keepsLedger = false
  /// Asks about figures of a study without errors that are probably not what was meant.
  var doubts:
    (
      _ tables: StudyTables, _ study: Study, _ observed: [EmpiricalColumns.Observed], _ provenance: [UInt8]
    ) -> [Diagnostic] = { _, _, _, _ in [] }

  func read() -> StudyReading {
    let diagnostics = DiagnosticCollector()
    let known = Set(TableID.allCases.map { $0.file })
    guard folder.fileNames.contains(where: { known.contains($0) }) else {
      diagnostics.error(notAStudy, file: "")
      return StudyReading(
        study: nil, diagnostics: diagnostics.sorted, settings: .init(), currentCells: [], copies: [], tables: [])
    }

    // A file of the study as its tables are: it goes where they go, and its hash is kept.
    if folder.fileNames.contains(StudyFolder.provenance) { _ = folder.contents(of: StudyFolder.provenance) }
    let empirical = EmpiricalColumns(folder: folder, diagnostics: diagnostics)
    let lookalikes = folder.unreadTables
    let (tables, written) = readTables(lookalikes, empirical, diagnostics)
    NameCheck(tables: tables, diagnostics: diagnostics).check()
    let overrides = InputOverrides(self.overrides)
    for override in self.overrides {
      guard let problem = override.problem else { continue }
      diagnostics.error(.impossibleOverride(problem), file: override.name.table.file, column: override.name.column)
    }
    OwnBounds(tables: tables, diagnostics: diagnostics).check()
    overrides.replaceVariables(in: tables[.variables])
    let shared = SharedVariables(tables: tables, diagnostics: diagnostics)
    shared.resolveReferences()
    let cells = CellResolver(
      tables: tables, diagnostics: diagnostics, overrides: overrides, ledger: keepsLedger ? InputLedger() : nil)
    let resolved = resolve(cells, shared, empirical)
    judge(lookalikes, diagnostics)
    var reading = StudyReading(
      study: diagnostics.hasErrors ? nil : resolved.study, diagnostics: diagnostics.sorted, settings: resolved.run,
      currentCells: diagnostics.hasErrors ? [] : resolved.currentCells, copies: folder.filesRead, tables: written)
    reading.head = resolved.head
    if !diagnostics.hasErrors {
      reading.ledger = cells.ledger
      reading.reserves = ReserveResolution(cells: cells).reserves()
    }
    return reading
  }

  private var notAStudy: CellProblem {
    if let lookalike = folder.unreadTables[.settings]?.first {
      return .missingFile(TableID.settings.description, lookalike: lookalike)
    }
    return .notAStudy(folder.name, studiesInside: studiesInside)
  }

  // MARK: Files

  private func readTables(
    _ lookalikes: [TableID?: [String]], _ empirical: EmpiricalColumns, _ diagnostics: DiagnosticCollector
  ) -> (StudyTables, [TableDocument]) {
    var tables: [Table] = []
    var written: [TableDocument] = []
    for id in TableID.allCases {
      let exists = folder.fileNames.contains(id.file)
      let isMissed = id.description.isRequired && !exists
      if isMissed {
        diagnostics.error(.missingFile(id.description, lookalike: lookalikes[id]?.first), file: id.file)
      }
      guard exists else {
        tables.append(Table(absent: id.description, isReliable: !isMissed))
        continue
      }
      let (table, asWritten) = readTable(id, empirical, diagnostics)
      tables.append(table)
      if let asWritten { written.append(asWritten) }
    }
    return (StudyTables(tables), written)
  }

  /// Notices of tables in the folder that are not read.
  private func judge(_ lookalikes: [TableID?: [String]], _ diagnostics: DiagnosticCollector) {
    for id in TableID.allCases {
      let exists = folder.fileNames.contains(id.file)
      // A missing table is reported together with the file that may have been meant.
      let isTold = id.description.isRequired && !exists
      for file in (lookalikes[id] ?? []).dropFirst(isTold ? 1 : 0) where !folder.wasAsked(file) {
        diagnostics.notice(.lookalike(file, of: id.file, tableExists: exists), file: file)
      }
    }
    for file in lookalikes[nil] ?? [] where !folder.wasAsked(file) { diagnostics.notice(.unreadTable, file: file) }
  }

  private func readTable(
    _ id: TableID, _ empirical: EmpiricalColumns, _ diagnostics: DiagnosticCollector
  ) -> (Table, TableDocument?) {
    let unreadable = Table(absent: id.description, isReliable: false)
    switch folder.contents(of: id.file) {
    case .success(let bytes):
      let (document, problems) = CSVReader.read(bytes, file: id.file)
      problems.forEach(diagnostics.add)
      guard let document else { return (unreadable, nil) }
      let parser = CellParser(dialect: document.dialect, empirical: empirical.values)
      return TableReader(
        description: id.description, document: document, cells: CellReader(parser: parser, diagnostics: diagnostics),
        diagnostics: diagnostics, isComplete: !problems.contains { $0.severity == .error }
      ).read()
    case .failure(.absent):
      diagnostics.error(.missingFile(id.description, lookalike: nil), file: id.file)
    case .failure(.outside):
      diagnostics.error(.fileOutsideStudy(id.file), file: id.file)
    case .failure(.tooLarge):
      diagnostics.add(CSVProblem.fileTooLarge.diagnostic(file: id.file))
    case .failure(.unreadable(let reason)):
      diagnostics.error(.unreadableFile(reason), file: id.file)
    }
    return (unreadable, nil)
  }

  // MARK: Study

  private func resolve(
    _ cells: CellResolver, _ shared: SharedVariables, _ empirical: EmpiricalColumns
  ) -> (study: Study, run: StudyReading.RunSettings, head: StudyHead, currentCells: [StudyReading.CurrentCell]) {
    let tables = cells.tables
    let diagnostics = cells.diagnostics
    for kind in [CodeKind.region, .scenario] where tables[kind].codes.isEmpty && tables[kind].isReliable {
      diagnostics.error(.noRows(kind), file: kind.definedIn.file)
    }
    let settings = SettingsResolution(cells: cells, folderName: folder.name).resolve()
    let functionTables = FunctionResolution(cells: cells)
    let provisionTables = ProvisionResolution(cells: cells)
    let regions = functionTables.regions()
    let functions = functionTables.functions()
    let provisions = provisionTables.provisions()

    let scenarioTables = ScenarioResolution(cells: cells, horizon: settings.horizon)
    var scenarios = scenarioTables.scenarios()
    let profiles = ProfileResolution(cells: cells).profiles(scenarioTables.profiles)
    let levels = LevelResolution(cells: cells)
    let norms = functionTables.norms(of: levels, applied: scenarioTables.levels, reference: settings.referenceLevel)
    let provisionNorms = provisionTables.norms(of: levels, applied: scenarioTables.levels)
    var currentCells: [StudyReading.CurrentCell] = []
    let current = functionTables.current(functions: functions, asked: &currentCells)
    let currentProvisions = provisionTables.current(asked: &currentCells)
    var oneOffs = provisionTables.oneOffs(of: scenarios, horizon: settings.horizon)
    let measures = usedMeasures(
      scenarioTables.regionsByMeasure, renumbering: &scenarios, &oneOffs,
      MeasureResolution(cells: cells, functions: functions, provisions: provisions, horizon: settings.horizon))
    let funding = FundingResolution(cells: cells, shared: shared, empirical: empirical, horizon: settings.horizon)
    let funds = funding.funds()
    let municipalKey = funding.municipalKey()

    cells.finish()
    let correlations = Correlations(cells: cells)
    correlations.apply()
    // If there are errors, codes that seem unused may be used by what is wrong.
    if !diagnostics.hasErrors {
      correlations.judge()
      OwnBounds(tables: tables, diagnostics: diagnostics).judge()
      let notices = StudyNotices(cells: cells)
      notices.independentLevels(levels, norms, provisionNorms, applied: scenarioTables.levels.sorted())
      notices.standby(functions: functions, norms: norms, applied: scenarioTables.levels)
      if let years = settings.growthYears, let current = settings.currentPrices {
        notices.unusedGrowth(used: current ? years : nil)
      }
      notices.copiedScenarios()
      notices.manyPairs()
      notices.unused(
        levels: Set(
          scenarioTables.levels.union([settings.referenceLevel].compactMap { $0 }).flatMap(levels.lineage)),
        profiles: scenarioTables.profiles, measures: Set(scenarioTables.regionsByMeasure.keys),
        variables: shared.used)
    }

    let study = Study(
      title: settings.title, firstYear: settings.firstYear ?? 0, years: settings.years ?? 1,
      priceYear: settings.priceYear ?? 0, currentPrices: settings.currentPrices ?? false,
      discountRate: settings.discountRate ?? .certain(0),
      wageGrowth: settings.wageGrowth.map { $0 ?? .certain(0) },
      priceGrowth: settings.priceGrowth.map { $0 ?? .certain(0) }, referenceLevel: settings.referenceLevel ?? 0,
      regions: regions, functions: functions, provisions: provisions, levels: tables[.level].codes, norms: norms,
      provisionNorms: provisionNorms, current: current, currentProvisions: currentProvisions, oneOffs: oneOffs,
      measures: measures, scenarios: scenarios, profiles: profiles, funds: funds,
      municipalKey: municipalKey, variables: cells.register.variables, products: cells.register.products,
      factors: correlations.factors, factorNames: correlations.factorNames, mainScenario: settings.mainScenario ?? 0)
    // What is put in the place of cells is judged by who asks for it.
    if !diagnostics.hasErrors, overrides.isEmpty {
      StudyNotices(cells: cells).unfinished(study, settings.run)
      let provenance = folder.filesRead.first { $0.name == StudyFolder.provenance }?.bytes ?? []
      doubts(tables, study, empirical.observed, provenance).forEach(diagnostics.add)
    }
    return (study, settings.run, settings.head, currentCells)
  }

  /// The measures that a scenario names, in the order of measures.csv; what refers to them is renumbered accordingly.
  private func usedMeasures(
    _ regions: [Int: Set<Int>], renumbering scenarios: inout [Scenario], _ oneOffs: inout [OneOff],
    _ measureTables: MeasureResolution
  ) -> [Measure] {
    let codes = measureTables.cells.tables[.measure].codes
    var measures: [Measure] = []
    var position: [Int: Int] = [:]
    for (index, code) in codes.enumerated() {
      guard let used = regions[index], let measure = measureTables.measure(code, usedIn: used) else { continue }
      position[index] = measures.count
      measures.append(measure)
    }
    for oneOff in oneOffs.indices { oneOffs[oneOff].measure = oneOffs[oneOff].measure.flatMap { position[$0] } }
    for scenario in scenarios.indices {
      scenarios[scenario].measures = scenarios[scenario].measures.compactMap { position[$0] }
      for region in scenarios[scenario].terms.indices {
        scenarios[scenario].terms[region].measures = scenarios[scenario].terms[region].measures.compactMap {
          position[$0]
        }
      }
    }
    return measures
  }
}
