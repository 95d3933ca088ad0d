import CostEngine

/// Amounts in every draw of a simulation, EUR.
///
/// The threads that fill it write to separate places; it is not written to after it is handed out.
public final class RecordedDraws: @unchecked Sendable {
  public let amounts: [RecordedAmount]
  public let draws: Int
  private let values: UnsafeMutablePointer<Double>

  init(_ amounts: [RecordedAmount], draws: Int) {
    self.amounts = amounts
    self.draws = draws
    values = .allocate(capacity: amounts.count * draws)
    values.initialize(repeating: 0, count: amounts.count * draws)
  }

  deinit { values.deallocate() }

  /// The address of an amount's draws, from a given draw on.
  func room(_ amount: Int, first draw: Int) -> UnsafeMutablePointer<Double> { values + amount * draws + draw }

  /// The draws of an amount, by its position in ``amounts``.
  public subscript(amount: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: values + amount * draws, count: draws)
  }
}

extension Summary {
  /// The statistics of an amount that was recorded, as a run reports them.
  init(ofRecorded draws: UnsafeBufferPointer<Double>, sampler: Sampler) {
    // An amount beyond the range that is counted is not recorded.
    guard let summary = Summary(of: draws, sampler: sampler) else {
      preconditionFailure("recorded amounts are counted")
    }
    self = summary
  }
}
