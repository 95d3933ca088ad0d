/// A phase-in profile of the study's own (phase-in.csv).
public struct PhaseInProfile: Sendable {
  public var name: String
  /// Ascending calendar years.
  public var years: [Int]
  /// Share of the gap closed in each of them, 0...1.
  public var shares: [Quantity]

  public init(name: String, years: [Int], shares: [Quantity]) {
    self.name = name
    self.years = years
    self.shares = shares
  }
}

/// How the gap is closed over the years (*ingroeimodel*).
public enum PhaseIn: Sendable, Equatable {
  case linear(from: Quantity, until: Quantity)
  case scurve(from: Quantity, until: Quantity)
  /// At once, from this year on.
  case step(from: Quantity)
  /// Index in ``Study/profiles``.
  case profile(Int)
}

/// What a scenario means in one region: scenarios.csv with scenario-regions.csv laid over it.
public struct ScenarioTerms: Sendable, Equatable {
  /// Index in ``Study/levels``.
  public var level: Int
  public var phaseIn: PhaseIn
  /// Years, 0 or more.
  public var delay: Quantity
  /// *Bandbreedte*: the share a region may stay below the norm, 0...1.
  public var bandwidth: Quantity
  /// Share of what lies above the norm that is given up, 0...1.
  public var release: Quantity
  /// Indices in ``Study/measures``, ascending.
  public var measures: [Int]

  public init(
    level: Int, phaseIn: PhaseIn, delay: Quantity, bandwidth: Quantity, release: Quantity, measures: [Int]
  ) {
    self.level = level
    self.phaseIn = phaseIn
    self.delay = delay
    self.bandwidth = bandwidth
    self.release = release
    self.measures = measures
  }
}

extension ScenarioTerms {
  /// Each of the terms: terms that differ in none of these are equal.
  public enum Term: Sendable, CaseIterable {
    case level, phaseIn, delay, bandwidth, release, measures
  }

  public func differs(from other: ScenarioTerms, in term: Term) -> Bool {
    var taken = self
    taken.take(term, from: other)
    return taken != self
  }

  /// Makes a term the other's.
  public mutating func take(_ term: Term, from other: ScenarioTerms) {
    switch term {
    case .level: level = other.level
    case .phaseIn: phaseIn = other.phaseIn
    case .delay: delay = other.delay
    case .bandwidth: bandwidth = other.bandwidth
    case .release: release = other.release
    case .measures: measures = other.measures
    }
  }
}

/// A way to reach a norm level.
public struct Scenario: Sendable {
  public var code: String
  public var name: String
  /// Terms for each region.
  public var terms: [ScenarioTerms]

  public init(code: String, name: String, terms: [ScenarioTerms]) {
    self.code = code
    self.name = name
    self.terms = terms
  }
}
