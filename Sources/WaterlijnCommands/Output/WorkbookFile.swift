import CostEngine
import StudyFiles
import Terms

/// The workbook that `--xlsx` asks for.
struct WorkbookFile {
  /// As the user wrote it.
  let path: String

  /// Refuses the name of a folder, and tells what stands in the way of writing, before anything is computed.
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

  /// - Throws: where it could not be written; the file that was there is as it was.
  func write(_ bytes: [UInt8], _ context: CommandContext) throws(ResultsFolder.Failure) {
    try folder(context).write([OutputFile(name: parts.name, bytes: bytes)])
  }

  /// Where it stands, under what was printed.
  func line(_ language: Language) -> String { language(nl: "\nWerkmap: \(path)\n", en: "\nWorkbook: \(path)\n") }

  private func folder(_ context: CommandContext) -> ResultsFolder { context.resultsFolder(parts.folder) }

  private var parts: (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
