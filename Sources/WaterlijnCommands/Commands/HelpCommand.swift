import StudyFiles

/// `waterlijn help [COMMAND]`
struct HelpCommand {
  var command: CommandName?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    if arguments.operands.count > 1 { throw .tooManyOperands(arguments.operands[1]) }
    command = try arguments.operands.first.map { name throws(UsageError) in try CommandName(named: name) }
  }

  init(of command: CommandName?) { self.command = command }

  func run(_ context: CommandContext) -> ExitStatus {
    let help = HelpText(language: context.language)
    return context.print(command.map(help.details) ?? help.overview())
  }
}

extension CommandName {
  init(named name: String) throws(UsageError) {
    guard let command = CommandName(rawValue: name) else {
      let names = CommandName.allCases.map { $0.rawValue }
      throw .unknownCommand(name, nearest: Suggestion.nearest(to: name, among: names))
    }
    self = command
  }
}
