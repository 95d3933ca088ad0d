import CostEngine
import Terms

/// The content of the report of a worked calculation.
public struct WorkedContent: Sendable {
  public var study: Study
  /// The value of each of the study's variables in this draw.
  public var values: [Double]
  /// Number of the draw; nil if every uncertain input is at its mean.
  public var draw: Int?
  /// The calendar year that is shown; for the end state the last one.
  public var year: Int
  /// Whether the end state is shown.
  public var isEnd: Bool
  /// Where the figures came from that regions gave; nil if none gave any on a form.
  public var answers: AnswerProgress?

  /// - Precondition: the year lies within the study's horizon, and `values` has a value for every variable.
  public init(study: Study, values: [Double], draw: Int?, year: Int, isEnd: Bool = false) {
    precondition(!isEnd || year == study.lastYear)
    precondition(values.count == study.variables.count)
    precondition(year >= study.firstYear && year <= study.lastYear)
    self.study = study
    self.values = values
    self.draw = draw
    self.year = year
    self.isEnd = isEnd
  }

  /// The period that is shown.
  var period: Period { isEnd ? .end : .year(position) }

  /// `2028`, or `eindbeeld`.
  func name(_ language: Language) -> String { isEnd ? Glossary.entry(.endState).name(language) : String(year) }

  /// `in 2028`, or `in het eindbeeld`.
  func inPeriod(_ language: Language) -> String {
    isEnd ? language(nl: "in het eindbeeld", en: "in the end state") : "in \(year)"
  }

  /// Position of the year in the horizon.
  var position: Int { year - study.firstYear }

  func value(_ quantity: Quantity) -> Double { study.value(of: quantity, in: values) }
}

/// The words used in formulas: the letters of the model are the same in both languages.
struct WorkedWords {
  let language: Language

  var release: String { language(nl: "vrijval", en: "release") }
  var growing: String { language(nl: "instroom", en: "grow") }
  var replacing: String { language(nl: "vervanging", en: "replace") }
  var training: String { language(nl: "opleiden", en: "train") }
  var staffTime: String { language(nl: "eigen uren", en: "staff time") }
  var units: String { "u" }
  var scenario: String { Glossary.entry(.scenario).name(language) }
  var baseline: String { language(nl: "nulsituatie", en: "baseline") }
  var amount: String { language(nl: "bedrag", en: "amount") }
  var share: String { language(nl: "aandeel", en: "share") }
  var key: String { language(nl: "sleutel", en: "key") }

  /// The column to which a driver corresponds.
  func column(_ driver: Driver) -> String { language(nl: driver.name.dutchID, en: driver.name.id) }

  var personsPerPosition: String { language(nl: "personen_per_positie", en: "persons_per_position") }
  var certified: String { language(nl: "gecertificeerd", en: "certified") }
  var recertifyYears: String { language(nl: "hercertificering_jaren", en: "recertify_years") }
  var hourlyCost: String { language(nl: "uurtarief", en: "hourly_cost") }
  var personsShare: String { language(nl: "personen_aandeel", en: "persons_share") }

  func units(_ per: UnitBasis) -> String {
    switch per {
    case .region: return language(nl: "per regio", en: "per region")
    case .municipality: return language(nl: "per gemeente", en: "per municipality")
    case .per100k: return language(nl: "per 100.000 inwoners", en: "per 100,000 inhabitants")
    case .national: return language(nl: "landelijk", en: "national")
    }
  }

  /// The meaning of the letters.
  var letters: [(label: String, text: String)] {
    [
      ("t", language(nl: "het jaar", en: "the year")),
      ("W, I", language(nl: "index van lonen, van prijzen", en: "index of wages, of prices")),
      (
        "phi",
        language(nl: "welk deel van de afstand tot de norm is overbrugd", en: "share of the gap to the norm closed")
      ),
      (
        "psi, F",
        language(
          nl: "hoe ver een maatregel werkt; waarmee maatregelen iets vermenigvuldigen",
          en: "how far a measure works; what measures multiply something by")
      ),
      ("b, u", language(nl: "bandbreedte; eenheden van de regio", en: "bandwidth; the region's units")),
      ("P, Q", language(nl: "posities; mensen die daarvoor nodig zijn", en: "positions; people needed for them")),
      ("S, V", language(nl: "mensen in de pool; posities op piket", en: "people in the pool; positions on standby")),
      (
        "h, H",
        language(
          nl: "opleidingsuren van een nieuwkomer voor en na maatregelen",
          en: "hours of training of a newcomer before and after measures")
      ),
      (
        "A, C",
        language(
          nl: "bijscholingsuren per persoon per jaar; aandeel met certificaat",
          en: "hours of annual training a person; share with a certificate")
      ),
      (
        "w, d, e, a",
        language(
          nl: "EUR per uur eigen inzet, per uur cursus, per examen, per week piket",
          en: "EUR an hour of own staff, an hour of course, an exam, a week on standby")
      ),
      ("0", language(nl: "achter een letter: vandaag", en: "behind a letter: today")),
      (
        "pos, clamp",
        language(
          nl: "wat onder 0 ligt wordt 0; wat buiten 0 tot 1 ligt wordt 0 of 1",
          en: "what lies below 0 becomes 0; what lies outside 0 to 1 becomes 0 or 1")
      ),
    ]
  }
}
