import WaterlijnCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program as a process: its streams, files, threads and signals around ``Waterlijn``.
public enum Program {
  /// Runs the command that this process was started with, and ends the process.
  ///
  /// - Parameter arguments: the command line without the program's name.
  public static func run(_ arguments: [String]) -> Never {
    let environment = CommandEnvironment.process()
    if let name = unreadableName(arguments) {
      environment.error(Waterlijn.unreadableText(name, arguments: arguments))
      endProcess(.wrongUsage)
    }
    let signals =
      Waterlijn.isLong(arguments)
      ? SignalHandling.install(
        environment.interruption,
        message: { Waterlijn.interruptedText(hasChanged: $0, arguments: arguments) },
        isTerminal: environment.errorIsTerminal) : []
    let status = withExtendedLifetime(signals) { Waterlijn.main(arguments: arguments, environment: environment) }
    endProcess(status)
  }

  /// The first name on the command line, or that of the working directory (empty), that is not written in UTF-8; nil if
  /// all are. Such a name reads as another one: what was asked for would be sought, or written, elsewhere.
  private static func unreadableName(_ arguments: [String]) -> String? {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      if String(validatingCString: argument) == nil { return String(cString: argument) }
    }
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(validatingCString: folder) == nil ? "" : nil
  }
}
