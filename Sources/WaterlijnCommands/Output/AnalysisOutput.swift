import StudyFiles

extension CommandContext {
  /// Ends an analysis: writes its tables where that was asked for, then prints its text.
  ///
  /// - Parameters:
  ///   - text: what is printed; where the tables stand is told after it. Nil to print nothing.
  ///   - files: the tables.
  ///   - out: the folder they go to, as the user wrote it; nil for none.
  func finish(_ text: String?, files: @autoclosure () -> [ResultsFolder.File], out: String?) -> ExitStatus {
    guard let out else { return text.map(print) ?? .success }
    let files = files()
    let folder = ResultsFolder(
      environment.path(out), files: environment.files, interruption: environment.interruption)
    do throws(ResultsFolder.Failure) {
      try folder.write(files)
    } catch {
      switch error {
      case .file(let failure):
        say(failure.text)
        return .failure
      case .interrupted:
        say(Waterlijn.interruptedText)
        return .interrupted
      }
    }
    guard let text else { return .success }
    let parent = out.trimmingTrailingSlashes
    let names = files.map { parent == "/" ? "/" + $0.name : parent + "/" + $0.name }
    let list = names.joined(separator: ", ")
    return print(text + Localized(nl: "\nTabellen: \(list)\n", en: "\nTables: \(list)\n")(language))
  }
}
