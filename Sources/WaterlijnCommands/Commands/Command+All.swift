extension Command {
  /// The commands, in the order of `waterlijn help`.
  static let all: [Command] = [
    RunCommand.command,
    ReportCommand.command,
    PageCommand.command,
    TemplateCommand.command,
    CollectCommand.command,
    ProgressCommand.command,
    VerifyCommand.command,
    MergeCommand.command,
    PartsCommand.command,
    CheckCommand.command,
    ExplainCommand.command,
    BenchmarkCommand.command,
    CompareCommand.command,
    SensitivityCommand.command,
    PriorityCommand.command,
    SweepCommand.command,
    SolveCommand.command,
    HelpCommand.command,
  ]
}
