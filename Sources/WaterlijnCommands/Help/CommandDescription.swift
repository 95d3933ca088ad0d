import Terms

/// What a command says of itself: all that its help shows and all that it may be given.
struct CommandDescription: Sendable {
  /// The option as typed.
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
