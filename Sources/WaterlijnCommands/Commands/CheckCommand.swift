import CostEngine
import Reports
import StudyFiles

/// `waterlijn check STUDY`
struct CheckCommand {
  var study: String

  init(_ arguments: ParsedArguments) throws(UsageError) { study = try arguments.study() }

  func run(_ context: inout CommandContext) -> ExitStatus {
    let reading = context.readStudy(at: study)
    let written = context.print(Self.report(reading, folder: study, language: context.language))
    guard written == .success else { return written }
    return reading.study == nil ? .invalidStudy : .success
  }

  /// What is wrong with a study, what was read and what deserves attention.
  static func report(_ reading: StudyReading, folder: String, language: Language) -> String {
    func findings(_ severity: Diagnostic.Severity) -> [CheckContent.Finding] {
      reading.diagnostics.filter { $0.severity == severity }.map { diagnostic in
        CheckContent.Finding(
          file: diagnostic.file, row: diagnostic.row, column: diagnostic.column, what: diagnostic.problem(language),
          remedy: diagnostic.remedy(language))
      }
    }
    return CheckReport.text(
      CheckContent(
        folder: folder, study: reading.study, problems: findings(.error), notices: findings(.notice),
        coverage: reading.coverage.map(RunContent.Coverage.init)),
      language: language)
  }
}

extension RunContent.Coverage {
  init(_ coverage: StudyReading.Coverage) { self.init(reported: coverage.reported, assumed: coverage.assumed) }
}
