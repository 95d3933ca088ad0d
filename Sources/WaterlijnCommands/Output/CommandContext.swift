import Analyses
import StudyFiles
import Terms

/// What a command can use: its environment and the language for its output.
struct CommandContext {
  let environment: CommandEnvironment
  private let requestedLanguage: Language?
  /// The language requested on the command line, otherwise that of the study once it is read.
  private(set) var language: Language

  init(_ environment: CommandEnvironment, requestedLanguage: Language?) {
    self.environment = environment
    self.requestedLanguage = requestedLanguage
    language = requestedLanguage ?? .dutch
  }

  /// - Parameter keepsLedger: whether to record every cell that the model uses.
  mutating func readStudy(at path: String, keepsLedger: Bool = false) -> StudyReading {
    let reading = environment.readStudy(environment.path(path), [], keepsLedger)
    adopt(reading)
    return reading
  }

  /// Switches to the language of a study that was read elsewhere.
  mutating func adopt(_ reading: StudyReading) { language = requestedLanguage ?? reading.settings.language }

  /// Writes a message in the language of the command.
  func say(_ text: Bilingual) { environment.error(text(language).printable + "\n") }

  /// The threads that do the work of an analysis.
  ///
  /// - Parameter threads: the requested number; nil for as many as possible.
  func workers(_ threads: Int?) -> Workers {
    let interruption = environment.interruption
    return Workers(
      environment.threads, count: threads ?? environment.processorCount, memory: environment.memory(),
      samples: environment.samples
    ) {
      interruption.isRequested
    }
  }

  /// A closure that reads a study repeatedly, with other values in some of its cells.
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

  /// Writes requested output, and reports failures.
  func print(_ text: String) -> ExitStatus {
    switch environment.output(text) {
    case .written, .readerGone: return .success
    case .failed(let failure):
      say(failure.text)
      return .failure
    }
  }
}
