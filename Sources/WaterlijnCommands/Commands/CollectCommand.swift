import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn collect STUDY ANSWERS... --into STUDY2`
struct CollectCommand {
  static let command = Command(
    CommandDescription(
      name: "collect",
      operands: Operands(
        placeholder: Bilingual(nl: "STUDIE ANTWOORDEN", en: "STUDY ANSWERS"), count: 2...10_000),
      summary: Bilingual(
        nl: "neemt over wat regio's opgaven, in een nieuwe studie",
        en: "takes over what regions reported, into a new study"),
      explanation: Bilingual(
        nl: """
          Leest wat regio's terugsturen (bestanden, of mappen ervan): het formulier van
          template als werkmap of CSV, in welke volgorde ook; wat de pagina bewaart; en
          tabellen die mensen zelf maken, als hun koppen zeggen wat erin staat. Schrijft
          een nieuwe studie waarin alleen de cellen van de antwoorden anders zijn; de
          studie zelf blijft zoals zij is. Wat niet is beantwoord, blijft aangenomen.

          Toont wat niet gewoon een getal was en als wat het is gelezen ("ca. 12" als
          12), wat niet is overgenomen en waarom, en waar twee antwoorden verschillen:
          dan telt geen van beide, tenzij --prefer newest. In provenance.csv staat van
          elk antwoord het bestand, het blad, de cel, wie, wanneer en de SHA-256. Nog een
          keer met dezelfde bestanden verandert niets.

          Met --reply gaat naar elke regio haar eigen werkmap terug, zoals zij die
          stuurde, met de vragen als opmerking bij de cellen en als lijst; wie iets anders
          stuurde, krijgt het formulier met de eigen antwoorden. Een vraag die in
          toelichting is beantwoord, is gesloten; de andere blijven open, ook in de
          volgende ronde.

          Met --estimate komt voor wat een regio nog niet gaf, in plaats van de aanname,
          een bereik uit wat andere regio's gaven: eerst die van gelijke omvang, en ten
          minste vijf. Zo'n cijfer is niet aangenomen en niet opgegeven, maar geschat.

          Kan er iets niet worden overgenomen, dan is de afsluitstatus 3; de rest staat
          dan wel in de nieuwe studie.
          """,
        en: """
          Reads what regions send back (files, or folders of them): the form of template
          as a workbook or CSV, in any order; what the page saves; and tables that people
          make themselves, if their headings say what they hold. Writes a new study in
          which only the cells of the answers differ; the study itself stays as it is.
          What is not answered stays assumed.

          Shows what was not plainly a number and what it was read as ("ca. 12" as 12),
          what was not taken over and why, and where two answers differ: then neither
          counts, unless --prefer newest. provenance.csv has of every answer the file,
          sheet, cell, who, when and SHA-256. Once more with the same files changes
          nothing.

          With --reply every region gets its own workbook back as it sent it, with the
          questions as notes at the cells and as a list; who sent something else gets the
          form with its answers. A question that is answered in the note is closed; the
          others stay open, in the next round too.

          With --estimate what a region has not given gets, in the place of the
          assumption, a range from what other regions gave: those of like size first, and
          five at least. Such a figure is neither assumed nor reported, but estimated.

          If something cannot be taken over the exit status is 3; the rest is in the new
          study nevertheless.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn collect mijn-studie antwoorden --into mijn-studie-2",
          en: "waterlijn collect my-study answers --into my-study-2 --language en"),
        Bilingual(
          nl: "waterlijn collect mijn-studie a.xlsx b.csv --into ronde2 --prefer newest",
          en: "waterlijn collect my-study a.xlsx b.csv --into round2 --prefer newest"),
      ],
      options: [
        .into, .reply, .prefer, .estimate, .language,
        .quiet.worded(help: Bilingual(nl: "toont alleen fouten", en: "shows errors only")), .help,
      ]),
    isLong: false
  ) { arguments, context throws(UsageError) in
    let folder = arguments.operands[0]
    let reading = context.readStudy(at: folder)
    guard let study = reading.study else { return context.refuse(reading, folder: folder) }
    let opened = OpenedStudy(folder: folder, reading: reading, study: study)
    return try CollectCommand(arguments: arguments, opened: opened, context: context).run()
  }

  private let arguments: ResolvedArguments
  private let opened: OpenedStudy
  private let context: CommandContext

  private func run() throws(UsageError) -> ExitStatus {
    guard let into = arguments.into else { throw .missingOptions([.into]) }
    let environment = context.environment
    if let reply = arguments.reply?.trimmingTrailingSlashes {
      // Back into the folder that they came from, replies would take the place of what was sent.
      let taken = (arguments.operands + [into]).map { $0.trimmingTrailingSlashes }
      if taken.contains(reply) { throw .invalid(.reply, Self.takenFolder(reply)) }
    }
    let own = environment.files.resolved(environment.path(opened.folder))
    if let there = environment.files.resolved(environment.path(into)) {
      if there == own { throw .invalid(.into, Self.sameStudy) }
      let names = ((try? environment.files.names(in: there)) ?? []).filter { !$0.hasPrefix(".") }
      if !names.isEmpty, !names.contains(Provenance.file) { throw .invalid(.into, Self.otherFolder(into)) }
    }
    let files = try self.files()
    let reader = AnswerReader(opened.study)
    var answered: [CollectedAnswers.File] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(FileFailure) {
        let bytes = try environment.files.contents(of: environment.path(file), limit: ZipReader.largestArchive)
        answered.append(CollectedAnswers.File(name: file, bytes: bytes, reader))
      } catch {
        problems.append(
          Diagnostic(
            .error, file: file, problem: error.reasonText,
            remedy: Bilingual(nl: "Vraag het bestand opnieuw.", en: "Ask for the file again.")))
      }
    }
    problems += answered.flatMap { $0.content.diagnostics.filter { $0.severity == .error } }
    let there = environment.contents(of: into.trimmingTrailingSlashes + "/" + Provenance.file)
    let collection = CollectedAnswers(
      opened.study, opened.reading, files: answered, before: there, prefersNewest: arguments.prefersNewest,
      estimates: arguments.estimates, name: into, language: context.language)
    if let there, !collection.provenance.holds(all: Provenance(there)) {
      throw .invalid(.into, Self.otherAnswers(into))
    }
    var replies: [OutputFile] = []
    if arguments.reply != nil {
      replies = AnswerReplies(
        opened.study, opened.reading, collection, toolVersion: Waterlijn.version, language: context.language
      ).files(answered)
    }
    do throws(WorkFailure) {
      if let reply = arguments.reply, !replies.isEmpty {
        try OutputPlaces(folder: reply, arguments).write(replies, workbook: { [] }, context)
      }
      try OutputPlaces(folder: into, arguments).write(collection.files + askedList, workbook: { [] }, context)
    } catch {
      return context.tell(error)
    }
    return tell(collection, answered, problems, into, replies: replies.count)
  }

  /// The list of who was asked goes along, though nothing is computed with it.
  private var askedList: [OutputFile] {
    let path = opened.folder.trimmingTrailingSlashes + "/" + AskedRegions.file
    return context.environment.contents(of: path).map { [OutputFile(name: AskedRegions.file, bytes: $0)] } ?? []
  }

  /// The files to read: those that were named, and those in folders that were named.
  private func files() throws(UsageError) -> [String] {
    let environment = context.environment
    var files: [String] = []
    for name in arguments.operands.dropFirst() {
      switch environment.files.kind(of: environment.path(name)) {
      case .folder:
        let names = (try? environment.files.names(in: environment.path(name))) ?? []
        // Spreadsheets leave locks beside what is open.
        for inside in names.sorted() where !inside.hasPrefix(".") && !inside.hasPrefix("~") {
          let path = name.trimmingTrailingSlashes + "/" + inside
          if environment.files.kind(of: environment.path(path)) == .file { files.append(path) }
        }
      // What is not there is told when it is read.
      case .file, .other, nil: files.append(name)
      }
    }
    return files
  }

  private func tell(
    _ collection: CollectedAnswers, _ answered: [CollectedAnswers.File], _ problems: [Diagnostic], _ into: String,
    replies: Int
  ) -> ExitStatus {
    let study = collection.answered
    var content = CollectContent(into: into)
    content.files = answered.count
    content.taken = study.taken.count { $0.isChange }
    content.noted = study.taken.count - content.taken
    content.known = study.known
    content.replies = arguments.reply.map { (replies, $0) }
    content.estimated = collection.estimated
    content.regions = Set(answered.flatMap { $0.content.answers.map { $0.subject.region } }).count
    content.unknown =
      study.unknown.map { line($0, Bilingual(same: "")) }
      + study.notes.map { note in
        var line = line(note, Bilingual(same: ""))
        line.given = note.note
        return line
      }
    content.blankFiles = answered.filter { $0.content.isBlank }.map { $0.name }
    content.unread = answered.flatMap { $0.content.diagnostics.filter { $0.severity == .notice } }
    content.withdrawn = collection.withdrawn.map { entry in
      CollectContent.Line(
        subject: InputName(entry[.input])?.label ?? Bilingual(same: entry[.input]), given: entry[.value],
        readAs: Bilingual(same: ""), place: entry.place)
    }
    content.readAs = study.taken.compactMap { taken in taken.answer.readAs.map { line(taken.answer, $0) } }
    content.conflicts = study.conflicts.map { $0.answers.map { line($0, Bilingual(same: "")) } }
    func findings(_ severity: Diagnostic.Severity, isNew: Bool? = nil) -> [Diagnostic] {
      collection.findings.filter { $0.diagnostic.severity == severity && (isNew == nil || $0.isNew == isNew) }
        .map { $0.diagnostic }
    }
    content.problems = problems + findings(.error) + collection.otherErrors
    content.doubts = findings(.doubt, isNew: true)
    content.openDoubts = findings(.doubt, isNew: false)
    content.explained = findings(.explained, isNew: true)
    if arguments.isQuiet { content.keepErrors() }
    let isWhole = content.problems.isEmpty && content.conflicts.isEmpty
    let text = CollectReport.text(content, language: context.language)
    if !isWhole {
      context.environment.error(text)
      return .invalidStudy
    }
    return arguments.isQuiet ? .success : context.print(text)
  }

  private func line(_ answer: GivenAnswer, _ readAs: Bilingual) -> CollectContent.Line {
    let who = [answer.person, answer.date].filter { !$0.isEmpty }.joined(separator: ", ")
    return CollectContent.Line(
      subject: answer.subject.name.label, given: answer.given, readAs: readAs,
      place: answer.place.text + (who.isEmpty ? "" : " (\(who))"))
  }

  private static let sameStudy = Bilingual(
    nl: "de antwoorden komen in een nieuwe studie, zodat de oude blijft zoals zij is. Kies een andere map.",
    en: "the answers go into a new study, so that the old one stays as it is. Choose another folder.")

  private static func takenFolder(_ folder: String) -> Bilingual {
    Bilingual(
      nl: "in \"\(folder)\" staan de studie of de antwoorden zelf. Kies een andere map.",
      en: "\"\(folder)\" holds the study or the answers themselves. Choose another folder.")
  }

  private static func otherAnswers(_ folder: String) -> Bilingual {
    Bilingual(
      nl:
        "in \"\(folder)\" staan antwoorden die er nu niet meer in zouden staan. Noem ook de bestanden van toen, of kies "
        + "een andere map.",
      en: "\"\(folder)\" has answers that it would lose. Name the files of before as well, or choose another folder.")
  }

  private static func otherFolder(_ folder: String) -> Bilingual {
    Bilingual(
      nl: "in \"\(folder)\" staat al iets anders. Kies een nieuwe of lege map.",
      en: "\"\(folder)\" already holds something else. Choose a new or empty folder.")
  }
}
