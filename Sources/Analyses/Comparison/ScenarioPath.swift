import CostEngine
import Reports
import StudyFiles
import Terms

/// The path from one scenario of a study to another: their terms, changed one by one.
public struct ScenarioPath {
  /// A term that is changed in one step.
  private enum Aspect: Hashable {
    /// A term as a whole; all terms but the measures. For the phase-in this is its shape (linear, s-curve, at once or a
    /// profile), together with its years if these cannot be changed separately.
    case term(ScenarioTerms.Term)
    case from
    case until
    case measure(Int)
    case oneOff(Int)
  }

  private let study: Study
  private let a: Int
  private let b: Int
  private let aspects: [Aspect]

  /// - Parameters:
  ///   - a: index of a scenario.
  ///   - b: index of the other scenario.
  init(_ study: Study, from a: Int, to b: Int) {
    self.study = study
    self.a = a
    self.b = b
    aspects = Self.aspects(study, a, b)
  }

  /// The changes, in the order in which they are made: level, phase-in, first year, last year, delay, bandwidth,
  /// release, measures (in the order of measures.csv), one-offs (in the order of one-offs.csv).
  var steps: [BridgeStep] { aspects.map(step) }

  /// The study with a scenario for every stage of the path: after 0, 1, ... steps in order, then after 0, 1, ... steps
  /// starting from the last.
  var stages: Study {
    let taken =
      (0...aspects.count).map { Set(aspects.prefix($0)) } + (0...aspects.count).map { Set(aspects.suffix($0)) }
    var stages = study
    stages.scenarios = taken.enumerated().map { index, taken in
      Scenario(
        code: "\(index)", name: "",
        terms: study.regions.indices.map { terms(region: $0, taken: taken) },
        measures: study.measures.indices.filter {
          study.scenarios[taken.contains(.measure($0)) ? b : a].measures.contains($0)
        })
    }
    for oneOff in study.oneOffs.indices {
      let bearers = study.oneOffs[oneOff].scenarios
      stages.oneOffs[oneOff].scenarios = taken.indices.filter {
        bearers.contains(taken[$0].contains(.oneOff(oneOff)) ? b : a)
      }
    }
    return stages
  }

  // MARK: Terms

  private func terms(region: Int, taken: Set<Aspect>) -> ScenarioTerms {
    let (old, new) = (study.scenarios[a].terms[region], study.scenarios[b].terms[region])
    var terms = old
    for term in ScenarioTerms.Term.allCases {
      switch term {
      case .level, .delay, .bandwidth, .release:
        if taken.contains(.term(term)) { terms.take(term, from: new) }
      case .phaseIn: terms.phaseIn = phaseIn(old.phaseIn, new.phaseIn, taken)
      case .measures:
        terms.measures = study.measures.indices.filter {
          (taken.contains(.measure($0)) ? new : old).measures.contains($0)
        }
      }
    }
    // A term that no step changes would be missing from the difference without a trace.
    precondition(!taken.isSuperset(of: aspects) || terms == new, "every term has its step")
    return terms
  }

  private func phaseIn(_ old: PhaseIn, _ new: PhaseIn, _ taken: Set<Aspect>) -> PhaseIn {
    let shape = taken.contains(.term(.phaseIn)) ? new : old
    // If the years are not steps of their own, they change with the shape.
    guard aspects.contains(.from) || aspects.contains(.until), let first = old.window, let second = new.window else {
      return shape
    }
    let from = taken.contains(.from) ? second.from : first.from
    let until = taken.contains(.until) ? second.until : first.until
    if case .scurve = shape { return .scurve(from: from, until: until) }
    return .linear(from: from, until: until)
  }

  private static func aspects(_ study: Study, _ a: Int, _ b: Int) -> [Aspect] {
    let pairs = zip(study.scenarios[a].terms, study.scenarios[b].terms)
    var aspects: [Aspect] = []
    for term in ScenarioTerms.Term.allCases where pairs.contains(where: { $0.differs(from: $1, in: term) }) {
      switch term {
      case .level, .delay, .bandwidth, .release: aspects.append(.term(term))
      case .phaseIn: aspects += phaseInAspects(study, Array(pairs))
      case .measures: break
      }
    }
    // Also those that only the scenarios' own lists tell apart, on which one-offs of the country may depend.
    aspects += study.measures.indices.filter { measure in
      study.scenarios[a].measures.contains(measure) != study.scenarios[b].measures.contains(measure)
        || pairs.contains { $0.measures.contains(measure) != $1.measures.contains(measure) }
    }.map { .measure($0) }
    aspects += study.oneOffs.indices.filter {
      study.oneOffs[$0].scenarios.contains(a) != study.oneOffs[$0].scenarios.contains(b)
    }.map { .oneOff($0) }
    return aspects
  }

  /// The years change in steps of their own if both scenarios have a first and a last year in every region, and no
  /// stage has a last year before its first.
  private static func phaseInAspects(_ study: Study, _ pairs: [(ScenarioTerms, ScenarioTerms)]) -> [Aspect] {
    func support(_ quantity: Quantity) -> (lower: Double, upper: Double) {
      switch quantity {
      case .certain(let value): return (value, value)
      case .uncertain(let variable): return study.variables[variable].distribution.support
      case .product: preconditionFailure("only norms are shares of others")
      }
    }
    let isApart = pairs.allSatisfy { pair in
      guard let old = pair.0.phaseIn.window, let new = pair.1.phaseIn.window else { return false }
      return [(old.from, new.until), (new.from, old.until)].allSatisfy { from, until in
        from == until || support(until).lower >= support(from).upper
      }
    }
    guard isApart else { return [.term(.phaseIn)] }
    let windows = pairs.map { ($0.phaseIn.window!, $1.phaseIn.window!) }
    var aspects: [Aspect] = []
    if pairs.contains(where: { $0.phaseIn.shapeName != $1.phaseIn.shapeName }) {
      aspects.append(.term(.phaseIn))
    }
    if windows.contains(where: { $0.from != $1.from }) { aspects.append(.from) }
    if windows.contains(where: { $0.until != $1.until }) { aspects.append(.until) }
    return aspects
  }

  // MARK: Words

  private func step(_ aspect: Aspect) -> BridgeStep {
    switch aspect {
    case .measure(let measure):
      return listed(
        column: .measures, code: study.measures[measure].code,
        label: Bilingual(nl: "maatregel", en: "measure"),
        isIn: { scenario, region in study.scenarios[scenario].terms[region].measures.contains(measure) })
    case .oneOff(let oneOff):
      let item = study.oneOffs[oneOff]
      let isAdded = item.scenarios.contains(b)
      let name = InputName(.oneOffs(.scenarios), key: [item.code]).text
      let value = isAdded ? Self.added : Self.dropped
      return BridgeStep(
        name: name, label: Bilingual(nl: "eenmalige post \(item.code)", en: "one-off \(item.code)"), value: value,
        changes: [.init(name: name, from: value.from, to: value.to)])
    case .term(let changed): return step(changed)
    case .from: return term(.from) { years($0.phaseIn).first ?? Self.none }
    case .until: return term(.until) { years($0.phaseIn).last ?? Self.none }
    }
  }

  private func step(_ changed: ScenarioTerms.Term) -> BridgeStep {
    switch changed {
    case .level: return term(.level) { Bilingual(same: study.levels[$0.level]) }
    case .delay: return term(.delayYears) { InputText.text($0.delay, in: study, .number) }
    case .bandwidth: return term(.bandwidth) { InputText.text($0.bandwidth, in: study, .share) }
    case .release: return term(.release) { InputText.text($0.release, in: study, .share) }
    case .measures: preconditionFailure("measures are changed one by one")
    case .phaseIn:
      let isApart = aspects.contains(.from) || aspects.contains(.until)
      return term(.phaseIn) { terms in
        let shape = shape(terms.phaseIn)
        let years = isApart ? [] : self.years(terms.phaseIn)
        return Bilingual(
          nl: shape.dutch + (years.isEmpty ? "" : " " + years.map { $0.dutch }.joined(separator: "-")),
          en: shape.english + (years.isEmpty ? "" : " " + years.map { $0.english }.joined(separator: "-")))
      }
    }
  }

  private static let none = Bilingual(same: "-")
  private static let added = (from: Bilingual(nl: "niet", en: "no"), to: Bilingual(nl: "wel", en: "yes"))
  private static let dropped = (from: added.to, to: added.from)

  private func years(_ phaseIn: PhaseIn) -> [Bilingual] {
    if case .step(let from) = phaseIn { return [InputText.text(from, in: study, .year)] }
    guard let window = phaseIn.window else { return [] }
    return [window.from, window.until].map { InputText.text($0, in: study, .year) }
  }

  private func shape(_ phaseIn: PhaseIn) -> Bilingual {
    switch phaseIn {
    case .linear: return Bilingual(nl: "lineair", en: "linear")
    case .scurve: return Bilingual(nl: "s-curve", en: "scurve")
    case .step: return Bilingual(nl: "ineens", en: "step")
    case .profile(let profile): return Bilingual(same: study.profiles[profile].name)
    }
  }

  /// The step for a term of scenarios.csv: the change in most regions, and the number of regions with another change.
  private func term(_ column: Column.Term, _ text: (ScenarioTerms) -> Bilingual) -> BridgeStep {
    let code = study.scenarios[b].code
    let own = InputName(column.ofScenario, key: [code])
    return step(own, label: own.label, regional: column) { region in
      (text(study.scenarios[a].terms[region]), text(study.scenarios[b].terms[region]))
    }
  }

  private func listed(
    column: Column.Term, code: String, label: Bilingual, isIn: (_ scenario: Int, _ region: Int) -> Bool
  ) -> BridgeStep {
    let name = InputName(column.ofScenario, key: [study.scenarios[b].code])
    var step = step(
      name, label: Bilingual(nl: "\(label.dutch) \(code)", en: "\(label.english) \(code)"), regional: column
    ) { region in
      func text(_ isIn: Bool) -> Bilingual { isIn ? Self.added.to : Self.added.from }
      return (text(isIn(a, region)), text(isIn(b, region)))
    }
    // Several measures share one cell.
    step.name += ": \(code)"
    return step
  }

  private func step(
    _ name: InputName, label: Bilingual, regional column: Column.Term,
    _ values: (_ region: Int) -> (from: Bilingual, to: Bilingual)
  ) -> BridgeStep {
    let found = study.regions.indices.map(values)
    func count(_ value: (from: Bilingual, to: Bilingual)) -> Int { found.count { $0 == value } }
    var most = found[0]
    for value in found where count(value) > count(most) { most = value }
    var changes = [BridgeStep.Change(name: name.text, from: most.from, to: most.to)]
    var others = 0
    for (region, value) in found.enumerated() where value != most {
      others += 1
      let own = InputName(column.ofRegion, key: name.key + [study.regions[region].code])
      changes.append(.init(name: own.text, from: value.from, to: value.to))
    }
    let isSmall = found.count - others == 1
    let extent =
      others == 0
      ? nil
      : Bilingual(
        nl: "in \(others) \(others == 1 ? "regio" : "regio's") anders",
        en: "otherwise in \(others) \(others == 1 ? "region" : "regions")")
    return BridgeStep(
      name: name.text, label: label, value: isSmall && others > 0 ? nil : most, extent: extent, changes: changes)
  }
}

extension PhaseIn {
  /// First and last year, if it has both.
  fileprivate var window: (from: Quantity, until: Quantity)? {
    switch self {
    case .linear(let from, let until), .scurve(let from, let until): return (from, until)
    case .step, .profile: return nil
    }
  }

  fileprivate var shapeName: String {
    switch self {
    case .linear: return "linear"
    case .scurve: return "scurve"
    case .step: return "step"
    case .profile(let profile): return "profile \(profile)"
    }
  }
}
