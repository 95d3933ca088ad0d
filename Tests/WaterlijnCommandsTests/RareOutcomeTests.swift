import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// What is told of amounts that something rare rules.
@Suite struct RareOutcomeTests {
  /// The textbook study, whose national lead costs something else.
  static func world(lead: String) throws -> World {
    let world = World()
    try world.copyTextbook(to: "s")
    try world.change("s/one-offs.csv", "landelijk;12000;2027;2028;", "landelijk;\"\(lead)\";2027;2027;")
    return world
  }

  static func words(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

  static func run(_ world: World, _ options: String) -> String {
    let outcome = world.run(
      ["run", "s", "--scenario", "INEENS", "--out", "o"] + options.split(separator: " ").map(String.init))
    #expect(outcome.status == .success, "\(outcome.error)")
    return words(outcome.output)
  }

  // MARK: Not drawn

  static let fire = "discrete(0: 99,99%; 100000000: 0,01%)"

  /// An input that was not drawn used to make all input certain.
  @Test func whatWasNotDrawnIsNotCertain() throws {
    let world = try Self.world(lead: Self.fire)
    let text = Self.run(world, "")
    #expect(
      text.contains(
        "in geen van de 10.000 trekkingen maakte onzekere invoer verschil, maar 1 waarde is onzeker: het gemiddelde mist "
          + "wat niet is getrokken; neem meer trekkingen."))
    #expect(text.contains("one-offs.amount[LEIDING] (zelden: kans 1 op 10.000; voegt in verwachting EUR 10.000 toe)"))
    #expect(text.contains("Betrouwbaar vanaf ongeveer 250.000 trekkingen."))
    #expect(!text.contains("Alle invoer is zeker"))
    let english = Self.run(world, "--language en")
    #expect(
      english.contains("in none of the 10,000 draws did uncertain input make a difference, but 1 value is uncertain"))
    #expect(english.contains("a chance of 1 in 10,000; adds EUR 10,000 in expectation"))
  }

  /// Nor does it make a chance certain.
  @Test func aChanceOfWhatWasNotDrawnIsNotAll() throws {
    let world = try Self.world(lead: Self.fire)
    let outcome = world.run(["run", "s", "--out", "o"])
    #expect(Self.words(outcome.output).contains("> 99 %") || Self.words(outcome.output).contains("< 1 %"))
    #expect(!Self.words(outcome.output).contains(" 100 %"))
  }

  /// A sampling error that has not seen what is rare is not reached; with more draws allowed the run goes on.
  @Test func aToleranceGoesOnUntilTheRareIsDrawn() throws {
    let world = try Self.world(lead: Self.fire)
    let short = Self.run(world, "--tolerance 0,5% --max-draws 10.000")
    #expect(
      short.contains(
        "niet bereikt. Gevraagd 0,5 %, maar in geen van de 10.000 trekkingen kwam voor wat zelden voorkomt"))
    #expect(short.contains("daarvoor zijn er ongeveer 250.000 nodig"))
    let long = Self.run(world, "--tolerance 5%")
    #expect(long.contains("bereikt. Gevraagd 5 %") && !long.contains("niet bereikt"))
    let draws = try #require(try ToleranceTests.manifest(world)["draws"] as? Int)
    // Of some 25 draws with it their number is known to a fifth, and what is needed from it to two fifths.
    #expect(draws > 125_000 && draws < 400_000)
  }

  @Test func thePageAndTheWorkbookSaySoToo() throws {
    let world = try Self.world(lead: Self.fire)
    #expect(world.run(["report", "s", "--draws", "2000", "--out", "r.html"]).status == .success)
    let page = world.text("r.html")
    #expect(!page.contains("Hierin is niets onzeker") && !page.contains("zijn niet onzeker"))
    #expect(page.contains("wat zelden voorkomt, is niet getrokken"))
    #expect(page.contains("in geen van de 2.000 trekkingen maakte onzekere invoer verschil"))
    #expect(
      world.run(["sensitivity", "s", "--scenario", "INEENS", "--draws", "1000"]).output.contains("In geen van de 1.000")
    )
  }

  /// Two scenarios that only something rare tells apart, compared in few draws: that these are few is told, and no chance is
  /// all.
  @Test func aComparisonSaysSoToo() throws {
    let world = try Self.world(lead: "12000")
    try world.change("s/one-offs.csv", "regio;3000;2027;2027;", "regio;\"\(Self.fire)\";2027;2027;")
    let outcome = world.run(["compare", "s", "--scenario", "INGROEI+SLIM", "--draws", "1000"])
    let text = Self.words(outcome.output)
    #expect(text.contains("INGROEI: Let op: ") && !text.contains("neemt hier alle toeval weg"))
    #expect(!text.contains(" 100 %"))
  }

  /// It can be known beforehand.
  @Test func aCheckTellsThatTheDrawsAreFew() throws {
    let world = try Self.world(lead: Self.fire)
    let text = Self.words(world.run(["check", "s"]).output)
    #expect(text.contains("one-offs.amount[LEIDING] wijkt zelden af (in ongeveer 1 op 10.000 trekkingen)"))
    #expect(text.contains("Neem ongeveer 250.000 trekkingen"))
    let common = Self.words(try Self.world(lead: "discrete(0: 99%; 1000: 1%)").run(["check", "s"]).output)
    #expect(!common.contains("wijkt zelden af"))
  }

  /// The standard error of 1,000 draws is too small for such a tail: 11 of 40 means were more than two of them off.
  @Test func aLongTailIsToldBesideTheMean() throws {
    let world = try Self.world(lead: "lognormal(100000; 300000)")
    let text = Self.run(world, "--draws 1000")
    #expect(text.contains("one-offs.amount[LEIDING] (lange staart). Betrouwbaar vanaf ongeveer "))
    let page = world.run(["report", "s", "--draws", "2000", "--out", "r.html"])
    #expect(page.status == .success && world.text("r.html").contains("lange staart"))
    #expect(!Self.run(world, "--draws 40000").contains("lange staart"))
    // A tail that is small beside the rest of the amount rules nothing.
    try world.change("s/functions.csv", "regio;€ 80;", "regio;20000..60000;")
    #expect(!Self.run(world, "--draws 1000").contains("lange staart"))
  }

  // MARK: Without a sampling error

  /// Evenly spread draws hit 60 % in every replicate alike: that is no certainty, and no reason for fewer digits.
  @Test(arguments: [
    ("discrete(0: 40%; 1000000: 60%)", "EUR 755.540"), ("discrete(0: 97%; 1000000: 3%)", "EUR 185.540"),
    ("discrete(0: 25%; 500000: 50%; 1000000: 25%)", "EUR 655.540"),
  ])
  func noSamplingErrorIsNotCertainty(lead: String, mean: String) throws {
    let text = Self.run(try Self.world(lead: lead), "--tolerance 0,5%")
    #expect(text.contains("bereikt. Gevraagd 0,5 %; de steekproeffout van gemiddelde, P5, P50 en P95"))
    #expect(!text.contains("zeker: er is geen steekproeffout"))
    #expect(text.contains("kost naar verwachting \(mean) "))
  }

  /// The page has a margin where the mean is exact.
  @Test func anExactMeanHasAMargin() throws {
    let world = try Self.world(lead: "discrete(0: 40%; 1000000: 60%)")
    #expect(world.run(["report", "s", "--draws", "2000", "--out", "r.html"]).status == .success)
    #expect(!world.text("r.html").contains("niets onzeker"))
  }

  /// A percentile on a jump needs no draws: they do not help.
  @Test func aPercentileOnAJump() throws {
    let text = Self.run(try Self.world(lead: "discrete(0: 50%; 1000000: 50%)"), "--tolerance 0,5%")
    #expect(text.contains("P50 ligt daar op een sprong") && !text.contains("trekkingen nodig"))
  }

  // MARK: The ends of a bar

  /// P10 and P90 of a fine in 3 % of the cases are the same: a bar without width, for what makes all of the uncertainty.
  @Test func theBarOfARareRiskShowsItsOutcomes() throws {
    let world = try Self.world(lead: "discrete(0: 97%; 1000000: 3%)")
    let outcome = world.run(
      ["sensitivity", "s", "--scenario", "INEENS", "--by", "variable", "--draws", "2000", "--out", "o"])
    let row = try #require(world.table("o/sensitivity.csv").first)
    #expect(row["mean_at_p10"] == "155540.00" && row["mean_at_p90"] == "1155540.00" && row["ends"] == "outcomes")
    #expect(Self.words(outcome.output).contains("L en H zijn hier de twee uitkomsten"))
    let usual = try Self.world(lead: "discrete(0: 60%; 1000000: 40%)")
    #expect(
      usual.run(["sensitivity", "s", "--scenario", "INEENS", "--draws", "2000", "--out", "o"]).status == .success)
    #expect(usual.table("o/sensitivity.csv").first?["ends"] == "p10_p90")
    #expect(world.run(["report", "s", "--draws", "2000", "--out", "r.html"]).status == .success)
    #expect(world.text("r.html").contains("zijn de einden de twee uitkomsten"))
  }

  /// The same of a measure in which nearly every region takes part.
  @Test func theBarOfAMeasureThatIsNearlyAlwaysInForce() throws {
    let world = World()
    try world.copyTextbook(to: "s")
    try world.change("s/measures.csv", ";1000;500;100%;", ";1000;500;95%;")
    #expect(
      world.run(["sensitivity", "s", "--scenario", "SLIM", "--by", "variable", "--draws", "2000", "--out", "o"]).status
        == .success)
    let rows = world.table("o/sensitivity.csv")
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0["ends"] == "outcomes" && $0["mean_at_p10"] != $0["mean_at_p90"] })
  }

  // MARK: Ends in order

  /// P95, with an error, used to be rounded to EUR 100,000 where P5, the same amount, is EUR 99,900.
  @Test func theUpperEndIsNotBelowTheLower() throws {
    let world = World()
    try world.copyTextbook(to: "s")
    try world.change("s/measures.csv", ";1000;500;100%;", ";1000;500;95%;")
    let text = Self.words(
      world.run(["run", "s", "--scenario", "SLIM", "--region", "ZUID", "--out", "o"]).output)
    #expect(!text.contains("EUR 100.000 en EUR 99"))
    #expect(text.contains("(P5 ± EUR 0, P95 ± EUR 2.000)"))
    #expect(text.contains("Meerkosten 2027-2029 -99,7 -99,9 ±0 -99,9 ±2"))
  }
}
