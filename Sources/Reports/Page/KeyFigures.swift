import CostEngine
import Terms

/// The four most important figures, in one sentence each.
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
        return "<div class=\"cards\">\(cards.map(card))</div>"
      })
  }

  struct Card {
    var label: String
    var value: String
    var sentence: String
  }

  private func card(_ card: Card) -> Markup {
    "<div class=\"card\"><p class=\"label\">\(card.label)</p><p "
      + "class=\"value\">\(card.value)</p><p>\(card.sentence)</p></div>"
  }

  func cards(_ scenario: Int) -> [Card] {
    [structural(scenario), incidental(scenario), net(scenario), band(scenario)]
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
      sentence: language(
        nl: "\(inEnd) \(verb) \(subject) \(page.expected)\(euro.magnitude(amount)) per jaar "
          + "\(amount.value < 0 ? "minder" : "meer") kwijt dan \(today)",
        en: "\(inEnd) \(subject) \(verb) expected to spend \(euro.magnitude(amount)) a year "
          + "\(amount.value < 0 ? "less" : "more") than \(today)") + beforeFunds + moreOrLess(summary) + ".")
  }

  private var beforeFunds: String {
    !page.study.funds.isEmpty
      ? language(nl: ", voor aftrek van de middelen", en: ", before the funds are taken off") : ""
  }

  /// The band of spending, in words for more or less.
  private func moreOrLess(_ summary: Summary) -> String {
    guard !page.isExact(summary) else { return "" }
    let (low, high) = (page.low(summary), page.high(summary))
    guard low.value < 0 else { return page.bandClause(summary) }
    let (least, most) = (euro.magnitude(high), euro.magnitude(low))
    return high.value <= 0
      ? language(
        nl: "; in 9 van de 10 gevallen tussen \(least) en \(most) minder",
        en: "; in 9 cases of 10 between \(least) and \(most) less")
      : language(
        nl: "; in 9 van de 10 gevallen tussen \(most) minder en \(least) meer",
        en: "; in 9 cases of 10 between \(most) less and \(least) more")
  }

  private func incidental(_ scenario: Int) -> Card {
    let summary = page.summary(.incidental, scenario)
    let amount = page.mean(summary)
    let label = language(nl: "Incidenteel, in totaal", en: "Incidental, in all")
    if summary.isConstant, amount.value == 0 {
      return Card(
        label: label, value: euro.text(amount),
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
    return Card(
      label: label, value: euro.text(amount), sentence: sentence + page.bandClause(summary) + ".")
  }

  private func net(_ scenario: Int) -> Card {
    let label = language(nl: "Nog te dekken", en: "Still to be funded")
    let delta = page.mean(page.summary(.delta, scenario))
    if page.lacksFunding {
      return Card(
        label: label, value: language(nl: "onbekend", en: "unknown"),
        sentence: language(
          nl: "Deze uitkomsten bevatten de middelen niet: wat er na de middelen te dekken blijft, is niet te zeggen.",
          en: "These results do not hold the funds: what remains to be funded after them cannot be told."))
    }
    guard page.hasFunding else {
      guard delta.value >= 0 else {
        return Card(
          label: language(nl: "Besparing", en: "Saving"), value: euro.magnitude(delta),
          sentence: language(
            nl: "Het scenario is \(page.over) \(page.expected)\(euro.magnitude(delta)) goedkoper dan nu. De studie "
              + "noemt geen middelen; die zijn dan ook niet nodig.",
            en: "The scenario is expected to be \(euro.magnitude(delta)) cheaper than today \(page.over). The study "
              + "names no funds, and none are needed then."))
      }
      return Card(
        label: label, value: euro.text(delta),
        sentence: language(
          nl: "De studie noemt geen middelen: alle meerkosten \(page.over) zijn nog te dekken.",
          en: "The study names no funds: all extra cost \(page.over) is still to be funded."))
    }
    let net = page.mean(page.summary(.net, scenario))
    let funds = page.summary(.funding, scenario)
    let estimate = page.isExact(funds) ? "" : language(nl: " (onzeker: ", en: " (uncertain: ") + page.span(funds) + ")"
    let funding = page.text(funds)
    let first =
      delta.value >= 0
      ? language(
        nl: "Tegenover \(euro.text(delta)) meerkosten \(page.over) staat \(page.expected)\(funding) aan middelen"
          + "\(estimate).",
        en: "Against \(euro.text(delta)) extra cost \(page.over) funds of \(funding) are expected\(estimate).")
      : language(
        nl: "Het scenario bespaart \(page.over) \(page.expected)\(euro.magnitude(delta)), en er is \(funding) aan "
          + "middelen\(estimate).",
        en: "The scenario is expected to save \(euro.magnitude(delta)) \(page.over), and there are funds of "
          + "\(funding)\(estimate).")
    let rest =
      net.value >= 0
      ? language(nl: " Er blijft \(euro.text(net)) te dekken.", en: " \(euro.text(net)) remains to be funded.")
      : language(
        nl: " Er blijft \(euro.magnitude(net)) over.", en: " \(euro.magnitude(net)) is left over.")
    return Card(
      label: net.value < 0 ? language(nl: "Over na dekking", en: "Left after funding") : label,
      value: net.value < 0 ? euro.magnitude(net) : euro.text(net),
      sentence: first + rest
        + (page.isExact(page.summary(.net, scenario)) || !page.gaps.tells(.sharePositive)
          ? ""
          : language(
            nl: " De kans dat de middelen\(allYears) genoeg zijn, is \(page.chanceWithinFundingInWords(scenario)).",
            en: " The chance that the funds are enough\(allYears) is \(page.chanceWithinFundingInWords(scenario))."))
        + pooled)
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

  private func band(_ scenario: Int) -> Card {
    let summary = page.summary(.delta, scenario)
    guard !page.isExact(summary) else {
      return Card(
        label: language(nl: "Meerkosten in totaal", en: "Extra cost in all"), value: euro.text(page.mean(summary)),
        sentence: page.results.draws < 2 && !page.run.isCertain
          ? language(
            nl: "De meerkosten \(page.over), in één trekking: die zegt niets over de marge.",
            en: "The extra cost \(page.over), in one draw: that tells nothing of the margin.")
          : language(
            nl: "De meerkosten \(page.over). Hierin is niets onzeker, dus er is geen marge.",
            en: "The extra cost \(page.over). Nothing in it is uncertain, so there is no margin."))
    }
    let amount = page.mean(summary)
    let saved = language(
      nl: "Alles bij elkaar bespaart dit scenario \(page.over) \(page.expected)\(euro.magnitude(amount)). In 9 van de "
        + "10 gevallen ",
      en: "All in all this scenario is expected to save \(euro.magnitude(amount)) \(page.over). In 9 cases of 10 ")
    if Self.saves(summary) {
      let saving = summary.negated
      return Card(
        label: language(nl: "Marge op de besparing", en: "Margin of the saving"),
        value: euro.span(page.low(saving), page.high(saving)),
        sentence: saved
          + language(
            nl: "ligt de besparing binnen deze marge, in 1 van de 20 gevallen is ze kleiner.",
            en: "the saving lies within this margin, in 1 case of 20 it is smaller."))
    }
    let sentence =
      amount.value < 0
      ? saved
        + language(
          nl: "vallen de meerkosten binnen deze marge (onder nul is een besparing), in 1 van de 20 gevallen erboven.",
          en: "the extra cost lies within this margin (below zero is a saving), in 1 case of 20 above it.")
      : language(
        nl: "Alles bij elkaar zijn de meerkosten \(page.over) \(page.expected)\(euro.text(amount))"
          + "\(ownTime(scenario, of: amount)). In 9 van de 10 gevallen vallen ze binnen deze marge, in 1 van de 20 "
          + "gevallen erboven.",
        en: "All in all the extra cost \(page.over) is expected to be "
          + "\(euro.text(amount))\(ownTime(scenario, of: amount)). In 9 cases of 10 it lies within this margin, in 1 case "
          + "of 20 above it.")
    return Card(
      label: language(nl: "Marge op het totaal", en: "Margin of the total"), value: page.span(summary),
      sentence: sentence)
  }

  /// Whether it saves in nearly every case, and on average: an amount that rarely costs something may have a P95 of 0.
  static func saves(_ amount: Summary) -> Bool { amount.mean < 0 && amount.p95 <= 0 }

  /// The part of the extra cost that is not money leaving the organisation.
  private func ownTime(_ scenario: Int, of total: ShownFigure) -> String {
    guard page.gaps.tells(.staffTime) else { return "" }
    let time = page.mean(page.summary(.staffTime, scenario))
    guard time.value > 0, time.value <= total.value else { return "" }
    return language(
      nl: "; daarvan is \(euro.text(time)) eigen werktijd, geen geld dat de deur uitgaat",
      en: ", of which \(euro.text(time)) is own staff time, no money that leaves the organisation")
  }
}
