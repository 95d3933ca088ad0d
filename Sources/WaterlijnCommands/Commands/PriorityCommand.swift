import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn priority STUDY`
struct PriorityCommand {
  static let fileName = "priority.csv"
  static let cellsFileName = "priority-cells.csv"

  var study: String
  var scenario: String?
  var among: String?
  var regions: String?
  var options: AnalysisOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    among = arguments.values[.among]
    regions = arguments.values[.region]
    options = try AnalysisOptions(arguments, fewestDraws: SensitivityCommand.fewestDraws)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try self.scenario.map { text throws(UsageError) in
      try Selection.index(.scenario, text, in: study.scenarios.map { $0.code })
    }
    let chosen = scenario ?? 0
    let among = try Self.among(self.among, study, scenario: chosen)
    let shown = try regions == nil ? [] : Selection(study, scenarios: nil, regions: regions).regions
    let settings = options.settings(reading)
    let selection = Selection(
      scenarios: Set(among + [chosen]).sorted(), regions: Array(study.regions.indices))
    try settings.check(mostDraws: PriorityAnalysis.mostDraws(study, among: among.count))
    if let obstacle = options.obstacle(context) { return obstacle }
    let plan = Plan(study, selection: selection, settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      let progress = context.progress(isQuiet: options.isQuiet)
      defer { progress.finish() }
      let content = try PriorityAnalysis.content(
        study, plan, scenario: chosen, among: among, reading.currentCells, workers: context.workers(options.threads),
        begin: progress.begin)
      progress.finish()
      return context.finish(
        options.isQuiet ? nil : PriorityReport.text(content, regions: shown, language: context.language),
        files: [
          .init(name: Self.fileName, bytes: content.csv(locale: options.csvLocale)),
          .init(name: Self.cellsFileName, bytes: content.cellsCSV(locale: options.csvLocale)),
        ], out: options.out)
    } catch {
      return context.tell(error, study, folder: self.study)
    }
  }

  /// The scenarios that are chosen among: those that were named, or all that reach the same level in every region, with
  /// the same bandwidth below it.
  private static func among(_ text: String?, _ study: Study, scenario: Int) throws(UsageError) -> [Int] {
    if let text {
      return try Selection.indices(.among, text, in: study.scenarios.map { $0.code })
    }
    return study.scenarios.indices.filter { other in
      zip(study.scenarios[other].terms, study.scenarios[scenario].terms).allSatisfy {
        $0.level == $1.level && $0.bandwidth == $1.bandwidth
      }
    }
  }
}
