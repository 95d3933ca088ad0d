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
    let asked = percent(format.shortest(100 * goal.tolerance))
    if let tail { return notReached(asked, tail) }
    guard let worst = results.leastPrecise else {
      let totals = (0..<results.regionCount).flatMap { region in
        results.selection.scenarios.indices.map {
          results.summary(.delta, scenario: $0, region: region, year: results.total)
        }
      }
      if totals.contains(where: { !$0.isConstant }) {
        return language(
          nl: "bereikt. Gevraagd \(asked); de steekproeffout van gemiddelde, P5, P50 en P95 van de meerkosten, in elke "
            + "regio en samen, is (vrijwel) 0.",
          en:
            "reached. \(asked) asked; the sampling error of mean, P5, P50 and P95 of the extra cost, in each region and "
            + "together, is (almost) 0.")
      }
      if report.study.variables.isEmpty || report.content.tails.inputCount == 0 {
        return language(
          nl: "alle meerkosten zijn zeker: er is geen steekproeffout",
          en: "all extra cost is certain: there is no sampling error")
      }
      let draws = format.count(results.draws)
      return language(
        nl: "in geen van de \(draws) trekkingen maakte onzekere invoer verschil voor de meerkosten: er is geen "
          + "steekproeffout te zien",
        en: "in none of the \(draws) draws did uncertain input make a difference to the extra cost: no sampling error "
          + "shows")
    }
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
    if worst.jump != nil, goal.needed(results.draws, for: worst) > Double(goal.maximumDraws) {
      return language(
        nl: "niet bereikt. Gevraagd \(asked); met \(draws) trekkingen is de steekproeffout nog \(found) van de afstand "
          + "tussen P5 en P95. ",
        en:
          "not reached. \(asked) asked; with \(draws) draws the sampling error is still \(found) of the distance from "
          + "P5 to P95. ") + least + " " + onJump(worst)
    }
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

  /// The tail for which the draws suffice least; nil if they suffice for all.
  private var tail: TailInputs.Judgement? {
    var worst: TailInputs.Judgement?
    for region in 0..<results.regionCount {
      for scenario in results.selection.scenarios.indices {
        let total = results.summary(.delta, scenario: scenario, region: region, year: results.total)
        let found = report.content.tails.judgement(
          scenario: scenario, place: region, summary: total, draws: results.draws)
        if let found, found.needed > worst?.needed ?? 0 { worst = found }
      }
    }
    return worst
  }

  /// A sampling error of draws that have hardly seen what is rare says nothing.
  private func notReached(_ asked: String, _ tail: TailInputs.Judgement) -> String {
    let draws = format.count(results.draws)
    let needed =
      tail.needed <= Double(SimulationSettings.maximumDraws)
      ? language(
        nl: "; daarvoor zijn er ongeveer \(twoDigits(tail.needed)) nodig (--max-draws)",
        en: "; that takes about \(twoDigits(tail.needed)) (--max-draws)") : ""
    return tail.isUnseen
      ? language(
        nl:
          "niet bereikt. Gevraagd \(asked), maar in geen van de \(draws) trekkingen kwam voor wat zelden voorkomt: het "
          + "gemiddelde mist dat\(needed).",
        en: "not reached. \(asked) asked, but in none of the \(draws) draws did what is rare occur: the mean misses "
          + "it\(needed).")
      : language(
        nl: "niet bereikt. Gevraagd \(asked), maar \(draws) trekkingen zijn weinig voor wat zelden voorkomt en het "
          + "gemiddelde bepaalt: de steekproeffout zelf is nog niet te vertrouwen\(needed).",
        en: "not reached. \(asked) asked, but \(draws) draws are few for what is rare and rules the mean: the sampling "
          + "error itself cannot be trusted yet\(needed).")
  }

  private func advice(_ worst: LeastPrecise) -> String {
    let needed = goal.needed(results.draws, for: worst)
    guard needed <= Double(SimulationSettings.maximumDraws) else {
      return language(
        nl: "Zo nauwkeurig kan het niet: vraag met --tolerance iets ruimers.",
        en: "That precise is not possible: ask for something wider with --tolerance.")
    }
    let draws = twoDigits(needed)
    return language(
      nl: "Daarvoor zijn naar schatting \(draws) trekkingen nodig.", en: "That would take an estimated \(draws) draws.")
  }

  /// More draws do not help a percentile on a jump.
  private func onJump(_ worst: LeastPrecise) -> String {
    let share = percent(figure(worst) == "P50" ? "50" : figure(worst) == "P5" ? "5" : "95")
    return language(
      nl:
        "\(figure(worst)) ligt daar op een sprong: bij (vrijwel) \(share) van de trekkingen gaat het bedrag in één keer "
        + "van de ene uitkomst naar de andere. Meer trekkingen helpen dan niet; noem de twee uitkomsten met hun kans, of "
        + "vraag met --tolerance iets ruimers.",
      en:
        "\(figure(worst)) lies on a jump there: at (almost) \(share) of the draws the amount goes from one outcome to "
        + "the other at once. More draws do not help; tell the two outcomes and their chance, or ask for something wider "
        + "with --tolerance.")
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
