import Terms

extension AnswerForm {
  /// The form as a table for a Dutch or English spreadsheet; it begins with a byte order mark, by which Excel knows UTF-8.
  public func csv(locale: CSVLocale, language: Language) -> [UInt8] {
    // There is nothing that reacts in a table.
    let columns = FormColumn.allCases.filter { $0 != .hint }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes += locale.header(columns.map { $0.heading(language) })
    for (index, question) in questions.enumerated() {
      let cells = columns.map { locale.cell(text(of: question, number: index + 1, $0, language)) }
      bytes += cells.joined(separator: [locale.separator])
      bytes.append(0x0a)
    }
    return bytes
  }

  /// What stands in a column before anyone fills in the form.
  func text(of question: Question, number: Int, _ column: FormColumn, _ language: Language) -> String {
    switch column {
    case .number: return String(number)
    case .item: return PlainText.line(question.item)
    case .question: return question.sentence(language)
    case .unit: return question.unit(language)
    case .assumed: return question.assumed(language)
    case .norm: return question.norm(language)
    case .reported: return question.reported(language)
    case .key: return question.key
    case .answer, .low, .high, .hint, .source, .note, .person, .date: return ""
    }
  }
}
