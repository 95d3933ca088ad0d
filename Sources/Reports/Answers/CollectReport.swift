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
  /// Answers whose figure the study had, and of which it knows now where they came from, or why they are so.
  public var noted = 0
  /// Answers that the study had already.
  public var known = 0
  /// Files that go back to regions, and the folder in which they are; nil if that was not asked.
  public var replies: (count: Int, folder: String)?
  /// Figures that were estimated from what others gave, and those that could not be; nil if that was not asked.
  public var estimated: (figures: Int, left: Int)?
  /// What was not plainly a number.
  public var readAs: [Line] = []
  /// Different answers to one question.
  public var conflicts: [[Line]] = []
  /// Places in which people say that they do not know, or write a note without a figure.
  public var unknown: [Line] = []
  /// Figures that a region gave before, and that are blank now.
  public var withdrawn: [Line] = []
  /// Files in which nobody wrote anything.
  public var blankFiles: [String] = []
  /// What was passed over.
  public var unread: [Diagnostic] = []
  /// What could not be taken over.
  public var problems: [Diagnostic] = []
  /// Of the cells that were taken over, what is probably not what was meant.
  public var doubts: [Diagnostic] = []
  /// The same of answers of before, which nobody answered yet.
  public var openDoubts: [Diagnostic] = []
  /// The same, with the note by which the region explains it.
  public var explained: [Diagnostic] = []

  /// Leaves out all but what keeps answers from being taken over.
  public mutating func keepErrors() {
    (readAs, unknown, withdrawn, blankFiles, unread) = ([], [], [], [], [])
    (doubts, openDoubts, explained) = ([], [], [])
  }

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
    if let (count, folder) = content.replies {
      lines += PlainText.wrapped(
        count == 0
          ? language(
            nl: "Er is niets te vragen: er gaat niets terug.", en: "There is nothing to ask: nothing goes back.")
          : language(
            nl: "\(count) \(count == 1 ? "bestand" : "bestanden") met vragen om terug te sturen: \(folder)",
            en: "\(count) \(count == 1 ? "file" : "files") with questions to send back: \(folder)"))
    }
    if let (figures, left) = content.estimated {
      let format = NumberFormat.people(language)
      lines += PlainText.wrapped(
        language(
          nl:
            "\(format.count(figures)) \(figures == 1 ? "cijfer" : "cijfers") van regio's die nog niet antwoordden, geschat uit "
            + "wat andere opgaven.",
          en:
            "\(format.count(figures)) \(figures == 1 ? "figure" : "figures") of regions that have not answered, estimated "
            + "from what others gave."))
      if left > 0 {
        lines += PlainText.wrapped(
          language(
            nl:
              "Bij \(format.count(left)) andere gaven minder dan vijf regio's antwoord, of alle hetzelfde: daar blijft "
              + "de aanname staan.",
            en:
              "Of \(format.count(left)) others fewer than five regions answered, or all the same: there the assumption "
              + "stays."))
      }
    }
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
      lines += told(content.unknown)
    }
    if !content.withdrawn.isEmpty {
      lines +=
        [""] + PlainText.heading(language(nl: "Eerder gegeven, nu leeg", en: "Given before, blank now"))
      lines += PlainText.wrapped(
        language(
          nl: "Deze cijfers blijven staan. Moeten ze weg? Schrijf dan onbekend als antwoord.",
          en: "These figures stay. If they are to go, write unknown as the answer."))
      lines += told(content.withdrawn)
    }
    if !content.blankFiles.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Niets ingevuld", en: "Nothing filled in"))
      lines += content.blankFiles.map { "  " + PlainText.line($0) }
    }
    if !content.unread.isEmpty {
      lines += [""] + PlainText.heading(language(nl: "Niet gelezen", en: "Not read"))
      lines += FindingLines.lines(content.unread, label: language(nl: "Voorstel: ", en: "Suggestion: "), language)
        .dropFirst()
    }
    for (title, label, findings) in sections where !findings.isEmpty {
      lines += [""] + PlainText.heading(title(language))
      lines += FindingLines.lines(findings, label: label(language), language).dropFirst()
    }
    return lines
  }

  private func told(_ answers: [CollectContent.Line]) -> [String] {
    answers.flatMap { answer in
      ["", PlainText.line(answer.subject(language))]
        + PlainText.wrapped(
          "\"\(PlainText.line(answer.given))\": \(PlainText.line(answer.place))", first: "  ", indent: "    ")
    }
  }

  private var sections: [(title: Bilingual, label: Bilingual, findings: [Diagnostic])] {
    let suggestion = Bilingual(nl: "Voorstel: ", en: "Suggestion: ")
    return [
      (Bilingual(nl: "Twijfels (klopt dit wel?)", en: "Doubts (is this right?)"), suggestion, content.doubts),
      (
        Bilingual(nl: "Twijfels van eerder, nog open", en: "Doubts of before, still open"), suggestion,
        content.openDoubts
      ),
      (
        Bilingual(nl: "Ongewoon, en toegelicht", en: "Unusual, and explained"),
        Bilingual(nl: "Toelichting: ", en: "Note: "), content.explained
      ),
    ]
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
    let noted =
      content.noted == 0
      ? ""
      : language(
        nl: "; van \(content.noted) is de herkomst of toelichting erbij gezet",
        en: "; to \(content.noted) their origin or note was added")
    return taken + from + known + noted + language(nl: ". Studie: \(content.into)", en: ". Study: \(content.into)")
  }
}
