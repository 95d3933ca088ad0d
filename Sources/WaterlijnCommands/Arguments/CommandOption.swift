import StudyFiles
import Terms

/// An option: how it is typed, what the help says of it and how its value is read.
///
/// Each is declared once, in CommandOption+Declarations.swift; a command lists those that it takes, and may word one in
/// its own way or read it in its own way there.
struct CommandOption: Sendable {
  /// Puts what a text means in its place among the arguments; the text is empty where the option takes no value.
  typealias Reader =
    @Sendable (_ text: String, _ option: CommandOption, _ arguments: inout ResolvedArguments) throws(UsageError) -> Void

  /// As it is typed, without the dashes.
  let name: String
  /// The placeholder for its value in a help text; nil if it has none.
  private(set) var placeholder: Bilingual?
  /// What it does, in a few words.
  private(set) var help: Bilingual
  /// Whether it may be given more than once.
  let mayRepeat: Bool
  /// Whether the command cannot do without it.
  private(set) var isRequired = false
  private(set) var read: Reader

  /// One that takes a value.
  init(
    _ name: String, _ placeholder: Bilingual, help: Bilingual, mayRepeat: Bool = false, read: @escaping Reader
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.mayRepeat = mayRepeat
    self.read = read
  }

  /// One that takes no value.
  init(_ name: String, help: Bilingual, isGiven: @escaping @Sendable (_ arguments: inout ResolvedArguments) -> Void) {
    self.name = name
    self.help = help
    mayRepeat = false
    read = { _, _, arguments in isGiven(&arguments) }
  }

  /// The option as typed.
  var flag: String { "--" + name }

  var takesValue: Bool { placeholder != nil }

  /// In a command's own words.
  ///
  /// - Parameter placeholder: nil for the usual one.
  func worded(_ placeholder: Bilingual? = nil, help: Bilingual) -> CommandOption {
    var option = self
    option.placeholder = placeholder ?? self.placeholder
    option.help = help
    return option
  }

  /// Of a command that cannot do without it.
  var required: CommandOption {
    var option = self
    option.isRequired = true
    return option
  }

  /// Of a command in which other values will do.
  func reading(_ read: @escaping Reader) -> CommandOption {
    var option = self
    option.read = read
    return option
  }
}

extension CommandOption: Equatable {
  /// Whatever a command makes of it, it is the same option.
  static func == (a: CommandOption, b: CommandOption) -> Bool { a.name == b.name }
}
