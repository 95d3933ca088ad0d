import CostEngine
import Reports
import StudyFiles
import Terms

/// The program: a command line in, an exit status out.
public enum Waterlijn {
  public static let version = "0.1.0"

  /// Runs the command that the arguments ask for.
  ///
  /// - Parameter arguments: the command line without the program's name.
  public static func main(arguments: [String], environment: CommandEnvironment) -> ExitStatus {
    // A mistake in the command line is answered in the language that the line itself asks for.
    var context = CommandContext(environment, requestedLanguage: language(askedForIn: arguments))
    var command: CommandName?
    do throws(UsageError) {
      return try run(arguments, &context, &command)
    } catch {
      context.say(error.text)
      context.say(HelpText.pointer(to: command))
      return .wrongUsage
    }
  }

  private static func run(
    _ arguments: [String], _ context: inout CommandContext, _ command: inout CommandName?
  ) throws(UsageError) -> ExitStatus {
    guard let place = commandPlace(in: arguments) else {
      let parsed = try ParsedArguments(arguments, allowed: [.language, .help, .version])
      _ = try parsed.language()
      if parsed.flags.contains(.version) {
        return context.print("waterlijn \(version)\n")
      }
      guard parsed.flags.contains(.help) else { throw .noCommand }
      return HelpCommand(of: nil).run(context)
    }
    let word = arguments[place]
    if CommandName(rawValue: word) == nil, context.environment.files.kind(of: context.environment.path(word)) == .folder
    {
      throw .studyInsteadOfCommand(word)
    }
    let name = try CommandName(named: word)
    // Who asks for the help of a command that does not exist needs the list of them.
    command = name == .help ? nil : name
    let parsed = try ParsedArguments(arguments[..<place] + arguments[(place + 1)...], allowed: name.options)
    _ = try parsed.language()
    if parsed.flags.contains(.help) { return HelpCommand(of: name).run(context) }
    switch name {
    case .run: return try RunCommand(parsed).run(&context)
    case .report: return try ReportCommand(parsed).run(&context)
    case .check: return try CheckCommand(parsed).run(&context)
    case .explain: return try ExplainCommand(parsed).run(&context)
    case .benchmark: return try BenchmarkCommand(parsed).run(&context)
    case .compare: return try CompareCommand(parsed).run(&context)
    case .sensitivity: return try SensitivityCommand(parsed).run(&context)
    case .priority: return try PriorityCommand(parsed).run(&context)
    case .sweep: return try SweepCommand(parsed).run(&context)
    case .solve: return try SolveCommand(parsed).run(&context)
    case .help: return try HelpCommand(parsed).run(context)
    }
  }

  /// Where the command's name stands: the first argument that is neither an option nor the value of one.
  private static func commandPlace(in arguments: [String]) -> Int? {
    var place = 0
    while place < arguments.count {
      let argument = arguments[place]
      guard argument.hasPrefix("-") else { return place }
      let takesValue = OptionName.allCases.contains { $0.flag == argument && $0.takesValue }
      place += takesValue ? 2 : 1
    }
    return nil
  }

  private static func language(askedForIn arguments: [String]) -> Language? {
    let flag = OptionName.language.flag
    for (place, argument) in arguments.enumerated() {
      let next = place + 1 < arguments.count ? arguments[place + 1] : nil
      let value =
        argument == flag ? next : argument.hasPrefix(flag + "=") ? String(argument.dropFirst(flag.count + 1)) : nil
      switch value {
      case "nl": return .dutch
      case "en": return .english
      default: break
      }
    }
    return nil
  }

  static let interruptedText = Bilingual(
    nl: "Afgebroken; er is niets veranderd.", en: "Interrupted; nothing was changed.")
  private static let lateText = Bilingual(
    nl: "Afgebroken; alles was al geschreven.", en: "Interrupted; everything had been written already.")

  /// What a process says that was asked to stop.
  ///
  /// - Parameter hasChanged: whether the command had done what it was to do.
  public static func interruptedText(hasChanged: Bool, arguments: [String]) -> String {
    (hasChanged ? lateText : interruptedText)(language(askedForIn: arguments) ?? .dutch)
  }

  /// Whether a command takes so long that someone may want to stop it; others start faster without being stopped.
  public static func isLong(_ arguments: [String]) -> Bool {
    CommandName.allCases.contains { $0.isLong && arguments.contains($0.rawValue) }
  }
}
