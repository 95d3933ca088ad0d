import CostEngine
import Terms
import Testing

@testable import StudyFiles

/// What stands where a figure is asked.
@Suite struct AnswerValueReaderTests {
  private func read(
    _ value: AnswerTable.Value, _ figure: CurrentFigure = .persons, comma: Bool = true
  ) -> AnswerValueReader.Reading {
    AnswerValueReader(notation: NumberNotation(decimalComma: comma), figure: figure).read(value)
  }

  private func number(_ text: String, _ figure: CurrentFigure = .persons) -> (value: Double, readAs: String?)? {
    guard case .number(let value, let readAs) = read(.text(text), figure) else { return nil }
    return (value, readAs?.dutch)
  }

  @Test(
    arguments: [
      ("12", 12, nil), ("12,5", 12.5, nil), ("1.250,5", 1250.5, nil), (" 12 ", 12, nil), ("ca. 12", 12, "12"),
      ("± 12", 12, "12"), ("twaalf", 12, "12"), ("nihil", 0, "0"), ("12 personen", 12, "12"), ("12.5", 12.5, "12,5"),
      ("1.500", 1500, "1500, niet 1,5"),
    ] as [(String, Double, String?)]) func numbers(text: String, value: Double, readAs: String?) throws
  {
    let found = try #require(number(text))
    #expect(found.value == value && found.readAs == readAs)
  }

  /// A share is at most 1, so that 12 is 12 %; 1 is left to the doubts of `check`.
  @Test(
    arguments: [
      ("12%", 0.12, nil), ("0,12", 0.12, nil), ("12", 0.12, "12 % (een deel)"), ("12,5", 0.125, "12,5 % (een deel)"),
      ("1", 1, nil), ("0", 0, nil),
    ] as [(String, Double, String?)]) func shares(text: String, value: Double, readAs: String?) throws
  {
    let found = try #require(number(text, .turnover))
    #expect(found.value == value && found.readAs == readAs)
  }

  @Test func rangesAndWhatNobodyKnows() {
    #expect(read(.text("8-10")) == .range(8, 10, readAs: Bilingual(nl: "8 tot 10", en: "8 to 10")))
    #expect(
      read(.text("8 à 10"), .turnover) == .range(0.08, 0.1, readAs: Bilingual(nl: "0,08 tot 0,1", en: "0.08 to 0.1")))
    #expect(read(.text("8..10..14")) == .written("8..10..14"))
    for text in ["onbekend", "n.v.t.", "?", "-"] { #expect(read(.text(text)) == .unknown) }
    #expect(read(.text("  ")) == .blank)
  }

  @Test func numbersOfASpreadsheet() {
    #expect(read(.number(12, isPercent: false)) == .number(12, readAs: nil))
    #expect(read(.number(0.12, isPercent: true), .certified) == .number(0.12, readAs: nil))
    // A percentage where people are counted, and more than all of them.
    for (value, figure) in [
      (AnswerTable.Value.number(0.12, isPercent: true), CurrentFigure.persons),
      (.number(1.2, isPercent: true), .certified),
      (.number(-1, isPercent: false), .persons), (.number(120, isPercent: false), .certified), (.truth(true), .persons),
      (.error("#REF!"), .persons), (.uncomputed, .persons), (.text("genoeg"), .persons), (.text("-3"), .persons),
      (.text("meer dan 10"), .persons), (.text("120%"), .turnover),
    ] {
      guard case .problem = read(value, figure) else {
        Issue.record("\(value) was taken for \(read(value, figure))")
        continue
      }
    }
  }

  /// Excel makes a date of `8-10`: what was probably typed is proposed, and not taken.
  @Test func aDateIsAskedAbout() {
    guard case .problem(let problem, let remedy) = read(.date("2026-10-08")) else {
      Issue.record("a date was taken for a number")
      return
    }
    #expect(problem.dutch == "Hier staat een datum, 2026-10-08." && remedy.dutch.contains("8 tot 10"))
  }
}
