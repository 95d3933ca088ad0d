import StudyFiles
import Terms

/// The workbook requested by `--xlsx`.
struct WorkbookFile {
  /// As the user wrote it.
  let path: String

  /// Rejects the name of a folder, and reports obstacles to writing, before anything is computed.
  func obstacle(_ context: CommandContext) throws(UsageError) -> ExitStatus? {
    if context.environment.files.kind(of: context.environment.path(path)) == .folder {
      throw .invalid(
        .xlsx,
        Bilingual(
          nl:
            "\"\(path)\" is een map. Noem een bestand daarin, bijvoorbeeld \"\(path)/waterlijn\(FileNames.workbookEnding)\".",
          en:
            "\"\(path)\" is a folder. Name a file in it, for example \"\(path)/waterlijn\(FileNames.workbookEnding)\".")
      )
    }
    guard let obstacle = folder(context).obstacle() else { return nil }
    return context.tell(.failed(obstacle.text(.xlsx)))
  }

  /// - Throws: if it could not be written; an existing file is then unchanged.
  func write(_ bytes: [UInt8], _ context: CommandContext) throws(ResultsFolder.Failure) {
    do throws(ResultsFolder.Failure) {
      try folder(context).write([OutputFile(name: parts.name, bytes: bytes)])
    } catch {
      if case .file(let failure) = error { throw .beside(failure) }
      throw error
    }
  }

  /// The workbook as a file that is written together with those of a folder.
  func file(_ bytes: [UInt8], _ context: CommandContext) -> OutputFile {
    OutputFile(name: context.environment.path(path), bytes: bytes)
  }

  /// The location of the workbook, shown below the printed text.
  func line(_ language: Language) -> String { language(nl: "\nWerkmap: \(path)\n", en: "\nWorkbook: \(path)\n") }

  private func folder(_ context: CommandContext) -> ResultsFolder { context.resultsFolder(parts.folder) }

  private var parts: (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
