import CostEngine
import Reports
import StudyFiles
import Terms

/// What goes back to the regions: their own workbook as they sent it, with what is to be asked about it as notes at its cells,
/// and as a list in which they can answer.
///
/// Who sent something else, a table or what the page saved, gets the form with what they sent in it.
public struct AnswerReplies {
  /// Who writes the notes.
  static let author = "Waterlijn"

  /// Something to ask about a file.
  private struct Question {
    /// Name of the input; blank if that is not known.
    var key: String
    /// Where it stands: sheet and cell; nil of the file as a whole.
    var sheet: String?
    var cell: CellAddress?
    var title: String
    var text: String
    var given: String

    /// `Vragen!H8`
    var place: String { [sheet, cell?.description].compactMap { $0 }.joined(separator: "!") }
  }

  private let study: Study
  private let reading: StudyReading
  private let collected: CollectedAnswers
  private let toolVersion: String
  private let language: Language

  /// - Parameters:
  ///   - reading: the study as it was before.
  ///   - collected: what came of the answers.
  public init(
    _ study: Study, _ reading: StudyReading, _ collected: CollectedAnswers, toolVersion: String, language: Language
  ) {
    self.study = study
    self.reading = reading
    self.collected = collected
    self.toolVersion = toolVersion
    self.language = language
  }

  /// A file for each that something is to be asked about.
  public func files(_ given: [CollectedAnswers.File]) -> [OutputFile] {
    var files: [OutputFile] = []
    func add(_ name: String, _ bytes: [UInt8]) {
      let (stem, ending) = Self.parts(of: name)
      var (free, number) = (name, 1)
      while files.contains(where: { $0.name == free }) {
        number += 1
        free = "\(stem)-\(number)\(ending)"
      }
      files.append(OutputFile(name: free, bytes: bytes))
    }
    for file in given {
      let questions = questions(file)
      guard !questions.isEmpty else { continue }
      let name = file.name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? file.name
      if let bytes = annotated(file, questions) {
        add(name, bytes)
      } else {
        for region in regions(file) {
          let (stem, _) = Self.parts(of: name)
          let isOne = regions(file).count == 1
          if let bytes = form(region, file, questions) { add((isOne ? stem : "\(stem)-\(region)") + ".xlsx", bytes) }
        }
      }
    }
    return files
  }

  private static func parts(of name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  private func regions(_ file: CollectedAnswers.File) -> [String] {
    var regions: [String] = []
    for answer in file.content.answers where !regions.contains(answer.subject.region) {
      regions.append(answer.subject.region)
    }
    return regions
  }

  // MARK: What is asked

  private func questions(_ file: CollectedAnswers.File) -> [Question] {
    var questions: [Question] = []
    func add(_ diagnostic: Diagnostic, _ key: InputName?, given: String) {
      let sheet = diagnostic.file.around(" [").map { String($0.after.dropLast()) }
      // `antwoord, H8`
      let cell = diagnostic.column.flatMap { $0.split(separator: " ").last }.flatMap { CellAddress(reference: $0) }
      questions.append(
        Question(
          key: key?.text ?? "", sheet: sheet, cell: cell, title: key.map { self.title($0) } ?? "",
          text: diagnostic.namesOtherRegion
            ? sameAsAnother : diagnostic.problem(language) + " " + diagnostic.remedy(language),
          given: given))
    }
    for problem in file.content.diagnostics where problem.severity == .error { add(problem, nil, given: "") }
    for finding in collected.findings
    where finding.entry[.sha256] == file.sha256
      && (finding.diagnostic.severity == .doubt || finding.diagnostic.severity == .error)
    {
      add(finding.diagnostic, finding.input, given: finding.entry[.given])
    }
    for conflict in collected.answered.conflicts {
      for answer in conflict.answers where answer.place.file == file.name {
        let others = conflict.answers.filter { $0 != answer }.map { "\"\($0.given)\" (\($0.place.text))" }
        let list = others.joined(separator: ", ")
        questions.append(
          Question(
            key: answer.subject.name.text, sheet: answer.place.sheet, cell: answer.place.cell,
            title: title(answer.subject.name),
            text: language(
              nl: "Op deze vraag kwam ook een ander antwoord: \(list). Welk geldt?",
              en: "This question got another answer too: \(list). Which holds?"), given: answer.given))
      }
    }
    return questions
  }

  /// Of other regions nothing is told: not even which one gave the same.
  private var sameAsAnother: String {
    language(
      nl: "De meeste van uw antwoorden zijn precies die van een andere regio. Zijn het uw eigen cijfers?",
      en: "Most of your answers are precisely those of another region. Are they your own figures?")
  }

  private func title(_ input: InputName) -> String {
    input.label { code in
      study.functions.first { $0.code == code }?.name ?? study.provisions.first { $0.code == code }?.name ?? code
    }(language)
  }

  private func list(_ questions: [Question]) -> AnnotatedWorkbook.AddedSheet {
    func heading(_ column: FormColumn) -> String { column.heading(language) }
    return AnnotatedWorkbook.AddedSheet(
      name: language(nl: "Vragen aan u", en: "Questions to you"),
      header: [
        heading(.key), language(nl: "cel", en: "cell"), language(nl: "wat", en: "what"),
        language(nl: "u schreef", en: "you wrote"), heading(.question), heading(.note),
      ],
      rows: questions.map { [$0.key, $0.place, $0.title, $0.given, $0.text, ""] }, widths: [30, 14, 34, 16, 70, 50])
  }

  /// How to answer, at the end of a note.
  private var answer: String {
    language(
      nl: "Verbeter het getal, of schrijf in toelichting waarom het klopt.",
      en: "Mend the number, or write in the note why it is right.")
  }

  // MARK: Workbooks

  /// A region's own workbook; nil if it sent something else, or one that cannot be changed.
  private func annotated(_ file: CollectedAnswers.File, _ questions: [Question]) -> [UInt8]? {
    guard let book = try? SpreadsheetReader.read(file.bytes) else { return nil }
    var notes = questions.compactMap { question -> AnnotatedWorkbook.Note? in
      guard let sheet = question.sheet, let cell = question.cell else { return nil }
      return AnnotatedWorkbook.Note(sheet: sheet, cell: cell, text: question.text + "\n" + answer)
    }
    // What was asked before and is answered now.
    for sheet in book.sheets {
      for note in sheet.notes where AnnotatedWorkbook.isOwn(note, of: Self.author) {
        if !notes.contains(where: { $0.sheet == sheet.name && $0.cell == note.address }) {
          notes.append(
            AnnotatedWorkbook.Note(
              sheet: sheet.name, cell: note.address,
              text: language(nl: "Deze vraag is beantwoord.", en: "This question is answered.")))
        }
      }
    }
    return try? AnnotatedWorkbook.adding(notes, by: Self.author, sheet: list(questions), to: file.bytes)
  }

  /// The form of a region with what it sent.
  private func form(_ code: String, _ file: CollectedAnswers.File, _ questions: [Question]) -> [UInt8]? {
    guard let region = study.regions.firstIndex(where: { $0.code == code }) else { return nil }
    var form = AnswerForm(study, reading, region: region, scenario: study.mainScenario, first: [])
    for answer in file.content.answers where answer.subject.region == code {
      form.sent[answer.subject.name.text] = sent(answer)
    }
    let own = questions.filter { $0.key.isEmpty || InputName($0.key)?.region == code }
    let notes = own.compactMap { question -> AnnotatedWorkbook.Note? in
      guard let place = form.place(of: question.key) else { return nil }
      return AnnotatedWorkbook.Note(
        sheet: AnswerForm.sheet(language), cell: CellAddress(row: place.row, column: place.column),
        text: question.text + "\n" + answer)
    }
    let bytes = form.workbook(toolVersion: toolVersion, language: language)
    return try? AnnotatedWorkbook.adding(notes, by: Self.author, sheet: list(own), to: bytes)
  }

  private func sent(_ answer: GivenAnswer) -> AnswerForm.Sent {
    // A table of people's own counts as the study does, and the form asks for the whole region.
    let units = answer.isOfWholeRegion ? 1 : collected.answered.units(answer.subject)
    var sent = AnswerForm.Sent(
      answer: nil, source: answer.source, note: answer.note, person: answer.person, date: answer.date)
    switch answer.value {
    case .certain(let value): sent.answer = .number(value * units)
    case .range(let low, let likely, let high):
      (sent.low, sent.high) = (low * units, high * units)
      sent.answer = likely.map { .number($0 * units) }
    case .written, .unknown: sent.answer = .text(answer.given)
    case .unchanged: break
    }
    return sent
  }
}
