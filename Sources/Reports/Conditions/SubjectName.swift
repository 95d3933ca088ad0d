import CostEngine
import Terms

/// The name of what an amount is of, and of the years that it is about.
public struct SubjectName {
  let study: Study
  let language: Language

  public init(study: Study, language: Language) {
    self.study = study
    self.language = language
  }

  /// `meerkosten`, `functie OvD-BZ`, `aandeel van de ingroei`, without quotes.
  public func name(_ subject: RecordedSubject) -> String {
    switch subject {
    case .quantity(let quantity): return Glossary.entry(quantity).name(language)
    case .line(let line): return Glossary.entry(line).name(language)
    case .paid(let payer):
      return language(nl: "wat betaald wordt door: ", en: "what is paid by: ")
        + Glossary.entry(payer: payer).name(language)
    case .phaseIn:
      return language(nl: "ingroei (deel dat is ingevoerd)", en: "phase-in (share that is in place)")
    case .item(let item):
      let kind: Name
      switch item.kind {
      case .function: kind = Glossary.entry(.function)
      case .provision: kind = Glossary.entry(.provision)
      case .oneOff: kind = Glossary.entry(.oneOff)
      case .measure: kind = Glossary.entry(.measure)
      }
      let name = study.name(of: item)
      let code = study.code(of: item)
      return "\(kind.name(language)) " + PlainText.line(name.isEmpty || name == code ? code : "\(code) \(name)")
    }
  }

  /// `delta`, `function:OvD-BZ`, `phase_in`: as it is typed, for files.
  public static func id(_ subject: RecordedSubject, in study: Study) -> String {
    switch subject {
    case .quantity(let quantity): return quantity.id
    case .line(let line): return line.id
    case .paid(let payer): return payer.quantityID
    case .phaseIn: return "phase_in"
    case .item(let item): return "\(item.kind.id):\(study.code(of: item))"
    }
  }

  /// `2030`, `2027-2036`, `het eindbeeld`, `het duurste jaar van 2027-2036`.
  public func period(_ span: RequestedAmount.Span, of subject: RecordedSubject) -> String {
    switch span {
    case .year(let year): return String(year)
    case .total: return study.horizon
    case .end: return Glossary.entry(.endState).name(language)
    case .years(let years, let fold):
      let range = "\(years.lowerBound)-\(years.upperBound)"
      switch fold {
      case .sum: return language(nl: "\(range) samen", en: "\(range) together")
      case .highest:
        return subject == .phaseIn
          ? language(nl: "het hoogste jaar van \(range)", en: "the highest year of \(range)")
          : language(nl: "het duurste jaar van \(range)", en: "the dearest year of \(range)")
      case .lowest:
        return subject == .phaseIn
          ? language(nl: "het laagste jaar van \(range)", en: "the lowest year of \(range)")
          : language(nl: "het goedkoopste jaar van \(range)", en: "the cheapest year of \(range)")
      }
    }
  }

  /// `2030`, `total`, `end`, `max(2027...2036)`: for files.
  public static func id(_ span: RequestedAmount.Span) -> String {
    switch span {
    case .year(let year): return String(year)
    case .total: return ResultsCSV.totalYear
    case .end: return "end"
    case .years(let years, let fold):
      let word: String
      switch fold {
      case .highest: word = "max"
      case .lowest: word = "min"
      case .sum: word = "sum"
      }
      return "\(word)(\(years.lowerBound)...\(years.upperBound))"
    }
  }
}
