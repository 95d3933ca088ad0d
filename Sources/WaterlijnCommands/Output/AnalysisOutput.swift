import StudyFiles
import Terms

extension CommandContext {
  /// Ends an analysis: writes its tables where that was asked for, then prints its text.
  ///
  /// - Parameters:
  ///   - text: what is printed; where the tables stand is told after it. Nil to print nothing.
  ///   - files: the tables.
  ///   - out: the folder they go to, as the user wrote it; nil for none.
  ///   - workbook: the workbook that is asked for; nil for none.
  ///   - bytes: what it holds.
  func finish(
    _ text: String?, files: @autoclosure () -> [OutputFile], out: String?, workbook: WorkbookFile? = nil,
    bytes: @autoclosure () -> [UInt8] = []
  ) -> ExitStatus {
    guard out != nil || workbook != nil else { return text.map(print) ?? .success }
    let files = out == nil ? [] : files()
    let book = workbook == nil ? [] : bytes()
    var option = OptionName.out
    func writeWorkbook() throws(ResultsFolder.Failure) {
      guard let workbook else { return }
      option = .xlsx
      try workbook.write(book, self)
    }
    do throws(ResultsFolder.Failure) {
      if let out {
        let folder = ResultsFolder(
          environment.path(out), files: environment.files, interruption: environment.interruption)
        try folder.write(files, and: writeWorkbook)
      } else {
        try writeWorkbook()
      }
    } catch {
      switch error {
      case .file(let failure):
        say(failure.text(option))
        return .failure
      case .interrupted:
        say(Waterlijn.interruptedText)
        return .interrupted
      }
    }
    guard let text else { return .success }
    let place = workbook?.line(language) ?? ""
    guard let out else { return print(text + place) }
    let parent = out.trimmingTrailingSlashes
    let names = files.map { parent == "/" ? "/" + $0.name : parent + "/" + $0.name }
    let list = names.joined(separator: ", ")
    return print(text + Bilingual(nl: "\nTabellen: \(list)\n", en: "\nTables: \(list)\n")(language) + place)
  }
}
