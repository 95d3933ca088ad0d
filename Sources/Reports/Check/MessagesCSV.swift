import Terms

/// `messages.csv`: what a check has found, a row for each message, for a spreadsheet or a form that shows it at its cell.
///
/// `kind` is `error`, `doubt`, `explained` or `notice`; `row` is as in a spreadsheet, `column` as spelt in the header;
/// both are blank where a file as a whole is meant, and `file` where it is the study's folder.
public enum MessagesCSV {
  public static let fileName = "messages.csv"

  public static func csv(_ messages: [Diagnostic], language: Language, locale: CSVLocale) -> [UInt8] {
    var bytes = locale.header(["kind", "file", "row", "column", "problem", "remedy"])
    for message in messages {
      bytes += locale.prefix(
        name(of: message.severity), message.file, message.row.map { String($0) } ?? "", message.column ?? "",
        message.problem(language))
      bytes += locale.cell(message.remedy(language)) + [0x0a]
    }
    return bytes
  }

  private static func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: return "error"
    case .notice: return "notice"
    case .doubt: return "doubt"
    case .explained: return "explained"
    }
  }
}
