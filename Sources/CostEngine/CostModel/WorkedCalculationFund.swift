extension WorkedCalculation {
  /// What a fund contributes to the region in one year.
  public struct FundYear: Sendable {
    /// Index in ``Study/funds``.
    public var fund: Int
    /// Who provides the money.
    public var payer: Payer
    /// EUR for the whole country; 0 before the fund's first listed year.
    public var amount: Double
    /// The part of it that is meant for population care, 0...1.
    public var share: Double
    /// The region's value of the distribution key.
    public var key: Double
    /// Sum of the key over all regions of the study.
    public var keySum: Double
    /// `amount * share * key / keySum`, EUR; 0 if the keys sum to 0.
    public var funding: Double

    init(_ fund: Int, year: Int, in draw: Draw) {
      self.fund = fund
      guard let entry = draw.study.funds[fund].entries.last(where: { $0.year <= year }) else {
        (payer, amount, share, key, keySum, funding) = (.state, 0, 0, 0, 0, 0)
        return
      }
      payer = entry.payer
      amount = draw.value(entry.amount)
      share = draw.value(entry.share)
      key = draw.value(entry.key[draw.region])
      keySum = 0
      for regionKey in entry.key { keySum += draw.value(regionKey) }
      funding = keySum == 0 ? 0 : amount * share * key / keySum
    }
  }
}
