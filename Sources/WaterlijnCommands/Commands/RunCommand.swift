import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn run STUDY`
struct RunCommand {
  /// Name of the results folder, in the study, where no other is asked for.
  static let defaultResultsFolder = "resultaten"

  var study: String
  var out: String?
  var workbook: WorkbookFile?
  var draws: Int?
  /// Share that the largest sampling error may be; nil where the number of draws is given.
  var tolerance: Double?
  var maximumDraws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  var scenarios: String?
  var regions: String?
  var csvLocale: CSVLocale
  var isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    out = arguments.values[.out]
    if out == "" { throw .missingValue(.out) }
    workbook = try WorkbookFile(arguments)
    draws = try arguments.draws()
    tolerance = try arguments.tolerance()
    maximumDraws = try arguments.maximumDraws()
    seed = try arguments.seed()
    sampler = try arguments.sampler()
    threads = try arguments.threads()
    scenarios = arguments.values[.scenario]
    regions = arguments.values[.region]
    csvLocale = try arguments.csvLocale() ?? .english
    isQuiet = arguments.flags.contains(.quiet)
  }

  /// The results folder in a study, as a user would write it.
  static func resultsFolder(in study: String) -> String {
    let folder = study.trimmingTrailingSlashes
    if folder == "." { return defaultResultsFolder }
    return folder + (folder == "/" ? "" : "/") + defaultResultsFolder
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let selection = try Selection(study, scenarios: scenarios, regions: regions)
    if let obstacle = try workbook?.obstacle(context) { return obstacle }
    let draws = draws ?? reading.settings.draws
    let sampler = sampler ?? reading.settings.sampler
    let goal = tolerance.map {
      PrecisionGoal(tolerance: $0, maximumDraws: maximumDraws ?? max(draws, PrecisionGoal.usualMaximumDraws))
    }
    let settings = SimulationSettings(
      draws: goal?.largest(sampler) ?? draws, seed: seed ?? reading.settings.seed, sampler: sampler)
    let folderName = out ?? Self.resultsFolder(in: self.study)
    do throws(Failure) {
      let folder = ResultsFolder(
        context.environment.path(folderName), files: context.environment.files,
        interruption: context.environment.interruption)
      if let obstacle = folder.obstacle() { throw .file(obstacle) }
      let plan = Plan(study, selection: selection, settings: settings)
      let results = try simulate(plan, goal: goal, from: draws, context)
      let files = ResultFiles(
        study: study, results: results, settings: settings, inputs: reading.files, csvLocale: csvLocale, goal: goal,
        version: Waterlijn.version)
      let content = RunContent(
        study: study, results: results, toolVersion: Waterlijn.version, sampler: settings.sampler,
        seed: settings.seed, populations: study.regions.map { study.mean(of: $0.population) },
        coverage: reading.coverage,
        notices: reading.diagnostics.count { $0.severity == .notice }, outputFolder: folderName, goal: goal)
      try write(files.all, to: folder, content, reading, context)
      if isQuiet { return .success }
      return context.print(
        ConsoleReport.text(content, language: context.language) + (workbook?.line(context.language) ?? "")
          + oldReport(in: folderName, context))
    } catch {
      switch error {
      case .interrupted:
        context.say(Waterlijn.interruptedText)
        return .interrupted
      case .overflow(let overflow):
        context.say(overflow.text(study, folder: self.study))
        return .invalidStudy
      case .file(let failure):
        context.say(failure.text)
        return .failure
      case .workbook(let failure):
        context.say(failure.text(.xlsx))
        return .failure
      }
    }
  }

  /// That a report of before stands beside the new tables; blank where there is none.
  private func oldReport(in folder: String, _ context: CommandContext) -> String {
    let names = [Language.dutch, .english].map { ReportFiles.usualName($0) }
    let path = folder.trimmingTrailingSlashes
    guard
      let name = names.first(where: {
        context.environment.files.kind(of: context.environment.path(path + "/" + $0)) == .file
      })
    else { return "" }
    return context.language(
      nl: "\nLet op: \(name) in \(path) is van een eerdere berekening. Maak het opnieuw met waterlijn report.\n",
      en: "\nNote: \(name) in \(path) is of an earlier computation. Make it anew with waterlijn report.\n")
  }

  /// Why there are no results.
  private enum Failure: Error {
    case interrupted
    case overflow(AmountOverflow)
    case file(FileFailure)
    case workbook(FileFailure)
  }

  /// - Parameter draws: to begin with, where there is a goal; without one the plan's draws are taken.
  private func simulate(
    _ plan: Plan, goal: PrecisionGoal?, from draws: Int, _ context: CommandContext
  ) throws(Failure) -> Results {
    let simulation = ConcurrentSimulation(plan, workers: context.workers(threads))
    let line = context.progress(isQuiet: isQuiet)
    defer { line.finish() }
    let progress = line.begin(plan.replicateCount)
    do throws(ConcurrentSimulation.Failure) {
      guard let goal else { return try simulation.results(progress: progress) }
      return try simulation.results(
        within: goal, from: draws, begin: { line.bar?.begin(round: $0, total: $1) }, progress: progress)
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow): throw .overflow(overflow)
      }
    }
  }

  /// Writes the results folder and the workbook, both or neither.
  private func write(
    _ files: [OutputFile], to folder: ResultsFolder, _ content: RunContent, _ reading: StudyReading,
    _ context: CommandContext
  ) throws(Failure) {
    let bytes = workbook.map { _ in
      RunWorkbook.bytes(
        content, assumptions: reading.writtenTables,
        inputs: reading.files,
        language: context.language)
    }
    var isOfWorkbook = false
    do throws(ResultsFolder.Failure) {
      try folder.write(files) { () throws(ResultsFolder.Failure) in
        guard let workbook, let bytes else { return }
        isOfWorkbook = true
        try workbook.write(bytes, context)
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .file(let failure): throw isOfWorkbook ? .workbook(failure) : .file(failure)
      }
    }
  }
}

extension CommandContext {
  /// Tells what is wrong with a study that cannot be computed.
  func refuse(_ reading: StudyReading, folder: String) -> ExitStatus {
    environment.error(CheckCommand.report(reading, folder: folder, language: language))
    return .invalidStudy
  }
}
