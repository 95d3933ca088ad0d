import Reports
import Terms

extension CommandContext {
  /// Ends an analysis: writes its tables if requested, then prints its text.
  ///
  /// - Parameters:
  ///   - examples: how many rows of the input were invented, which is told above the text.
  ///   - text: the text to print, followed by the location of the tables and workbook; not printed with `--quiet`.
  ///   - files: the tables.
  ///   - workbook: the bytes of the workbook.
  func finish(
    _ arguments: ResolvedArguments, _ examples: ExampleRows, _ text: @autoclosure () -> String,
    files: @autoclosure () -> [OutputFile],
    workbook: @autoclosure () -> [UInt8] = []
  ) -> ExitStatus {
    let places = OutputPlaces(folder: arguments.out, arguments)
    let files = arguments.out == nil ? [] : files()
    do throws(WorkFailure) {
      try places.write(files, workbook: workbook, self)
    } catch {
      return tell(error)
    }
    if arguments.isQuiet { return .success }
    let place = places.workbook?.line(language) ?? ""
    let mark = ExampleText(examples, language: language).paragraph
    guard let out = arguments.out else { return print(mark + text() + place) }
    let parent = out.trimmingTrailingSlashes
    let names = files.map { parent == "/" ? "/" + $0.name : parent + "/" + $0.name }
    let list = names.joined(separator: ", ")
    return print(mark + text() + Bilingual(nl: "\nTabellen: \(list)\n", en: "\nTables: \(list)\n")(language) + place)
  }
}
