import StudyFiles
import Terms

/// Where a command writes: a folder of tables or pages, and a workbook; both or neither.
struct OutputPlaces {
  /// As the user wrote it; nil where no files are asked for.
  let folder: String?
  /// Nil if none is requested.
  let workbook: WorkbookFile?

  /// - Parameter folder: as the user wrote it, or where files go without being asked for.
  init(folder: String?, _ arguments: ResolvedArguments) {
    self.folder = folder
    workbook = arguments.xlsx.map { WorkbookFile(path: $0) }
  }

  /// Tells what stands in the way of writing, before anything is computed for it.
  func obstacle(_ context: CommandContext) throws(UsageError) -> ExitStatus? {
    if let obstacle = folder.flatMap({ context.resultsFolder($0).obstacle() }) {
      return context.tell(.failed(obstacle.text))
    }
    return try workbook?.obstacle(context)
  }

  /// - Parameters:
  ///   - files: what the folder gets.
  ///   - book: what the workbook holds; asked for where there is one.
  func write(_ files: [OutputFile], workbook book: () -> [UInt8], _ context: CommandContext) throws(WorkFailure) {
    let book = workbook.map { ($0, book()) }
    var option = CommandOption.out
    func writeWorkbook() throws(ResultsFolder.Failure) {
      guard let (workbook, bytes) = book else { return }
      option = .xlsx
      try workbook.write(bytes, context)
    }
    do throws(ResultsFolder.Failure) {
      if let folder {
        try context.resultsFolder(folder).write(files, and: writeWorkbook)
      } else {
        try writeWorkbook()
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .file(let failure): throw .failed(failure.text(option))
      }
    }
  }
}

extension CommandContext {
  /// Tells what stands in the way of writing what was asked for, before anything is computed for it.
  func obstacle(_ arguments: ResolvedArguments) throws(UsageError) -> ExitStatus? {
    try OutputPlaces(folder: arguments.out, arguments).obstacle(self)
  }

  /// - Parameter path: as the user wrote it.
  func resultsFolder(_ path: String) -> ResultsFolder {
    ResultsFolder(environment.path(path), files: environment.files, interruption: environment.interruption)
  }
}
