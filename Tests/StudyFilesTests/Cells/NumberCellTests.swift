import StudyFiles
import Terms
import TestSupport
import Testing

@Suite struct NumberCellTests {
  static let inBoth: [(String, Double)] = [
    ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("\u{2212}12", -12), ("- 12", -12), ("-0", 0),
    // What a word processor makes of a minus used to be no number, with the remedy to leave it out.
    ("\u{2013}12000", -12000), ("\u{2011}12", -12), ("€ \u{2013}12", -12), (" 12 ", 12),
    ("\u{A0}12\u{202F}", 12), ("007", 7), ("1e6", 1e6), ("1E+6", 1e6), ("1e-2", 0.01), ("1e-400", 0), ("0e999999", 0),
    ("€12", 12), ("€ 12", 12), ("12 €", 12), ("12€", 12), ("-€12", -12), ("€ -12", -12), ("€\u{A0}12", 12),
    ("5%", 0.05),
    ("5 %", 0.05), ("-5%", -0.05), ("100%", 1), ("7%", 0.07), ("29%", 0.29), ("1 234 567", 1_234_567),
    ("1\u{A0}234", 1234), ("1\u{202F}234\u{202F}567", 1_234_567), ("1\u{2009}234", 1234), ("1e15", 1e15),
    ("999999999999999", 999_999_999_999_999),
  ]

  @Test(arguments: inBoth, [CSVDialect.comma, .semicolon, .tab])
  func inEveryDialect(sample: (String, Double), dialect: CSVDialect) {
    #expect(CellSample.certain(sample.0, dialect) == sample.1)
    #expect(CellSample.parse(sample.0, dialect).notice == nil)
  }

  @Test(arguments: [
    ("1,5", 1.5), ("-1,5", -1.5), (",5", 0.5), ("0,1", 0.1), ("1234,5", 1234.5), ("1.234.567,89", 1_234_567.89),
    ("€ 1.234,50", 1234.5), ("1.234.567", 1_234_567), ("12.345,0", 12345), ("1,5e3", 1500), ("8,3%", 0.083),
    ("0,29%", 0.0029), ("1 234,5", 1234.5), ("0,125", 0.125), ("1234,567", 1234.567),
    ("0,30000000000000004", 0.1 + 0.2),
  ])
  func decimalComma(text: String, expected: Double) {
    #expect(CellSample.certain(text, .semicolon) == expected)
    #expect(CellSample.certain(text, .tab) == expected)
    #expect(CellSample.parse(text).notice == nil)
    let mirrored = String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    #expect(CellSample.certain(mirrored, .comma) == expected)
    #expect(CellSample.parse(mirrored, .comma).notice == nil)
  }

  /// Correct rounding: Swift's own conversion of the same digits is the reference.
  @Test(arguments: ["0.1", "2.675", "1234567.0000001", "900719925474099.3125", "0.000000123456789012345678", "5e-324"])
  func correctlyRounded(text: String) {
    #expect(CellSample.certain(text, .comma) == Double(text))
  }

  /// The same of one to twenty digits with the decimal mark anywhere: those of up to fifteen take a shorter way.
  @Test func numbersOfAnyLengthAreCorrectlyRounded() {
    var random = SplitMix(seed: 15)
    for _ in 0..<20_000 {
      var text = String(random.next() >> (random.next() % 64))
      let decimals = Int(random.next() % UInt64(text.count))
      if decimals > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals)) }
      guard let value = Double(text), value <= 1e15 else { continue }
      #expect(CellSample.certain(text, .comma) == value)
      #expect(CellSample.certain("-" + text, .comma) == -value)
      #expect(CellSample.certain(text + "%", .comma) == Double(text + "e-2"))
    }
  }

  // MARK: Ambiguous

  @Test(arguments: [
    ("1.500", CSVDialect.semicolon, 1500.0, "1500", "1,5", "komma"), ("1,500", .comma, 1500, "1500", "1.5", "punt"),
    ("1.500", .comma, 1.5, "1.5", "1500", "punt"), ("1,500", .semicolon, 1.5, "1,5", "1500", "komma"),
    ("€ 1.500", .tab, 1500, "1500", "1,5", "komma"),
    ("-1.500", .semicolon, -1500, "-1500", "-1,5", "komma"), ("1.250%", .semicolon, 12.5, "1250%", "1,25%", "komma"),
  ])
  func ambiguous(
    text: String, dialect: CSVDialect, value: Double, meant: String, instead: String, mark: String
  ) {
    #expect(CellSample.certain(text, dialect) == value)
    #expect(
      CellSample.parse(text, dialect).notice?.dutch
        == "\"\(text)\" is gelezen als \(meant), want in dit bestand is de \(mark) het decimaalteken; elders zou het "
        + "\(instead) zijn. Schrijf \(instead) als dat is bedoeld, en anders \(meant): dan vervalt deze melding.")
    for unambiguous in [meant, instead] {
      #expect(CellSample.parse(unambiguous, dialect).notice == nil)
      #expect(CellSample.certain(unambiguous, dialect) != nil)
    }
  }

  /// Used to be "read as 12.3450", which is not what stands in the cell nor how anyone says it.
  @Test(arguments: [
    ("12.345", CSVDialect.comma, "een getal tussen 12 en 13", "12345", "12.3450 (met een nul erbij)", "12345", "punt"),
    ("2.333", .semicolon, "2333", "een getal tussen 2 en 3", "2333", "2,3330 (met een nul erbij)", "komma"),
    (
      "-8,333%", .semicolon, "een getal tussen -9% en -8%", "-8333%", "-8,3330% (met een nul erbij)", "-8333%",
      "komma"
    ),
  ])
  func ambiguousWithThreeDecimals(
    text: String, dialect: CSVDialect, told: String, otherwise: String, meant: String, instead: String, mark: String
  ) {
    #expect(
      CellSample.parse(text, dialect).notice?.dutch
        == "\"\(text)\" is gelezen als \(told), want in dit bestand is de \(mark) het decimaalteken; elders zou het "
        + "\(otherwise) zijn. Schrijf \(instead) als dat is bedoeld, en anders \(meant): dan vervalt deze melding.")
    for advice in [meant, instead] {
      let number = String(advice.prefix { $0 != " " })
      #expect(CellSample.certain(number, dialect) != nil && CellSample.parse(number, dialect).notice == nil)
    }
  }

  @Test func ambiguousInEnglish() {
    #expect(
      CellSample.parse("1.500").notice?.english
        == "\"1.500\" was read as 1500, for in this file the comma is the decimal mark; elsewhere it would be 1,5. "
        + "Write 1,5 if that is meant, otherwise 1500: then this notice goes away.")
  }

  // MARK: Not a number

  static let wrongCells: [(String, CSVDialect, String, String)] = [
    (
      "1.50", .semicolon,
      "\"1.50\" is in dit bestand geen getal: de komma is hier het decimaalteken en de punt scheidt groepen van drie "
        + "cijfers.", "Schrijf 1,5 als de punt het decimaalteken was, of 150 als het een heel getal is."
    ),
    (
      "12,5", .comma,
      "\"12,5\" is in dit bestand geen getal: de punt is hier het decimaalteken en de komma scheidt groepen van drie "
        + "cijfers.", "Schrijf 12.5 als de komma het decimaalteken was, of 125 als het een heel getal is."
    ),
    (
      "1,234,567.89", .semicolon,
      "\"1,234,567.89\" is in dit bestand geen getal: de komma is hier het decimaalteken en de punt scheidt groepen "
        + "van drie cijfers.", "Schrijf 1234567,89."
    ),
    (
      "2.5%", .semicolon,
      "\"2.5%\" is in dit bestand geen getal: de komma is hier het decimaalteken en de punt scheidt groepen van drie "
        + "cijfers.", "Schrijf 2,5% als de punt het decimaalteken was, of 25% als het een heel getal is."
    ),
    (
      "NaN", .semicolon, "\"NaN\" is geen getal waarmee gerekend kan worden.",
      "Schrijf een getal, zoals 12,5, of een bereik, zoals 10..15, als het onzeker is."
    ),
    (
      "-Inf", .comma, "\"-Inf\" is geen getal waarmee gerekend kan worden.",
      "Schrijf een getal, zoals 12.5, of een bereik, zoals 10..15, als het onzeker is."
    ),
    (
      "1e308", .semicolon, "\"1e308\" is groter dan enig bedrag of aantal dat kan voorkomen (meer dan 1e15).",
      "Kijk of er cijfers of nullen te veel staan; een miljoen is 1000000 of 1e6."
    ),
    (
      // These used to be answered with "write 1 alone" and "write 0 alone".
      "1/3", .semicolon, "\"1/3\" is een breuk; breuken worden niet uitgerekend.", "Schrijf 0,333333."
    ),
    ("9/8", .semicolon, "\"9/8\" is een breuk; breuken worden niet uitgerekend.", "Schrijf 1,1250."),
    ("3/4", .comma, "\"3/4\" is een breuk; breuken worden niet uitgerekend.", "Schrijf 0.75."),
    (
      "1'250", .semicolon, "\"1'250\" is geen getal: duizendtallen worden hier anders gescheiden.", "Schrijf 1250."
    ),
    (
      "1_000,5", .semicolon, "\"1_000,5\" is geen getal: duizendtallen worden hier anders gescheiden.",
      "Schrijf 1000,5."
    ),
    (
      "0x10", .semicolon, "\"0x10\" is geen getal.",
      "Schrijf een getal, zoals 1234,5, of bij onzekerheid een bereik, zoals 10..15, of een verdeling, zoals "
        + "pert(10; 12; 20)."
    ),
    (
      "12 uur", .semicolon, "\"12 uur\" is geen getal: er staat ook \"uur\" bij.",
      "Schrijf alleen 12; een eenheid of opmerking hoort in de kolom toelichting."
    ),
    (
      "1,5 mln", .semicolon, "\"1,5 mln\" is geen getal: er staat ook \"mln\" bij.",
      "Schrijf alleen 1500000; een eenheid of opmerking hoort in de kolom toelichting."
    ),
    ("EUR 300", .semicolon, "\"EUR 300\" is geen getal.", "Schrijf 300."),
    ("5-9", .semicolon, "\"5-9\" is geen getal.", "Schrijf een bereik met twee punten: 5..9."),
    ("5 tot 9", .semicolon, "\"5 tot 9\" is geen getal.", "Schrijf een bereik met twee punten: 5..9."),
    (
      "qwerty", .comma, "\"qwerty\" is geen getal.",
      "Schrijf een getal, zoals 1234.5, of bij onzekerheid een bereik, zoals 10..15, of een verdeling, zoals "
        + "pert(10; 12; 20)."
    ),
    (
      "#WAARDE!", .semicolon, "#WAARDE! is een foutmelding van het rekenblad, geen getal.",
      "Herstel de formule in het rekenblad en bewaar het bestand opnieuw, of typ het getal zelf."
    ),
    (
      "#####", .semicolon, "##### is geen getal: de kolom was te smal om het getal te tonen.",
      "Maak de kolom in het rekenblad breder en bewaar het bestand opnieuw."
    ),
    (
      "=A1+B1", .semicolon, "\"=A1+B1\" is een formule; formules worden niet uitgerekend.",
      "Zet hier de uitkomst van de formule neer."
    ),
    (
      "1-mrt", .semicolon,
      "\"1-mrt\" is een datum, geen getal. Een rekenblad maakt van invoer als 3-5 of 1/3 vanzelf een datum.",
      "Geef de cel de opmaak Tekst en typ de waarde opnieuw: een getal als 3, een bereik als 3..5 of alleen "
        + "het jaartal."
    ),
    (
      "0:30", .semicolon, "\"0:30\" is een tijd, geen getal.",
      "Geef de cel de opmaak Tekst en typ het getal opnieuw; een half uur is een half, geen 0:30."
    ),
  ]

  @Test(arguments: wrongCells)
  func wrong(text: String, dialect: CSVDialect, problem: String, remedy: String) {
    let found = CellSample.problem(text, dialect)
    #expect(found?.problem.dutch == problem)
    #expect(found?.remedy.dutch == remedy)
    #expect(found?.problem.english != problem)
    #expect(found?.remedy.english != remedy)
  }

  @Test(arguments: [
    "#REF!", "#VERW!", "#N/B", "#N/A", "#naam?", "#DEEL/0!", "#GETAL!", "#LEEG!", "#OVERLOOP!", "Err:502",
  ])
  func spreadsheetErrors(text: String) {
    #expect(CellSample.problem(text)?.problem.dutch == "\(text) is een foutmelding van het rekenblad, geen getal.")
  }

  @Test(arguments: [
    "3-5-2027", "03/05/27", "2027-05-03", "1-mrt", "mrt-27", "3 mei", "12-dec-2027", "1-Mar", "5 maart 2027",
  ])
  func dates(text: String) {
    #expect(CellSample.problem(text)?.problem.dutch.hasPrefix("\"\(text)\" is een datum, geen getal.") == true)
  }

  @Test(arguments: ["1e16", "-1e16", "1e400", "1000000000000001", "1e999999", "1.000.000.000.000.001"])
  func tooLarge(text: String) {
    #expect(CellSample.problem(text)?.problem.english.contains("larger than any amount") == true)
  }

  @Test(arguments: ["nan", "-NaN", "inf", "+Infinity", "oneindig", "∞", "-∞"])
  func notFinite(text: String) {
    #expect(CellSample.problem(text)?.problem.english.contains("not a number that can be computed with") == true)
  }

  @Test(arguments: [
    "-", "--5", "+-5", "€€5", "5%%", "€5%", "%5", "5-", "1,2,3", "1.2.3", "0.500", "1.23.456", "12.34", "1234.567",
    "1.234.56",
    "1 23", "1 2345", "1.234 567", "1, 5", "5,", ",", ".", "€", "%", "e5", "1e", "1e5,5", "1e1234567", "5 5", "١٢", "½",
    "0x10", "1_000", "1'000", "(5)", "12;5", "ja", String(repeating: "9", count: 300),
  ])
  func neverGuessed(text: String) {
    #expect(CellSample.problem(text) != nil)
  }

  @Test func longCellsAreNotEchoed() {
    let long = String(repeating: "x", count: 100_000)
    for text in [long, "pert(\(long))", "\(long)(1)", "1..\(long)", "12 \(long)", "discrete(\(long): 1)", "#\(long)"] {
      let found = CellSample.problem(text)
      #expect(found.map { $0.problem.dutch.count < 400 && $0.remedy.dutch.count < 400 } == true)
      #expect(found.map { $0.problem.english.count < 400 && $0.remedy.english.count < 400 } == true)
    }
  }

  @Test(arguments: ["", "  ", "\u{A0}", "\t"])
  func blank(text: String) {
    guard case .success(.blank) = CellSample.parse(text, .comma, .calendarYear).value else {
      Issue.record("a blank cell is blank, whatever the bounds")
      return
    }
  }
}
