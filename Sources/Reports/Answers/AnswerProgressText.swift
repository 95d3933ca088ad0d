import CostEngine
import Terms

/// The text that `waterlijn progress` prints.
public struct AnswerProgressText {
  private let progress: AnswerProgress
  private let language: Language

  public static func text(_ progress: AnswerProgress, language: Language) -> String {
    PlainText.text(AnswerProgressText(progress: progress, language: language).lines)
  }

  /// So many missing figures are worth asking for one by one.
  static let mostWanted = 10

  private var lines: [String] {
    var lines = PlainText.heading(
      PlainText.line(language(nl: "Stand van de uitvraag: ", en: "How far the answers are: ") + progress.study.title),
      underline: "=")
    lines += [""] + progress.summary(language).flatMap { PlainText.wrapped($0) }
    if !progress.knowsAsked {
      lines += PlainText.wrapped(
        language(
          nl: "Welke regio's al gevraagd zijn is niet bekend: waterlijn template houdt dat bij in asked.csv.",
          en: "Which regions were asked is not known: waterlijn template keeps that in asked.csv."))
    }
    lines += [""] + table
    let accepted = progress.answers.indices.filter { !progress.acceptances($0).isEmpty }
    if !accepted.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Akkoord", en: "Accepted"))
      for region in accepted {
        let who = progress.acceptances(region).joined(separator: "; ")
        lines += PlainText.wrapped(PlainText.line("\(progress.name(region)): \(who)"), first: "  ", indent: "    ")
      }
    }
    if !progress.doubts.isEmpty {
      lines +=
        [""] + PlainText.heading(language(nl: "Nog te vragen over een antwoord", en: "To be asked about an answer"))
      for (region, question, answer) in progress.doubts {
        let title = question.figure.question(question.item, in: progress.study, language)
        lines += ["", PlainText.line("\(progress.name(region)): \(title)")]
        lines += PlainText.wrapped(answer.doubt?(language) ?? "", first: "  ", indent: "  ")
        if let origin = answer.origin {
          lines += PlainText.wrapped(PlainText.line(origin.text), first: "  ", indent: "  ")
        }
      }
    }
    let wanted = progress.wanted(Self.mostWanted)
    if !wanted.isEmpty {
      lines += [""]
      lines += PlainText.heading(
        language(
          nl: "Deze antwoorden nemen de meeste onzekerheid over het geheel weg",
          en: "These answers take off most uncertainty about the whole"))
      for wanted in wanted {
        let title = wanted.question.figure.question(wanted.question.item, in: progress.study, language)
        lines += PlainText.wrapped(
          PlainText.line("\(share(wanted.worth))  \(progress.name(wanted.region)): \(title)"), first: "  ",
          indent: "          ")
      }
    }
    return lines
  }

  private func share(_ value: Double) -> String {
    PlainText.rightAligned(NumberFormat.people(language).fixed(100 * value, decimals: 1), to: 4)
      + language(nl: " %", en: "%")
  }

  private var table: [String] {
    let regions = progress.answers.indices
    let columns = progress.standings.map { standing in
      TextTable.Column(standing.name(language), regions.map { String(progress.count($0, standing)) }, .right)
    }
    return TextTable(
      heading: Glossary.entry(.region).heading(language), labels: regions.map { PlainText.line(progress.name($0)) },
      groups: [TextTable.Group("", columns)]
    ).lines()
  }
}
