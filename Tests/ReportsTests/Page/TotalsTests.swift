import CostEngine
import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// What tables of the page show sums to the totals that they show.
@Suite struct TotalsTests {
  private typealias Rows = [(header: String, values: [Double], texts: [String])]

  /// The rows of the first table of a section's block, by scenario, whose caption contains a text.
  private func rows(_ section: PageSection?, scenario: Int, caption: String) throws -> Rows {
    let block = try #require(section?.markup.text.components(separatedBy: "data-scenario=")[scenario + 1])
    let table = try #require(
      block.components(separatedBy: "<table").dropFirst().first { $0.contains("<caption>\(caption)") }, "\(caption)")
    return table.components(separatedBy: "<tbody>")[1].components(separatedBy: "<tr").dropFirst().map { row in
      let header = row.firstMatch(of: /<th scope="row">(.*?)<\/th>/)?.1 ?? ""
      let cells = row.matches(of: /<td[^>]* data-v="([^"]*)"[^>]*>(.*?)<\/td>/)
      return (
        String(header).replacing("&#39;", with: "'"), cells.map { Double(String($0.1))! },
        cells.map { String($0.2).replacing("\u{a0}", with: " ") }
      )
    }
  }

  private static let bases: [Double] = [21_345_678, 3_456_789, -3_456_789, 987_654, 12_345]
  /// Sums of doubles that stand for multiples of a step.
  private let tolerance = 1e-3

  @Test(arguments: bases, [0, 0.01, 0.2, 1]) func linesLeadFromOneCostToTheOther(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base / 3], spread: spread)
    for scenario in 0...1 {
      let rows = try rows(LinesSection(page: page).section, scenario: scenario, caption: "Van de kosten nu")
      let values = rows.map { $0.values[0] }
      let lines = values[1..<(values.count - 2)]
      #expect(lines.count == CostLine.allCases.count)
      #expect(abs(lines.reduce(0, +) - values[values.count - 2]) < tolerance)
      #expect(abs(values[0] + values[values.count - 2] - values[values.count - 1]) < tolerance)
    }
  }

  @Test(arguments: bases, [0, 0.01, 0.2, 1]) func partsSumToTheExtraCost(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base / 3], spread: spread)
    for scenario in 0...1 {
      let rows = try rows(PartsSection(page: page).section, scenario: scenario, caption: "Delen van de meerkosten")
      let values = rows.map { $0.values[0] }
      #expect(values.count == 5)
      #expect(abs(values[0] + values[1] - values[2]) < tolerance && abs(values[3] + values[4] - values[2]) < tolerance)
    }
  }

  @Test(arguments: bases, [0, 0.01, 0.2, 1]) func payersSumToTheExtraCost(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base / 3], spread: spread)
    for scenario in 0...1 {
      let rows = try rows(PayersSection(page: page).section, scenario: scenario, caption: "Wie betaalt")
      // In the last year and over all years; where draws differ P5 and P95 stand between.
      for column in spread == 0 ? [0, 2] : [0, 4] {
        let values = rows.map { $0.values[column] }
        #expect(abs(values.dropLast().reduce(0, +) - values[values.count - 1]) < tolerance, "\(values)")
      }
    }
  }

  /// Line by line, and each of the three columns.
  @Test(arguments: bases, [0.01, 0.2]) func savingsSumBothWays(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base * 0.8], spread: spread)
    let scenario = base > 0 ? 1 : 0
    let rows = try rows(PartsSection(page: page).section, scenario: scenario, caption: "Het verschil van dit scenario")
    for row in rows { #expect(abs(row.values[1] - row.values[0] - row.values[2]) < tolerance, "\(row)") }
    for column in 0..<3 {
      let values = rows.map { $0.values[column] }
      #expect(abs(values.dropLast().reduce(0, +) - values[values.count - 1]) < tolerance, "\(values)")
    }
  }

  /// Lines that are the same in both scenarios have no difference, however they are rounded.
  @Test func equalLinesDoNotDiffer() throws {
    let page = ReportPageTests.page(base: [21_345_678, 21_000_000])
    var content = page.content
    let lines = content.run.results.lineMeans
    let half = lines.count / 2
    // The second saves in its last line only: ten lines of each place and period.
    for first in stride(from: 0, to: half, by: 10) {
      let sum = lines[(half + first)..<(half + first + 10)].reduce(0, +)
      for line in 0..<9 { content.run.results.lineMeans[half + first + line] = lines[first + line] }
      content.run.results.lineMeans[half + first + 9] = sum - lines[first..<(first + 9)].reduce(0, +)
    }
    let changed = ReportPage(content: content, place: page.place, opening: 0, language: .dutch)
    let rows = try rows(PartsSection(page: changed).section, scenario: 1, caption: "Het verschil van dit scenario")
    #expect(rows.count == 11)
    for row in rows.prefix(9) { #expect(row.values[2] == 0 && row.texts[2] == "€ 0", "\(row)") }
    #expect(rows[9].values[2] < 0)
  }

  /// What is said where years do not sum exactly is said there only.
  @Test(arguments: bases, [0, 0.2, 1]) func yearsSumOrSaySo(base: Double, spread: Double) throws {
    let page = ReportPageTests.page(base: [base, base / 3], spread: spread)
    for scenario in 0...1 {
      let section = YearsSection(page: page).section
      let rows = try rows(section, scenario: scenario, caption: "Meerkosten per jaar")
      let block = try #require(section?.markup.text.components(separatedBy: "data-scenario=")[scenario + 1])
      // Expected; structural, incidental and funding are the last three.
      let count = rows[0].values.count
      let columns = [0, count - 3, count - 2, count - 1]
      let areSums = columns.allSatisfy { column in
        let values = rows.map { $0.values[column] }
        return abs(values.dropLast().reduce(0, +) - values[values.count - 1]) < tolerance
      }
      #expect(block.contains("de getoonde jaren tellen daardoor niet precies op") != areSums)
      for row in rows {
        #expect(abs(row.values[count - 3] + row.values[count - 2] - row.values[0]) < tolerance, "\(row)")
        // One unit in a row.
        #expect(Set(row.texts.filter { $0 != "€ 0" }.map { $0.contains("mln") }).count <= 1, "\(row)")
      }
    }
  }

  /// One unit in a column, down to the total below it.
  @Test(arguments: bases) func regionsHaveOneUnit(base: Double) throws {
    let page = ReportPageTests.page(base: [base, base / 3])
    let rows = try rows(
      RegionsSection(page: page).section, scenario: 0, caption: "De regio's: ".replacing("'", with: "&#39;"))
    for column in 0..<rows[0].texts.count {
      let units = rows.compactMap { row -> Bool? in
        let text = row.texts[column].components(separatedBy: "</span>")[0]
        return text.hasSuffix("€ 0") ? nil : text.contains("mln")
      }
      #expect(Set(units).count <= 1, "\(rows.map { $0.texts[column] })")
    }
  }

  /// In the budget what was left for the last payer took the rounding of all others: −1.130 for −1.137.
  @Test func theBudgetIsInThousands() throws {
    let page = ReportPageTests.page(base: [21_345_678, -3_456_789])
    let rows = try rows(BudgetSection(page: page).section, scenario: 0, caption: "Meerjarenraming")
    for row in rows {
      for value in row.values { #expect(value.remainder(dividingBy: 1000) == 0) }
    }
    for payer in Payer.allCases {
      let name = "Bekostigd door: " + Glossary.entry(payer: payer).name(.dutch)
      let shown = try #require(rows.first { $0.header == name }, "\(name)").values
      for (year, value) in shown.enumerated() {
        let mean = page.results.payment(payer, scenario: 0, region: page.place, year: year).mean
        #expect(abs(value - mean) < 1000, "\(name) \(year)")
      }
    }
  }
}
