import CostEngine
import Reports
import StudyFiles
import Terms

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
    func findings(_ severity: Diagnostic.Severity) -> [Diagnostic] {
      reading.diagnostics.filter { $0.severity == severity }
    }
    return CheckReport.text(
      CheckContent(
        folder: folder, study: reading.study, problems: findings(.error), notices: findings(.notice),
        coverage: reading.coverage),
      language: language)
  }
}
