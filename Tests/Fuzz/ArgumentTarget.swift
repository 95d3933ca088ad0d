import Analyses
import StudyFiles
import Terms
import WaterlijnCommands
import WaterlijnPage

/// Arguments, one on a line, beside the files of ``SmallStudy``.
///
/// Once a study has been read, whoever asked is gone: what takes long is not what is looked for here.
enum ArgumentTarget {
  private static let files =
    SmallStudy.files + SmallStudy.results.map { OutputFile(name: "uit/" + $0.name, bytes: $0.bytes) }

  static func run(_ bytes: [UInt8]) {
    let arguments = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0).text }
    let outcome = outcome(arguments)
    let line = arguments.joined(separator: " ")
    require([0, 1, 2, 3, 130].contains(outcome.status), "\(line) ended with \(outcome.status)")
    for text in [outcome.output, outcome.error] {
      require(String(validating: text, as: UTF8.self) != nil, "\(line) prints what is no text")
    }
    switch outcome.status {
    case 0: break
    case 130: require(outcome.files.isEmpty, "\(line) was ended, and wrote \(outcome.files.map { $0.name })")
    default:
      require(outcome.files.isEmpty, "\(line) failed, and wrote \(outcome.files.map { $0.name })")
      require(!outcome.error.isEmpty || !outcome.output.isEmpty, "\(line) failed, and does not say why")
    }
    if outcome.status == 2 { require(outcome.output.isEmpty, "\(line) is wrong, and prints") }
    if bytes.isChosen(oneIn: 8) { require(self.outcome(arguments) == outcome, "\(line) says something else") }
  }

  private static func outcome(_ arguments: [String]) -> PageAnswer {
    let threads = SingleThread()
    let files = MemoryFiles(Self.files, lock: threads.makeLock())
    let interruption = Interruption(lock: threads.makeLock())
    let output = Guarded<[UInt8]>([], threads.makeLock())
    let error = Guarded<[UInt8]>([], threads.makeLock())
    let status = Waterlijn.main(
      arguments: arguments,
      environment: CommandEnvironment(
        output: OutputSink { bytes in
          output.withLock { $0 += bytes }
          return .written
        },
        error: OutputSink { bytes in
          error.withLock { $0 += bytes }
          return .written
        },
        errorIsTerminal: false, currentDirectory: "", threads: threads, processorCount: 1, now: { 0 }, files: files,
        interruption: interruption,
        readStudy: { folder, overrides, keepsLedger in
          _ = interruption.request()
          if folder == "S", overrides.isEmpty { return SmallStudy.readings[keepsLedger ? 1 : 0] }
          return StudyReader.read(folder: folder, in: files, overrides: overrides, keepsLedger: keepsLedger)
        }))
    return PageAnswer(
      status: status.rawValue, output: output.withLock { $0 }, error: error.withLock { $0 }, files: files.written)
  }
}
