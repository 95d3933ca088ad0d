import CostEngine
import StudyFiles
import Terms

/// What regions sent back, taken over into a study: its files, where each figure came from, and what is to be asked about
/// them.
public struct CollectedAnswers {
  /// A file that came back.
  public struct File: Sendable {
    /// As the user wrote it.
    public var name: String
    public var sha256: String
    public var bytes: [UInt8]
    public var content: AnswerReader.Content

    /// - Parameter reader: of the study's answers.
    public init(name: String, bytes: [UInt8], _ reader: AnswerReader) {
      self.name = name
      self.bytes = bytes
      sha256 = SHA256.hexDigest(of: bytes)
      content = reader.read(bytes, file: name)
    }
  }

  /// What is wrong or doubtful with a figure that a region gave, told where the region wrote it.
  public struct Finding: Sendable {
    public var input: InputName
    public var entry: Provenance.Entry
    public var diagnostic: Diagnostic
    /// Whether it was taken over now, and not before.
    public var isNew: Bool
  }

  public let answered: AnsweredStudy
  /// All files of the new study.
  public let files: [OutputFile]
  /// The new study as it is read.
  public let reading: StudyReading
  /// The whole list of where figures came from.
  public let provenance: Provenance
  /// In the order of the list.
  public private(set) var findings: [Finding] = []
  /// Figures that a region gave before, and that are blank on the form that came back now.
  public let withdrawn: [Provenance.Entry]
  /// Errors of the new study elsewhere.
  public let otherErrors: [Diagnostic]

  /// Figures that were estimated, and those whose assumption stays because too few regions answered, or all the same; nil if
  /// that was not asked.
  public private(set) var estimated: (figures: Int, left: Int)?

  /// - Parameters:
  ///   - reading: the study as it was read.
  ///   - files: what came back.
  ///   - before: the list that an earlier run with the same files left; what people filled in there stays.
  ///   - estimates: whether to put ranges of what others gave in the place of what is assumed for regions.
  ///   - name: of the new study's folder.
  public init(
    _ study: Study, _ reading: StudyReading, files given: [File], before: [UInt8]?, prefersNewest: Bool,
    estimates: Bool, name: String, language: Language
  ) {
    let answered = AnsweredStudy(
      study, reading, values: study.meanValues, answers: given.flatMap { $0.content.answers },
      prefersNewest: prefersNewest)
    let cells = RegionCells(reading)
    let before = before.map { Provenance($0) }
    var entries = Provenance.accepted(
      answered.taken.flatMap { Self.entries(of: $0, reading, cells, given, language) }, as: before)
    func files(_ answered: AnsweredStudy, _ entries: [Provenance.Entry]) -> [OutputFile] {
      let old = answered.files.first { $0.name == Provenance.file }?.bytes
      let list = OutputFile(name: Provenance.file, bytes: Provenance.adding(entries, to: old, language: language))
      return (answered.files.filter { $0.name != Provenance.file } + [list]).sorted { $0.name < $1.name }
    }
    func read(_ files: [OutputFile]) -> StudyReading {
      var contents: [String: [UInt8]] = [:]
      for file in files { contents[file.name] = file.bytes }
      return StudyReader.read(files: contents, folderName: name)
    }
    // What is asked about an answer is kept beside it, and is only known when the study is read with it.
    let new = read(files(answered, entries))
    let inputs = Set(entries.map { $0[.input] })
    var (findings, isTold) = Self.findings(RegionCells(new), study, new: inputs)
    // Of a file that is there now, with the folder in which it is.
    for index in findings.indices {
      let entry = findings[index].entry
      guard let file = given.first(where: { $0.sha256 == entry[.sha256] })?.name else { continue }
      findings[index].diagnostic.file = file + String(findings[index].diagnostic.file.dropFirst(entry[.file].count))
    }
    for finding in findings where finding.isNew && finding.diagnostic.severity != .error {
      guard let place = entries.lastIndex(where: { $0[.input] == finding.input.text }) else { continue }
      entries[place][.doubt] = finding.diagnostic.problem(language)
    }
    var result = files(answered, entries)
    if estimates, let study = new.study {
      let reading = read(result)
      let figures = EstimatedFigures(study, reading, language)
      let taken = AnsweredStudy(
        study, reading, values: study.meanValues, answers: figures.answers, prefersNewest: false)
      result = files(taken, taken.taken.flatMap { Self.entries(of: $0, reading, RegionCells(reading), [], language) })
      estimated = (figures.answers.count, figures.left)
    }
    let answers = Set(given.flatMap { $0.content.answers.map { $0.subject } })
    var blank: [GivenAnswer.Subject] = []
    for subject in given.flatMap({ $0.content.blank }) where !answers.contains(subject) && !blank.contains(subject) {
      blank.append(subject)
    }
    withdrawn = blank.compactMap { cells.given($0.name) }.filter { !$0[.file].isEmpty }
    self.answered = answered
    self.findings = findings
    self.files = result
    self.reading = read(result)
    provenance = RegionCells(self.reading).provenance
    otherErrors = new.diagnostics.enumerated().filter { $1.severity == .error && !isTold.contains($0) }.map { $1 }
  }

  // MARK: Where figures came from

  /// The row of an answer; before it one of the figure that it takes the place of, if nobody had noted where that came from.
  private static func entries(
    of taken: AnsweredStudy.Taken, _ reading: StudyReading, _ cells: RegionCells, _ files: [File], _ language: Language
  ) -> [Provenance.Entry] {
    let answer = taken.answer
    let input = answer.subject.name
    var entry = Provenance.Entry()
    entry[.input] = input.text
    entry[.value] = taken.written
    entry[.given] = answer.given
    entry[.readAs] = answer.readAs?(language) ?? ""
    // Without the folders of the computer that it was on.
    entry[.file] = answer.place.file.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? answer.place.file
    entry[.sheet] = answer.place.sheet ?? ""
    // What was estimated stands nowhere.
    if !answer.place.file.isEmpty { entry[.cell] = answer.place.cell.description }
    (entry[.person], entry[.date]) = (answer.person, answer.date)
    (entry[.source], entry[.note]) = (answer.source, answer.note)
    entry[.sha256] = files.first { answer.place.file == $0.name }?.sha256 ?? ""
    guard taken.isChange, !taken.before.isEmpty, cells.given(input) == nil else { return [entry] }
    var earlier = Provenance.Entry()
    earlier[.input] = input.text
    earlier[.value] = taken.before
    earlier[.file] = input.table.file
    if let place = cells.place(input) { earlier[.cell] = place.description }
    earlier[.sha256] = reading.files.first { $0.name == input.table.file }?.sha256 ?? ""
    return [earlier, entry]
  }

  // MARK: What is to be asked

  /// - Returns: the findings, and the diagnostics (by their position) that they tell.
  private static func findings(_ cells: RegionCells, _ study: Study, new: Set<String>) -> ([Finding], Set<Int>) {
    var findings: [Finding] = []
    var isSeen: Set<String> = []
    var isTold: Set<Int> = []
    for entry in cells.provenance.entries.reversed() where isSeen.insert(entry[.input]).inserted {
      guard let input = InputName(entry[.input]), cells.given(input) != nil else { continue }
      for position in cells.diagnostics(at: input) where isTold.insert(position).inserted {
        let diagnostic = cells.diagnostics[position]
        guard diagnostic.severity != .notice else { continue }
        findings.append(
          Finding(
            input: input, entry: entry, diagnostic: diagnostic.told(of: entry, input, study),
            isNew: new.contains(entry[.input])))
      }
    }
    return (findings.reversed(), isTold)
  }
}

extension Diagnostic {
  /// What is said of a cell as it is told to the region that gave it: where it wrote it, and in the numbers that it wrote.
  func told(of entry: Provenance.Entry, _ input: InputName, _ study: Study) -> Diagnostic {
    var told = self
    told.file = entry[.file] + (entry[.sheet].isEmpty ? "" : " [\(entry[.sheet])]")
    (told.row, told.column) = (CellAddress(reference: entry[.cell])?.row, entry[.cell])
    let (given, value) = (entry[.given], entry[.value])
    guard !given.isEmpty, given != value else { return told }
    guard let unit = input.item.flatMap({ study.unitOfProvision($0) }) else {
      if entry[.readAs].isEmpty, !given.includes(" / ") {
        told.problem = Bilingual(
          nl: "In de opgave staat \"\(given)\". " + problem.dutch,
          en: "The region wrote \"\(given)\". " + problem.english)
      }
      return told
    }
    told.problem = Bilingual(
      nl: "\"\(given)\" voor de hele regio is \(value) per \(unit.dutch). " + problem.dutch,
      en: "\"\(given)\" for the whole region is \(value) a \(unit.english). " + problem.english)
    if severity != .explained {
      let meant = suggestion.flatMap { Self.whole($0, given: given, value: value) }
      let start = meant.map {
        Bilingual(
          nl: "Waarschijnlijk is \($0.dutch) bedoeld, voor de hele regio. ",
          en: "Probably \($0.english) is meant, for the whole region. ")
      }
      told.remedy = Bilingual(
        nl: (start?.dutch ?? "") + "Verbeter het, of zeg in toelichting waarom het zo is.",
        en: (start?.english ?? "") + "Mend it, or say in the note why it is so.")
    }
    return told
  }

  /// A number of the study for each unit, as one of the whole region: in two digits, as suggestions are rough.
  private static func whole(_ number: String, given: String, value: String) -> Bilingual? {
    func read(_ text: String) -> Double? { try? TypedNumber.read(text) }
    guard let suggested = read(number), let whole = read(given), let each = read(value), each > 0 else { return nil }
    var meant = suggested * whole / each
    guard meant > 0, meant.isFinite else { return nil }
    var step = 1.0
    while meant / step >= 100 { step *= 10 }
    while meant / step < 10 { step /= 10 }
    meant = (meant / step).rounded() * step
    return Bilingual(
      nl: NumberFormat.people(.dutch).shortest(meant), en: NumberFormat.people(.english).shortest(meant))
  }
}

extension Study {
  /// What a provision is counted for, if not for the region as a whole; nil of anything else.
  fileprivate func unitOfProvision(_ code: String) -> Bilingual? {
    switch provisions.first(where: { $0.code == code })?.per {
    case .municipality: return Bilingual(nl: "gemeente", en: "municipality")
    case .per100k: return Bilingual(nl: "100.000 inwoners", en: "100,000 inhabitants")
    default: return nil
    }
  }
}
