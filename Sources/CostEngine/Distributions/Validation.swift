// The conditions are written such that NaN fails them.
extension DistributionError {
  static func requireFinite(_ value: Double, _ parameter: Parameter) throws(DistributionError) {
    guard value.isFinite else { throw .notFinite(parameter, value) }
  }

  /// Finite and zero or more.
  static func requireNotNegative(_ value: Double, _ parameter: Parameter) throws(DistributionError) {
    try requireFinite(value, parameter)
    guard value >= 0 else { throw .negative(parameter, value) }
  }

  /// Finite and above zero.
  static func requirePositive(_ value: Double, _ parameter: Parameter) throws(DistributionError) {
    try requireFinite(value, parameter)
    guard value > 0 else { throw .notPositive(parameter, value) }
  }

  /// Above zero and within the range that is computed accurately.
  static func require(_ value: Double, _ parameter: Parameter, in range: ClosedRange<Double>)
    throws(DistributionError)
  {
    try requirePositive(value, parameter)
    guard range.contains(value) else {
      throw .outOfRange(parameter, value, lowest: range.lowerBound, highest: range.upperBound)
    }
  }

  static func requireProbability(_ value: Double) throws(DistributionError) {
    try requireFinite(value, .probability)
    guard value >= 0 && value <= 1 else { throw .notAProbability(value) }
  }

  /// Both finite, the first not above the second, and their difference finite.
  static func requireAscending(
    _ first: Double, _ firstParameter: Parameter, _ second: Double, _ secondParameter: Parameter
  ) throws(DistributionError) {
    try requireFinite(first, firstParameter)
    try requireFinite(second, secondParameter)
    guard first <= second else { throw .notAscending(firstParameter, first, secondParameter, second) }
    guard (second - first).isFinite else { throw .overflow }
  }
}
