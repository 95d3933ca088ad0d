/// A small seeded generator for tests (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): independent of the
/// engine's own random numbers.
public struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform on the open interval.
  public mutating func number(in range: ClosedRange<Double> = 0...1) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  public mutating func chance(_ probability: Double) -> Bool { number() < probability }
}
