import CostEngine
import Terms

/// A clause of a condition in words.
public struct ClauseWords {
  let study: Study
  let language: Language
  let clause: ConditionClause

  public init(_ clause: ConditionClause, study: Study, language: Language) {
    self.clause = clause
    self.study = study
    self.language = language
  }

  private var format: NumberFormat { .people(language) }
  private var names: SubjectName { SubjectName(study: study, language: language) }

  private func quoted(_ subject: RecordedSubject) -> String { "\"\(names.name(subject))\"" }

  /// `P80 van "netto na dekking"`, `de kans dat "meerkosten" boven EUR 0 ligt`.
  public var statistic: String {
    switch clause.subject {
    case .statistic(let statistic, let amount):
      return self.statistic(statistic) + language(nl: " van ", en: " of ") + quoted(amount.subject)
        + inTheYears(amount)
    case .overYears(let fold, let statistic, let amounts):
      let subject = quoted(amounts[0].subject)
      return fold == .lowest
        ? language(
          nl: "het laagste jaar naar \(name(statistic)) van \(subject)",
          en: "the lowest year by \(name(statistic)) of \(subject)")
        : language(
          nl: "het hoogste jaar naar \(name(statistic)) van \(subject)",
          en: "the highest year by \(name(statistic)) of \(subject)")
    case .chance(let events):
      return language(nl: "de kans dat ", en: "the chance that ")
        + events.map(event).joined(separator: language(nl: " en ", en: " and "))
    }
  }

  private func statistic(_ statistic: DrawStatistic) -> String {
    if case .mean = statistic { return language(nl: "het gemiddelde", en: "the mean") }
    return name(statistic)
  }

  private func name(_ statistic: DrawStatistic) -> String {
    switch statistic {
    case .mean: return language(nl: "gemiddelde", en: "mean")
    case .standardDeviation: return Glossary.entry(.standardDeviation).name(language)
    case .percentile(let percentage): return "P\(percentage)"
    case .cvar95: return Glossary.entry(.cvar95).name(language)
    case .shareAbove: preconditionFailure("a chance is of events")
    }
  }

  /// ` in het duurste jaar`: only of what is taken of several years draw by draw.
  private func inTheYears(_ amount: RequestedAmount) -> String {
    guard case .years(_, let fold) = amount.span else { return "" }
    let period = names.period(amount.span, of: amount.subject)
    return fold == .sum ? language(nl: " van ", en: " of ") + period : language(nl: " in ", en: " in ") + period
  }

  private func event(_ event: ConditionEvent) -> String {
    let subject = quoted(event.amount.subject) + inTheYears(event.amount)
    let limit = event.amount.isShare ? share(event.limit) : euros(event.limit)
    switch event.comparison {
    case .above:
      return subject + language(nl: " boven ", en: " is above ") + limit + language(nl: " ligt", en: "")
    case .below:
      return subject + language(nl: " onder ", en: " is below ") + limit + language(nl: " ligt", en: "")
    case .atMost:
      return subject + language(nl: " hooguit ", en: " is at most ") + limit + language(nl: " is", en: "")
    case .atLeast:
      return subject + language(nl: " ten minste ", en: " is at least ") + limit + language(nl: " is", en: "")
    }
  }

  /// `hooguit EUR 0`.
  public var requirement: String {
    let limit = clause.isShare ? share(clause.limit) : euros(clause.limit)
    switch clause.comparison {
    case .atMost: return language(nl: "hooguit \(limit)", en: "at most \(limit)")
    case .below: return language(nl: "minder dan \(limit)", en: "less than \(limit)")
    case .atLeast: return language(nl: "ten minste \(limit)", en: "at least \(limit)")
    case .above: return language(nl: "meer dan \(limit)", en: "more than \(limit)")
    }
  }

  /// The scenario, and the place and period of the amounts.
  public var place: String {
    let title = AmountTitle(study: study, language: language)
    let amounts = clause.subject.amounts
    let code = study.scenarios[amounts[0].scenario].code
    func place(_ amount: RequestedAmount) -> String {
      if case .overYears = clause.subject, let last = amounts.last {
        return "\(title.place(amount.region)), \(names.period(amount.span, of: amount.subject))-"
          + names.period(last.span, of: last.subject)
      }
      if case .years(let years, _) = amount.span {
        return "\(title.place(amount.region)), \(years.lowerBound)-\(years.upperBound)"
      }
      return "\(title.place(amount.region)), \(names.period(amount.span, of: amount.subject))"
    }
    var places: [String] = []
    for amount in clause.amount == nil && clause.isOverYears ? [amounts[0]] : amounts
    where !places.contains(place(amount)) { places.append(place(amount)) }
    return PlainText.line("scenario \(code), " + places.joined(separator: "; "))
  }

  public func euros(_ amount: Double) -> String { "EUR\(PlainText.joint)" + format.shortest(amount) }

  public func share(_ value: Double) -> String {
    format.shortest(100 * value) + language(nl: "\(PlainText.joint)%", en: "%")
  }
}

extension ConditionClause {
  var isOverYears: Bool {
    if case .overYears = subject { return true }
    return false
  }
}
