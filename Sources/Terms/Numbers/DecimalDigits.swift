/// The digits of a number's magnitude, rounded to a fixed number of decimals.
///
/// With `x = m * 2^-k`, `m` a whole number below 2^53, the rounded fraction is `(m mod 2^k) * 10^decimals / 2^k`,
/// computed in 128 bits. Rounding is half away from zero on the shortest decimal that reads back as `x`. If decimals
/// with one more place are further apart than neighbouring doubles, that decimal is a tie exactly if the tie lies
/// within half a unit in the last place of `x`, so half of such a unit is added before rounding. If they are closer
/// together, `x` itself is rounded.
struct DecimalDigits {
  /// The part before the decimal mark.
  var integer: UInt64
  /// The part after the decimal mark, as a whole number.
  var fraction: UInt64

  var isZero: Bool { integer == 0 && fraction == 0 }

  /// Nil for a magnitude of 2^63 or more, which has nothing after the decimal mark.
  ///
  /// - Parameter decimals: 0...9.
  /// - Precondition: `value` is finite.
  init?(_ value: Double, decimals: Int) {
    precondition(value.isFinite && decimals >= 0 && decimals <= 9)
    if value == 0 {
      (integer, fraction) = (0, 0)
      return
    }
    let exponent = value.isNormal ? Int(value.exponent) : -1022
    guard exponent < 63 else { return nil }
    let significand = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
    guard exponent < 52 else {
      (integer, fraction) = (significand << UInt64(exponent - 52), 0)
      return
    }
    let shift = 52 - exponent
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }

    let whole = shift < 64 ? significand >> UInt64(shift) : 0
    let rest = shift < 64 ? significand & (1 << UInt64(shift) - 1) : significand
    var (high, low) = rest.multipliedFullWidth(by: scale)
    let isTieWithinReach = shift >= 64 || scale * 10 < 1 << UInt64(shift)
    add(isTieWithinReach ? scale / 2 : 0, to: &high, &low)
    if shift <= 64 {
      add(1 << UInt64(shift - 1), to: &high, &low)
      fraction = shift == 64 ? high : high << UInt64(64 - shift) | low >> UInt64(shift)
    } else {
      // The product is below 2^83, so a shift beyond 84 leaves nothing.
      guard shift <= 84 else {
        (integer, fraction) = (0, 0)
        return
      }
      high += 1 << UInt64(shift - 65)
      fraction = high >> UInt64(shift - 64)
    }
    integer = whole
    if fraction == scale {
      fraction = 0
      integer += 1
    }
  }

  /// The digits of a number of 2^63 or more, which is always whole, starting with the lowest.
  static func lowestFirst(ofLarge value: Double) -> [UInt8] {
    precondition(value.isFinite && value.exponent >= 63)
    let base: UInt64 = 1_000_000_000
    var limbs: [UInt64] = []
    var rest = value.significandBitPattern | 1 << 52
    while rest != 0 {
      limbs.append(rest % base)
      rest /= base
    }
    var doublings = Int(value.exponent) - 52
    while doublings > 0 {
      let step = min(doublings, 30)
      var carry: UInt64 = 0
      for position in limbs.indices {
        let product = limbs[position] << UInt64(step) + carry
        limbs[position] = product % base
        carry = product / base
      }
      while carry != 0 {
        limbs.append(carry % base)
        carry /= base
      }
      doublings -= step
    }
    var digits: [UInt8] = []
    for limb in limbs {
      var limb = limb
      for _ in 0..<9 {
        digits.append(UInt8(limb % 10))
        limb /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits
  }
}

private func add(_ value: UInt64, to high: inout UInt64, _ low: inout UInt64) {
  let (sum, overflow) = low.addingReportingOverflow(value)
  low = sum
  if overflow { high += 1 }
}
