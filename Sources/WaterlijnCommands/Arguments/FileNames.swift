import Terms

/// Names of files and folders on a command line.
enum FileNames {
  static let workbookEnding = ".xlsx"

  static func notEmpty(_ text: String, _ option: CommandOption) throws(UsageError) -> String {
    if text.isEmpty { throw .missingValue(option) }
    return text
  }

  /// The name of a workbook, which must have the ending by which spreadsheet programs recognise one.
  static func workbook(_ text: String, _ option: CommandOption) throws(UsageError) -> String {
    let path = try notEmpty(text, option)
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard name.lowercased().hasSuffix(workbookEnding), name.count > workbookEnding.count else {
      let advice = (name == workbookEnding ? "waterlijn" : path.trimmingTrailingSlashes) + workbookEnding
      throw .invalid(
        option,
        Bilingual(
          nl: "de naam van een werkmap eindigt op \(workbookEnding), bijvoorbeeld \"\(advice)\".",
          en: "the name of a workbook ends in \(workbookEnding), for example \"\(advice)\"."))
    }
    return path
  }
}

/// The folder for the results of a study if no other is requested.
enum UsualResultsFolder {
  static let name = "resultaten"

  /// The folder for parts of a run if no other is requested.
  static let parts = "delen"

  /// Path of that folder in a study, as a user would write it.
  static func path(in study: String) -> String { path(of: name, in: study) }

  /// The same of the folder for parts.
  static func partsPath(in study: String) -> String { path(of: parts, in: study) }

  /// Path of a folder in a study.
  static func path(of name: String, in study: String) -> String {
    let folder = study.trimmingTrailingSlashes
    if folder == "." { return name }
    return folder + (folder == "/" ? "" : "/") + name
  }
}
