import Analyses
import CostEngine
import Terms

extension MemoryShortage {
  /// Says what is needed and what makes it less.
  var text: Bilingual {
    func size(_ bytes: Int64, _ language: Language) -> String {
      let gigabytes = Double(bytes) / 1e9
      let format = NumberFormat.people(language)
      return gigabytes < 1
        ? "\(format.count(max(1, Int((gigabytes * 1000).rounded())))) MB"
        : format.fixed(gigabytes, decimals: gigabytes < 10 ? 1 : 0) + " GB"
    }
    func told(_ language: Language) -> String {
      let format = NumberFormat.people(language)
      let (all, there) = (size(need.total, language), size(available, language))
      let first = language(
        nl: "Hiervoor is ongeveer \(all) geheugen nodig, en er is \(there). Er is niets berekend.",
        en: "This takes about \(all) of memory, and there is \(there). Nothing was computed.")
      if need.draws > 0 {
        return first + "\n"
          + language(
            nl: "Het geheugen groeit met het aantal trekkingen: neem er minder, met --draws.",
            en: "Memory grows with the number of draws: take fewer, with --draws.")
      }
      let (scenarios, places) = (format.count(need.scenarios), format.count(need.places))
      let pairs = format.count(need.scenarios * (need.scenarios - 1) / 2)
      let parts = language(
        nl: "De bedragen van \(scenarios) scenario's op \(places) plaatsen (regio's, en alle samen) nemen "
          + "\(size(need.distributions, language)),\nde verschillen van \(pairs) paren van scenario's "
          + "\(size(need.pairs, language)).",
        en: "The amounts of \(scenarios) scenarios in \(places) places (regions, and all together) take "
          + "\(size(need.distributions, language)),\nthe differences of \(pairs) pairs of scenarios "
          + "\(size(need.pairs, language)).")
      let fitting = fittingScenarios
      let remedy =
        fitting >= 1 && fitting < need.scenarios
        ? language(
          nl:
            "Reken met --scenario hoogstens \(format.count(fitting)) \(fitting == 1 ? "scenario" : "scenario's") tegelijk, "
            + "of met --region minder regio's;\nwat er bij andere waarden uitkomt, toont waterlijn sweep.",
          en: "Compute at most \(format.count(fitting)) \(fitting == 1 ? "scenario" : "scenarios") at a time with "
            + "--scenario, or fewer regions with --region;\nwhat comes out for other values is shown by waterlijn sweep."
        )
        : language(
          nl: "Reken met --region minder regio's tegelijk, of op een computer met meer geheugen.",
          en: "Compute fewer regions at a time with --region, or on a computer with more memory.")
      return [first, parts, remedy].joined(separator: "\n")
    }
    return Bilingual(nl: told(.dutch), en: told(.english))
  }
}
