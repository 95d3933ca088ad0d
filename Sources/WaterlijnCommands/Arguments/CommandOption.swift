import Terms

/// An option: its name, its help text and how its value is read.
///
/// Each option is declared once, in CommandOption+Declarations.swift. A command lists the options that it accepts, and
/// may use an option with another help text or another way of reading its value.
struct CommandOption: Sendable {
  /// Reads the text of an option's value, empty if the option takes no value, and stores its meaning in the arguments.
  typealias Reader =
    @Sendable (_ text: String, _ option: CommandOption, _ arguments: inout ResolvedArguments) throws(UsageError) -> Void

  /// The option as typed, without the dashes.
  let name: String
  /// The placeholder for its value in a help text; nil if it has none.
  private(set) var placeholder: Bilingual?
  /// The effect of the option, in a few words.
  private(set) var help: Bilingual
  /// Whether it may be given more than once.
  let mayRepeat: Bool
  /// Whether the command requires it.
  private(set) var isRequired = false
  private(set) var read: Reader

  /// An option that takes a value.
  init(
    _ name: String, _ placeholder: Bilingual, help: Bilingual, mayRepeat: Bool = false, read: @escaping Reader
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.mayRepeat = mayRepeat
    self.read = read
  }

  /// An option that takes no value.
  init(_ name: String, help: Bilingual, isGiven: @escaping @Sendable (_ arguments: inout ResolvedArguments) -> Void) {
    self.name = name
    self.help = help
    mayRepeat = false
    read = { _, _, arguments in isGiven(&arguments) }
  }

  /// The option as typed.
  var flag: String { "--" + name }

  var takesValue: Bool { placeholder != nil }

  /// The option with a command's own help text.
  ///
  /// - Parameter placeholder: nil for the usual one.
  func worded(_ placeholder: Bilingual? = nil, help: Bilingual) -> CommandOption {
    var option = self
    option.placeholder = placeholder ?? self.placeholder
    option.help = help
    return option
  }

  /// The option for a command that requires it.
  var required: CommandOption {
    var option = self
    option.isRequired = true
    return option
  }

  /// The option for a command that accepts other values.
  func reading(_ read: @escaping Reader) -> CommandOption {
    var option = self
    option.read = read
    return option
  }
}

extension CommandOption: Equatable {
  /// Options with the same name are equal, even if a command changes their help text or the values that they accept.
  static func == (a: CommandOption, b: CommandOption) -> Bool { a.name == b.name }
}
