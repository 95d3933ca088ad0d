import CostEngine
import StudyFiles
import Terms
import Testing

@Suite struct CellBoundsTests {
  static let withinBounds: [(String, CellBounds)] = [
    ("0", .nonNegative), ("1e15", .nonNegative), ("0", .share), ("1", .share), ("100%", .share), ("-99,9%", .growth),
    ("25", .growth), ("1", .rampYears), ("1900", .calendarYear), ("2200", .calendarYear), ("-1", .loading),
    ("1", .loading), ("-1e15", .unbounded), ("0..1", .share), ("1900..2200", .calendarYear), ("0..5..9", .nonNegative),
    ("-0,5..0,5", .growth), ("-1..1", .loading), ("lognormal(5; 2)", .nonNegative), ("beta(2; 3)", .share),
    ("bernoulli(50%)", .share), ("discrete(0: 0,5; 1: 0,5)", .share), ("poisson(3)", .nonNegative),
    ("normal(5; 3)", .nonNegative), ("normal(0,5; 3)", .share), ("normal(0,02; 1)", .growth),
    ("quantiles(p10: 1; p50: 2; p90: 4)", .nonNegative), ("quantiles(p10: 0,1; p90: 0,4)", .share),
    ("quantiles(p10: 0,1; p90: 0,4; lo: 0)", .share), ("normal(5; 3; 0; 9)", .nonNegative),
    ("normal(0,02; 1; -1; 1)", .growth),
  ]

  @Test(arguments: withinBounds)
  func within(text: String, bounds: CellBounds) {
    let problem = CellSample.problem(text, .semicolon, bounds)
    #expect(problem == nil)
  }

  static let outsideBounds: [(String, CellBounds, String, String)] = [
    (
      "-3", .nonNegative, "\"-3\" is te laag: hier hoort 0 of meer.",
      "Haal het minteken weg als dat er niet hoort, of schrijf een andere waarde, zoals 5."
    ),
    (
      "25", .share, "\"25\" is te hoog: hier hoort een getal van 0 tot en met 1 (100%).",
      "Als een percentage is bedoeld: schrijf 25%."
    ),
    (
      "250%", .share, "\"250%\" is te hoog: hier hoort een getal van 0 tot en met 1 (100%).",
      "Schrijf een waarde binnen die grenzen, zoals 0,1."
    ),
    (
      "-5%", .share, "\"-5%\" is te laag: hier hoort een getal van 0 tot en met 1 (100%).",
      "Haal het minteken weg als dat er niet hoort, of schrijf een andere waarde, zoals 0,1."
    ),
    (
      "-1", .growth, "\"-1\" is te laag: hier hoort meer dan -1 (-100%).",
      "Schrijf een waarde binnen die grenzen, zoals 0,01."
    ),
    (
      "0,5", .rampYears, "\"0,5\" is te laag: hier hoort 1 of meer.", "Schrijf een waarde binnen die grenzen, zoals 6."
    ),
    (
      "27", .calendarYear, "\"27\" is te laag: hier hoort een getal van 1900 tot en met 2200.",
      "Schrijf het jaartal in vier cijfers, zoals 2027."
    ),
    (
      "1,5", .loading, "\"1,5\" is te hoog: hier hoort een getal van -1 tot en met 1.",
      "Schrijf een waarde binnen die grenzen, zoals 0,1."
    ),
    (
      "-2..5", .nonNegative, "\"-2..5\" kan te laag uitkomen: -2 kan eruit komen, en hier hoort 0 of meer.",
      "Schrijf een verdeling binnen die grenzen, zoals pert(5; 6; 9); normal(gemiddelde; standaardafwijking) en "
        + "quantiles(...) zonder eigen grenzen blijven er vanzelf binnen."
    ),
    (
      "lognormal(0,3; 0,1)", .share,
      "\"lognormal(0,3; 0,1)\" kan te hoog uitkomen: er is geen bovengrens, en hier hoort een getal van 0 tot en met 1 "
        + "(100%).",
      "Schrijf een verdeling binnen die grenzen, zoals pert(0,1; 0,2; 0,4); normal(gemiddelde; standaardafwijking) en "
        + "quantiles(...) zonder eigen grenzen blijven er vanzelf binnen."
    ),
  ]

  @Test(arguments: outsideBounds)
  func outside(text: String, bounds: CellBounds, problem: String, remedy: String) {
    let found = CellSample.problem(text, .semicolon, bounds)
    #expect(found?.problem.dutch == problem)
    #expect(found?.remedy.dutch == remedy)
  }

  @Test(arguments: [
    ("0..1,5", CellBounds.share), ("normal(5; 3; -1; 9)", .nonNegative), ("beta(2; 2; 0; 2)", .share),
    ("quantiles(p10: 1; p90: 2; lo: -1)", .nonNegative), ("discrete(-1: 0,5; 1: 0,5)", .nonNegative),
    ("poisson(3)", .share), ("-1..0", .growth), ("normal(-5; 0)", .nonNegative), ("pert(-5; -5; -5)", .nonNegative),
    ("0..5..9", .rampYears), ("exponential(2)", .loading), ("1899..2027", .calendarYear), ("binomial(2; 50%)", .share),
    ("empirical(metingen.csv; uren (per jaar))", .share),
  ])
  func alsoOutside(text: String, bounds: CellBounds) {
    #expect(CellSample.problem(text, .semicolon, bounds)?.problem.english.contains("too ") == true)
  }

  @Test func theColumnsBoundsCutOffNormalAndQuantiles() {
    #expect(CellSample.distribution("normal(5; 3)")?.support.lower == -.infinity)
    let normal = CellSample.distribution("normal(0,5; 3)", .semicolon, .share)?.support
    #expect(normal?.lower == 0 && normal?.upper == 1)
    let growth = CellSample.distribution("normal(0,02; 1)", .semicolon, .growth)?.support
    #expect(growth?.lower == -1 && growth?.upper == .infinity)
    let own = CellSample.distribution("normal(0,5; 3; 0,2; 0,9)", .semicolon, .share)?.support
    #expect(own?.lower == 0.2 && own?.upper == 0.9)
    let quantiles = CellSample.distribution("quantiles(p10: 0,3; p90: 0,4; lo: 0,1)", .semicolon, .share)?.support
    #expect(quantiles?.lower == 0.1 && quantiles?.upper == 1)
  }

  @Test func aReferencedValueIsHeldAgainstTheBoundsOfTheCell() throws {
    let parser = CellSample.parser()
    let normal = CellValue.distribution(try #require(CellSample.distribution("normal(5; 3)")))
    #expect(parser.problem(with: normal, in: "var(uren)", bounds: .unbounded) == nil)
    #expect(
      parser.problem(with: normal, in: "var(uren)", bounds: .nonNegative)?.problem.dutch
        == "\"var(uren)\" kan te laag uitkomen: er is geen ondergrens, en hier hoort 0 of meer.")
    #expect(parser.problem(with: .certain(2), in: "var(uren)", bounds: .share) != nil)
    #expect(parser.problem(with: .certain(1), in: "var(uren)", bounds: .share) == nil)
    #expect(parser.problem(with: .blank, in: "", bounds: .share) == nil)
    #expect(parser.problem(with: .reference("x"), in: "var(x)", bounds: .share) == nil)
  }
}
