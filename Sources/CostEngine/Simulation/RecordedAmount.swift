/// What an amount that is recorded in every draw is of.
public enum RecordedSubject: Sendable, Hashable {
  case quantity(ReportedQuantity)
  /// A line of the difference.
  case line(CostLine)
  /// An item of the difference, structural and incidental together.
  case item(CostItem)
  /// What a payer pays; only where the study says who pays, and never in the end state.
  case paid(Payer)
  /// `phi`: the share of the gap that is closed, 0...1, of a year only; that of the country is the smallest of the
  /// regions'. 1 in the end state.
  case phaseIn
}

/// What becomes of the amounts of several years of one draw.
public enum YearFold: Sendable, Hashable {
  /// That of the dearest year.
  case highest
  case lowest
  case sum
}

/// An amount of which an analysis needs every draw.
public struct RecordedAmount: Sendable, Hashable {
  /// The period, or the years, that an amount is about.
  public enum Span: Sendable, Hashable {
    case period(Period)
    /// Years by their positions, draw by draw.
    case years(ClosedRange<Int>, YearFold)
  }

  /// Position of the scenario in the plan's selection.
  public var scenario: Int
  /// Position of the region in the plan's selection; the country comes after the last one.
  public var place: Int
  /// `npv` is only available for the whole horizon.
  public var subject: RecordedSubject
  public var span: Span

  public init(scenario: Int, place: Int, subject: RecordedSubject, span: Span) {
    self.scenario = scenario
    self.place = place
    self.subject = subject
    self.span = span
  }

  public init(scenario: Int, place: Int, period: Period, quantity: ReportedQuantity) {
    self.init(scenario: scenario, place: place, subject: .quantity(quantity), span: .period(period))
  }
}

extension WaveAmounts {
  /// Writes an amount in every draw of the wave, as used in the statistics: EUR in whole cents; the share of a phase-in
  /// to 1e-8, so that one that is complete but for rounding is 1.
  ///
  /// - Parameters:
  ///   - amount: an amount of this place; that of a line, an item or a phase-in must be traced by the plan.
  ///   - target: space for the draws of the wave.
  /// - Returns: whether every amount is within the range that the statistics count.
  public func record(_ amount: RecordedAmount, into target: UnsafeMutablePointer<Double>) -> Bool {
    var range = Cents.Range()
    let scale = amount.subject == .phaseIn ? RecordedAmount.shareScale : 1
    for v in 0..<((draws + 7) / 8) {
      let cents = Cents.rounded(euros: register(v, of: amount) * scale)
      let count = min(8, draws - 8 * v)
      var counted = cents
      for lane in count..<8 { counted[lane] = 0 }
      range.note(Cents.integers(counted))
      for lane in 0..<count { target[8 * v + lane] = cents[lane] / 100 / scale }
    }
    return range.isKept
  }

  /// Eight draws of an amount, EUR.
  func register(_ v: Int, of amount: RecordedAmount) -> Register {
    switch amount.span {
    case .period(let period): return self.amount(of: amount.subject, scenario: amount.scenario, period: period, v)
    case .years(let years, let fold):
      var folded = self.amount(
        of: amount.subject, scenario: amount.scenario, period: .year(years.lowerBound), v)
      for year in years.dropFirst() {
        let other = self.amount(of: amount.subject, scenario: amount.scenario, period: .year(year), v)
        switch fold {
        case .highest: folded.replace(with: other, where: other .> folded)
        case .lowest: folded.replace(with: other, where: other .< folded)
        case .sum: folded += other
        }
      }
      return folded
    }
  }
}

extension RecordedAmount {
  /// What a share is multiplied by before it is counted like an amount.
  public static let shareScale = 1e6
}
