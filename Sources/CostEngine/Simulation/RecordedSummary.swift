extension AmountStatistics.StandardError {
  /// How the standard error is determined for a sampler.
  init(_ sampler: Sampler) {
    switch sampler {
    case .random: self = .ofDraws
    case .latinHypercube: self = .ofReplicates
    case .sobol: self = .ofStrands
    }
  }
}

extension Summary {
  /// The statistics of a recorded amount, or of the difference of two, as a run reports them.
  ///
  /// - Parameters:
  ///   - draws: all draws of a run in order, EUR, one or more; rounded to whole cents.
  ///   - sampler: the sampler of the draws.
  /// - Returns: nil if an amount exceeds the range that is counted.
  public init?(of draws: some RandomAccessCollection<Double>, sampler: Sampler) {
    var statistics = AmountStatistics()
    var replicates = AmountStatistics.Replicates()
    let size = RandomStream.drawsPerReplicate
    let registers = Evaluator.room(registersPerReplicate)
    let bins = UnsafeMutablePointer<SIMD8<Int32>>.allocate(capacity: registersPerReplicate)
    bins.initialize(repeating: SIMD8(repeating: 0), count: registersPerReplicate)
    defer {
      registers.deallocate()
      bins.deallocate()
    }
    var rest = draws[...]
    var isCounted = true
    while !rest.isEmpty {
      let replicate = rest.prefix(size)
      for (position, amount) in replicate.enumerated() { registers[position / 8][position % 8] = amount }
      if !statistics.add(registers, draws: replicate.count, bins: bins) { isCounted = false }
      replicates.add(draws: replicate.count)
      rest = rest.dropFirst(size)
    }
    guard isCounted, replicates.draws > 0 else { return nil }
    self = statistics.summary(of: replicates, AmountStatistics.StandardError(sampler))
  }
}
