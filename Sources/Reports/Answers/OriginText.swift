import CostEngine
import Terms

/// Where a figure of a region came from, in words.
struct OriginText {
  let progress: AnswerProgress
  let language: Language

  /// A figure with where it came from.
  struct Figure {
    let region: Int
    let question: AnswerProgress.Question
    let answer: AnswerProgress.Answer
    let origin: AnswerProgress.Origin
  }

  /// The figures of a region, or of all, in the order of the study.
  func figures(of region: Int? = nil) -> [Figure] {
    progress.answers.indices.filter { region == nil || $0 == region }.flatMap { region in
      zip(progress.questions, progress.answers[region]).compactMap { question, answer in
        answer.origin.map { Figure(region: region, question: question, answer: answer, origin: $0) }
      }
    }
  }

  func title(_ figure: Figure) -> String {
    figure.question.figure.question(figure.question.item, in: progress.study, language)
  }

  /// `"ca. 8", gelezen als 8`; blank where the study has what the region wrote.
  func reading(_ origin: AnswerProgress.Origin) -> String {
    if !origin.readAs.isEmpty {
      let (given, readAs) = (origin.given, origin.readAs)
      return language(nl: "\"\(given)\", gelezen als \(readAs)", en: "\"\(given)\", read as \(readAs)")
    }
    return origin.given.isEmpty || origin.given == origin.value ? "" : "\"\(origin.given)\""
  }

  /// What was asked about a figure, how that was answered, and what was given before; a line each.
  func history(_ figure: Figure) -> [String] {
    let answer = figure.answer
    var lines: [String] = []
    for earlier in answer.earlier {
      var line = language(nl: "eerder \(earlier.value): ", en: "before \(earlier.value): ") + earlier.text
      if !earlier.doubt.isEmpty { line += language(nl: "; vraag: ", en: "; asked: ") + earlier.doubt }
      if !earlier.note.isEmpty { line += language(nl: "; toelichting: ", en: "; note: ") + earlier.note }
      lines.append(line)
    }
    if let doubt = answer.doubt { lines.append(language(nl: "vraag: ", en: "asked: ") + doubt(language)) }
    if !answer.note.isEmpty { lines.append(language(nl: "toelichting: ", en: "note: ") + answer.note) }
    if !figure.origin.source.isEmpty { lines.append(language(nl: "bron: ", en: "source: ") + figure.origin.source) }
    let accepted = [answer.acceptedBy, answer.acceptedOn].filter { !$0.isEmpty }.joined(separator: ", ")
    if !accepted.isEmpty { lines.append(language(nl: "akkoord: ", en: "accepted: ") + accepted) }
    return lines
  }

  /// The files that figures came from, with their SHA-256 and the number of figures, in the order in which they are met.
  func files(_ figures: [Figure]) -> [(name: String, sha256: String, count: Int)] {
    var files: [(name: String, sha256: String, count: Int)] = []
    for figure in figures {
      let origin = figure.origin
      if let known = files.firstIndex(where: { $0.name == origin.file && $0.sha256 == origin.sha256 }) {
        files[known].count += 1
      } else {
        files.append((origin.file, origin.sha256, 1))
      }
    }
    return files
  }

  /// For a text: every figure with its origin, and the files.
  func lines(of region: Int?) -> [String] {
    let figures = figures(of: region)
    guard !figures.isEmpty else { return [] }
    var lines: [String] = []
    for figure in figures {
      lines.append(PlainText.line("  \(title(figure)) = \(figure.answer.value)"))
      let place = [figure.origin.text, reading(figure.origin)].filter { !$0.isEmpty }.joined(separator: ": ")
      for line in [place] + history(figure) where !line.isEmpty {
        lines += PlainText.wrapped(PlainText.line(line), first: "    ", indent: "      ")
      }
    }
    lines.append("")
    return lines
      + files(figures).flatMap { file in
        PlainText.wrapped(PlainText.line("\(file.name): SHA-256 \(file.sha256)"), first: "  ", indent: "    ")
      }
  }
}
