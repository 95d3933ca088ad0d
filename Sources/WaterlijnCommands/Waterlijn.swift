import StudyFiles
import Terms

extension Waterlijn {
  /// The options that need no command.
  static let options: [CommandOption] = [.language, .help, .version]

  /// Runs the command given by the arguments.
  ///
  /// - Parameter arguments: the command line without the program's name.
  public static func main(arguments: [String], environment: CommandEnvironment) -> ExitStatus {
    // An error in the command line is reported in the language that the command line requests.
    var context = CommandContext(environment, requestedLanguage: language(askedForIn: arguments))
    var command: Command?
    do throws(UsageError) {
      return try run(arguments, &context, &command)
    } catch {
      context.say(error.text)
      // Help for a command that does not exist should show the list of commands.
      let name = command?.description.name
      context.say(HelpText.pointer(to: name == HelpCommand.name ? nil : name))
      return .wrongUsage
    }
  }

  private static func run(
    _ arguments: [String], _ context: inout CommandContext, _ command: inout Command?
  ) throws(UsageError) -> ExitStatus {
    guard let place = commandPlace(in: arguments) else {
      let parsed = try ParsedArguments(arguments, allowed: options)
      let resolved = try ResolvedArguments(parsed, options: options, operands: nil)
      if resolved.wantsVersion {
        return context.print("waterlijn \(version)\n")
      }
      guard resolved.wantsHelp else { throw .noCommand }
      return HelpCommand.show(nil, context)
    }
    let word = arguments[place]
    if Command.all.allSatisfy({ $0.description.name != word }),
      context.environment.files.kind(of: context.environment.path(word)) == .folder
    {
      throw .studyInsteadOfCommand(word)
    }
    let asked = try Command(named: word)
    command = asked
    let description = asked.description
    let parsed = try ParsedArguments(
      arguments[..<place] + arguments[(place + 1)...], allowed: description.options)
    let resolved = try ResolvedArguments(parsed, options: description.options, operands: description.operands)
    if resolved.wantsHelp { return HelpCommand.show(asked, context) }
    return try asked.run(resolved, &context)
  }

  /// Position of the command's name: the first argument that is neither an option nor the value of one.
  private static func commandPlace(in arguments: [String]) -> Int? {
    var place = 0
    while place < arguments.count {
      let argument = arguments[place]
      guard argument.hasPrefix("-") else { return place }
      let takesValue = Command.all.contains { command in
        command.description.options.contains { $0.flag == argument && $0.takesValue }
      }
      place += takesValue ? 2 : 1
    }
    return nil
  }

  private static func language(askedForIn arguments: [String]) -> Language? {
    let flag = CommandOption.language.flag
    for (place, argument) in arguments.enumerated() {
      let next = place + 1 < arguments.count ? arguments[place + 1] : nil
      let value =
        argument == flag ? next : argument.hasPrefix(flag + "=") ? String(argument.dropFirst(flag.count + 1)) : nil
      if let language = Language.allCases.first(where: { $0.id == value }) { return language }
    }
    return nil
  }

  /// The message of a process that was asked to stop.
  ///
  /// - Parameter hasChanged: whether the command had completed its work.
  public static func interruptedText(hasChanged: Bool, arguments: [String]) -> String {
    (hasChanged ? InterruptionText.late : InterruptionText.unchanged)(language(askedForIn: arguments) ?? .dutch)
  }

  /// The message on a name that is not written in UTF-8.
  ///
  /// - Parameter name: as far as it can be read; empty for the working directory.
  public static func unreadableText(_ name: String, arguments: [String]) -> String {
    let text =
      name.isEmpty
      ? Bilingual(
        nl: "De map waarin u werkt heeft een naam die niet in UTF-8 is geschreven. Geef haar een andere naam, of begin "
          + "in een andere map.",
        en: "The folder that you work in has a name that is not written in UTF-8. Give it another name, or start in "
          + "another folder.")
      : Bilingual(
        nl:
          "\"\(name)\" is niet in UTF-8 geschreven, en kan daarom niet worden gevonden. Geef de map of het bestand een "
          + "andere naam.",
        en: "\"\(name)\" is not written in UTF-8, and can therefore not be found. Give the folder or file another name."
      )
    return text(language(askedForIn: arguments) ?? .dutch).printable + "\n"
  }

  /// Whether a command may take so long that someone may want to stop it; others start faster without signal handling.
  public static func isLong(_ arguments: [String]) -> Bool {
    Command.all.contains { $0.isLong && arguments.contains($0.description.name) }
  }
}
