import CostEngine
import Reports
import StudyFiles

extension AmountOverflow {
  /// What a user is told.
  ///
  /// - Parameter folder: the study's, as the user wrote it.
  func text(_ study: Study, folder: String) -> Localized {
    let place = region.map { study.regions[$0].code } ?? ResultsCSV.nationalCode
    let code = study.scenarios[scenario ?? 0].code
    let command =
      (["waterlijn", "explain", folder, "--scenario", code, "--region", place, "--year"]
      + ["\(year ?? study.lastYear)"]).map(\.quotedForCommandLine).joined(separator: " ")
    let period = year.map { Localized(nl: "in \($0)", en: "in \($0)") } ?? Localized(nl: "in totaal", en: "in total")
    let name =
      quantity.map { Glossary.entry($0).name } ?? payer.map { Glossary.entry(payer: $0).name }
      ?? Wording(nl: "verschil", en: "difference")
    let subject =
      scenario.map { scenario in
        let code = study.scenarios[scenario].code
        return Localized(nl: "\(name.dutch), scenario \(code)", en: "\(name.english), scenario \(code)")
      } ?? Localized(nl: name.dutch, en: name.english)
    return Localized(
      nl: """
        Een bedrag is te groot om mee te rekenen, of geen getal: \(subject.dutch), \(place), \(period.dutch).
        Zoek in de studie naar een veel te groot aantal, bedrag of percentage. De berekening ziet u met:
        \(command)
        """,
      en: """
        An amount is too large to count with, or no number: \(subject.english), \(place), \(period.english).
        Look in the study for a quantity, amount or percentage that is far too large. This shows the calculation:
        \(command)
        """)
  }
}

extension String {
  /// As it can be typed after other words of a command line.
  fileprivate var quotedForCommandLine: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || "-_./+".unicodeScalars.contains(scalar)
    }
    return isPlain ? self : "\"\(self)\""
  }
}
