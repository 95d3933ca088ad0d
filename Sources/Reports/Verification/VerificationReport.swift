import CostEngine
import Terms

/// The text that `waterlijn verify` prints.
public struct VerificationReport {
  let content: VerificationContent
  let language: Language

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: VerificationContent, language: Language) -> String {
    PlainText.text(VerificationReport(content: content, language: language).lines)
  }

  private var format: NumberFormat { NumberFormat.people(language) }

  private var lines: [String] {
    let title = language(
      nl: "\(content.folder) nagerekend", en: "\(content.folder) computed again")
    var lines = PlainText.heading(PlainText.line(title), underline: "=") + [""]
    lines += PlainText.definitions([
      (language(nl: "Studie", en: "Study"), PlainText.line(content.manifest.study)),
      (language(nl: "Berekend met", en: "Computed with"), settings),
      (language(nl: "Invoer", en: "Inputs"), inputs),
      (language(nl: "Uitkomsten", en: "Results"), outputs),
    ])
    lines += findings(
      language(nl: "Invoer die niet meer is zoals ze was", en: "Inputs that are not as they were"),
      content.inputs ?? [], of: .inputs)
    lines += findings(
      language(nl: "Uitkomsten die niet kloppen", en: "Results that are not right"), content.outputs, of: .results)
    lines += findings(
      language(
        nl: "De studie is sindsdien gewijzigd (de uitkomsten zijn van daarvoor)",
        en: "The study has changed since (the results are of before)"), content.study ?? [], of: .study)
    lines += origins
    return lines + [""] + PlainText.wrapped(conclusion)
  }

  /// The files that regions' figures came from: who has them can hold them to these.
  private var origins: [String] {
    guard let answers = content.answers else { return [] }
    let text = OriginText(progress: answers, language: language)
    let figures = text.figures()
    guard !figures.isEmpty else { return [] }
    let heading = language(
      nl: "Bestanden waar \(format.count(figures.count)) cijfers van regio's uit komen",
      en: "Files from which \(format.count(figures.count)) figures of regions come")
    return [""] + PlainText.heading(heading)
      + text.files(figures).flatMap { file in
        PlainText.wrapped(
          PlainText.line("\(file.name): \(format.count(file.count)), SHA-256 \(file.sha256)"), first: "  ",
          indent: "    ")
      }
  }

  private var settings: String {
    let manifest = content.manifest
    let version =
      manifest.toolVersion == content.version
      ? "Waterlijn \(PlainText.line(content.version))"
      : language(
        nl: "Waterlijn \(PlainText.line(manifest.toolVersion)); nagerekend met \(content.version)",
        en: "Waterlijn \(PlainText.line(manifest.toolVersion)); computed again with \(content.version)")
    let interim = PartialText(manifest.partial, language: language).sentence.map { ". " + $0 }
    return version + "; "
      + language(
        nl: "\(format.count(manifest.draws)) trekkingen (\(manifest.sampler.id)), startwaarde \(manifest.seed)",
        en: "\(format.count(manifest.draws)) draws (\(manifest.sampler.id)), seed \(manifest.seed)") + (interim ?? "")
  }

  private var inputs: String {
    let count = content.manifest.inputs.count
    guard let findings = content.inputs else {
      return language(
        nl: "deze uitkomsten hebben geen kopie van hun invoer; gebruikt is de studie zelf",
        en: "these results carry no copy of their inputs; the study itself was used")
    }
    let files = language(nl: count == 1 ? "bestand" : "bestanden", en: count == 1 ? "file" : "files")
    return findings.isEmpty
      ? language(
        nl: "\(format.count(count)) \(files), precies zoals bij de berekening",
        en: "\(format.count(count)) \(files), precisely as when they were computed with")
      : language(
        nl: "\(format.count(findings.count)) van \(format.count(count)) \(files) anders dan bij de berekening",
        en: "\(format.count(findings.count)) of \(format.count(count)) \(files) not as when they were computed with")
  }

  private var outputs: String {
    if let hindrance = content.hindrance { return hindrance(language) }
    let count = content.manifest.outputs.count
    let tables = language(nl: count == 1 ? "tabel" : "tabellen", en: count == 1 ? "table" : "tables")
    return content.outputs.isEmpty
      ? language(
        nl: "\(format.count(count)) \(tables) opnieuw berekend: gelijk tot op de byte",
        en: "\(format.count(count)) \(tables) computed again: the same to the byte")
      : language(
        nl: "opnieuw berekend: \(format.count(content.outputs.count)) "
          + (content.outputs.count == 1 ? "bestand is anders" : "bestanden zijn anders"),
        en: "computed again: \(format.count(content.outputs.count)) "
          + (content.outputs.count == 1 ? "file differs" : "files differ"))
  }

  private var conclusion: String {
    if content.isVerified {
      return language(
        nl: "Deze uitkomsten kloppen: ze komen precies zo uit deze invoer.",
        en: "These results are right: they come out of these inputs precisely so.")
    }
    if content.hindrance != nil {
      return language(
        nl: "Deze uitkomsten zijn niet na te rekenen.", en: "These results cannot be computed again.")
    }
    return content.outputs.isEmpty
      ? language(
        nl: "De uitkomsten kloppen met de invoer van toen, maar de kopie daarvan is veranderd.",
        en: "The results are right for the inputs of the time, but the copy of those was changed.")
      : language(nl: "Deze uitkomsten kloppen niet.", en: "These results are not right.")
  }

  // MARK: Findings

  private enum Files {
    case inputs
    case results
    case study
  }

  private func findings(_ heading: String, _ findings: [VerificationContent.Finding], of files: Files) -> [String] {
    guard !findings.isEmpty else { return [] }
    return [""] + PlainText.heading(heading)
      + findings.flatMap { finding in
        ["", PlainText.line(finding.file)] + told(finding.state, of: files)
      }
  }

  private func told(_ state: VerificationContent.State, of files: Files) -> [String] {
    func told(_ text: String, _ changes: FileChanges? = nil) -> [String] {
      PlainText.wrapped(text + (changes == nil ? "" : ":"), first: "  ", indent: "  ")
        + (changes.map { self.changes($0, of: files) } ?? [])
    }
    switch state {
    case .missing: return told(language(nl: "ontbreekt", en: "is missing"))
    case .new: return told(language(nl: "is er sindsdien bijgekomen", en: "was added since"))
    case .edited(let changes) where files == .study:
      return told(language(nl: "is gewijzigd", en: "has changed"), changes)
    case .edited(let changes):
      return told(
        language(nl: "is na het wegschrijven veranderd", en: "was changed after it had been written"), changes)
    case .otherwise(let changes):
      let text =
        content.manifest.toolVersion == content.version
        ? language(
          nl: "is zoals het is weggeschreven, maar komt er nu anders uit",
          en: "is as it was written, but comes out otherwise now")
        : language(
          nl:
            "komt in versie \(content.version) anders uit dan in versie \(PlainText.line(content.manifest.toolVersion))",
          en:
            "comes out of version \(content.version) otherwise than of \(PlainText.line(content.manifest.toolVersion))")
      return told(text, changes)
    }
  }

  private func changes(_ changes: FileChanges, of files: Files) -> [String] {
    var lines: [String] = []
    func add(_ text: String) { lines += PlainText.wrapped(text, first: "  ", indent: "    ") }
    if changes.isNotationOnly {
      add(
        language(
          nl: "alleen de schrijfwijze is anders (scheidingstekens, regeleinden, aanhalingstekens)",
          en: "only the notation differs (separators, line ends, quotes)"))
    }
    if changes.hasOtherColumns { add(language(nl: "heeft andere kolommen", en: "has other columns")) }
    for cell in changes.cells {
      let subject = PlainText.line(cell.subject.joined(separator: ", "))
      let place = language(nl: "rij \(cell.row)", en: "row \(cell.row)") + (subject.isEmpty ? "" : " (\(subject))")
      let column = language(nl: ", kolom ", en: ", column ") + PlainText.line(cell.column)
      let (expected, found) = (quoted(cell.expected), quoted(cell.found))
      let difference =
        files == .results
        ? language(nl: "er staat \(found), berekend \(expected)", en: "it says \(found), computed \(expected)")
        : language(nl: "was \(expected), is nu \(found)", en: "was \(expected), is \(found) now")
      add(place + column + ": " + difference)
    }
    let more = changes.cellCount - changes.cells.count
    if more > 0 {
      add(
        language(
          nl: "en nog \(format.count(more)) \(more == 1 ? "cel" : "cellen")",
          en: "and \(format.count(more)) more \(more == 1 ? "cell" : "cells")"))
    }
    if changes.missingRows > 0 || changes.addedRows > 0 {
      add(
        language(
          nl: "vanaf rij \(changes.firstRow): \(rows(changes, "weg", "bijgekomen"))",
          en: "from row \(changes.firstRow) on: \(rows(changes, "gone", "added"))"))
    }
    return lines
  }

  private func rows(_ changes: FileChanges, _ gone: String, _ added: String) -> String {
    func count(_ number: Int, _ what: String) -> String? {
      let rows = number == 1 ? language(nl: "rij", en: "row") : language(nl: "rijen", en: "rows")
      return number == 0 ? nil : "\(format.count(number)) \(rows) \(what)"
    }
    return [count(changes.missingRows, gone), count(changes.addedRows, added)].compactMap { $0 }.joined(separator: ", ")
  }

  private func quoted(_ text: String) -> String {
    text.isEmpty ? language(nl: "niets", en: "nothing") : PlainText.line(text)
  }
}
