import WaterlijnCommands

/// The program as a process: its streams, files, threads and signals around ``Waterlijn``.
public enum Program {
  /// Runs the command that this process was started with, and ends the process.
  ///
  /// - Parameter arguments: the command line without the program's name.
  public static func run(_ arguments: [String]) -> Never {
    let environment = CommandEnvironment.process()
    let signals =
      Waterlijn.isLong(arguments)
      ? SignalHandling.install(
        environment.interruption,
        message: { Waterlijn.interruptedText(hasChanged: $0, arguments: arguments) },
        isTerminal: environment.errorIsTerminal) : []
    let status = withExtendedLifetime(signals) { Waterlijn.main(arguments: arguments, environment: environment) }
    endProcess(status)
  }
}
