import Analyses
import Terms

@testable import StudyFiles

/// What a region sent back, as a table, or as files after each other in an archive: recognised, read, taken over and sent back.
enum AnswerTarget {
  private static let reading = SmallStudy.readings[0]
  private static let study = reading.study!
  private static var reader: AnswerReader { AnswerReader(study) }

  static func run(_ bytes: [UInt8]) {
    var sent = bytes
    if bytes.starts(with: Array("=== ".utf8)) {
      var archive = ZipArchive()
      for file in FileContainer(bytes).files where file.name.utf8.count < 1000 { archive.add(file.name, file.bytes) }
      sent = archive.finished()
    }
    let file = CollectedAnswers.File(name: "VR01.csv", bytes: sent, reader)
    CSVTarget.check(file.content.diagnostics)
    func collected(_ reading: StudyReading, estimates: Bool) -> CollectedAnswers {
      CollectedAnswers(
        study, reading, files: [file], before: nil, prefersNewest: bytes.isChosen(oneIn: 2), estimates: estimates,
        name: "ronde", language: bytes.isChosen(oneIn: 3) ? .english : .dutch)
    }
    let once = collected(reading, estimates: bytes.isChosen(oneIn: 4))
    // What regions send is never taken over into a study that cannot be read.
    require(
      once.reading.study != nil || once.findings.contains { $0.diagnostic.severity == .error }
        || !once.otherErrors.isEmpty, "a study that is not read, and nothing told")
    CSVTarget.check(once.findings.map { $0.diagnostic })
    for taken in once.answered.taken where taken.isChange {
      require(
        once.provenance.latest(taken.answer.subject.name)?[.value] == taken.written, "a figure that comes from nowhere")
    }
    _ = AnswerReplies(study, reading, once, toolVersion: "0", language: .dutch).files([file])
    guard bytes.isChosen(oneIn: 8), let again = once.reading.study else { return }
    // The same file once more changes no figure.
    let twice = CollectedAnswers(
      again, once.reading, files: [file], before: nil, prefersNewest: false, estimates: false, name: "ronde",
      language: .dutch)
    require(!twice.answered.taken.contains { $0.isChange }, "the same answers change something again")
  }
}
