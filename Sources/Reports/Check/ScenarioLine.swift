import CostEngine
import Terms

/// A scenario and its terms on one line, and the deviations of regions on a line each.
struct ScenarioLine {
  let study: Study
  let scenario: Scenario
  let language: Language

  var lines: [String] {
    let described = scenario.terms.map { describe($0) }
    // The terms of most regions count as the scenario's own; in a tie, those that occur first.
    let counts = described.reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let own = described.first { counts[$0] == most } ?? []
    let title = scenario.name.isEmpty ? scenario.code : "\(scenario.code), \(scenario.name)"
    var lines = PlainText.wrapped(
      PlainText.line(title) + ": " + own.joined(separator: ", "), indent: "  ")
    for (region, terms) in described.enumerated() where terms != own {
      let otherwise = zip(terms, own).filter { $0 != $1 }.map { $0.0 }.joined(separator: ", ")
      let code = PlainText.line(study.regions[region].code)
      lines += PlainText.wrapped(
        otherwise, first: "  " + language(nl: "in \(code): ", en: "in \(code): "), indent: "    ")
    }
    return lines
  }

  /// Level, phase-in, delay, bandwidth, release and measures, as one phrase each.
  private func describe(_ terms: ScenarioTerms) -> [String] {
    let measures = terms.measures.map { PlainText.line(study.measures[$0].code) }.joined(separator: " + ")
    return [
      language(nl: "niveau ", en: "level ") + PlainText.line(study.levels[terms.level]),
      describe(terms.phaseIn),
      terms.delay == .certain(0)
        ? language(nl: "geen vertraging", en: "no delay")
        : language(nl: "vertraging ", en: "delay ") + number(terms.delay, terms.delay == .certain(1) ? year : years),
      terms.bandwidth == .certain(0)
        ? language(nl: "geen bandbreedte", en: "no bandwidth")
        : language(nl: "bandbreedte ", en: "bandwidth ") + share(terms.bandwidth),
      terms.release == .certain(0)
        ? language(nl: "geen vrijval", en: "no release")
        : language(nl: "vrijval ", en: "release ") + share(terms.release),
      terms.measures.isEmpty
        ? language(nl: "geen maatregelen", en: "no measures")
        : language(nl: "maatregelen ", en: "measures ") + measures,
    ]
  }

  private var year: String { language(nl: " jaar", en: " year") }
  private var years: String { language(nl: " jaar", en: " years") }

  private func describe(_ phaseIn: PhaseIn) -> String {
    func period(_ from: Quantity, _ until: Quantity) -> String {
      language(
        nl: "\(calendarYear(from)) tot en met \(calendarYear(until))",
        en: "\(calendarYear(from)) to \(calendarYear(until))")
    }
    switch phaseIn {
    case .linear(let from, let until):
      return language(nl: "lineaire ingroei ", en: "linear phase-in ") + period(from, until)
    case .scurve(let from, let until):
      return language(nl: "s-curve ", en: "s-curve ") + period(from, until)
    case .step(let from): return language(nl: "ineens in ", en: "at once in ") + calendarYear(from)
    case .profile(let profile):
      return language(nl: "ingroeiprofiel ", en: "phase-in profile ") + PlainText.line(study.profiles[profile].name)
    }
  }

  private var uncertain: String { language(nl: "onzeker", en: "uncertain") }

  private func calendarYear(_ quantity: Quantity) -> String {
    guard case .certain(let value) = quantity else { return language(nl: "een onzeker jaar", en: "an uncertain year") }
    return NumberFormat.ungrouped(language).shortest(value)
  }

  private func number(_ quantity: Quantity, _ unit: String) -> String {
    guard case .certain(let value) = quantity else { return uncertain }
    return NumberFormat.people(language).shortest(value) + unit
  }

  private func share(_ quantity: Quantity) -> String {
    guard case .certain(let value) = quantity else { return uncertain }
    return NumberFormat.people(language).shortest(100 * value) + language(nl: "\(PlainText.joint)%", en: "%")
  }
}
