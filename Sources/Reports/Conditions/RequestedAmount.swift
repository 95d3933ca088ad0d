import CostEngine

/// An amount requested by the user.
public struct RequestedAmount: Sendable, Hashable {
  /// The years that it is about, in calendar years.
  public enum Span: Sendable, Hashable {
    case year(Int)
    /// The whole horizon.
    case total
    case end
    /// Draw by draw over a range of years: the dearest, the cheapest, all of them together.
    case years(ClosedRange<Int>, YearFold)
  }

  /// Index in the study's scenarios.
  public var scenario: Int
  /// Index in the study's regions; nil for all regions together.
  public var region: Int?
  public var subject: RecordedSubject
  public var span: Span

  public init(scenario: Int, region: Int?, subject: RecordedSubject, span: Span) {
    self.scenario = scenario
    self.region = region
    self.subject = subject
    self.span = span
  }

  /// - Parameter year: calendar year; nil for the whole horizon.
  public init(scenario: Int, region: Int?, year: Int?, quantity: ReportedQuantity) {
    self.init(
      scenario: scenario, region: region, subject: .quantity(quantity), span: year.map { .year($0) } ?? .total)
  }

  /// The first and last calendar year that must lie within the horizon; nil if any horizon will do.
  public var years: ClosedRange<Int>? {
    switch span {
    case .year(let year): return year...year
    case .years(let years, _): return years
    case .total, .end: return nil
    }
  }

  /// Whether it is a share rather than an amount in EUR.
  public var isShare: Bool { subject == .phaseIn }
}
