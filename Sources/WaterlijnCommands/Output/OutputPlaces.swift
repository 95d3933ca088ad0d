import StudyFiles
import Terms

/// Where a command writes: a folder of tables or pages, and a workbook; either may be absent.
struct OutputPlaces {
  /// The folder as the user wrote it, or the usual one; nil if no files are written to a folder.
  let folder: String?
  /// Nil if none is requested.
  let workbook: WorkbookFile?

  /// - Parameter folder: the folder as the user wrote it, or the usual one; nil if no files are written to a folder.
  init(folder: String?, _ arguments: ResolvedArguments) {
    self.folder = folder
    workbook = arguments.xlsx.map { WorkbookFile(path: $0) }
  }

  /// Reports an obstacle to writing, before anything is computed.
  ///
  /// - Returns: the exit status; nil if there is no obstacle.
  func obstacle(_ context: CommandContext) throws(UsageError) -> ExitStatus? {
    if let obstacle = folder.flatMap({ context.resultsFolder($0).obstacle() }) {
      return context.tell(.failed(obstacle.text))
    }
    return try workbook?.obstacle(context)
  }

  /// Writes both or neither.
  ///
  /// - Parameters:
  ///   - files: the files for the folder; not written if there is no folder.
  ///   - old: paths from the folder of what is taken away with it.
  ///   - book: returns the bytes of the workbook; called only if there is one.
  func write(
    _ files: [OutputFile], removing old: [String] = [], workbook book: () -> [UInt8], _ context: CommandContext
  ) throws(WorkFailure) {
    let book = workbook.map { ($0, book()) }
    do throws(ResultsFolder.Failure) {
      if let folder {
        try context.resultsFolder(folder).write(files, removing: old, beside: book.map { [$0.file($1, context)] } ?? [])
      } else if let (workbook, bytes) = book {
        try workbook.write(bytes, context)
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .file(let failure): throw .failed(failure.text(.out))
      case .beside(let failure): throw .failed(failure.text(.xlsx))
      }
    }
  }
}

extension CommandContext {
  /// Reports an obstacle to writing what `--out` and `--xlsx` request, before anything is computed.
  ///
  /// - Returns: the exit status; nil if there is no obstacle.
  func obstacle(_ arguments: ResolvedArguments) throws(UsageError) -> ExitStatus? {
    try OutputPlaces(folder: arguments.out, arguments).obstacle(self)
  }

  /// - Parameter path: as the user wrote it.
  func resultsFolder(_ path: String) -> ResultsFolder {
    ResultsFolder(environment.path(path), files: environment.files, interruption: environment.interruption)
  }
}
