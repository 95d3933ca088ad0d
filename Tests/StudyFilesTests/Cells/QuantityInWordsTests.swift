import Terms
import TestSupport
import Testing

@testable import StudyFiles

/// What people write where a number is asked. The remedy used to change the number: 6 years for 6 months, 1,5 euro for
/// one and a half million; or it was the same for all of them.
@Suite struct QuantityInWordsTests {
  typealias Sample = (text: String, measure: Unit.Measure?, remedy: String)

  /// The number that a remedy says to write, which can then be written.
  static let numbers: [Sample] = [
    ("1,5 miljoen euro", .euro, "1500000"), ("1,5 mln", .euro, "1500000"), ("3 ton", .euro, "300000"),
    ("2 mio", .euro, "2000000"), ("12k", .euro, "12000"), ("k€ 12", .euro, "12000"), ("€ 12 dzd", .euro, "12000"),
    ("0,4 mld", .euroAYear, "400000000"), ("2.5 mln", .euro, "2500000"), ("mln 3", .euro, "3000000"),
    ("12‰", .share, "1,2%"), ("2,25 procent", .shareAYear, "2,25%"), ("80 procent", .factor, "80%"),
    ("25 bp", .shareAYear, "0,25%"), ("honderd procent", .share, "100%"), ("1 op 4", .share, "0,25"),
    ("6 maanden", .years, "0,5"), ("18 mnd", .years, "1,5"), ("anderhalf jaar", .years, "1,5"),
    ("half jaar", .years, "0,5"), ("1 jaar en 6 maanden", .years, "1,5"), ("2 kwartalen", .years, "0,5"),
    ("30 minuten", .hours, "0,5"), ("90 min.", .hoursAYear, "1,5"), ("1 uur 30", .hours, "1,5"),
    ("8u30", .hours, "8,5"), ("12 uur per jaar", .hoursAYear, "12"),
    ("1.768.379,55-", .euro, "-1768379,55"), ("€ 1.234,-", .euro, "1234"), ("1.234,--", .euro, "1234"),
    ("(1.234,50)", .euro, "-1234,50"), ("€ (1.234)", .euro, "-1234"), ("1.234 -/-", .euro, "-1234"),
    ("-/- 1.234", .euro, "-1234"), ("1.234,50-", .euro, "-1234,50"), ("EUR 1.234,50", .euro, "1234,50"),
    ("1.500.000,- euro", .euro, "1500000"), ("€ -", .euro, "0"), ("-,-", .euro, "0"),
    ("nihil", .people, "0"), ("geen", .people, "0"), ("WAAR", .share, "1"), ("onwaar", .share, "0"),
    ("twaalf", .people, "12"), ("1½", .years, "1,5"), ("¾", .share, "0,75"), ("2 x 12", .people, "24"),
    ("10 + 2", .people, "12"), ("1O", .people, "10"), ("l2", .people, "12"), ("12.", .people, "12"),
    ("\"12\"", .people, "12"), ("14 (incl. 2)", .people, "14"), ("14*", .people, "14"), ("14 incl. 2", .people, "14"),
    ("12 personen", .people, "12"), ("totaal 12", .people, "12"), ("€ 12.000,00 (excl. btw)", .euro, "12000,00"),
    ("1,5 miljoen", nil, "1500000"),
  ]

  @Test(arguments: numbers)
  func theRemedyKeepsTheNumber(text: String, measure: Unit.Measure?, number: String) throws {
    let remedy = try #require(CellSample.problem(text, in: measure)).remedy
    let dutch = remedy.dutch.split(separator: " ")
    #expect(dutch[0] == "Schrijf")
    let written = try #require(dutch[1...].first { $0 != "alleen" })
    #expect(written.prefix { $0 != ";" }.trimmed == number, "\(remedy.dutch)")
    #expect(remedy.english.includes(number))
    let again = CellSample.parser().parse(number, bounds: .unbounded, measure: measure)
    #expect(again.notice == nil)
    guard case .success(.certain) = again.value else {
      Issue.record("\(number) cannot be written either")
      return
    }
  }

  static let ranges: [Sample] = [
    ("8 à 10", .people, "8..10"), ("8 of 9", .people, "8..9"), ("tussen 8 en 10", .people, "8..10"),
    ("10...15", .people, "10..15"), ("10…15", .people, "10..15"), ("10....15", .people, "10..15"),
    ("8 - 10", .people, "8..10"), ("8\u{2013}10", .people, "8..10"), ("8 t/m 10", .people, "8..10"),
    ("8 à 10 mln", .euro, "8000000..10000000"), ("0,5 miljoen tot 1 miljoen", .euro, "500000..1000000"),
    ("4-5 personen", .people, "4..5"), ("ongeveer 10 à 12", .people, "10..12"), ("0,5%-1%", .share, "0,5%..1%"),
    ("12 à 14 (schatting)", .people, "12..14"), ("€ 30.000 - € 40.000", .euro, "30000..40000"),
    ("ca. 12", .people, "10..14"), ("±12", .people, "10..14"), ("12?", .people, "10..14"),
    ("ca. 30%", .share, "26%..35%"),
    ("circa € 30.000", .euro, "26000..35000"), ("min. 10", .people, "10..15"), (">10", .people, "10..15"),
    ("10+", .people, "10..15"), ("10 of meer", .people, "10..15"), ("max. 10", .people, "5..10"),
    ("hooguit 10", .people, "5..10"), ("≤ 10", .people, "5..10"),
  ]

  @Test(arguments: ranges)
  func whatIsNotOneNumberIsARange(text: String, measure: Unit.Measure?, range: String) throws {
    let remedy = try #require(CellSample.problem(text, in: measure)).remedy
    #expect(
      remedy.dutch.split(separator: " ").contains {
        $0.prefix { $0 != "," }.trimmed == range || $0 == range + "." || $0.hasPrefix(range + ",")
      }, "\(remedy.dutch)")
    #expect(remedy.english.includes(range))
    #expect(CellSample.parser().isReadAsDistribution(range, measure))
  }

  @Test(arguments: [
    "n.v.t.", "onbekend", "?", "p.m.", ".", "x", "N.T.B.", "n/a", "unknown", "volgt nog", "onbekend (navragen)",
  ])
  func whatIsNotKnownIsLeftBlank(text: String) throws {
    let remedy = try #require(CellSample.problem(text, in: .people)).remedy
    #expect(
      remedy.dutch.hasPrefix(
        "Laat de cel leeg als er een rij met * is, die haar dan vult; schrijf anders een ruim bereik"))
    #expect(remedy.english.hasPrefix("Leave the cell blank"))
  }

  @Test func aDashIsNothingOrNotKnown() throws {
    for text in ["-", "\u{2013}", "--"] {
      #expect(
        try #require(CellSample.problem(text, in: .people)).remedy.dutch
          == "Schrijf 0 als er niets is. Is het niet bekend, laat de cel dan leeg als er een rij met * is, die haar vult; "
          + "schrijf anders een ruim bereik, zoals 10..15.")
    }
  }

  /// What cannot be converted is asked, never written as it stands.
  @Test(arguments: [
    ("2 dagen", Unit.Measure.hours), ("3 weken", .hoursAYear), ("2 uur per maand", .hoursAYear), ("12 fte", .people),
    ("$ 100", .euro), ("100 dollar", .euro), ("2 uur", .years),
  ])
  func anotherUnitIsAsked(text: String, measure: Unit.Measure) throws {
    let found = try #require(CellSample.problem(text, in: measure))
    #expect(found.problem.dutch == "\"\(text)\" is in een andere eenheid dan wordt gevraagd (\(measure.words.dutch)).")
    #expect(
      found.remedy.dutch == "Reken het om, en schrijf alleen het getal in deze eenheid: \(measure.words.dutch).")
  }

  @Test func aLedgersSignIsAsked() throws {
    #expect(
      try #require(CellSample.problem("1.234 CR", in: .euro)).remedy.dutch
        == "Af of bij? Schrijf 1234 voor kosten, of -1234 voor een opbrengst.")
  }

  /// 0.55 times 100 is 55.00000000000001, which was what people were told to write.
  @Test func percentagesAreWrittenAsPeopleDo() throws {
    #expect(
      try #require(CellSample.problem("ongeveer 65%", in: .share)).remedy.dutch
        == "Schrijf een bereik dat u zeker genoeg vindt, zoals 55%..75%, of 65% als het vaststaat.")
    let notation = NumberNotation(decimalComma: true)
    for thousandths in 1...2000 {
      let written = notation.plainly(Double(thousandths) / 1000, like: "%")
      let (whole, tenth) = (thousandths / 10, thousandths % 10)
      #expect(written == (tenth == 0 ? "\(whole)%" : "\(whole),\(tenth)%"))
    }
    #expect(notation.plainly(1.0 / 3, like: "%") == "33,33333333333333%")
  }

  /// Figures that may belong to the number are never dropped.
  @Test(arguments: ["0x10", "12 12", "1 23", "12;5", "12a4", "1 jaar 6 dagdelen"])
  func whatMayBeAnotherNumberIsNotShortened(text: String) throws {
    let remedy = try #require(CellSample.problem(text, in: .years)).remedy
    #expect(remedy.dutch.hasPrefix("Schrijf een getal, zoals 1234,5"), "\(remedy.dutch)")
  }

  // MARK: Signs of units

  /// `€ 4` persons and `20%` hours used to be 4 persons and 0.2 hours without a word.
  @Test(arguments: [
    ("€ 4", Unit.Measure.people, "is een bedrag, en hier wordt iets anders gevraagd (mensen)."),
    ("4 €", .pieces, "is een bedrag, en hier wordt iets anders gevraagd (stuks)."),
    ("€4..€6", .hours, "is een bedrag, en hier wordt iets anders gevraagd (uur)."),
    ("20%", .hoursAYear, "is een percentage, en hier wordt iets anders gevraagd (uur per jaar)."),
    ("5%", .euro, "is een percentage, en hier wordt iets anders gevraagd (EUR)."),
    ("pert(10%; 20%; 30%)", .people, "is een percentage, en hier wordt iets anders gevraagd (mensen)."),
    ("€ 4", .share, "is een bedrag, en hier wordt iets anders gevraagd (deel)."),
  ])
  func signsBelongToTheirUnit(text: String, measure: Unit.Measure, problem: String) throws {
    let found = try #require(CellSample.problem(text, in: measure))
    #expect(found.problem.dutch.hasSuffix(problem), "\(found.problem.dutch)")
    #expect(found.remedy.dutch.hasPrefix("Schrijf "))
  }

  @Test(arguments: [
    ("€ 4", Unit.Measure.euro), ("€ 4", .euroAYear), ("20%", .share), ("20%", .shareAYear), ("80%", .factor),
    ("pert(€ 10; € 12; € 20)", .euro), ("discrete(3: 40%; 4: 60%)", .people), ("bernoulli(30%)", .people),
    ("quantiles(p10: 3; p50: 4; p90: 9)", .people),
  ])
  func signsOfTheUnitAreTaken(text: String, measure: Unit.Measure) {
    #expect(CellSample.problem(text, in: measure) == nil)
    #expect(CellSample.problem(text, in: nil) == nil)
  }
}

extension Substring {
  /// Without the point that ends a sentence.
  fileprivate var trimmed: String { hasSuffix(".") ? String(dropLast()) : String(self) }
}

extension CellParser {
  fileprivate func isReadAsDistribution(_ text: String, _ measure: Unit.Measure?) -> Bool {
    if case .success(.distribution) = parse(text, bounds: .unbounded, measure: measure).value { return true }
    return false
  }
}
