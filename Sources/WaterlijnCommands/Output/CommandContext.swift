import Analyses
import CostEngine
import StudyFiles
import Terms

/// What a command has at hand: the outside world and the language to speak.
struct CommandContext {
  let environment: CommandEnvironment
  private let requestedLanguage: Language?
  /// The one asked for on the command line, or else the study's, once it is read.
  private(set) var language: Language

  init(_ environment: CommandEnvironment, requestedLanguage: Language?) {
    self.environment = environment
    self.requestedLanguage = requestedLanguage
    language = requestedLanguage ?? .dutch
  }

  /// - Parameters:
  ///   - overrides: what takes the place of cells.
  ///   - keepsLedger: whether every cell that is asked for is wanted.
  mutating func readStudy(
    at path: String, overrides: [InputOverride] = [], keepsLedger: Bool = false
  ) -> StudyReading {
    let reading = environment.readStudy(environment.path(path), overrides, keepsLedger)
    language = requestedLanguage ?? reading.settings.language
    return reading
  }

  /// From here on speaks the language of a study that was read otherwise.
  mutating func adopt(_ reading: StudyReading) { language = requestedLanguage ?? reading.settings.language }

  /// A message in the language of the command.
  func say(_ text: Bilingual) { environment.error(text(language) + "\n") }

  /// Who does the work of an analysis.
  ///
  /// - Parameter threads: how many, as asked for; nil for as many as there can be.
  func workers(_ threads: Int?) -> Workers {
    let interruption = environment.interruption
    return Workers(environment.threads, count: threads ?? environment.processorCount) { interruption.isRequested }
  }

  /// Reads a study again and again, with other values in some of its cells.
  func reader(of folder: String) -> ([InputOverride]) -> StudyReading {
    let (read, path) = (environment.readStudy, environment.path(folder))
    return { read(path, $0, false) }
  }

  /// Does long work, and shows how far it is while it lasts.
  func showingProgress<Work, Failure: Error>(
    _ arguments: ResolvedArguments, _ work: (ProgressLine) throws(Failure) -> Work
  ) throws(Failure) -> Work {
    let line = ProgressLine(isShown: environment.errorIsTerminal && !arguments.isQuiet, language, environment)
    defer { line.finish() }
    return try work(line)
  }

  /// Writes what was asked for, and tells where that failed.
  func print(_ text: String) -> ExitStatus {
    switch environment.output(text) {
    case .written, .readerGone: return .success
    case .failed(let failure):
      say(failure.text)
      return .failure
    }
  }
}
