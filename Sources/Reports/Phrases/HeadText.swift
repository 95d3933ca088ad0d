import Terms

/// Who made a study, when and which version it is, and what it leaves out: what the head of a report tells, in the words
/// of the study.
struct HeadText {
  let head: StudyHead
  let language: Language

  typealias Fact = (label: String, text: String)

  /// Whether the report is marked as a draft: one whose maker, date and version nobody knows is no final one, whatever
  /// its status says.
  var isDraft: Bool { head.status == .concept || isAnonymous }

  private var isAnonymous: Bool { origin.isEmpty }

  /// The mark of a draft; nil for a final report.
  var mark: String? {
    guard isDraft else { return nil }
    let name = StudyHead.Status.concept.name.capitalised(language)
    return isAnonymous
      ? name
        + language(
          nl: ": de studie noemt geen opsteller, organisatie, datum of versie",
          en: ": the study names no author, organisation, date or version") : name
  }

  /// Author, organisation, date and version, as far as the study names them.
  var origin: [Fact] {
    facts([(.author, head.author), (.organisation, head.organisation), (.date, head.date), (.version, head.version)])
  }

  /// The same with the status.
  var all: [Fact] {
    origin + [
      (
        label: Setting.status.name.heading(language),
        text: isDraft ? StudyHead.Status.concept.name(language) : head.status.name(language)
      )
    ]
  }

  /// What is left out of account, and how value-added tax is dealt with.
  var limits: [Fact] { facts([(.exclusions, head.exclusions), (.vat, head.vat)]) }

  /// All on one line, without labels: `J. de Vries, VRR, 3 november 2026, versie 2, concept`; nil if the study names
  /// nothing.
  var line: String? {
    guard !isAnonymous else { return nil }
    let version = head.version.map { Setting.version.name.name(language) + " " + $0 }
    let status = (isDraft ? StudyHead.Status.concept : head.status).name(language)
    return [head.author, head.organisation, head.date, version, status].compactMap { $0 }.joined(separator: ", ")
  }

  private func facts(_ settings: [(Setting, String?)]) -> [Fact] {
    settings.compactMap { setting, text in text.map { (label: setting.name.heading(language), text: $0) } }
  }
}
