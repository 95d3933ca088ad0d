import Terms

/// `waterlijn help [COMMAND]`
enum HelpCommand {
  static let name = "help"

  static let command = Command(
    CommandDescription(
      name: name,
      operands: Operands(placeholder: Bilingual(nl: "[OPDRACHT]", en: "[COMMAND]"), count: 0...1),
      summary: Bilingual(nl: "legt een opdracht uit", en: "explains a command"),
      explanation: Bilingual(
        nl: "Toont alle opdrachten, of de uitleg en opties van één opdracht.",
        en: "Shows all commands, or the explanation and options of one command."),
      options: [
        .language, .help,
      ]),
    isLong: false
  ) { arguments, context throws(UsageError) in
    guard let name = arguments.operands.first else { return show(nil, context) }
    return show(try Command(named: name), context)
  }

  /// - Parameter command: nil for all.
  static func show(_ command: Command?, _ context: CommandContext) -> ExitStatus {
    let help = HelpText(language: context.language)
    if let command { return context.print(help.details(of: command.description)) }
    return context.print(help.overview(Command.all.map { $0.description }, options: Waterlijn.options))
  }
}
