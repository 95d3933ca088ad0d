import CostEngine
import Reports
import StudyFiles
import Terms

extension AnswerProgress {
  /// Where the figures came from that regions gave on forms; nil if none did.
  public init?(_ study: Study, given reading: StudyReading) {
    guard reading.copies.contains(where: { $0.name == Provenance.file }) else { return nil }
    self.init(study, reading, asked: nil, scenario: study.mainScenario, priority: nil)
  }

  /// - Parameters:
  ///   - asked: codes of the regions that were asked; nil if nobody noted them.
  ///   - scenario: index of the scenario whose total is uncertain.
  ///   - priority: what knowing each figure is worth; nil if that was not computed.
  public init(
    _ study: Study, _ reading: StudyReading, asked: Set<String>?, scenario: Int, priority: PriorityContent?
  ) {
    let first = (priority?.questions ?? []).map { AnswerProgress.Question($0.figure, item: $0.item) }
    let questions =
      first
      + AnswerForm.figures(of: study).map { AnswerProgress.Question($0.figure, item: $0.item) }.filter {
        !first.contains($0)
      }
    let finder = StandingFinder(study: study, reading: reading, asked: asked)
    var worth: [String: Double] = [:]
    for cell in (priority?.regions ?? []).flatMap({ $0.cells }) {
      worth[finder.input(cell.figure, cell.item, cell.region).text] = cell.national.variance.value
    }
    let answers = study.regions.indices.map { region in
      questions.map { question in
        var answer = finder.answer(question, region)
        if !answer.standing.isAnswered { answer.worth = max(0, worth[answer.input] ?? 0) }
        return answer
      }
    }
    self.init(
      study, scenario: scenario, questions: questions, answers: answers, open: priority?.all, knowsAsked: asked != nil)
  }
}

private struct StandingFinder {
  let study: Study
  let reading: StudyReading
  let asked: Set<String>?
  private let cells: RegionCells
  private let reported: Set<StudyReading.CurrentCell>

  init(study: Study, reading: StudyReading, asked: Set<String>?) {
    self.study = study
    self.reading = reading
    self.asked = asked
    cells = RegionCells(reading)
    reported = Set(reading.currentCells.filter { $0.isReported })
  }

  func input(_ figure: CurrentFigure, _ item: Int, _ region: Int) -> InputName {
    let code = figure == .provisionQuantity ? study.provisions[item].code : study.functions[item].code
    return InputName(figure.column, key: [study.regions[region].code, code])
  }

  func answer(_ question: AnswerProgress.Question, _ region: Int) -> AnswerProgress.Answer {
    let input = input(question.figure, question.item, region)
    let isAsked = asked?.contains(study.regions[region].code) ?? true
    var answer = AnswerProgress.Answer(input: input.text, standing: isAsked ? .silent : .notAsked)
    let cell = StudyReading.CurrentCell(
      region: region, figure: question.figure, item: question.item, isAssumed: false)
    guard reported.contains(cell) else { return answer }
    answer.standing = .received
    answer.value = cells.text(input) ?? ""
    let entry = cells.given(input)
    let found = cells.diagnostics(at: input).map { cells.diagnostics[$0] }
    if let doubt = found.first(where: { $0.severity == .doubt }) ?? found.first(where: { $0.severity == .explained }) {
      answer.standing = doubt.severity == .doubt ? .doubt : .explained
      answer.doubt = entry.map { doubt.told(of: $0, input, study) }?.problem ?? doubt.problem
      if doubt.severity == .explained { answer.note = doubt.remedy.dutch }
    }
    guard let entry else { return answer }
    answer.origin = origin(entry)
    if answer.note.isEmpty { answer.note = entry[.note] }
    answer.earlier = cells.provenance.history(input).dropLast().map(origin)
    (answer.acceptedBy, answer.acceptedOn) = (entry[.acceptedBy], entry[.acceptedOn])
    if !entry[.acceptedBy].isEmpty || !entry[.acceptedOn].isEmpty { answer.standing = .accepted }
    return answer
  }

  private func origin(_ entry: Provenance.Entry) -> AnswerProgress.Origin {
    AnswerProgress.Origin(
      value: entry[.value], given: entry[.given], readAs: entry[.readAs], file: entry[.file],
      place: (entry[.sheet].isEmpty ? "" : entry[.sheet] + "!") + entry[.cell], person: entry[.person],
      date: entry[.date], source: entry[.source], note: entry[.note], doubt: entry[.doubt], sha256: entry[.sha256])
  }
}
