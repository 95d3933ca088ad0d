import CostEngine

/// The four figures that matter, in a sentence each.
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
    let summary = page.summary(.structural, scenario, year: page.results.years - 1)
    let amount = page.mean(summary)
    let year = page.study.lastYear
    // With prices that grow, today's cost is not what it would be by then.
    let today =
      page.study.currentPrices
      ? language(nl: "bij doorgaan zoals nu", en: "by going on as today") : language(nl: "nu", en: "today")
    return Card(
      label: language(nl: "Structureel, elk jaar", en: "Structural, every year"), value: euro.text(amount),
      sentence: language(
        nl: "In het eindbeeld (\(year)) \(verb) \(subject) naar verwachting \(euro.magnitude(amount)) per jaar "
          + "\(amount.value < 0 ? "minder" : "meer") kwijt dan \(today)",
        en: "In the end state (\(year)) \(subject) \(verb) expected to spend \(euro.magnitude(amount)) a year "
          + "\(amount.value < 0 ? "less" : "more") than \(today)") + moreOrLess(summary) + ".")
  }

  /// The margin of what is spent more or less.
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
    let sentence =
      amount.value >= 0
      ? language(
        nl: "Invoeren en inhalen kost in \(page.horizon) bij elkaar naar verwachting \(euro.text(amount)), eenmalig",
        en: "Introducing and catching up is expected to cost \(euro.text(amount)) in all in \(page.horizon), once")
      : language(
        nl: "De eenmalige kosten en baten van \(page.horizon) zijn bij elkaar naar verwachting \(euro.text(amount)), "
          + "een besparing",
        en: "What is spent and saved once in \(page.horizon) is expected to be \(euro.text(amount)) in all, a saving")
    return Card(
      label: language(nl: "Incidenteel, in totaal", en: "Incidental, in all"), value: euro.text(amount),
      sentence: sentence + page.bandClause(summary) + ".")
  }

  private func net(_ scenario: Int) -> Card {
    let label = language(nl: "Nog te dekken", en: "Still to be funded")
    let delta = page.mean(page.summary(.delta, scenario))
    guard page.hasFunding else {
      return Card(
        label: label, value: euro.text(delta),
        sentence: language(
          nl: "De studie noemt geen middelen: alle meerkosten \(page.over) zijn nog te dekken.",
          en: "The study names no funds: all extra cost \(page.over) is still to be funded."))
    }
    let net = page.mean(page.summary(.net, scenario))
    let funding = page.text(page.summary(.funding, scenario))
    let first =
      delta.value >= 0
      ? language(
        nl: "Tegenover \(euro.text(delta)) meerkosten \(page.over) staat naar verwachting \(funding) aan middelen.",
        en: "Against \(euro.text(delta)) extra cost \(page.over) funds of \(funding) are expected.")
      : language(
        nl: "Het scenario bespaart \(page.over) naar verwachting \(euro.magnitude(delta)), en er is \(funding) aan "
          + "middelen.",
        en: "The scenario is expected to save \(euro.magnitude(delta)) \(page.over), and there are funds of "
          + "\(funding).")
    let rest =
      net.value >= 0
      ? language(nl: " Er blijft \(euro.text(net)) te dekken.", en: " \(euro.text(net)) remains to be funded.")
      : language(
        nl: " Dat is \(euro.magnitude(net)) meer dan nodig.", en: " That is \(euro.magnitude(net)) more than needed.")
    return Card(
      label: net.value < 0 ? language(nl: "Over na dekking", en: "Left after funding") : label,
      value: net.value < 0 ? euro.magnitude(net) : euro.text(net),
      sentence: first + rest
        + language(
          nl: " De kans dat de middelen genoeg zijn is \(page.chanceWithinFundingInWords(scenario)).",
          en: " The chance that the funds are enough is \(page.chanceWithinFundingInWords(scenario))."))
  }

  private func band(_ scenario: Int) -> Card {
    let summary = page.summary(.delta, scenario)
    let label = language(nl: "Marge op het totaal", en: "Margin of the total")
    guard !page.isExact(summary) else {
      return Card(
        label: label, value: euro.text(page.mean(summary)),
        sentence: page.results.draws < 2 && !page.run.isCertain
          ? language(
            nl: "De meerkosten \(page.over), in één trekking: die zegt niets over de marge.",
            en: "The extra cost \(page.over), in one draw: that tells nothing of the margin.")
          : language(
            nl: "De meerkosten \(page.over). Hierin is niets onzeker, dus er is geen marge.",
            en: "The extra cost \(page.over). Nothing in it is uncertain, so there is no margin."))
    }
    return Card(
      label: label, value: page.span(summary),
      sentence: language(
        nl: "Alles bij elkaar zijn de meerkosten \(page.over) naar verwachting \(page.text(summary)). In 9 van de 10 "
          + "gevallen liggen ze binnen deze marge, in 1 van de 20 gevallen erboven.",
        en: "All in all the extra cost \(page.over) is expected to be \(page.text(summary)). In 9 cases of 10 it "
          + "lies within this margin, in 1 case of 20 above it."))
  }
}
