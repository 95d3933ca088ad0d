import CostEngine
import StudyFiles

extension AmountOverflow {
  /// What a user is told.
  func text(_ study: Study) -> Localized {
    let place = region.map { study.regions[$0].code } ?? "NL"
    let period = year.map { Localized(nl: "in \($0)", en: "in \($0)") } ?? Localized(nl: "in totaal", en: "in total")
    let subject =
      scenario.map {
        Localized(nl: "scenario \(study.scenarios[$0].code)", en: "scenario \(study.scenarios[$0].code)")
      } ?? Localized(nl: "huidige kosten", en: "today's cost")
    return Localized(
      nl: """
        Een bedrag is te groot om mee te rekenen, of geen getal: \(subject.dutch), \(place), \(period.dutch).
        Zoek in de studie naar een veel te groot aantal, uurtarief of percentage.
        """,
      en: """
        An amount is too large to count with, or no number: \(subject.english), \(place), \(period.english).
        Look in the study for a quantity, hourly cost or percentage that is far too large.
        """)
  }
}
