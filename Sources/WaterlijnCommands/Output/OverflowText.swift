import CostEngine
import Reports
import Terms

extension AmountOverflow {
  /// The message for the user.
  ///
  /// - Parameter folder: the study's folder, as the user wrote it.
  func text(_ study: Study, folder: String) -> Bilingual {
    if let found = emptyKey(study) { return found }
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

extension AmountOverflow {
  /// That a fund had nothing to divide by; nil of amounts that funds do not change, and if no key can be 0 everywhere.
  private func emptyKey(_ study: Study) -> Bilingual? {
    guard quantity == .funding || quantity == .net || payer != nil else { return nil }
    func canBeNone(_ key: [Quantity]) -> Bool {
      !key.isEmpty
        && key.allSatisfy { quantity in
          switch quantity {
          case .certain(let value): return value == 0
          case .uncertain(let variable): return study.variables[variable].distribution.shareAtMostZero > 0
          case .product: return false
          }
        }
    }
    var owner: Bilingual?
    if let fund = study.funds.first(where: { $0.entries.contains { canBeNone($0.key) } }) {
      owner = Bilingual(nl: "de middelen \"\(fund.code)\" (funding.csv)", en: "the fund \"\(fund.code)\" (funding.csv)")
    } else if case .pooled(_, let key) = study.municipalKey, canBeNone(key) {
      owner = Bilingual(nl: "de gemeenten (gemeentelijke_verdeelsleutel)", en: "the municipalities (municipal_key)")
    }
    guard let owner else { return nil }
    return Bilingual(
      nl: "In een trekking is de verdeelsleutel van \(owner.dutch) voor alle regio's 0: er is dan niets om naar te "
        + "verdelen.\nGeef ten minste één regio een waarde die niet 0 kan zijn.",
      en:
        "In a draw the distribution key of \(owner.english) is 0 for all regions: there is nothing to divide by then.\n"
        + "Give at least one region a value that cannot be 0.")
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
