import CostEngine
import StudyFiles
import Terms
import Testing

@Suite struct DistributionCellTests {
  /// The cell, its dialect, and the same distribution made directly.
  static let samples: [(String, CSVDialect, Distribution)] = {
    do {
      return [
        ("5..9", .comma, try .uniform(from: 5, to: 9)), ("-5..-1", .semicolon, try .uniform(from: -5, to: -1)),
        ("1..2", .semicolon, try .uniform(from: 1, to: 2)), ("0.5..1", .comma, try .uniform(from: 0.5, to: 1)),
        ("1.000..2.000", .semicolon, try .uniform(from: 1000, to: 2000)),
        ("1,5..2,5", .tab, try .uniform(from: 1.5, to: 2.5)),
        ("2%..3%..4,5%", .semicolon, try .pert(minimum: 0.02, mode: 0.03, maximum: 0.045)),
        ("€ 5 .. € 6 .. € 9", .semicolon, try .pert(minimum: 5, mode: 6, maximum: 9)),
        ("1e3..1e4", .comma, try .uniform(from: 1000, to: 10000)),
        ("uniform(5;9)", .comma, try .uniform(from: 5, to: 9)), ("UNIFORM (5; 9)", .tab, try .uniform(from: 5, to: 9)),
        ("triangular(5; 6; 9)", .comma, try .triangular(minimum: 5, mode: 6, maximum: 9)),
        ("driehoek(5; 6; 9)", .comma, try .triangular(minimum: 5, mode: 6, maximum: 9)),
        ("pert(5; 6; 9)", .comma, try .pert(minimum: 5, mode: 6, maximum: 9)),
        ("pert(5; 6; 9; 2,5)", .semicolon, try .pert(minimum: 5, mode: 6, maximum: 9, lambda: 2.5)),
        ("normal(40; 7.5)", .comma, try .normal(mean: 40, standardDeviation: 7.5)),
        ("Normaal(40; 7,5)", .semicolon, try .normal(mean: 40, standardDeviation: 7.5)),
        (
          "normal(40; 7.5; 30; 60)", .comma,
          try .normal(mean: 40, standardDeviation: 7.5, lowerBound: 30, upperBound: 60)
        ),
        ("lognormal(1,000; 250)", .comma, try .lognormal(mean: 1000, standardDeviation: 250)),
        ("beta(2; 5)", .comma, try .beta(alpha: 2, beta: 5)),
        ("beta(2; 5; 10; 20)", .comma, try .beta(alpha: 2, beta: 5, lowerBound: 10, upperBound: 20)),
        ("gamma(2; 150)", .comma, try .gamma(shape: 2, scale: 150)),
        ("exponentieel(4)", .comma, try .exponential(mean: 4)),
        ("weibull(1.5; 20)", .comma, try .weibull(shape: 1.5, scale: 20)),
        ("bernoulli(30%)", .comma, try .bernoulli(probability: 0.3)),
        ("binomiaal(10; 20%)", .comma, try .binomial(trials: 10, probability: 0.2)),
        ("poisson(2.5)", .comma, try .poisson(mean: 2.5)),
        (
          "discrete(10: 70%; -5: 0.3)", .comma,
          try .discrete([(value: 10, probability: 0.7), (value: -5, probability: 0.3)])
        ),
        (
          "quantiles(p5: 3; P50: 5; p95: 9,5)", .semicolon,
          try .metalog(quantiles: [(0.05, 3), (0.5, 5), (0.95, 9.5)])
        ),
        (
          "kwantielen(lo: 0; p2,5: 3; p50: 5; p97,5: 9; hi: 20)", .semicolon,
          try .metalog(quantiles: [(0.025, 3), (0.5, 5), (0.975, 9)], lowerBound: 0, upperBound: 20)
        ),
        (
          "quantiles(p2.5: 3; p50: 5; p97.5: 9; hi: 20)", .comma,
          try .metalog(quantiles: [(0.025, 3), (0.5, 5), (0.975, 9)], upperBound: 20)
        ),
        ("empirical(metingen.csv; uren (per jaar))", .comma, try .empirical(CellSample.values)),
      ]
    } catch {
      preconditionFailure("a sample has wrong parameters")
    }
  }()

  @Test(arguments: samples.indices)
  func cell(index: Int) throws {
    let (text, dialect, expected) = Self.samples[index]
    let distribution = try #require(CellSample.distribution(text, dialect), "\(text)")
    #expect(distribution.support == expected.support)
    for u in [0.01, 0.35, 0.5, 0.9] { #expect(distribution.quantile(u) == expected.quantile(u), "\(text)") }
  }

  @Test(arguments: [
    ("pert(5; 5; 5)", 5.0), ("triangular(5; 5; 5)", 5), ("5..5..5", 5), ("normal(5; 0)", 5), ("discrete(4: 1)", 4),
    ("exponential(0)", 0), ("uniform(5; 5)", 5), ("lognormal(5; 0)", 5),
    ("bernoulli(0)", 0), ("bernoulli(100%)", 1),
  ])
  func aSingleValueIsCertain(text: String, value: Double) {
    #expect(CellSample.certain(text) == value)
  }

  @Test(arguments: [
    ("var(uurtarief)", "uurtarief"), ("VAR( vertraging regio )", "vertraging regio"), ("var(a(b))", "a(b)"),
  ])
  func reference(text: String, name: String) {
    guard case .success(.reference(name)) = CellSample.parse(text).value else {
      Issue.record("\(text) is a reference to \(name)")
      return
    }
  }

  @Test func oneNoticeForACell() {
    #expect(CellSample.parse("5..9").notice == nil)
    #expect(
      CellSample.parse("1.000..2.000").notice?.dutch.hasSuffix("(Nog 1 getal in deze cel op dezelfde manier.)") == true)
    #expect(
      CellSample.parse("pert(1.500; 2.000; 3.000)").notice?.dutch
        == "\"1.500\" is gelezen als 1500, want in dit bestand is de komma het decimaalteken; elders zou het 1,5 zijn. "
        + "Schrijf 1,5 als dat is bedoeld, en anders 1500: dan vervalt deze melding. (Nog 2 getallen in deze cel op "
        + "dezelfde manier.)")
  }

  // MARK: Wrong

  static let wrongCells: [(String, CSVDialect, String, String)] = [
    (
      "perrt(5; 6; 9)", .semicolon, "\"perrt\" is geen bekende verdeling.",
      "Is pert bedoeld? Schrijf pert(minimum; meest waarschijnlijk; maximum, eventueel gevolgd door lambda), "
        + "bijvoorbeeld pert(5; 6; 9)."
    ),
    (
      "cauchy(1; 2)", .semicolon, "\"cauchy\" is geen bekende verdeling.",
      "Kies een van uniform, triangular, pert, normal, lognormal, beta, gamma, exponential, weibull, bernoulli, "
        + "binomial, poisson, discrete, quantiles, empirical, var."
    ),
    (
      "normal(40)", .semicolon, "\"normal(40)\" heeft 1 argument, en dat past niet bij normal.",
      "Schrijf normal(gemiddelde; standaardafwijking, eventueel gevolgd door ondergrens; bovengrens), bijvoorbeeld "
        + "normal(40; 7,5). Tussen de argumenten staat altijd een puntkomma."
    ),
    (
      "normal(40, 7.5)", .comma, "\"normal(40, 7.5)\" heeft 1 argument, en dat past niet bij normal.",
      "Schrijf normal(gemiddelde; standaardafwijking, eventueel gevolgd door ondergrens; bovengrens), bijvoorbeeld "
        + "normal(40; 7.5). Tussen de argumenten staat altijd een puntkomma."
    ),
    (
      "uniform(5;)", .semicolon, "In \"uniform(5;)\" is een argument leeg.",
      "Schrijf uniform(minimum; maximum), bijvoorbeeld uniform(5; 9). Tussen de argumenten staat altijd een puntkomma."
    ),
    (
      "pert(5; 6; 9", .semicolon, "In \"pert(5; 6; 9\" ontbreekt het haakje sluiten, of er staat nog tekst achter.",
      "Schrijf pert(minimum; meest waarschijnlijk; maximum, eventueel gevolgd door lambda), bijvoorbeeld pert(5; 6; 9)."
    ),
    (
      "pert(5; 3; 9)", .semicolon,
      "In \"pert(5; 3; 9)\" ligt de meest waarschijnlijke waarde 3 onder het minimum 5.",
      "Zet de waarden in oplopende volgorde. Een goed voorbeeld is pert(5; 6; 9)."
    ),
    (
      "9..5", .semicolon, "In \"9..5\" ligt het maximum 5 onder het minimum 9.",
      "Zet de waarden in oplopende volgorde. Een goed voorbeeld is 5..9."
    ),
    (
      "uniform(1.5; 9)", .semicolon,
      "In \"uniform(1.5; 9)\": \"1.5\" is in dit bestand geen getal: de komma is hier het decimaalteken en de punt "
        + "scheidt groepen van drie cijfers.",
      "Schrijf 1,5 als de punt het decimaalteken was, of 15 als het een heel getal is."
    ),
    (
      "1...5", .semicolon, "\"1...5\" is geen getal.", "Schrijf een bereik met twee punten: 1..5."
    ),
    (
      "discrete(1; 2)", .semicolon, "In \"discrete(1; 2)\" is \"1\" geen paar met een dubbele punt.",
      "Schrijf discrete(waarde: kans; waarde: kans; ...), bijvoorbeeld discrete(0: 70%; 1: 30%)."
    ),
    (
      "discrete(0: 50%; 1: 25%)", .semicolon,
      "In \"discrete(0: 50%; 1: 25%)\" tellen de kansen op tot 0,75 en niet tot 1 (100%).",
      "Maak de kansen samen precies 1; met breuken als een derde gaat dat niet door af te ronden. Een goed voorbeeld "
        + "is discrete(0: 70%; 1: 30%)."
    ),
    (
      "quantiles(p0: 1; p50: 2)", .semicolon, "In \"quantiles(p0: 1; p50: 2)\" is \"p0\" geen kwantiel.",
      "Schrijf p met een percentage boven 0 en onder 100, zoals p5, p50 of p97,5, en voor de grenzen elk hoogstens een "
        + "keer lo en hi."
    ),
    (
      "empirical(../x.csv; uren)", .semicolon, "\"../x.csv\" ligt niet in de map van de studie.",
      "Zet het bestand in de map van de studie en schrijf alleen zijn naam, zoals empirical(metingen.csv; uren)."
    ),
    ("empirical(x.csv; uren)", .semicolon, "geen x.csv/uren", "-"),
    (
      "normal(5; -1)", .semicolon, "In \"normal(5; -1)\" is de standaardafwijking negatief (-1).",
      "Pas dat getal aan. Een goed voorbeeld is normal(40; 7,5)."
    ),
    (
      "bernoulli(30)", .semicolon,
      "In \"bernoulli(30)\" is 30 geen kans: een kans ligt tussen 0 en 1 (0% en 100%).",
      "Schrijf een kans als 30% of 0,3. Een goed voorbeeld is bernoulli(30%)."
    ),
  ]

  @Test(arguments: wrongCells)
  func wrong(text: String, dialect: CSVDialect, problem: String, remedy: String) {
    let found = CellSample.problem(text, dialect)
    #expect(found?.problem.dutch == problem)
    #expect(found?.remedy.dutch == remedy)
    #expect(problem.hasPrefix("geen ") || found?.problem.english != problem)
  }

  @Test(arguments: [
    "/etc/passwd", "a/../../x.csv", "..", ".", "./x.csv", "a//x.csv", "a\\x.csv", "C:x.csv", "x.csv/", "/x.csv",
  ])
  func empiricalStaysInsideTheStudy(file: String) {
    #expect(
      CellSample.problem("empirical(\(file); uren)")?.problem.dutch == "\"\(file)\" ligt niet in de map van de studie.")
  }

  @Test func empiricalInAFolderOfTheStudy() {
    #expect(CellSample.problem("empirical(data/x.csv; uren)")?.problem.dutch == "geen data/x.csv/uren")
  }

  @Test(arguments: [
    "pert", "pert()", "()", "(1)", "pert(", ")", "pert)1(", "..", "1..", "..1", "1..2..3..4", "1…2", "1....2", "a..b",
    "pert(a; b; c)", "pert(1; 2; 3) x", "pert(1; 2; 3))", "normal(1; 2; 3)", "quantiles()", "quantiles(p5: 1)",
    "quantiles(lo: 1; lo: 2; p50: 3)", "quantiles(p5: 3; p5: 4)", "quantiles(p5: 3; p50: 2)", "quantiles(p50: 5; 3)",
    "quantiles(q5: 1; p50: 2)", "quantiles(p: 1; p50: 2)", "discrete()", "discrete(1: 2: 3)", "discrete(1: -1; 2: 2)",
    "var()", "var", "empirical(x)", "empirical(;)", "gamma(0; 1)", "weibull(1; -1)", "lognormal(-1; 1)",
    "binomial(2,5; 0,5)", "poisson(-1)", "exponential(-1)", "uniform(1e400; 2)", "uniform(nan; 2)", "beta(1; 0)",
  ])
  func alwaysAProblemInBothLanguages(text: String) {
    let found = CellSample.problem(text)
    #expect(found != nil)
    #expect(found.map { !$0.problem.dutch.isEmpty && $0.remedy.dutch != $0.remedy.english } == true)
  }

  /// Random cells of telling pieces: no crash, and never an unbounded message.
  @Test(arguments: [CSVDialect.comma, .semicolon])
  func anyText(dialect: CSVDialect) {
    let pieces = [
      "pert(", "normal(", "quantiles(", "discrete(", "var(", "empirical(", ")", ";", ":", "..", ".", ",", "1", "25",
      "000",
      "%", "€", " ", "-", "e", "p5", "lo", "é", "\u{0}", "#", "=", "(", "uniform(1;2)", "\u{A0}", "😀", "/", "mrt",
    ]
    var state: UInt64 = 42
    for _ in 0..<3_000 {
      var text = ""
      // A linear congruential generator is random enough to shuffle pieces (Knuth's MMIX constants).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for bounds in [CellBounds.share, .unbounded] {
        switch CellSample.parse(text, dialect, bounds).value {
        case .success(.certain(let value)): #expect(value.magnitude <= 1e15)
        case .success: break
        case .failure(let problem): #expect(problem.problem.dutch.count < 400 && problem.remedy.dutch.count < 500)
        }
      }
    }
  }
}
