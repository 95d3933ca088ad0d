/// A 128-bit two's-complement integer: sums of cents and of their squares, exact in any order.
///
/// Arithmetic wraps. The largest amount that is counted (``Cents/limit``, 2^47 cents), squared and summed over 2^30
/// draws, stays below 2^125, so that no sum of the statistics wraps.
struct WideInteger: Equatable, Sendable {
  var high: Int64
  var low: UInt64

  static let zero = WideInteger(high: 0, low: 0)

  init(high: Int64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ value: Int64) {
    high = value < 0 ? -1 : 0
    low = UInt64(bitPattern: value)
  }

  /// The exact product.
  init(_ a: Int64, times b: Int64) {
    let product = a.multipliedFullWidth(by: b)
    high = product.high
    low = product.low
  }

  static func + (a: WideInteger, b: WideInteger) -> WideInteger {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    return WideInteger(high: a.high &+ b.high &+ (carry ? 1 : 0), low: low)
  }

  static prefix func - (a: WideInteger) -> WideInteger {
    let (low, borrow) = UInt64(0).subtractingReportingOverflow(a.low)
    return WideInteger(high: 0 &- a.high &- (borrow ? 1 : 0), low: low)
  }

  static func - (a: WideInteger, b: WideInteger) -> WideInteger { a + -b }

  static func += (a: inout WideInteger, b: WideInteger) { a = a + b }

  /// Times a 64-bit number, wrapping.
  static func * (a: WideInteger, b: Int64) -> WideInteger {
    let unsigned = UInt64(bitPattern: b)
    let product = a.low.multipliedFullWidth(by: unsigned)
    var high = Int64(bitPattern: product.high) &+ a.high &* b
    if b < 0 { high = high &- Int64(bitPattern: a.low) }
    return WideInteger(high: high, low: product.low)
  }

  /// Times 2^shift, `shift` below 64, wrapping.
  static func << (a: WideInteger, shift: Int) -> WideInteger {
    guard shift > 0 else { return a }
    return WideInteger(
      high: a.high &<< Int64(shift) | Int64(bitPattern: a.low &>> UInt64(64 - shift)), low: a.low &<< UInt64(shift))
  }

  var isNegative: Bool { high < 0 }

  /// The nearest double or one next to it (two roundings).
  var double: Double {
    if isNegative { return -(-self).double }
    return Double(UInt64(bitPattern: high)) * 0x1p64 + Double(low)
  }
}
