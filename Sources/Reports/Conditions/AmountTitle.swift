import CostEngine
import Terms

/// A title that says which amount a table shows.
struct AmountTitle {
  let study: Study
  let language: Language

  /// `Scenario INGROEI, Nederland: meerkosten, 2027-2036`.
  func heading(_ amount: RequestedAmount) -> String {
    let code = study.scenarios[amount.scenario].code
    let names = SubjectName(study: study, language: language)
    return PlainText.line(
      "\(Glossary.entry(.scenario).heading(language)) \(code), \(place(amount.region)): "
        + "\(names.name(amount.subject)), \(names.period(amount.span, of: amount.subject))")
  }

  func place(_ region: Int?) -> String {
    guard let region else { return WholeName.text(study, language: language) }
    let found = study.regions[region]
    return found.name.isEmpty ? found.code : found.code + " " + found.name
  }
}
