import CostEngine
import Terms

extension AnswerProgress {
  /// `progress.csv`: a row for each region and question.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header([
      "region", "figure", "item", "input", "standing", "file", "place", "person", "date", "doubt", "note",
      "accepted_by",
      "accepted_on", "national_variance_share",
    ])
    let language: Language = locale == .dutch ? .dutch : .english
    for region in answers.indices {
      for (question, answer) in zip(questions, answers[region]) {
        let item =
          question.figure == .provisionQuantity
          ? study.provisions[question.item].code : study.functions[question.item].code
        bytes += locale.prefix(
          study.regions[region].code, question.figure.column.name.id, item, answer.input, answer.standing.code,
          answer.origin?.file ?? "", answer.origin?.place ?? "", answer.origin?.person ?? "", answer.origin?.date ?? "",
          answer.doubt?(language) ?? "", answer.note,
          answer.acceptedBy, answer.acceptedOn)
        locale.numbers.append(answer.worth, decimals: 6, to: &bytes)
        bytes.append(0x0a)
      }
    }
    return bytes
  }
}
