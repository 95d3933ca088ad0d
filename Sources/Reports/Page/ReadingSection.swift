import CostEngine
import Terms

/// How to read the report.
struct ReadingSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    page.section(
      "lezen", language(nl: "Zo leest u dit rapport", en: "How to read this report"),
      "<dl class=\"reading\">\(entries.map { title, text -> Markup in "<dt>\(title)</dt><dd>\(text)</dd>" })</dl>")
  }

  private var entries: [(String, String)] {
    var entries = [
      (
        language(nl: "Meerkosten", en: "Extra cost"),
        language(
          nl: "Wat een scenario kost, min wat er nu al wordt uitgegeven. Een minteken betekent een besparing.",
          en: "What a scenario costs, less what is spent today. A minus sign means a saving.")
      ),
      (
        language(nl: "Structureel en incidenteel", en: "Structural and incidental"),
        language(
          nl: "Structureel komt elk jaar terug. Incidenteel eindigt: mensen opleiden die erbij komen, inhalen, "
            + "invoeren, eenmalige posten.",
          en: "Structural recurs every year. Incidental ends: training those who join, catching up, introduction, "
            + "one-offs."
        )
      ),
    ]
    guard !page.run.isCertain else { return entries }
    entries += [
      (
        language(nl: "Naar verwachting", en: "Expected"),
        language(
          nl: "Het gemiddelde van alle doorgerekende gevallen; ook de lijn in de figuren per jaar. De mediaan (P50) in "
            + "tabellen is het midden: de helft van de gevallen komt lager uit, de helft hoger.",
          en:
            "The mean of all cases worked out; also the line in the charts by year. The median (P50) in tables is the "
            + "middle: half of the cases turn out lower, half higher.")
      ),
      (
        language(nl: "P5 en P95: 9 van de 10 gevallen", en: "P5 and P95: 9 cases of 10"),
        language(
          nl: "In 1 van de 20 gevallen is het bedrag lager dan P5, in 1 van de 20 hoger dan P95. Daartussen liggen 9 "
            + "van de 10 gevallen. Dit geldt voor zover de aannamen kloppen: wat in geen enkele aanname zit, zit ook "
            + "niet in de marge.",
          en: "In 1 case of 20 the amount is lower than P5, in 1 of 20 higher than P95. Between them lie 9 cases of "
            + "10. This holds as far as the assumptions do: what is in no assumption is not in the margin either.")
      ),
      (
        language(nl: "Waarom marges van regio's niet optellen", en: "Why margins of regions do not add up"),
        language(
          nl: "Verwachte bedragen van regio's tellen op tot het totaal (samen met landelijke eenmalige posten). Lage "
            + "en hoge uitkomsten niet: de regio's vallen niet altijd tegelijk tegen of mee. Daarom is de marge van het "
            + "totaal smaller dan de som van de marges.",
          en: "Expected amounts of regions add up to the total (together with national one-offs). Low and high "
            + "outcomes do not: the regions do not always turn out badly, or well, at once. So the margin of the total "
            + "is narrower than the sum of the margins."
        )
      ),
      (
        language(nl: "Afronding", en: "Rounding"),
        language(
          nl:
            "Een onzeker bedrag heeft in een zin ten hoogste drie cijfers, en nooit meer dan het aantal trekkingen kan "
            + "dragen. In een tabel met een totaal hebben alle bedragen dezelfde laatste decimaal, en tellen de posten "
            + "zoals ze er staan op tot dat totaal. Waar jaren of regio's door afronding niet precies optellen, staat "
            + "dat erbij.",
          en: "An uncertain amount has three digits at most in a sentence, and never more than the number of draws "
            + "supports. In a table with a total all amounts have the same last digit, and the items as shown sum to that "
            + "total. Where years or regions do not add up exactly by rounding, it is said.")
      ),
    ]
    return entries
  }
}
