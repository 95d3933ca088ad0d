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
    func read(_ studyFolder: String) -> @Sendable ([InputOverride], Bool) -> StudyReading {
      { environment.readStudy(environment.path(studyFolder), $0, $1) }
    }
    guard environment.isResultsFolder(path) else { return ComparedStudy(study: folder, path: path, read: read(path)) }
    let manifest = try OpenedResults.manifest(of: folder, environment)
    let home = path + "/.."
    let isInStudy = environment.files.kind(of: environment.path(home + "/" + TableID.settings.file)) == .file
    return ComparedStudy(
      results: folder, manifest, file: { environment.contents(of: path + "/" + $0) },
      studyFolder: isInStudy ? home : nil,
      read: read(home))
  }
}

extension CommandEnvironment {
  /// Whether a folder holds results rather than a study.
  ///
  /// What a command that was ended on the spot left to be done there is done first.
  func isResultsFolder(_ folder: String) -> Bool {
    ResultsFolder(path(folder), files: files, interruption: interruption).finish()
    func isFile(_ name: String) -> Bool { files.kind(of: path(folder + "/" + name)) == .file }
    return !isFile(TableID.settings.file) && (isFile(ResultFiles.summary) || isFile(ResultFiles.manifest))
  }
}
