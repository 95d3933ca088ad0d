import CostEngine
import StudyFiles
import TestSupport
import Testing

@testable import WaterlijnCommands

/// The order in which `priority` puts questions, and what it says of several of them.
@Suite struct PriorityOrderTests {
  /// Two regions, three provisions that are given up. P0 and P1, of deviations 3,000 and 2,000, are one and the same normal
  /// number z everywhere, by a factor: 10,000 z for the country. P2 is independent, 4,000 in either region. Variances in
  /// millions: 100 by the factor, 32 by P2.
  private static func reading() throws -> StudyReading {
    let deviations = [3000.0, 2000, 4000]
    var study = ClosedFormStudy.make(
      amounts: try (0..<2).map { _ in
        try deviations.map { try .normal(mean: 100_000, standardDeviation: $0) }
      })
    study.factors = ["markt"]
    for variable in study.variables.indices where !study.variables[variable].name.hasSuffix("/P2]") {
      study.variables[variable].loadings = [FactorLoading(factor: 0, loading: 1)]
    }
    for (index, name) in ["Groot", "Net zo", "Los"].enumerated() { study.provisions[index].name = name }
    let fixed = study
    return World.reading(study) { reading in
      reading.currentCells = fixed.regions.indices.flatMap { region in
        fixed.provisions.indices.map {
          .init(region: region, figure: .provisionQuantity, item: $0, isAssumed: true)
        }
      }
    }
  }

  /// Either of the tied questions removes 100 / 132 alone, P2 32 / 132, and P2 adds all of that: the second best alone adds
  /// nothing. It used to stand second, with the same worth as the first.
  @Test func theSecondQuestionIsTheOneThatAdds() throws {
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "4000", "--out", "uit", "--quiet"], reading: try Self.reading())
    #expect(outcome.status == .success)
    let rows = PriorityCommandTests.rows(world, "uit/priority.csv").filter { $0["region"] == "NL" }
    let questions = rows.filter { $0["kind"] == "question" }
    #expect(questions.count == 3 && questions[1]["item"] == "P2")
    func number(_ row: [String: String], _ column: String) throws -> Double {
      try #require(Double(row[column] ?? ""), "\(column)")
    }
    for (row, share) in zip(questions, [100.0 / 132, 32.0 / 132, 100.0 / 132]) {
      // 4.5 of its own errors; three parameters each of some 4,000 draws are corrected for, to the square of 3 / 4,000.
      let error = try number(row, "variance_share_se")
      #expect(abs(try number(row, "variance_share") - share) < 4.5 * error + 1e-3)
      #expect(error < 0.03)
    }
    #expect(abs(try number(questions[1], "adds") - 32.0 / 132) < 4.5 * (try number(questions[1], "adds_se")) + 1e-3)
    #expect(try number(questions[1], "together") > 0.999)
    #expect(questions[2]["adds"] == "" && questions[2]["same_as"] == "1")
    // The answers of one region tell the factor; those of P2 are needed from both.
    #expect(questions.map { $0["regions_for_most"] } == ["1", "2", "1"])
    // A factor with loading 1 leaves nothing of a figure's own.
    #expect(try number(questions[0], "itself") == 0)
    let both = try #require(rows.first { $0["kind"] == "first" && $0["rank"] == "2" })
    #expect(abs(try number(both, "itself") - 32.0 / 132) < 4.5 * (try number(both, "itself_se")) + 1e-3)
    #expect(try number(try #require(rows.last), "variance_share") > 0.999)
  }

  /// Without the factor the first question, P0 or P1, removes 18 or 8 of 58: 31 or 14 %.
  @Test func whatRestsOnAFactorIsSaid() throws {
    func said(_ language: String) throws -> String {
      World().run(["priority", "x", "--draws", "4000", "--language", language], reading: try Self.reading())
        .output.split(separator: "\n").joined(separator: " ")
    }
    let dutch = try said("nl")
    let share = try #require(
      dutch.firstMatch(of: /factor ‘markt’, die 4 van deze gegevens verbindt, zou vraag 1 (\d+)/))
    let first = dutch.contains("1. aantal nu: Groot") ? 18.0 / 58 : 8.0 / 58
    // 4.5 errors of a share of a third from 4,000 draws, some 0.012.
    #expect(abs((Double(share.1) ?? 0) / 100 - first) < 4.5 * 0.012 + 0.005)
    #expect(dutch.contains("Vrijwel hetzelfde als vraag 1 vertelt: "))
    #expect(dutch.contains("in plaats van 76"))
    #expect(try said("en").contains("Without the assumed factor ‘markt’, which ties 4 of these figures"))
  }

  /// What answers cost, at two hours of EUR 90; and what is not worth it.
  @Test func answersCost() throws {
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "1000", "--answer-hours", "2", "--hour-worth", "90", "--out", "uit"],
      reading: try Self.reading())
    let text = outcome.output.split(separator: "\n").joined(separator: " ").replacing("\u{a0}", with: " ")
    #expect(text.contains("Een antwoord van één regio kost EUR 180 (2 uur)."))
    #expect(text.contains("haar EUR 360 is zij niet waard"))
    let questions = PriorityCommandTests.rows(world, "uit/priority.csv").filter {
      $0["region"] == "NL" && $0["kind"] == "question"
    }
    #expect(questions.allSatisfy { $0["cost"] == "360.00" })
    let refused = World().run(["priority", "x", "--hour-worth", "90"], reading: try Self.reading())
    #expect(refused.status == .wrongUsage && refused.error.contains("--answer-hours"))
  }

  /// With one scenario, or where no answer changes the choice, there is no column of zeros.
  @Test func noColumnOfZeros() throws {
    let outcome = World().run(["priority", "x", "--draws", "1000"], reading: try Self.reading())
    #expect(outcome.status == .success && !outcome.output.contains("keuze, EUR"))
  }

  /// Sheets with the same figures.
  @Test func theWorkbookHoldsTheOrder() throws {
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "1000", "--xlsx", "vragen.xlsx"], reading: try Self.reading())
    #expect(outcome.status == .success && (world.contents["vragen.xlsx"]?.count ?? 0) > 4000)
  }
}
