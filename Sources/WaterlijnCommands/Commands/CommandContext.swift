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

  /// For work of so many steps; nil where nobody sees it.
  func progressBar(total: Int, isQuiet: Bool) -> ProgressBar? {
    environment.errorIsTerminal && !isQuiet
      ? ProgressBar(total: total, language: language, sink: environment.error, now: environment.now) : nil
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
