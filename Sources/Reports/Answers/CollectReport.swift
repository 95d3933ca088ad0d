import Terms

/// What became of the answers of regions.
public struct CollectContent: Sendable {
  /// An answer in words.
  public struct Line: Sendable {
    /// `personen, OvD-BZ, VR17`
    public var subject: Bilingual
    /// As it stands there.
    public var given: String
    /// What it was taken for.
    public var readAs: Bilingual
    /// `opgave.xlsx, Vragen!H5`, with who filled it in and when.
    public var place: String

    public init(subject: Bilingual, given: String, readAs: Bilingual, place: String) {
      self.subject = subject
      self.given = given
      self.readAs = readAs
      self.place = place
    }
  }

  /// The folder of the new study, as the user wrote it.
  public var into: String
  public var files = 0
  public var regions = 0
  public var taken = 0
  /// Answers that the study had already.
  public var known = 0
  /// What was not plainly a number.
  public var readAs: [Line] = []
  /// Different answers to one question.
  public var conflicts: [[Line]] = []
  /// Places in which people say that they do not know.
  public var unknown: [String] = []
  /// What could not be taken over.
  public var problems: [Diagnostic] = []
  /// Of the cells that were taken over, what is probably not what was meant.
  public var doubts: [Diagnostic] = []

  public init(into: String) { self.into = into }
}

/// The text that `waterlijn collect` prints.
public struct CollectReport {
  private let content: CollectContent
  private let language: Language

  public static func text(_ content: CollectContent, language: Language) -> String {
    PlainText.text(CollectReport(content: content, language: language).lines)
  }

  private var lines: [String] {
    var lines = PlainText.wrapped(summary)
    if !content.problems.isEmpty {
      lines +=
        [""] + PlainText.heading(language(nl: "Niet overgenomen", en: "Not taken over"))
        + FindingLines.lines(content.problems, language).dropFirst()
    }
    if !content.conflicts.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Verschillende antwoorden", en: "Different answers"))
      lines += PlainText.wrapped(
        language(
          nl:
            "Deze zijn niet overgenomen. Vraag na welk antwoord geldt; met --prefer newest telt het nieuwste, naar de "
            + "datum die erbij staat.",
          en: "These were not taken over. Ask which answer holds; with --prefer newest the newest counts, by the date "
            + "beside it."))
      for answers in content.conflicts {
        lines += ["", PlainText.line(answers[0].subject(language))]
        lines += answers.flatMap {
          PlainText.wrapped("\(PlainText.line($0.given)): \(PlainText.line($0.place))", first: "  ", indent: "    ")
        }
      }
    }
    if !content.readAs.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Gelezen als", en: "Read as"))
      for line in content.readAs {
        let said = language(nl: "gelezen als", en: "read as")
        lines += ["", PlainText.line(line.subject(language))]
        lines += PlainText.wrapped(
          "\"\(PlainText.line(line.given))\" \(said) \(line.readAs(language)): \(PlainText.line(line.place))",
          first: "  ",
          indent: "    ")
      }
    }
    if !content.unknown.isEmpty {
      lines +=
        [""] + PlainText.heading(language(nl: "Onbekend, en dus nog aangenomen", en: "Unknown, so still assumed"))
      lines += content.unknown.map { "  " + PlainText.line($0) }
    }
    if !content.doubts.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Twijfels (klopt dit wel?)", en: "Doubts (is this right?)"))
      lines += FindingLines.lines(content.doubts, label: language(nl: "Voorstel: ", en: "Suggestion: "), language)
        .dropFirst()
    }
    return lines
  }

  private var summary: String {
    let taken = language(
      nl: "\(content.taken) \(content.taken == 1 ? "antwoord" : "antwoorden") overgenomen",
      en: "\(content.taken) \(content.taken == 1 ? "answer" : "answers") taken over")
    let from = language(
      nl: " uit \(content.files) \(content.files == 1 ? "bestand" : "bestanden"), van \(content.regions) "
        + "\(content.regions == 1 ? "regio" : "regio's")",
      en: " from \(content.files) \(content.files == 1 ? "file" : "files"), of \(content.regions) "
        + "\(content.regions == 1 ? "region" : "regions")")
    let known =
      content.known == 0
      ? "" : language(nl: "; \(content.known) stonden er al", en: "; \(content.known) were there already")
    return taken + from + known + language(nl: ". Studie: \(content.into)", en: ". Study: \(content.into)")
  }
}
