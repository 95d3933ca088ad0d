import Terms

/// The description of a command: the content of its help, and the operands and options that it accepts.
struct CommandDescription: Sendable {
  /// The command as typed.
  let name: String
  let operands: Operands
  /// Summary in one line.
  let summary: Bilingual
  /// Explanation in paragraphs.
  let explanation: Bilingual
  /// Examples of command lines.
  var examples: [Bilingual] = []
  /// In the order of the help.
  let options: [CommandOption]
}
