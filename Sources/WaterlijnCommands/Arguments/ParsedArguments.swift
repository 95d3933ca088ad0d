import Terms

/// A command line split into operands, options and flags; values are not interpreted here.
struct ParsedArguments {
  private(set) var operands: [String] = []
  /// Of each option, by name, what followed it; an empty text where it takes no value.
  private var texts: [String: [String]] = [:]

  /// - Parameters:
  ///   - arguments: the command line without the program's and the command's name.
  ///   - allowed: the options of the command.
  init(_ arguments: some Collection<String>, allowed: [CommandOption]) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let option = try Self.option(parts[0], allowed: allowed)
      guard option.mayRepeat || texts(of: option).isEmpty else { throw .repeatedOption(option) }
      if !option.takesValue {
        guard parts.count == 1 else { throw .unexpectedValue(option) }
        texts[option.name] = [""]
        continue
      }
      let value: String
      if parts.count == 2 {
        value = parts[1]
      } else {
        guard let next = rest.first, !next.hasPrefix("--") else { throw .missingValue(option) }
        value = next
        rest = rest.dropFirst()
      }
      texts[option.name, default: []].append(value)
    }
  }

  /// What followed an option, each time that it was given; an empty text where it takes no value.
  func texts(of option: CommandOption) -> [String] { texts[option.name] ?? [] }

  private static func option(_ text: String, allowed: [CommandOption]) throws(UsageError) -> CommandOption {
    if text == "-h", allowed.contains(.help) { return .help }
    if let option = allowed.first(where: { $0.flag == text }) { return option }
    let nearest = Suggestion.nearest(to: text, among: allowed.map({ $0.flag }))
    throw .unknownOption(text, nearest: nearest)
  }
}
