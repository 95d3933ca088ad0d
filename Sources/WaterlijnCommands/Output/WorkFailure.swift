import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// Why a command has no results although its command line is valid.
enum WorkFailure: Error {
  /// The user stopped it.
  case interrupted
  /// The user or the system stopped it, and what was done is kept.
  case paused(Bilingual)
  /// The work could not be done.
  case failed(Bilingual)
  /// The given study or results are invalid.
  case invalid(Bilingual)

  /// - Parameter folder: the study's folder, as the user wrote it.
  init(_ failure: ConcurrentSimulation.Failure, _ study: Study, folder: String) {
    switch failure {
    case .interrupted: self = .interrupted
    case .tooLittleMemory(let shortage): self = .failed(shortage.text)
    case .overflow(let overflow): self = .invalid(overflow.text(study, folder: folder))
    }
  }

  init(_ failure: VariedStudy.Failure, _ study: Study, folder: String) {
    switch failure {
    case .interrupted: self = .interrupted
    case .tooLittleMemory(let shortage): self = .failed(shortage.text)
    case .overflow(let overflow): self = .invalid(overflow.text(study, folder: folder))
    case .changedFiles:
      self = .failed(
        Bilingual(
          nl: "De bestanden van de studie zijn tijdens het rekenen veranderd; begin opnieuw.",
          en: "The files of the study were changed while it was computed; start again."))
    }
  }
}

extension CommandContext {
  /// Reports why there are no results, and returns the exit status.
  func tell(_ failure: WorkFailure) -> ExitStatus {
    switch failure {
    case .interrupted:
      say(InterruptionText.unchanged)
      return .interrupted
    case .paused(let text):
      say(text)
      return .interrupted
    case .failed(let text):
      say(text)
      return .failure
    case .invalid(let text):
      say(text)
      return .invalidStudy
    }
  }

  /// Reports the problems of a study that cannot be computed.
  ///
  /// - Parameter folder: the study's folder, as the user wrote it.
  func refuse(_ reading: StudyReading, folder: String) -> ExitStatus {
    environment.error(reading.checkText(folder: folder, language: language))
    return .invalidStudy
  }

  func tell(_ failure: ConcurrentSimulation.Failure, _ opened: OpenedStudy) -> ExitStatus {
    tell(WorkFailure(failure, opened.study, folder: opened.folder))
  }

  func tell(_ failure: VariedStudy.Failure, _ opened: OpenedStudy) -> ExitStatus {
    tell(WorkFailure(failure, opened.study, folder: opened.folder))
  }
}

extension StudyReading {
  /// The problems of a study, a summary of what was read, and the notices.
  ///
  /// - Parameters:
  ///   - folder: as the user wrote it.
  ///   - isStrict: whether open doubts are held against the study.
  func checkText(folder: String, language: Language, isStrict: Bool = false) -> String {
    func findings(_ severity: Diagnostic.Severity) -> [Diagnostic] { diagnostics.filter { $0.severity == severity } }
    return CheckReport.text(
      CheckContent(
        folder: folder, study: study, problems: findings(.error), notices: findings(.notice),
        doubts: findings(.doubt), explained: findings(.explained), isStrict: isStrict, coverage: coverage),
      language: language)
  }
}
