import CostEngine
import Terms

/// The outcome of the requested precision: how large the largest sampling error is, and where.
struct PrecisionText {
  let report: ConsoleReport
  let goal: PrecisionGoal

  private var language: Language { report.language }
  private var results: Results { report.results }
  private var format: NumberFormat { .people(language) }

  var text: String {
    guard let worst = results.leastPrecise else {
      return language(
        nl: "alle meerkosten zijn zeker: er is geen steekproeffout",
        en: "all extra cost is certain: there is no sampling error")
    }
    let asked = percent(format.shortest(100 * goal.tolerance))
    let found = percent(twoDigits(100 * worst.share))
    let least = language(
      nl: "Het minst nauwkeurig: \(figure(worst)) van \(place(worst)), scenario \(scenario(worst)).",
      en: "Least precise: \(figure(worst)) of \(place(worst)), scenario \(scenario(worst)).")
    if worst.share <= goal.tolerance {
      return language(
        nl: "bereikt. Gevraagd \(asked); de steekproeffout van gemiddelde, P5, P50 en P95 van de meerkosten, in elke "
          + "regio en samen, is hoogstens \(found) van de afstand tussen P5 en P95. ",
        en:
          "reached. \(asked) asked; the sampling error of mean, P5, P50 and P95 of the extra cost, in each region and "
          + "together, is at most \(found) of the distance from P5 to P95. ") + least
    }
    let draws = format.count(results.draws)
    let isSobol = report.content.sampler == .sobol
    let limit = Bilingual(
      nl: isSobol ? "meer mocht niet: --max-draws, en met sobol een macht van twee" : "meer mocht niet: --max-draws",
      en: isSobol
        ? "more were not allowed: --max-draws, and with sobol a power of two" : "more were not allowed: --max-draws")
    return language(
      nl:
        "niet bereikt. Gevraagd \(asked); met \(draws) trekkingen (\(limit.dutch)) is de steekproeffout "
        + "van gemiddelde, P5, P50 en P95 van de meerkosten, in elke regio en samen, nog tot \(found) van de afstand "
        + "tussen P5 en P95. ",
      en: "not reached. \(asked) asked; with \(draws) draws (\(limit.english)) the sampling error of "
        + "mean, P5, P50 and P95 of the extra cost, in each region and together, is still up to \(found) of the distance "
        + "from P5 to P95. ") + least + " " + advice(worst)
  }

  private func advice(_ worst: LeastPrecise) -> String {
    let needed = goal.needed(results.draws, share: worst.share)
    guard needed <= Double(SimulationSettings.maximumDraws) else {
      return language(
        nl: "Zo nauwkeurig kan het niet: vraag met --tolerance iets ruimers.",
        en: "That precise is not possible: ask for something wider with --tolerance.")
    }
    let draws = twoDigits(needed)
    return language(
      nl: "Daarvoor zijn naar schatting \(draws) trekkingen nodig.", en: "That would take an estimated \(draws) draws.")
  }

  private func figure(_ worst: LeastPrecise) -> String {
    switch worst.figure {
    case .mean: return language(nl: "het gemiddelde", en: "the mean")
    case .p05: return "P5"
    case .p50: return "P50"
    case .p95: return "P95"
    }
  }

  private func place(_ worst: LeastPrecise) -> String {
    guard results.includesNational, worst.region == results.national, report.study.regions.count > 1 else {
      return report.regionName(results.selection.regions[min(worst.region, results.selection.regions.count - 1)])
    }
    return WholeName.text(report.study, language: language)
  }

  private func scenario(_ worst: LeastPrecise) -> String { report.scenarioCode(worst.scenario) }

  private func percent(_ number: String) -> String { number + language(nl: "\(PlainText.joint)%", en: "%") }

  /// Two digits, rounded up: an error is never understated.
  private func twoDigits(_ number: Double) -> String {
    var place = -6
    while number >= ShownFigure.power(place + 2) { place += 1 }
    let step = ShownFigure.power(place)
    return format.fixed((number / step).rounded(.up) * step, decimals: max(0, -place))
  }
}
