import CostEngine
import Terms

/// Warnings where what is rarely drawn rules a mean: beside the mean in console, page, workbook and comparison.
struct TailText {
  let study: Study
  let tails: TailInputs
  let draws: Int
  let language: Language

  private var format: NumberFormat { .people(language) }

  /// - Parameter amount: the name of the amount within a sentence.
  func sentence(_ found: TailInputs.Judgement, of amount: String) -> String {
    (found.isUnseen ? unseen : seen(amount)) + " " + list(found) + " " + advice(found)
  }

  /// None of what is rare was drawn.
  private var unseen: String {
    let count = tails.inputCount
    let (number, uncertain) = (format.count(draws), format.count(count))
    return language(
      nl: "Let op: in geen van de \(number) trekkingen maakte onzekere invoer verschil, maar "
        + "\(count == 1 ? "1 waarde is" : uncertain + " waarden zijn") onzeker: het gemiddelde mist wat niet is "
        + "getrokken; neem meer trekkingen.",
      en: "Note: in none of the \(number) draws did uncertain input make a difference, but "
        + "\(count == 1 ? "1 value is" : uncertain + " values are") uncertain: the mean misses what was not drawn; take "
        + "more draws.")
  }

  private func seen(_ amount: String) -> String {
    language(
      nl:
        "Let op: wat zelden wordt getrokken, bepaalt het gemiddelde (\(amount)), en \(format.count(draws)) trekkingen "
        + "zijn daarvoor weinig: het gemiddelde en zijn steekproeffout kunnen er verder naast zitten dan hier staat.",
      en:
        "Note: what is rarely drawn rules the mean (\(amount)), and \(format.count(draws)) draws are few for that: the "
        + "mean and its sampling error may be further off than is told here.")
  }

  private func advice(_ found: TailInputs.Judgement) -> String {
    guard found.needed <= Double(SimulationSettings.maximumDraws) else {
      return language(
        nl: "Zoveel trekkingen als daarvoor nodig zijn, kan niet: reken met wat er in verwachting bijkomt.",
        en: "As many draws as that takes are not possible: reckon with what it adds in expectation.")
    }
    let needed = twoDigits(found.needed)
    return language(
      nl: "Betrouwbaar vanaf ongeveer \(needed) trekkingen.", en: "To be trusted from about \(needed) draws on.")
  }

  /// The inputs, each with its chance and what it adds: `one-offs.amount[RISICO] (zelden: kans 1 op 10.000; ...).`
  private func list(_ found: TailInputs.Judgement) -> String {
    let most = 3
    let texts = found.inputs.prefix(most).map { input -> String in
      let name = PlainText.line(study.variables[input.variable].name)
      guard let chance = input.chance, let expected = input.expected else {
        return name + language(nl: " (lange staart)", en: " (a long tail)")
      }
      let amount = "EUR\(PlainText.joint)" + format.fixed(expected.rounded(), decimals: 0)
      return name
        + language(
          nl: " (zelden: kans \(oneIn(chance)); voegt in verwachting \(amount) toe)",
          en: " (rare: a chance of \(oneIn(chance)); adds \(amount) in expectation)")
    }
    let more = found.inputs.count - most
    let rest = more > 0 ? language(nl: " en nog \(more)", en: " and \(more) more") : ""
    return texts.joined(separator: "; ") + rest + "."
  }

  /// `1 op 10.000`, or a percentage if it is no less than one percent.
  private func oneIn(_ chance: Double) -> String {
    if chance >= 0.01 {
      return format.shortest((1000 * chance).rounded() / 10) + language(nl: "\(PlainText.joint)%", en: "%")
    }
    return language(nl: "1 op ", en: "1 in ") + twoDigits(1 / chance)
  }

  /// Two digits, which is all that an estimate supports.
  private func twoDigits(_ number: Double) -> String {
    var step = 1.0
    while number / step >= 99.5 { step *= 10 }
    return format.fixed((number / step).rounded() * step, decimals: 0)
  }
}
