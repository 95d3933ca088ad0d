import FoundationEssentials
import Testing

@testable import WaterlijnCommands

/// Questions to `leerboek` whose answers are worked by hand in its README.
@Suite struct LeerboekQuestionsTests {
  private static let study = Folders.scenarios.appendingPathComponent("leerboek").path

  private func run(_ arguments: String...) -> String {
    let run = CommandRun(arguments)
    #expect(run.status == .success && run.error.isEmpty, "\(run.error)")
    return run.output.flat
  }

  private func solve(_ scenario: String, _ find: String, _ range: String, _ condition: String, _ more: String...)
    -> String
  {
    let run = CommandRun(
      ["solve", Self.study, "--scenario", scenario, "--find", find, "--range", range, "--such-that", condition] + more)
    #expect(run.status == .success && run.error.isEmpty, "\(run.error)")
    return run.output.flat
  }

  /// The end state of SLIM: 32,983.00 in NOORD, -44,828.50 in ZUID, -11,845.50 together; 0.25 x 3.5 x 4,240 = 3,710 for
  /// replacements of the OvD-BZ in NOORD.
  @Test func explainWorksOutTheEndState() {
    let north = run("explain", Self.study, "--scenario", "SLIM", "--region", "NOORD", "--year", "eind")
    for text in [
      "NOORD Noorderland, eindbeeld", "Het eindbeeld is wat elk jaar terugkomt", "phi = 1 (eindbeeld)",
      "psi(POOL) = 1 (eindbeeld)", "S(t-1) = 3,5", "= 0,875 * 4240 = 3710", "= 32983 ",
    ] { #expect(north.contains(text), "\(text)") }
    // Nothing of what ends or of funds.
    #expect(
      !north.contains("Eenmalige posten ---") && !north.contains("RIJK") && !north.contains("disconteringsfactor"))
    let whole = run(
      "explain", Self.study, "--scenario", "SLIM", "--region", "NL", "--year", "END", "--language", "en")
    #expect(whole.contains("-11845.5") && whole.contains("-44828.5") && whole.contains("The regions in the end state"))
  }

  /// INGROEI is linear from 2027 to 2028: `phi(2028)` is `(2 - d) / 2`, and 0.75 at its delay of half a year.
  @Test func thePhaseIn() {
    let all = solve("INGROEI", "vertraging_jaren", "0...2", "ingroei[NL,2028] >= 1", "--largest")
    #expect(all.contains("0. Dan is het gemiddelde van \"ingroei (deel dat is ingevoerd)\" 100,0 %."))
    let half = solve("INGROEI", "vertraging_jaren", "0...2", "ingroei[NL,2028] >= 75%", "--largest")
    #expect(half.contains("0,5. Dan is het gemiddelde van \"ingroei (deel dat is ingevoerd)\" 75,0 %."))
  }

  /// What is structural in 2029 is 61,520 - 2,950 d up to a delay of a year: at most 60,000 from 1,520 / 2,950 = 0.5153 on.
  @Test func aDelay() {
    let text = solve("INGROEI", "vertraging_jaren", "0...2", "structureel[NL,2029] <= 60.000,00")
    #expect(text.contains("0,516. Dan is") && text.contains("Bij 0,515 is het EUR 60.001, en dat voldoet niet."))
    #expect(!text.contains("Let op"))
  }

  /// A delay of more than a year is not complete in 2029, and makes the three years cheaper: the end state does not change,
  /// EUR 61,520 a year.
  @Test func whatIsMovedBeyondTheHorizonIsTold() {
    let text = solve("INGROEI", "vertraging_jaren", "0...2", "max(meerkosten[NL,2027...2029]) <= 61e3")
    #expect(text.contains("Let op: de ingroei is bij"))
    #expect(text.contains("in 2029, het laatste jaar van de studie, niet klaar"))
    #expect(text.contains("structurele meerkosten EUR 61.520 per jaar (eindbeeld): dan geldt de eis"))
  }

  /// items.csv of SLIM: the OvD-BZ costs -30,855.00 + 12,020.00 over the three years, and 0.25 x 7.5 x 4,240 and so on in
  /// the end state, where it has nothing incidental.
  @Test func anItem() {
    let total = run(
      "sweep", Self.study, "--scenario", "SLIM", "--vary", "bandbreedte=25%+30%", "--quantity", "functie:OvD-BZ")
    #expect(total.contains("functie OvD-BZ Officier van dienst bevolkingszorg, 2027-2029"))
    #expect(total.contains("25 % * -18.835"))
    let end = run(
      "sweep", Self.study, "--scenario", "INGROEI", "--vary", "vertraging_jaren=0,5+1,5", "--quantity", "delta",
      "--year", "eind", "--language", "en")
    // A delay does not make it cheaper.
    #expect(end.contains("0.5 * 61,520 0") && end.contains("1.5 61,520 0"))
  }
}

extension String {
  /// On one line, with single blanks.
  fileprivate var flat: String { split { $0 == "\n" || $0 == " " || $0 == "\u{a0}" }.joined(separator: " ") }
}
