import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct CheckReportTests {
  private static func finding(
    file: String, row: Int? = nil, column: String? = nil, what: String, remedy: String
  ) -> Diagnostic {
    Diagnostic(
      .error, file: file, row: row, column: column, problem: Bilingual(same: what), remedy: Bilingual(same: remedy))
  }

  private static let notices: [Diagnostic] = [
    finding(file: "funding.csv", row: 2, column: "amount", what: "It\u{1b}[31m stops.", remedy: "Look.")
  ]

  @Test func problemsInTheOrderGiven() {
    let problems: [Diagnostic] = [
      Self.finding(file: "norms.csv", what: "Het bestand ontbreekt.", remedy: "Voeg het toe aan de map."),
      Self.finding(file: "staffing.csv", row: 3, what: "Deze sleutel stond al in rij 2.", remedy: ""),
      Self.finding(
        file: "staffing.csv", row: 12, column: "persons", what: "De waarde `abc` is geen getal.",
        remedy: "Schrijf een getal, bijvoorbeeld 12 of 1.200,5, of een verdeling zoals 10..12..15 in deze cel en in "
          + "elke andere."),
    ]
    let content = CheckContent(
      folder: "scenarios/x", study: nil, problems: problems, notices: Self.notices, coverage: [])
    #expect(CheckReport.text(content, language: .dutch) == Self.withProblems)
  }

  @Test func whatWasReadInEnglish() {
    let content = CheckContent(
      folder: "scenarios/x", study: SmallStudy.funded(), problems: [], notices: Self.notices,
      coverage: [.init(reported: 3, assumed: 17), .init(reported: 0, assumed: 20)])
    #expect(CheckReport.text(content, language: .english) == Self.sound)
  }

  @Test func whatWasReadInDutch() {
    let content = CheckContent(
      folder: "x", study: WorkedStudy.study, problems: [], notices: [],
      coverage: [.init(reported: 0, assumed: 20), .init(reported: 0, assumed: 20)])
    #expect(CheckReport.text(content, language: .dutch) == Self.worked)
  }

  /// The order is that of the tables, causes before what follows from them: a code that regions.csv lacks used to be
  /// told after the rows of provision-current.csv that name it.
  @Test func causesComeFirst() {
    let problems = ["regions.csv", "staffing.csv", "provision-current.csv"].map {
      Self.finding(file: $0, what: "Wat \($0)", remedy: "")
    }
    let content = CheckContent(folder: "x", study: nil, problems: problems, notices: [], coverage: [])
    let told = CheckReport.text(content, language: .dutch).split(separator: "\n").filter { $0.hasPrefix("  Wat ") }
    #expect(told == ["  Wat regions.csv", "  Wat staffing.csv", "  Wat provision-current.csv"])
  }

  /// `2022 tot en met 2022` is how it used to be said.
  @Test func aStudyOfOneYear() {
    var study = SmallStudy.study()
    study.years = 1
    func years(_ language: Language) -> String? {
      CheckReport.text(
        CheckContent(folder: "x", study: study, problems: [], notices: [], coverage: []), language: language
      ).split(separator: "\n").first { $0.contains("2027, ") }.map(String.init)
    }
    #expect(years(.dutch) == "Jaren             2027, prijspeil 2026, constante prijzen")
    #expect(years(.english) == "Years              2027, price level 2026, constant prices")
  }

  @Test func aFolderThatCannotBeReadIsAllThereIsToSay() {
    let content = CheckContent(
      folder: "x", study: nil,
      problems: [Self.finding(file: "", what: "De map is\u{7} er niet.", remedy: "Bedoelt u \"y\"?")],
      notices: [], coverage: [])
    #expect(CheckReport.text(content, language: .dutch) == "De map is er niet.\nBedoelt u \"y\"?\n")
  }

  @Test func oneProblemInOneFile() {
    let content = CheckContent(
      folder: "x", study: nil, problems: [Self.finding(file: "a.csv", what: "Bad.", remedy: "Mend it.")], notices: [],
      coverage: [])
    #expect(CheckReport.text(content, language: .english).hasSuffix("\n1 problem in 1 file, no notices.\n"))
  }
}

extension CheckReportTests {
  fileprivate static let withProblems = """
    scenarios/x
    ===========

    Deze studie kan nog niet worden doorgerekend. Los eerst het volgende op.

    norms.csv
      Het bestand ontbreekt.
      Oplossing: Voeg het toe aan de map.

    staffing.csv, rij 3
      Deze sleutel stond al in rij 2.

    staffing.csv, rij 12, kolom persons (personen)
      De waarde `abc` is geen getal.
      Oplossing: Schrijf een getal, bijvoorbeeld 12 of 1.200,5, of een verdeling zoals 10..12..15 in
                 deze cel en in elke andere.

    Meldingen (de berekening gaat door)
    -----------------------------------
    funding.csv, rij 2, kolom amount (bedrag)
      It [31m stops.
      Oplossing: Look.

    3 problemen in 2 bestanden, 1 melding.

    """

  fileprivate static let sound = """
    Klein onderzoek
    ===============

    What was read
    -------------
    Years              2027-2028, price level 2026, constant prices
    Regions            2: VR02 (Fryslân); VR17 (Rotterdam-Rijnmond)
    Functions          0
    Provisions         0
    One-offs           1: LEAD (Programmaleiding)
    Measures           1: POOL (Regionale pool)
    Funding            1: RIJK (Rijksbijdrage)
    Uncertain inputs   1
    Current situation  of 40 figures 8% reported by regions and 92% assumed

    Scenarios
    ---------
    ALLEEN, Elke regio voor zich: level uniform, linear phase-in 2027 to 2028, no delay, no bandwidth,
      no release, no measures
    SAMEN, Samenwerken: level uniform, s-curve 2027 to 2028, delay uncertain, bandwidth 10%, release
      50%, measures POOL
      in VR17: at once in 2028

    Figures on the current situation, by region
    -------------------------------------------
    Region                    reported  assumed  share reported
    VR02 Fryslân                     3       17             15%
    VR17 Rotterdam-Rijnmond          0       20              0%

    Notices (the calculation goes on)
    ---------------------------------
    funding.csv, row 2, column amount
      It [31m stops.
      Remedy: Look.

    No problems, 1 notice: the study can be computed.

    """

  fileprivate static let worked = """
    Uitgewerkt
    ==========

    Wat er is gelezen
    -----------------
    Jaren             2027 tot en met 2029, prijspeil 2026, lopende prijzen
    Regio's           2: AA (Fryslân); BB (Gooi)
    Functies          2: OVD (Officier van Dienst); INF (Informatiemedewerker)
    Voorzieningen     1: EX (Oefening)
    Eenmalige posten  2: LEAD (Programmaleiding); PLAN (Planherziening)
    Maatregelen       2: POOL (Regionale pool); LEREN (E-learning)
    Dekking           1: RIJK (Rijksbijdrage)
    Onzekere invoer   2
    Huidige situatie  van 40 gegevens is 0 % opgegeven door regio's en 100 % aangenomen

    Scenario's
    ----------
    SLIM, Slim samen: niveau uniform, ineens in 2028, vertraging onzeker, bandbreedte 25 %, vrijval
      50 %, maatregelen POOL
    EIGEN: niveau uniform, ingroeiprofiel trap, geen vertraging, geen bandbreedte, geen vrijval,
      maatregelen POOL + LEREN

    Geen problemen, geen meldingen: de studie kan worden doorgerekend.

    """
}
