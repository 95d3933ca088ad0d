import StudyFiles

/// A command line, taken apart; what the values mean is not looked at here.
struct ParsedArguments {
  var operands: [String] = []
  var values: [OptionName: String] = [:]
  /// Of options that may be given more than once, every value.
  var lists: [OptionName: [String]] = [:]
  var flags: Set<OptionName> = []

  /// - Parameters:
  ///   - arguments: what follows the command's name.
  ///   - allowed: the options of the command.
  init(_ arguments: some Collection<String>, allowed: [OptionName]) throws(UsageError) {
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
      guard values[option] == nil, !flags.contains(option) else { throw .repeatedOption(option) }
      if !option.takesValue {
        guard parts.count == 1 else { throw .unexpectedValue(option) }
        flags.insert(option)
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
      if option.mayRepeat {
        lists[option, default: []].append(value)
      } else {
        values[option] = value
      }
    }
  }

  private static func option(_ text: String, allowed: [OptionName]) throws(UsageError) -> OptionName {
    if text == "-h", allowed.contains(.help) { return .help }
    if let option = allowed.first(where: { $0.flag == text }) { return option }
    let nearest = Suggestion.nearest(to: text, among: allowed.map({ $0.flag }))
    throw .unknownOption(text, nearest: nearest)
  }
}
