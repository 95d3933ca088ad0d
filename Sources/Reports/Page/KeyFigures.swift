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
    let sentence: String
    if amount.value >= 0 {
      sentence = language(
        nl:
          "In het eindbeeld (\(year)) \(verb) \(subject) naar verwachting \(euro.text(amount)) per jaar meer kwijt "
          + "dan nu",
        en:
          "In the end state (\(year)) \(subject) \(verb) expected to spend \(euro.text(amount)) a year more than today")
    } else {
      sentence = language(
        nl:
          "In het eindbeeld (\(year)) \(verb) \(subject) naar verwachting \(euro.magnitude(amount)) per jaar minder "
          + "kwijt "
          + "dan nu",
        en:
          "In the end state (\(year)) \(subject) \(verb) expected to spend \(euro.magnitude(amount)) a year less than "
          + "today"
      )
    }
    return Card(
      label: language(nl: "Structureel, elk jaar", en: "Structural, every year"), value: euro.text(amount),
      sentence: sentence + page.bandClause(summary) + ".")
  }

  private func incidental(_ scenario: Int) -> Card {
    let summary = page.summary(.incidental, scenario)
    let amount = page.mean(summary)
    let sentence =
      amount.value >= 0
      ? language(
        nl: "Invoeren en inhalen kost in \(page.horizon) bij elkaar naar verwachting \(euro.text(amount)), eenmalig",
        en: "Introducing and catching up is expected to cost \(euro.text(amount)) in all over \(page.horizon), once")
      : language(
        nl: "Eenmalig valt er in \(page.horizon) bij elkaar naar verwachting \(euro.magnitude(amount)) vrij",
        en: "Once, \(euro.magnitude(amount)) in all is expected to be released over \(page.horizon)")
    return Card(
      label: language(nl: "Incidenteel, in totaal", en: "Incidental, in all"), value: euro.text(amount),
      sentence: sentence + page.bandClause(summary) + ".")
  }

  private func net(_ scenario: Int) -> Card {
    let label = language(nl: "Nog te dekken", en: "Still to be funded")
    let delta = page.text(page.summary(.delta, scenario))
    guard page.hasFunding else {
      return Card(
        label: label, value: delta,
        sentence: language(
          nl: "De studie noemt geen middelen: alle meerkosten over \(page.horizon) zijn nog te dekken.",
          en: "The study names no funds: all extra cost over \(page.horizon) is still to be funded."))
    }
    let net = page.mean(page.summary(.net, scenario))
    let funding = page.text(page.summary(.funding, scenario))
    let rest =
      net.value >= 0
      ? language(nl: "Er blijft \(euro.text(net)) te dekken", en: "\(euro.text(net)) remains to be funded")
      : language(
        nl: "Dat is \(euro.magnitude(net)) meer dan nodig", en: "That is \(euro.magnitude(net)) more than needed")
    return Card(
      label: label, value: euro.text(net),
      sentence: language(
        nl:
          "Tegenover \(delta) meerkosten over \(page.horizon) staat naar verwachting \(funding) aan middelen. \(rest). "
          + "De kans dat de middelen genoeg zijn is \(page.chanceWithinFundingInWords(scenario)).",
        en: "Against \(delta) extra cost over \(page.horizon) stand funds of \(funding), as expected. \(rest). "
          + "The chance that the funds are enough is \(page.chanceWithinFundingInWords(scenario))."))
  }

  private func band(_ scenario: Int) -> Card {
    let summary = page.summary(.delta, scenario)
    let label = language(nl: "Marge op het totaal", en: "Margin of the total")
    guard !page.isExact(summary) else {
      return Card(
        label: label, value: euro.text(page.mean(summary)),
        sentence: page.results.draws < 2 && !page.run.isCertain
          ? language(
            nl: "De meerkosten over \(page.horizon), in één trekking: die zegt niets over de marge.",
            en: "The extra cost over \(page.horizon), in one draw: that tells nothing of the margin.")
          : language(
            nl: "De meerkosten over \(page.horizon). Hierin is niets onzeker, dus er is geen marge.",
            en: "The extra cost over \(page.horizon). Nothing in it is uncertain, so there is no margin."))
    }
    return Card(
      label: label, value: page.span(summary),
      sentence: language(
        nl:
          "Alles bij elkaar zijn de meerkosten over \(page.horizon) naar verwachting \(page.text(summary)). In 9 van "
          + "de 10 "
          + "gevallen liggen ze binnen deze marge, in 1 van de 20 gevallen erboven.",
        en:
          "All in all the extra cost over \(page.horizon) is expected to be \(page.text(summary)). In 9 cases of 10 "
          + "it lies "
          + "within this margin, in 1 case of 20 above it."))
  }
}
