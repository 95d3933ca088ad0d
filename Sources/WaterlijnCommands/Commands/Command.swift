import StudyFiles
import Terms

/// A command: its description and how it runs.
struct Command: Sendable {
  typealias Run =
    @Sendable (_ arguments: ResolvedArguments, _ context: inout CommandContext) throws(UsageError) -> ExitStatus

  let description: CommandDescription
  /// Whether it can take so long that someone may want to stop it.
  let isLong: Bool
  let run: Run

  init(_ description: CommandDescription, isLong: Bool, run: @escaping Run) {
    self.description = description
    self.isLong = isLong
    self.run = run
  }

  /// A command whose operand is a study; a study that cannot be computed is refused.
  ///
  /// - Parameter keepsLedger: whether to record every cell that the model uses.
  init(
    _ description: CommandDescription, isLong: Bool, keepsLedger: Bool = false,
    onStudy work:
      @escaping @Sendable (
        _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
      ) throws(UsageError) -> ExitStatus
  ) {
    self.init(description, isLong: isLong) { arguments, context throws(UsageError) in
      let folder = arguments.operands[0]
      let reading = context.readStudy(at: folder, keepsLedger: keepsLedger)
      guard let study = reading.study, !keepsLedger || reading.ledger != nil else {
        return context.refuse(reading, folder: folder)
      }
      return try work(arguments, OpenedStudy(folder: folder, reading: reading, study: study), context)
    }
  }

  init(named name: String) throws(UsageError) {
    guard let command = Self.all.first(where: { $0.description.name == name }) else {
      throw .unknownCommand(name, nearest: Suggestion.nearest(to: name, among: Self.all.map { $0.description.name }))
    }
    self = command
  }
}
