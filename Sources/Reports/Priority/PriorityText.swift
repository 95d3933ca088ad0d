import CostEngine
import Terms

/// What a priority analysis says in words: the same on the console, in the report page and in the workbook.
public struct PriorityText: Sendable {
  let content: PriorityContent
  let language: Language
  private let format: NumberFormat

  public init(_ content: PriorityContent, language: Language) {
    self.content = content
    self.language = language
    format = .people(language)
  }

  private var study: Study { content.study }

  /// A share of the uncertainty, with a digit behind the decimal sign below 10 %.
  public func percent(_ share: Double) -> String { Self.percent(share, language) }

  static func percent(_ share: Double, _ language: Language) -> String {
    let percents = 100 * share
    let format = NumberFormat.people(language)
    let text: String
    if percents == 0 {
      text = "0"
    } else if percents < 0.1 {
      text = "< " + format.fixed(0.1, decimals: 1)
    } else {
      text = format.fixed(percents, decimals: percents < 9.95 ? 1 : 0)
    }
    return text + language(nl: "\(PlainText.joint)%", en: "%")
  }

  func euro(_ amount: Double) -> String { "EUR\(PlainText.joint)\(format.count(Int64(amount.rounded())))" }

  /// How the order comes about, and what its columns say.
  var explanation: [String] {
    var text = [
      language(
        nl: "De vragen staan in de volgorde waarin u ze het best stelt: eerst die de meeste onzekerheid wegneemt, dan "
          + "die daar het meest aan toevoegt, en zo verder, zolang een vraag meer toevoegt dan haar foutmarge (±).",
        en: "The questions stand in the order in which to ask them: first the one that takes off most uncertainty, "
          + "then the one that adds most to it, and so on, as long as a question adds more than its error (±)."),
      language(
        nl: "Alleen: het deel van de onzekerheid (de variantie) dat verdwijnt met deze vraag alleen. Erbij: wat zij "
          + "toevoegt aan de vragen erboven. Samen: wat de vragen tot en met deze wegnemen.",
        en: "Alone: the part of the uncertainty (the variance) that goes with this question alone. Adds: what it adds "
          + "to the questions above. Together: what the questions up to this one take off."),
    ]
    if content.isTied {
      text.append(
        language(
          nl: "Zelf: hoeveel daarvan de antwoorden over hun eigen gegeven zeggen; de rest volgt uit de samenhang in "
            + "correlations.csv.",
          en: "Itself: how much of that the answers say of their own figures; the rest follows from the factors of "
            + "correlations.csv."))
    }
    text.append(
      language(
        nl: "Band: hoeveel smaller de afstand van P5 tot P95 met die vragen gemiddeld wordt. 80 %: met zoveel "
          + "antwoorden, van de regio's die het zwaarst wegen, heeft u vier vijfde van wat de vraag alleen doet.",
        en: "Band: how much narrower the distance from P5 to P95 becomes on average with those questions. 80%: with so "
          + "many answers, of the regions that weigh most, you have four fifths of what the question does alone."))
    return text
  }

  /// What no question takes off.
  var remainder: String {
    let count = content.questions.count
    let left = 1 - content.all.value
    return language(
      nl: count == 1
        ? "De andere \(percent(left)) neemt deze vraag niet weg: " + Self.others(language)
        : "Alle \(format.count(count)) vragen samen nemen \(percent(content.all.value)) weg. De andere "
          + "\(percent(left)) neemt geen vraag weg: " + Self.others(language),
      en: count == 1
        ? "The other \(percent(left)) this question does not take off: " + Self.others(language)
        : "All \(format.count(count)) questions together take off \(percent(content.all.value)). The other "
          + "\(percent(left)) no question takes off: " + Self.others(language))
  }

  private static func others(_ language: Language) -> String {
    language(
      nl: "dat komt van wat niet aan de regio's te vragen is, zoals prijzen en normen, en van wat zij zelf al onzeker "
        + "opgaven.",
      en: "it comes from what regions cannot be asked, such as prices and norms, and from what they reported as "
        + "uncertain themselves.")
  }

  /// The questions that tell the same as a listed one and are not listed themselves, a sentence for each.
  var groups: [String] {
    content.together.indices.compactMap { listed in
      let same = content.questions.indices.dropFirst(content.together.count)
        .filter { content.questions[$0].sameAs == listed }
      guard let most = same.map({ content.questions[$0].worth.variance.value }).max(),
        let least = same.map({ content.questions[$0].worth.variance.value }).min()
      else { return nil }
      let range =
        percent(least) == percent(most)
        ? percent(most)
        : language(nl: "\(percent(least)) tot \(percent(most))", en: "\(percent(least)) to \(percent(most))")
      let names = same.prefix(3).map { name(content.questions[$0]) }.joined(separator: "; ")
      let more = same.count > 3 ? language(nl: " en \(same.count - 3) meer", en: " and \(same.count - 3) more") : ""
      return same.count == 1
        ? language(
          nl: "Vrijwel hetzelfde als vraag \(listed + 1) vertelt: \(names) (alleen \(range)). Eén van beide is genoeg.",
          en: "Nearly the same as question \(listed + 1) tells: \(names) (alone \(range)). One of the two is enough.")
        : language(
          nl: "Vrijwel hetzelfde als vraag \(listed + 1) vertellen \(same.count) andere vragen (alleen \(range); erbij "
            + "minder dan een tiende daarvan): \(names)\(more). Kies daaruit wat het makkelijkst te beantwoorden is.",
          en: "Nearly the same as question \(listed + 1) tell \(same.count) other questions (alone \(range); added to "
            + "it less than a tenth of that): \(names)\(more). Choose the one that is easiest to answer.")
    }
  }

  /// What rests on each assumed factor.
  var factors: [String] {
    guard let first = content.questions.first else { return [] }
    let now = percent(first.worth.variance.value)
    // A factor without which the first question tells as much is named with the others.
    let felt = content.factors.filter { percent($0.share.told.value) != now }
    let rest =
      felt.isEmpty || felt.count == content.factors.count
      ? []
      : [
        language(
          nl: "Zonder een van de andere aangenomen factoren blijft dat \(now).",
          en: "Without one of the other assumed factors it stays \(now).")
      ]
    return (felt.isEmpty ? content.factors : felt).map { role in
      let without = percent(role.share.told.value)
      let cells = format.count(role.cells)
      if role.factors.count == 1 {
        let name = PlainText.line(study.name(ofFactor: role.factors[0]))
        return language(
          nl: "Zonder de aangenomen factor ‘\(name)’, die \(cells) van deze gegevens verbindt, zou vraag 1 \(without) "
            + "wegnemen in plaats van \(now).",
          en: "Without the assumed factor ‘\(name)’, which ties \(cells) of these figures, question 1 would take off "
            + "\(without) instead of \(now).")
      }
      return language(
        nl: "Zonder de \(role.factors.count) factoren die elk de gegevens van één regio verbinden (\(cells) gegevens), "
          + "zou vraag 1 \(without) wegnemen in plaats van \(now).",
        en: "Without the \(role.factors.count) factors that each tie the figures of one region (\(cells) figures), "
          + "question 1 would take off \(without) instead of \(now).")
    } + rest
  }

  /// What the answers cost, and which questions are not worth it; empty if the cost was not given.
  var costs: [String] {
    guard let cost = content.answerCost, !content.questions.isEmpty else { return [] }
    let rest = content.questions.dropFirst(content.together.count)
    var text = [
      language(
        nl: "Een antwoord van één regio kost \(euro(cost.cost(regions: 1))) (\(format.shortest(cost.hours)) uur).",
        en: "An answer of one region costs \(euro(cost.cost(regions: 1))) (\(format.shortest(cost.hours)) hours).")
    ]
    if content.hasChoice() {
      let dear = content.together.indices.filter { index in
        let before = index == 0 ? 0 : content.together[index - 1].worth.choice.value
        return content.together[index].worth.choice.value - before
          < cost.cost(regions: content.questions[index].regions)
      }
      if !dear.isEmpty {
        let list = dear.map { "\($0 + 1)" }.joined(separator: ", ")
        text.append(
          language(
            nl: "Voor de keuze tussen de scenario's kosten deze vragen meer dan zij daaraan opleveren: \(list).",
            en: "For the choice among the scenarios these questions cost more than they bring: \(list)."))
      }
    }
    let total = euro(rest.reduce(0) { $0 + cost.cost(regions: $1.regions) })
    if rest.count == 1 {
      text.append(
        language(
          nl: "De andere vraag voegt niets toe dat boven het toeval uitkomt: haar \(total) is zij niet waard.",
          en: "The other question adds nothing beyond chance: it is not worth its \(total)."))
    } else if rest.count > 1 {
      text.append(
        language(
          nl: "De overige \(format.count(rest.count)) vragen voegen niets toe dat boven het toeval uitkomt: hun "
            + "\(total) zijn zij niet waard.",
          en: "The other \(format.count(rest.count)) questions add nothing beyond chance: they are not worth their "
            + "\(total)."))
    }
    return text
  }

  /// What the choice is; that no answer changes it; empty if there is none.
  ///
  /// - Parameter regions: indices of the regions that are told of; empty for the country.
  func choice(regions: [Int] = []) -> String {
    guard content.among.count > 1, !content.questions.isEmpty else { return "" }
    let codes = content.among.map { PlainText.line(study.scenarios[$0].code) }.joined(separator: ", ")
    let cheapest = PlainText.line(study.scenarios[content.cheapest].code)
    guard content.hasChoice(regions: regions) else {
      return language(
        nl: "Voor de keuze uit \(codes) is geen antwoord nodig: geen ervan verandert wat naar verwachting het "
          + "goedkoopst is (\(cheapest)).",
        en: "For the choice among \(codes) no answer is needed: none changes what is expected to be cheapest "
          + "(\(cheapest)).")
    }
    return language(
      nl:
        "\"Keuze\" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit \(codes): het verschil in "
        + "netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's samen \(cheapest)). "
        + "0 betekent dat het antwoord de keuze niet verandert, of minder bespaart dan de foutmarge.",
      en: "\"Choice\" is what the answer is expected to save because you choose otherwise among \(codes): the "
        + "difference in net present value from what is expected to be cheapest now (for all regions together "
        + "\(cheapest)). 0 means that the answer does not change the choice, or saves less than the error.")
  }

  func name(_ question: PriorityContent.Question) -> String {
    content.question(question.figure, question.item, language)
  }
}
