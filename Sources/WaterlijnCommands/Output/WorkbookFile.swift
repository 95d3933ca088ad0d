import CostEngine
import StudyFiles
import Terms

/// The workbook that `--xlsx` asks for.
struct WorkbookFile {
  private static let ending = ".xlsx"

  /// As the user wrote it.
  let path: String

  /// Nil where none is asked for.
  init?(_ arguments: ParsedArguments) throws(UsageError) {
    guard let path = arguments.values[.xlsx] else { return nil }
    if path.isEmpty { throw .missingValue(.xlsx) }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard name.lowercased().hasSuffix(Self.ending), name.count > Self.ending.count else {
      let advice = (name == Self.ending ? "waterlijn" : path.trimmingTrailingSlashes) + Self.ending
      throw .invalid(
        .xlsx,
        Bilingual(
          nl: "de naam van een werkmap eindigt op \(Self.ending), bijvoorbeeld \"\(advice)\".",
          en: "the name of a workbook ends in \(Self.ending), for example \"\(advice)\"."))
    }
    if arguments.values[.out]?.trimmingTrailingSlashes == path {
      throw .invalid(
        .xlsx,
        Bilingual(
          nl: "\"\(path)\" is ook de map van --out. Geef de werkmap een eigen naam.",
          en: "\"\(path)\" is the folder of --out too. Give the workbook a name of its own."))
    }
    self.path = path
  }

  /// Refuses the name of a folder, and tells what stands in the way of writing, before anything is computed.
  func obstacle(_ context: CommandContext) throws(UsageError) -> ExitStatus? {
    if context.environment.files.kind(of: context.environment.path(path)) == .folder {
      throw .invalid(
        .xlsx,
        Bilingual(
          nl: "\"\(path)\" is een map. Noem een bestand daarin, bijvoorbeeld \"\(path)/waterlijn\(Self.ending)\".",
          en: "\"\(path)\" is a folder. Name a file in it, for example \"\(path)/waterlijn\(Self.ending)\"."))
    }
    guard let obstacle = folder(context).obstacle() else { return nil }
    context.say(obstacle.text(.xlsx))
    return .failure
  }

  /// - Throws: where it could not be written; the file that was there is as it was.
  func write(_ bytes: [UInt8], _ context: CommandContext) throws(ResultsFolder.Failure) {
    try folder(context).write([OutputFile(name: parts.name, bytes: bytes)])
  }

  /// Where it stands, under what was printed.
  func line(_ language: Language) -> String { language(nl: "\nWerkmap: \(path)\n", en: "\nWorkbook: \(path)\n") }

  private func folder(_ context: CommandContext) -> ResultsFolder {
    ResultsFolder(
      context.environment.path(parts.folder), files: context.environment.files,
      interruption: context.environment.interruption)
  }

  private var parts: (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
