import CostEngine
import Reports
import Terms

extension AmountOverflow {
  /// The message for the user.
  ///
  /// - Parameter folder: the study's folder, as the user wrote it.
  func text(_ study: Study, folder: String) -> Bilingual {
    let place = region.map { study.regions[$0].code } ?? ResultsCSV.nationalCode
    let code = study.scenarios[scenario ?? 0].code
    let command =
      (["waterlijn", "explain", folder, "--scenario", code, "--region", place, "--year"]
      + ["\(year ?? study.lastYear)"]).map { $0.quotedForCommandLine }.joined(separator: " ")
    let period = year.map { Bilingual(same: "in \($0)") } ?? Bilingual(nl: "in totaal", en: "in total")
    let name =
      quantity.map { Glossary.entry($0).name } ?? payer.map { Glossary.entry(payer: $0).name }
      ?? Bilingual(nl: "verschil", en: "difference")
    let subject =
      scenario.map { scenario in
        let code = study.scenarios[scenario].code
        return Bilingual(nl: "\(name.dutch), scenario \(code)", en: "\(name.english), scenario \(code)")
      } ?? name
    return Bilingual(
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
  /// The text in a form that can be typed as an argument on a command line.
  fileprivate var quotedForCommandLine: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || "-_./+".unicodeScalars.contains(scalar)
    }
    return isPlain ? self : "\"\(self)\""
  }
}
