import Terms

/// An error in a command line.
enum UsageError: Error {
  case noCommand
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case missingValue(CommandOption)
  case unexpectedValue(CommandOption)
  case repeatedOption(CommandOption)
  /// Options that the command requires.
  case missingOptions([CommandOption])
  /// Two results, each of some regions, without any region in common.
  case noCommonRegions([String], [String])
  /// An option that chooses among codes of the study.
  case missingChoice(CommandOption, known: [String])
  /// A study where a command should be.
  case studyInsteadOfCommand(String)
  /// A list of codes such as `A+` or `A++B`.
  case emptyCode(CommandOption, String)
  case missingStudy
  /// An option that only makes sense together with another one.
  case optionNeeds(CommandOption, CommandOption)
  /// An initial number of draws above the maximum.
  case drawsAboveMaximum
  case tooManyOperands(String)
  /// Two scenarios of a study are to be compared, but the option names another number of them.
  case needsTwoScenarios(String?, known: [String])
  /// Two studies that have no scenario code in common.
  case noCommonScenario([String], [String])
  /// A value and what was expected.
  case invalidValue(CommandOption, String, expected: Bilingual)
  /// A scenario or region that the study does not have.
  case unknownCode(CommandOption, String, nearest: String?, known: [String])
  /// The problem with the value of an option, as a complete message.
  case invalid(CommandOption, Bilingual)
  /// The means are requested, but this variable has none.
  case infiniteMean(String)

  var text: Bilingual {
    switch self {
    case .noCommand:
      return Bilingual(nl: "Er is geen opdracht gegeven.", en: "No command was given.")
    case .unknownCommand(let name, let nearest):
      return Bilingual(nl: "Onbekende opdracht \"\(name)\".", en: "Unknown command \"\(name)\".")
        .adding(Self.suggestion(nearest))
    case .unknownOption(let name, let nearest):
      return Bilingual(nl: "Onbekende optie \"\(name)\".", en: "Unknown option \"\(name)\".")
        .adding(Self.suggestion(nearest))
    case .missingValue(let option):
      return Bilingual(
        nl: "Achter \(option.flag) hoort een waarde te staan.", en: "A value should follow \(option.flag).")
    case .unexpectedValue(let option):
      return Bilingual(nl: "\(option.flag) heeft geen waarde.", en: "\(option.flag) takes no value.")
    case .repeatedOption(let option):
      return Bilingual(nl: "\(option.flag) staat er meer dan één keer.", en: "\(option.flag) is given more than once.")
    case .missingOptions(let options):
      let flags = options.map { $0.flag }
      let first = flags.dropLast().joined(separator: ", ")
      let last = flags.last ?? ""
      return Bilingual(
        nl: flags.count == 1 ? "\(last) ontbreekt." : "\(first) en \(last) ontbreken.",
        en: flags.count == 1 ? "\(last) is missing." : "\(first) and \(last) are missing.")
    case .noCommonRegions(let a, let b):
      let (a, b) = (a.joined(separator: ", "), b.joined(separator: ", "))
      return Bilingual(
        nl: "A en B hebben geen regio gemeen. A heeft: \(a). B heeft: \(b).",
        en: "A and B have no region in common. A has: \(a). B has: \(b).")
    case .missingChoice(let option, let known):
      let list = known.joined(separator: ", ")
      return Bilingual(
        nl: "\(option.flag) ontbreekt. De studie heeft: \(list).",
        en: "\(option.flag) is missing. The study has: \(list).")
    case .studyInsteadOfCommand(let folder):
      return Bilingual(
        nl: "\"\(folder)\" is een map, geen opdracht. Bedoelt u \"waterlijn run \(folder)\"?",
        en: "\"\(folder)\" is a folder, not a command. Did you mean \"waterlijn run \(folder)\"?")
    case .emptyCode(let option, let text):
      return Bilingual(
        nl: "\(option.flag): in \"\(text)\" ontbreekt een code bij een +.",
        en: "\(option.flag): in \"\(text)\" a code is missing next to a +.")
    case .optionNeeds(let option, let other):
      return Bilingual(
        nl: "\(option.flag) heeft alleen zin samen met \(other.flag).",
        en: "\(option.flag) means something only together with \(other.flag).")
    case .drawsAboveMaximum:
      return Bilingual(
        nl: "--draws is hoger dan --max-draws.", en: "--draws is higher than --max-draws.")
    case .missingStudy:
      return Bilingual(nl: "De map van de studie ontbreekt.", en: "The folder of the study is missing.")
    case .tooManyOperands(let text):
      return Bilingual(
        nl: "\"\(text)\" is te veel; een pad of code met spaties hoort tussen aanhalingstekens.",
        en: "\"\(text)\" is one too many; a path or code with blanks belongs between quotes.")
    case .needsTwoScenarios(let text, let known):
      let list = known.joined(separator: ", ")
      let found = text.map { " \"\($0)\"" } ?? ""
      return Bilingual(
        nl: "--scenario\(found): noem twee scenario's met een + ertussen, het tweede wordt met het eerste vergeleken. "
          + "De studie heeft: \(list).",
        en: "--scenario\(found): name two scenarios joined by +, the second is compared with the first. The study has: "
          + "\(list).")
    case .noCommonScenario(let a, let b):
      let (first, second) = (a.joined(separator: ", "), b.joined(separator: ", "))
      return Bilingual(
        nl: "De twee hebben geen scenario met dezelfde code: \(first) tegen \(second). Kies er twee met "
          + "--scenario a+b.",
        en: "The two have no scenario of the same code: \(first) against \(second). Choose two with --scenario a+b.")
    case .invalidValue(let option, let text, let expected):
      return Bilingual(
        nl: "\(option.flag): \"\(text)\" is geen \(expected.dutch).",
        en: "\(option.flag): \"\(text)\" is not \(expected.english).")
    case .unknownCode(let option, let code, let nearest, let known):
      let list = known.joined(separator: ", ")
      return Bilingual(
        nl: "\(option.flag): de studie kent \"\(code)\" niet.", en: "\(option.flag): the study has no \"\(code)\"."
      ).adding(nearest == nil ? Bilingual(nl: "Wel: \(list).", en: "It has: \(list).") : Self.suggestion(nearest))
    case .invalid(let option, let problem):
      return Bilingual(nl: "\(option.flag): \(problem.dutch)", en: "\(option.flag): \(problem.english)")
    case .infiniteMean(let variable):
      return Bilingual(
        nl: "De verwachtingswaarde van \(CellName.text(variable).dutch) is oneindig. Kies een trekking met --draw.",
        en: "The mean of \(variable) is infinite. Choose a draw with --draw.")
    }
  }

  private static func suggestion(_ nearest: String?) -> Bilingual? {
    nearest.map { Bilingual(nl: "Bedoelt u \"\($0)\"?", en: "Did you mean \"\($0)\"?") }
  }
}

extension Bilingual {
  /// This text followed by a blank and another text.
  fileprivate func adding(_ other: Bilingual?) -> Bilingual {
    guard let other else { return self }
    return Bilingual(nl: dutch + " " + other.dutch, en: english + " " + other.english)
  }
}
