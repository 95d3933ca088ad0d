import CostEngine
import Terms

/// Where the horizon ends before the phase-in does: what the end state shows and the totals do not.
extension RunContent {
  /// `In 2036 is dit scenario nog niet helemaal ingevoerd: dat is het pas in 2045.`; nil where it is complete by then in
  /// every draw, or where that is not known.
  ///
  /// - Parameters:
  ///   - scenario: position in the results.
  ///   - region: position in the results, the country included.
  func completionNote(scenario: Int, region: Int, _ language: Language) -> String? {
    guard let completion, completion.shares.indices.contains(scenario),
      completion.shares[scenario].indices.contains(region)
    else { return nil }
    let share = completion.shares[scenario][region]
    guard share < 1 else { return nil }
    let last = study.lastYear
    let isWhole = results.includesNational && region == results.national
    let regions = isWhole ? results.selection.regions : [results.selection.regions[region]]
    let everywhere = regions.count > 1 ? language(nl: " in alle regio's", en: " in every region") : ""
    let index = results.selection.scenarios[scenario]
    let claim: String
    if regions.allSatisfy({ study.isCertain(study.scenarios[index].terms[$0]) }) {
      claim =
        language(
          nl: "In \(last) is dit scenario\(everywhere) nog niet helemaal ingevoerd: ",
          en: "In \(last) this scenario is not completely in place yet\(everywhere): ")
        + (study.yearOfCompletion(scenario: index, regions: regions).map {
          language(nl: "dat is het pas in \($0)", en: "that is only so in \($0)")
        }
          ?? language(
            nl: "zijn ingroeiprofiel komt niet tot 100\u{a0}%", en: "its phase-in profile does not reach 100%"))
    } else if share == 0 {
      claim = language(
        nl: "In \(last) is dit scenario\(everywhere) in geen enkele trekking al helemaal ingevoerd",
        en: "In \(last) this scenario is not completely in place\(everywhere) in any draw")
    } else {
      let chance = ShareText.probability(share, draws: completion.draws, isCertain: false, language: language)
      claim = language(
        nl: "De kans dat dit scenario in \(last)\(everywhere) helemaal is ingevoerd, is \(chance)",
        en: "The chance that this scenario is completely in place\(everywhere) in \(last) is \(chance)")
    }
    return claim
      + language(
        nl: ". Wat later komt, staat niet in de totalen, maar wel in het eindbeeld.",
        en: ". What comes later is not in the totals, but is in the end state.")
  }
}
