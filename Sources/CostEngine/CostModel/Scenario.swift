/// A phase-in profile defined by the study (phase-in.csv).
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

/// The terms of a scenario in one region: scenarios.csv overridden by scenario-regions.csv.
public struct ScenarioTerms: Sendable, Equatable {
  /// Index in ``Study/levels``.
  public var level: Int
  public var phaseIn: PhaseIn
  /// Years, 0 or more.
  public var delay: Quantity
  /// *Bandbreedte*: the share by which a region may stay below the norm, 0...1.
  public var bandwidth: Quantity
  /// Share of the excess over the norm that is given up, 0...1.
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
  /// The individual terms: if two sets agree in all of these, they are equal.
  public enum Term: Sendable, CaseIterable {
    case level, phaseIn, delay, bandwidth, release, measures
  }

  public func differs(from other: ScenarioTerms, in term: Term) -> Bool {
    var taken = self
    taken.take(term, from: other)
    return taken != self
  }

  /// Copies a term from another set of terms.
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
  /// The measures of its own list, whatever regions do otherwise: indices in ``Study/measures``, ascending.
  public var measures: [Int]

  /// - Parameter measures: those that a region uses by default.
  public init(code: String, name: String, terms: [ScenarioTerms], measures: [Int] = []) {
    self.code = code
    self.name = name
    self.terms = terms
    self.measures = measures
  }
}
