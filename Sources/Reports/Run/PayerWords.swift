import CostEngine
import Terms

/// Texts of the reports about who pays.
struct PayerWords {
  let report: ConsoleReport

  private var language: Language { report.language }

  static func title(_ language: Language) -> String { language(nl: "Wie betaalt", en: "Who pays") }

  /// The name of a payer above a column.
  static func short(_ payer: Payer, _ language: Language) -> String {
    switch payer {
    case .region: return Glossary.entry(.region).name(language)
    default: return Glossary.entry(payer: payer).name(language)
    }
  }

  /// Who pays the amount that no fund covers.
  static func rest(_ key: MunicipalKey, _ language: Language) -> String {
    switch key {
    case .ownRegion:
      return language(
        nl: "wat geen fonds dekt, betalen de gemeenten van elke regio zelf",
        en: "what no fund covers is paid by the municipalities of each region themselves")
    case .pooled(nil, _):
      return language(
        nl: "wat geen fonds dekt, dragen alle gemeenten samen, elke regio een gelijk deel",
        en: "what no fund covers is borne by all municipalities together, each region an equal part")
    case .pooled(let name?, _):
      let name = PlainText.line(name)
      return language(
        nl: "wat geen fonds dekt, dragen alle gemeenten samen, verdeeld over de regio's naar \"\(name)\"",
        en: "what no fund covers is borne by all municipalities together, divided over the regions by \"\(name)\"")
    }
  }

  /// The payers of a study: the municipalities, and those who have a fund.
  static func payers(_ study: Study) -> [Payer] {
    Payer.allCases.filter { payer in
      payer == .municipalities || study.funds.contains { $0.entries.contains { $0.payer == payer } }
    }
  }

  var payers: [Payer] { Self.payers(report.study) }

  /// Who pays what, stated once for all tables; empty if that is not reported.
  var introduction: [String] {
    guard let key = report.study.municipalKey, report.results.hasPayers else { return [] }
    let rest = Self.rest(key, language)
    let hasState = payers.contains(.state)
    let hasRegion = payers.contains(.region)
    let funds: String
    switch (hasState, hasRegion) {
    case (true, true):
      funds = language(
        nl: "het Rijk en de veiligheidsregio betalen wat hun fondsen geven (funding.csv); ",
        en: "the State and the safety region pay what their funds bring (funding.csv); ")
    case (true, false):
      funds = language(
        nl: "het Rijk betaalt wat zijn fondsen geven (funding.csv); ",
        en: "the State pays what its funds bring (funding.csv); ")
    case (false, true):
      funds = language(
        nl: "de veiligheidsregio betaalt wat haar fondsen geven (funding.csv); ",
        en: "the safety region pays what its funds bring (funding.csv); ")
    case (false, false): funds = ""
    }
    return PlainText.wrapped("\(Self.title(language)): \(funds)\(rest).\(surplus)")
  }

  /// The meaning of a minus sign, if there may be one.
  private var surplus: String {
    let results = report.results
    let isThere = results.selection.scenarios.indices.contains { scenario in
      (0..<results.regionCount).contains { region in
        [results.total - 1, results.total].contains { year in
          results.payment(.municipalities, scenario: scenario, region: region, year: year).p05 < 0
        }
      }
    }
    guard isThere else { return "" }
    return language(
      nl:
        " Een minteken bij de gemeenten: er zijn meer middelen dan meerkosten, of het scenario bespaart; dat voordeel "
        + "is voor hen.",
      en:
        " A minus sign at the municipalities: there is more funding than extra cost, or the scenario saves; that gain "
        + "is theirs.")
  }

  /// Why payers are not reported although the study requests it; nil if they are reported or not requested.
  var reasonMissing: String? {
    guard report.study.municipalKey != nil, !report.results.hasPayers else { return nil }
    return language(
      nl: "Wie betaalt is niet berekend: de gemeenten van alle regio's dragen samen wat geen fonds dekt (instelling "
        + "gemeentelijke_verdeelsleutel), en niet alle regio's zijn gekozen. Laat --region weg om het te zien.",
      en: "Who pays was not computed: the municipalities of all regions together bear what no fund covers (setting "
        + "municipal_key), and not all regions were selected. Leave --region out to see it.")
  }

  /// The same with its heading.
  var missing: [String] {
    guard let reasonMissing else { return [] }
    return [""] + PlainText.heading(Self.title(language)) + PlainText.wrapped(reasonMissing)
  }
}
