import Analyses
import Reports
import StudyFiles
import Terms

extension ComparedStudy {
  /// The content of a folder that the user names: a study, or results.
  static func opened(
    _ folder: String, _ environment: CommandEnvironment
  ) throws(OpenedResults.Refusal) -> ComparedStudy {
    let path = folder.trimmingTrailingSlashes
    guard environment.isResultsFolder(path) else {
      return ComparedStudy(study: folder, path: path, read: { environment.readStudy(environment.path(path), $0, $1) })
    }
    let manifest = try OpenedResults.manifest(of: folder, environment)
    let side = ComparedStudy(
      results: folder, manifest, file: { environment.contents(of: path + "/" + $0) },
      studyFolder: environment.isStudy(path + "/..") ? path + "/.." : nil,
      copies: environment.isStudy(path + "/" + InputCopies.folder) ? path + "/" + InputCopies.folder : nil,
      read: { environment.readStudy(environment.path($0), $1, $2) })
    // Tables are only used as they stand where nothing can be computed.
    if !side.canBeComputed { try OpenedResults.checkTables(manifest, in: folder, environment) }
    return side
  }
}

extension CommandEnvironment {
  /// Whether there is a study in a folder.
  func isStudy(_ folder: String) -> Bool { files.kind(of: path(folder + "/" + TableID.settings.file)) == .file }

  /// Whether a folder holds results rather than a study.
  ///
  /// What a command that was ended on the spot left to be done there is done first.
  func isResultsFolder(_ folder: String) -> Bool {
    ResultsFolder(path(folder), files: files, interruption: interruption).finish()
    func isFile(_ name: String) -> Bool { files.kind(of: path(folder + "/" + name)) == .file }
    return !isStudy(folder) && (isFile(ResultFiles.summary) || isFile(ResultFiles.manifest))
  }
}
