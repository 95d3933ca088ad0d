import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// What a run writes and shows, whoever did its draws.
struct RunOutput {
  let reading: StudyReading
  let study: Study
  let results: Results
  let settings: SimulationSettings
  /// Nil if no precision was requested.
  let goal: PrecisionGoal?
  /// Which draws there are; nil if none are missing.
  let partial: PartialRun?
  let csvLocale: CSVLocale
  /// The results folder, as the user wrote it.
  let folder: String
  /// Who make the tables.
  let workers: Workers

  /// Writes the tables, the copies of the inputs and the workbook, and shows the overview.
  func finish(_ copies: InputCopies, _ places: OutputPlaces, isQuiet: Bool, _ context: CommandContext) -> ExitStatus {
    let files = ResultFiles(
      study: study, results: results, settings: settings, inputs: reading.files, csvLocale: csvLocale, goal: goal,
      partial: partial, version: Waterlijn.version, workers: workers)
    var content = RunContent(
      study: study, results: results, toolVersion: Waterlijn.version, sampler: settings.sampler,
      seed: settings.seed, populations: study.regions.map { study.mean(of: $0.population) },
      coverage: reading.coverage,
      notices: reading.diagnostics.count { $0.severity == .notice }, outputFolder: folder, goal: goal,
      completion: PhaseInCompletion(study, selection: results.selection, settings: settings),
      reserves: reading.reserves, head: reading.head, doubts: reading.doubts,
      examples: reading.examples, partial: partial)
    content.answers = AnswerProgress(study, given: reading)
    do throws(WorkFailure) {
      try places.write(
        copies.files + files.all, removing: copies.outdated(in: folder, context.environment),
        workbook: {
          RunWorkbook.bytes(
            content, assumptions: reading.writtenTables, inputs: reading.files, language: context.language)
        }, context)
    } catch {
      return context.tell(error)
    }
    if isQuiet { return .success }
    return context.print(
      ConsoleReport.text(content, language: context.language) + (places.workbook?.line(context.language) ?? "")
        + oldReport(context))
  }

  /// A remark that an older report is next to the new tables; empty if there is none.
  private func oldReport(_ context: CommandContext) -> String {
    let names = Language.allCases.flatMap { ReportFiles.usualNames($0) }
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
}
