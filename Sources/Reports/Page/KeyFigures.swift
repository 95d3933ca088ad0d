import CostEngine
import Terms

/// The four most important figures, each with its margin and a sentence.
struct KeyFigures {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }
  private var subject: String { page.placeInText }
  private var verb: String {
    page.isSeveralRegions ? language(nl: "zijn", en: "are") : language(nl: "is", en: "is")
  }

  var section: PageSection? {
    page.section(
      "kort", language(nl: "In het kort", en: "In short"),
      page.eachScenario { scenario in
        let cards = cards(scenario)
        let warning = page.tailWarning(scenario).map { text -> Markup in "<p>\(text)</p>" } ?? ""
        return "<div class=\"cards\">\(cards.map(card))</div>\(warning)"
      })
  }

  struct Card {
    var label: String
    var value: String
    /// P5 to P95; nil for an exact amount.
    var margin: String?
    var sentence: String
  }

  private func card(_ card: Card) -> Markup {
    let margin = card.margin.map { "<p class=\"margin\">\($0)</p>" as Markup }
    return "<div class=\"card\"><p class=\"label\">\(card.label)</p><p "
      + "class=\"value\">\(card.value)</p>\(margin)<p>\(card.sentence)</p></div>"
  }

  /// `€ 86 – 239 mln in 9 van de 10 gevallen`; nil for an exact amount.
  private func margin(_ summary: Summary) -> String? {
    page.isExact(summary)
      ? nil : page.span(summary) + language(nl: " in 9 van de 10 gevallen", en: " in 9 cases of 10")
  }

  func cards(_ scenario: Int) -> [Card] {
    [structural(scenario), incidental(scenario), net(scenario), total(scenario)]
  }

  private func structural(_ scenario: Int) -> Card {
    let summary = page.summary(.structural, scenario, year: page.run.endState)
    let amount = page.mean(summary)
    let inEnd = Bilingual(same: page.run.inEndState(language)).capitalised(language)
    // If prices grow, today's cost differs from the cost by then.
    let today =
      page.study.currentPrices
      ? language(nl: "bij doorgaan zoals nu", en: "by going on as today") : language(nl: "nu", en: "today")
    return Card(
      label: language(nl: "Structureel, elk jaar", en: "Structural, every year"), value: euro.text(amount),
      margin: margin(summary),
      sentence: language(
        nl: "\(inEnd) \(verb) \(subject) \(page.expected)\(euro.magnitude(amount)) per jaar "
          + "\(amount.value < 0 ? "minder" : "meer") kwijt dan \(today)",
        en: "\(inEnd) \(subject) \(verb) expected to spend \(euro.magnitude(amount)) a year "
          + "\(amount.value < 0 ? "less" : "more") than \(today)") + beforeFunds + "."
        + (page.run.completionNote(scenario: scenario, region: page.place, language).map { " " + $0 } ?? ""))
  }

  private var beforeFunds: String {
    !page.study.funds.isEmpty
      ? language(nl: ", voor aftrek van de middelen", en: ", before the funds are taken off") : ""
  }

  private func incidental(_ scenario: Int) -> Card {
    let summary = page.summary(.incidental, scenario)
    let amount = page.mean(summary)
    let label = language(nl: "Incidenteel, in totaal", en: "Incidental, in all")
    if summary.isConstant, amount.value == 0 {
      return Card(
        label: label, value: euro.text(amount), margin: nil,
        sentence: language(
          nl: "Eenmalige kosten zijn er in \(page.horizon) niet.", en: "Nothing is spent once in \(page.horizon)."))
    }
    let sentence =
      amount.value >= 0
      ? language(
        nl: "Invoeren en inhalen kost in \(page.horizon) bij elkaar \(page.expected)\(euro.text(amount)), eenmalig",
        en: "Introducing and catching up is expected to cost \(euro.text(amount)) in all in \(page.horizon), once")
      : language(
        nl: "De eenmalige kosten en baten van \(page.horizon) zijn bij elkaar \(page.expected)\(euro.text(amount)), "
          + "een besparing",
        en: "What is spent and saved once in \(page.horizon) is expected to be \(euro.text(amount)) in all, a saving")
    return Card(label: label, value: euro.text(amount), margin: margin(summary), sentence: sentence + ".")
  }

  private func net(_ scenario: Int) -> Card {
    let label = language(nl: "Nog te dekken", en: "Still to be funded")
    let total = page.summary(.delta, scenario)
    let delta = page.mean(total)
    if page.lacksFunding {
      return Card(
        label: label, value: language(nl: "onbekend", en: "unknown"), margin: nil,
        sentence: language(
          nl: "Deze uitkomsten bevatten de middelen niet: wat er na de middelen te dekken blijft, is niet te zeggen.",
          en: "These results do not hold the funds: what remains to be funded after them cannot be told."))
    }
    guard page.hasFunding else {
      guard delta.value >= 0 else {
        return Card(
          label: language(nl: "Besparing", en: "Saving"), value: euro.magnitude(delta),
          margin: margin(Self.saves(total) ? total.negated : total),
          sentence: language(
            nl: "Het scenario is \(page.over) \(page.expected)\(euro.magnitude(delta)) goedkoper dan nu. De studie "
              + "noemt geen middelen; die zijn dan ook niet nodig.",
            en: "The scenario is expected to be \(euro.magnitude(delta)) cheaper than today \(page.over). The study "
              + "names no funds, and none are needed then."))
      }
      return Card(
        label: label, value: euro.text(delta), margin: margin(total),
        sentence: language(
          nl: "De studie noemt geen middelen: alle meerkosten \(page.over) zijn nog te dekken.",
          en: "The study names no funds: all extra cost \(page.over) is still to be funded."))
    }
    return covered(scenario, label)
  }

  /// Extra cost, funds, and what is left of one after the other: as shown, the first less the second is the third.
  private func covered(_ scenario: Int, _ label: String) -> Card {
    let (total, funds, rest) = (
      page.summary(.delta, scenario), page.summary(.funding, scenario), page.summary(.net, scenario)
    )
    let figures = [total, funds, rest].map(page.run.mean)
    let amounts = SummedAmounts(figures, place: Self.commonPlace(figures), language: language)
    let (delta, net) = (amounts.steps(total.mean), amounts.steps(rest.mean))
    let funding = amounts.text(delta - net, of: funds.mean)
    let span = page.isExact(funds) ? "" : euro.span(page.low(funds), page.high(funds), millions: amounts.isInMillions)
    let estimate = span.isEmpty ? "" : language(nl: " (onzeker: ", en: " (uncertain: ") + span + ")"
    let first =
      total.mean >= 0
      ? language(
        nl: "Tegenover \(amounts.text(delta, of: total.mean)) meerkosten \(page.over) staat \(page.expected)\(funding) "
          + "aan middelen\(estimate).",
        en: "Against \(amounts.text(delta, of: total.mean)) extra cost \(page.over) funds of \(funding) are "
          + "expected\(estimate).")
      : language(
        nl: "Het scenario bespaart \(page.over) \(page.expected)\(amounts.magnitude(delta)), en er is \(funding) aan "
          + "middelen\(estimate).",
        en: "The scenario is expected to save \(amounts.magnitude(delta)) \(page.over), and there are funds of "
          + "\(funding)\(estimate).")
    let isLeft = net < 0
    let value = isLeft ? amounts.magnitude(net) : amounts.text(net, of: rest.mean)
    let remains =
      isLeft
      ? language(nl: " Er blijft \(value) over.", en: " \(value) is left over.")
      : language(nl: " Er blijft \(value) te dekken.", en: " \(value) remains to be funded.")
    let chance =
      page.isExact(rest) || !page.gaps.tells(.sharePositive)
      ? ""
      : language(
        nl: " De kans dat de middelen\(allYears) genoeg zijn, is \(page.chanceWithinFundingInWords(scenario)).",
        en: " The chance that the funds are enough\(allYears) is \(page.chanceWithinFundingInWords(scenario)).")
    return Card(
      label: isLeft ? language(nl: "Over na dekking", en: "Left after funding") : label, value: value,
      margin: margin(isLeft ? rest.negated : rest), sentence: first + remains + chance + pooled)
  }

  /// The last digit for amounts of which one is the sum of the others: three digits of the greatest, unless little would
  /// remain of another; nil if they are exact.
  private static func commonPlace(_ figures: [ShownFigure]) -> Int? {
    let places = figures.filter { $0.value != 0 }.compactMap(Euro.place)
    guard let greatest = places.max(), let least = places.min() else { return nil }
    let isLittle = figures.contains { $0.value != 0 && $0.value.magnitude < 10 * ShownFigure.power(greatest) }
    return isLittle ? max(least, figures.compactMap { $0.place }.max() ?? least) : greatest
  }

  /// A remark that the region's own municipalities pay a different amount.
  private var pooled: String {
    guard page.paysForOthers else { return "" }
    return language(
      nl: " De gemeenten van alle regio's dragen dit samen: wat het hier wordt, staat onder ‘Wie betaalt’.",
      en: " The municipalities of all regions bear this together: what it comes to here is under ‘Who pays’.")
  }

  /// Funds left over in one year help in another.
  private var allYears: String {
    page.study.years > 1 ? language(nl: " over alle jaren samen", en: " over all years together") : ""
  }

  private func total(_ scenario: Int) -> Card {
    let summary = page.summary(.delta, scenario)
    let amount = page.mean(summary)
    let label = language(nl: "Meerkosten in totaal", en: "Extra cost in all")
    guard !page.isExact(summary) else {
      return Card(
        label: label, value: euro.text(amount), margin: nil, sentence: withoutMargin(scenario))
    }
    if Self.saves(summary) {
      return Card(
        label: language(nl: "Besparing in totaal", en: "Saving in all"), value: euro.magnitude(amount),
        margin: margin(summary.negated),
        sentence: language(
          nl: "Alles bij elkaar, \(page.over). In 1 van de 20 gevallen is de besparing kleiner dan de marge aangeeft.",
          en: "All in all, \(page.over). In 1 case of 20 the saving is smaller than the margin tells."))
    }
    let above = language(
      nl: " In 1 van de 20 gevallen vallen ze hoger uit dan de marge aangeeft.",
      en: " In 1 case of 20 it turns out higher than the margin tells.")
    let sentence =
      amount.value < 0
      ? language(
        nl:
          "Alles bij elkaar bespaart dit scenario \(page.over) \(page.expected)\(euro.magnitude(amount)); onder nul is "
          + "een besparing.",
        en:
          "All in all this scenario is expected to save \(euro.magnitude(amount)) \(page.over); below zero is a saving."
      )
      : language(
        nl: "Alles bij elkaar, \(page.over)\(ownTime(scenario, of: amount)).",
        en: "All in all, \(page.over)\(ownTime(scenario, of: amount)).")
    return Card(label: label, value: euro.text(amount), margin: margin(summary), sentence: sentence + above)
  }

  /// The extra cost, and why it has no margin.
  private func withoutMargin(_ scenario: Int) -> String {
    if page.results.draws < 2 && !page.run.isCertain {
      return language(
        nl: "De meerkosten \(page.over), in één trekking: die zegt niets over de marge.",
        en: "The extra cost \(page.over), in one draw: that tells nothing of the margin.")
    }
    if page.isUnseen(scenario) {
      return language(
        nl: "De meerkosten \(page.over), in elke trekking gelijk: wat zelden voorkomt, is niet getrokken, dus over de "
          + "marge is niets te zeggen.",
        en:
          "The extra cost \(page.over), the same in every draw: what is rare was not drawn, so nothing can be told of "
          + "the margin.")
    }
    if page.run.study.variables.isEmpty || page.run.tails.inputCount == 0 {
      return language(
        nl: "De meerkosten \(page.over). Hierin is niets onzeker, dus er is geen marge.",
        en: "The extra cost \(page.over). Nothing in it is uncertain, so there is no margin.")
    }
    return language(
      nl: "De meerkosten \(page.over). Onzekere invoer maakte hierin in geen enkele trekking verschil, dus er is geen "
        + "marge.",
      en: "The extra cost \(page.over). Uncertain input made no difference to it in any draw, so there is no margin.")
  }

  /// Whether it saves in nearly every case, and on average: an amount that rarely costs something may have a P95 of 0.
  static func saves(_ amount: Summary) -> Bool { amount.mean < 0 && amount.p95 <= 0 }

  /// The part of the extra cost that is not money leaving the organisation.
  private func ownTime(_ scenario: Int, of total: ShownFigure) -> String {
    guard page.gaps.tells(.staffTime) else { return "" }
    var time = page.mean(page.summary(.staffTime, scenario))
    guard time.value > 0, time.value <= total.value else { return "" }
    if Euro.isMillions(total), time.value >= Euro.leastInMillions { time.isInMillions = true }
    return language(
      nl: "; daarvan is \(euro.text(time)) eigen werktijd, geen geld dat de deur uitgaat",
      en: ", of which \(euro.text(time)) is own staff time, no money that leaves the organisation")
  }
}
