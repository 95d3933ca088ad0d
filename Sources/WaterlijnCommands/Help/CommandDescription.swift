import Terms

/// What a command says of itself: all that its help shows and all that it may be given.
struct CommandDescription: Sendable {
  /// As it is typed.
  let name: String
  let operands: Operands
  /// One line.
  let summary: Bilingual
  /// Paragraphs.
  let explanation: Bilingual
  /// Command lines to learn from.
  var examples: [Bilingual] = []
  /// In the order of the help.
  let options: [CommandOption]
}
