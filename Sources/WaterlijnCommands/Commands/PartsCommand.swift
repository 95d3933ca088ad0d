import Analyses
import Reports
import Terms

/// `waterlijn parts PARTS`
struct PartsCommand {
  static let command = Command(
    CommandDescription(
      name: "parts",
      operands: .parts,
      summary: Bilingual(
        nl: "toont welke delen van een berekening ontbreken", en: "tells which parts of a run are missing"),
      explanation: Bilingual(
        nl: """
          Toont van de delen die waterlijn run --part heeft gemaakt welke er zijn, welke
          ontbreken, en welke dubbel, beschadigd of van een andere berekening zijn; en wat
          er opnieuw te rekenen is, als --part en als --array voor Slurm. Alleen het begin
          van elk bestand wordt gelezen; waterlijn merge leest en toetst alles. Is er nog
          niet alles, of klopt er iets niet, dan eindigt de opdracht met status 3.
          """,
        en: """
          Tells of the parts that waterlijn run --part has made which are there, which are
          missing, and which are double, damaged or of another run; and what is to be
          computed again, as --part and as --array for Slurm. Only the beginning of each
          file is read; waterlijn merge reads and checks all of it. If not everything is
          there yet, or anything is not right, the command ends with status 3.
          """),
      examples: [
        Bilingual(nl: "waterlijn parts mijn-studie/delen", en: "waterlijn parts my-study/delen"),
        Bilingual(
          nl: "waterlijn parts mijn-studie/delen --parts 64", en: "waterlijn parts my-study/delen --parts 64"),
      ],
      options: [
        .partCount, .language, .help,
      ]),
    isLong: false
  ) { arguments, context throws(UsageError) in PartsCommand(arguments: arguments).run(&context) }

  private let arguments: ResolvedArguments

  private func run(_ context: inout CommandContext) -> ExitStatus {
    if let status = PlannedSweep.tellMissing(arguments.operands[0], context) { return status }
    let opened: OpenedParts
    do throws(OpenedResults.Refusal) {
      opened = try OpenedParts(arguments.operands, context.environment)
    } catch {
      return context.tell(.invalid(error.text))
    }
    context.adopt(opened.reading)
    let (missing, overlaps) = (opened.missing, opened.overlaps)
    let (parts, draws) = (PartTexts.parts(opened.parts.count), opened.run.draws)
    let there = draws - missing.count
    var lines = [
      Bilingual(
        nl: "\(opened.run.study): \(parts.dutch), \(PartTexts.dutch(there)) van \(PartTexts.dutch(draws)) trekkingen",
        en: "\(opened.run.study): \(parts.english), \(PartTexts.english(there)) of \(PartTexts.english(draws)) draws")
    ]
    if opened.checkpoints > 0 {
      lines.append(
        Bilingual(
          nl: "nog niet af, of afgebroken: \(opened.checkpoints) (verder met dezelfde opdracht en --resume)",
          en: "not finished yet, or interrupted: \(opened.checkpoints) (go on with the same command and --resume)"))
    }
    lines += opened.problems + overlaps.map { PartTexts.overlap($0) }
    if opened.unfinished > 0 {
      lines.append(
        Bilingual(
          nl: "onafgemaakte bestanden van afgebroken processen: \(opened.unfinished) (mogen weg)",
          en: "unfinished files of processes that were ended: \(opened.unfinished) (may be removed)"))
    }
    if missing.isEmpty {
      lines.append(Bilingual(nl: "Er ontbreekt niets.", en: "Nothing is missing."))
    } else {
      let text = PartTexts.ranges(missing)
      lines.append(Bilingual(nl: "Er ontbreken trekkingen \(text.dutch).", en: "Draws \(text.english) are missing."))
      lines += again(opened, missing)
    }
    let text = lines.map { context.language(nl: $0.dutch, en: $0.english) }.joined(separator: "\n") + "\n"
    let printed = context.print(text)
    let isRight = missing.isEmpty && overlaps.isEmpty && opened.problems.isEmpty
    return printed == .success && !isRight ? .invalidStudy : printed
  }

  /// What computes the missing draws.
  private func again(_ opened: OpenedParts, _ missing: DrawRanges) -> [Bilingual] {
    let areCheckpoints = opened.parts.allSatisfy { $0.isCheckpoint } && !opened.parts.isEmpty
    if areCheckpoints, arguments.partCount == nil { return [] }
    guard let count = arguments.partCount ?? division(opened),
      count <= PartDivision.mostParts(draws: opened.run.draws)
    else {
      return [
        Bilingual(
          nl: "In hoeveel delen er is gerekend, is hieruit niet op te maken; noem het met --parts N.",
          en: "Into how many parts it is divided cannot be told from this; name it with --parts N.")
      ]
    }
    let numbers = Self.list(PartDivision(draws: opened.run.draws, count: count).parts(with: missing))
    return [
      Bilingual(
        nl: "Opnieuw te rekenen: --part \(numbers)/\(count)", en: "To be computed again: --part \(numbers)/\(count)"),
      Bilingual(
        nl: "Met Slurm, genummerd vanaf 1: --array=\(numbers) (en --part auto --parts \(count))",
        en: "With Slurm, numbered from 1: --array=\(numbers) (and --part auto --parts \(count))"),
    ]
  }

  /// The number of parts of which all that are there are some.
  private func division(_ opened: OpenedParts) -> Int? {
    let there = opened.parts.filter { !$0.isCheckpoint }.flatMap { $0.header.ranges.ranges }
    guard let smallest = there.map({ $0.count }).min() else { return nil }
    let draws = opened.run.draws
    let most = PartDivision.mostParts(draws: draws)
    // Parts differ by one replicate: about so many there must be.
    let about = max(1, draws / max(1, smallest))
    return (max(1, about / 2)...max(1, min(most, about * 2 + 2))).first { count in
      let division = PartDivision(draws: draws, count: count)
      return there.allSatisfy { range in (1...count).contains { division.draws(ofPart: $0) == range } }
    }
  }

  /// `3,17-19`
  static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
