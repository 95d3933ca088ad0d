import CostEngine
import Terms
import Testing

@testable import Reports

/// Tables as they stand.
@Suite struct ResultsComparisonReportTests {
  private static func side(_ folder: String) -> ResultsComparison.Side {
    ResultsComparison.Side(
      folder: folder, title: "Klein", scenario: "S", firstYear: 2027, lastYear: 2028, draws: 10_000, seed: 1,
      sampler: .random)
  }

  private static func figures(_ mean: Double, error: Double) -> ResultsComparison.Figures {
    // As of a normal distribution of sd 100 errors.
    ResultsComparison.Figures(
      mean: mean, standardError: error, p05: mean - 164 * error, p50: mean, p95: mean + 164 * error)
  }

  /// Standard errors of 300 and 400 make one of 500.
  static let comparison = ResultsComparison(
    a: side("vorig"), b: side("nu"), quantity: .delta,
    rows: ["2027", "2028", "total"].enumerated().map { index, year in
      let size = [1.0, 2, 3][index]
      return ResultsComparison.ComparedPeriod(
        region: "NL", year: year, a: figures(100_000 * size, error: 300), b: figures(90_000 * size, error: 400),
        parts: [
          ("standby", 70_000.4 * size, 60_000.2 * size), ("provisions", 29_999.6 * size, 29_999.8 * size),
          ("catch_up", 0, 0),
        ])
    }, files: [("staffing.csv", .changed)],
    reasons: [Bilingual(nl: "Daarom.", en: "Because.")])

  @Test func wholeInDutch() {
    #expect(ResultsComparisonReport.text(Self.comparison, bridged: [], language: .dutch) == Self.dutch)
  }

  @Test func wholeInEnglish() {
    #expect(ResultsComparisonReport.text(Self.comparison, bridged: [], language: .english) == Self.english)
  }

  @Test func theTables() {
    let differences = String(decoding: Self.comparison.differences(locale: .english), as: UTF8.self)
    #expect(
      differences.contains(
        "\nS,S,NL,2027,delta,100000.000000,90000.000000,-10000.000000,500.000000,-26400.000000,-10000.000000,6400.000000\n"
      ))
    let bridge = String(decoding: Self.comparison.bridge(locale: .dutch), as: UTF8.self)
    #expect(bridge.contains("\nS;S;NL;2027;line;standby;-10000,20;;\nS;S;NL;2027;line;provisions;0,20;;\n"))
    #expect(bridge.contains("\nS;S;NL;2027;difference;;-10000,00;;\n"))
  }

  /// How a file differs used to come in words, those of A and B, also to who has no A and B.
  @Test func everyDifferenceOfAFile() {
    var comparison = Self.comparison
    comparison.files = [("a.csv", .changed), ("b.csv", .onlyInFirst), ("c.csv", .onlyInSecond)]
    let text = ResultsComparisonReport.text(comparison, bridged: [], language: .english)
    #expect(text.hasSuffix("\na.csv  changed\nb.csv  in A only\nc.csv  in B only\n"))
    #expect(
      ResultsComparisonReport.text(comparison, bridged: [], language: .dutch)
        .hasSuffix("\na.csv  gewijzigd\nb.csv  alleen in A\nc.csv  alleen in B\n"))
  }

  /// Codes of regions and names of folders used to reach the terminal as they stand in the files.
  @Test func namesDoNotReachTheTerminalAsTheyAre() {
    var comparison = Self.comparison
    let code = "R\u{1B}[2J"
    for (index, region) in [code, code, "N\u{1B}L"].enumerated() { comparison.rows[index].region = region }
    comparison.rows[0].year = "total"
    comparison.reasons = [Bilingual(same: "map\u{1B}[2J")]
    for bridged in [[], [code]] {
      let text = ResultsComparisonReport.text(comparison, bridged: bridged, language: .dutch)
      #expect(!text.contains("\u{1B}"))
      #expect(text.contains("R") && text.contains("map"))
    }
  }

  private static let dutch = """
    Twee uitkomsten vergeleken
    ==========================

    De tabellen zijn vergeleken zoals ze er staan. Verschil is steeds B min A. Het bedrag is:
    meerkosten.

    A  vorig: Klein, scenario S, 2027-2028, 10.000 trekkingen (onafhankelijk getrokken), startwaarde 1
    B  nu: Klein, scenario S, 2027-2028, 10.000 trekkingen (onafhankelijk getrokken), startwaarde 1

    Daarom.

    Verschil per jaar, NL (EUR x 1.000)
    -----------------------------------
                 A      B     verschil     B min A van
    Jaar      gem.   gem.   gem.  fout    P5  P50  P95
    2027     100,0     90    -10   0,5   -26  -10    6
    2028     200,0    180    -20   0,5   -36  -20   -4
    totaal   300,0    270    -30   0,5   -46  -30  -14

    In welke kostenregels zit het verschil? NL, alle jaren (EUR)
    ------------------------------------------------------------
    Gemiddelden; de verschillen zijn zo afgerond dat zij optellen.

                          A         B   verschil
    Piket           210.001   180.001    -30.001
    Voorzieningen    89.999    89.999          1
    Totaal          300.000   270.000    -30.000

    Welke bestanden verschillen?
    ----------------------------
    staffing.csv  gewijzigd

    """

  private static let english = """
    Two sets of results compared
    ============================

    The tables are compared as they stand. A difference is always B less A. The amount is: extra cost.

    A  vorig: Klein, scenario S, 2027-2028, 10,000 draws (independent), seed 1
    B  nu: Klein, scenario S, 2027-2028, 10,000 draws (independent), seed 1

    Because.

    Difference by year, NL (EUR x 1,000)
    ------------------------------------
                A      B    difference     B less A of
    Year     mean   mean   mean  error    P5  P50  P95
    2027    100.0     90    -10    0.5   -26  -10    6
    2028    200.0    180    -20    0.5   -36  -20   -4
    total   300.0    270    -30    0.5   -46  -30  -14

    Which cost lines hold the difference? NL, all years (EUR)
    ---------------------------------------------------------
    Means; the differences are rounded so that they add up.

                       A         B   difference
    Standby      210,001   180,001      -30,001
    Provisions    89,999    89,999            1
    Total        300,000   270,000      -30,000

    Which files differ?
    -------------------
    staffing.csv  changed

    """
}
