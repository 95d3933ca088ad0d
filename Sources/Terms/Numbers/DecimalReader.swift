extension Double {
  /// The number nearest to a decimal text such as `-12.5e3`: a sign, digits with at most one point before, among or
  /// after them, and a power of ten; only the digits are required. If two numbers are equally near, it is the even one.
  ///
  /// Nil for any other text, including `inf` and `nan`; infinite beyond the largest finite number.
  public init?(decimalText text: String) {
    var text = text
    guard let value = text.withUTF8({ Decimal($0) })?.nearest else { return nil }
    self = value
  }

  /// The number nearest to a decimal number without a sign, times a power of ten; nil for any other digits.
  ///
  /// - Parameters:
  ///   - digits: ASCII digits, with at most one point.
  ///   - exponent: exponent of the power of ten.
  public init?(decimalDigits digits: [UInt8], exponent: Int) {
    guard let value = digits.withUnsafeBufferPointer({ Decimal($0, exponent: exponent) })?.nearest else { return nil }
    self = value
  }
}

/// A decimal number as it is written: digits and a power of ten.
///
/// Whole numbers up to 2^53 and powers of ten up to 10^22 are exact as a `Double`, so that a single multiplication or
/// division, which rounds once, gives the nearest number. Any other number is computed by a division of whole numbers
/// with as many bits as needed.
private struct Decimal {
  /// Of digits after the 767th, it only matters whether any of them is not zero. So digits after this many are dropped,
  /// and if any of those is not zero, the last digit kept is made odd.
  private static let mostDigits = 800
  /// A bound on exponents, far beyond those of finite numbers.
  private static let largestExponent = 1 << 24

  private var isNegative = false
  /// The first 19 digits, or fewer if there are fewer, as a whole number; leading zeros do not count.
  private var leading: UInt64 = 0
  private var digitCount = 0
  /// All digits from the first that is not zero, at most ``mostDigits`` of them; empty if there are 19 or fewer.
  private var digits: [UInt8] = []
  private var exponent = 0

  /// - Parameter exponent: exponent of the power of ten; nil if the text itself may contain a sign and a power of ten.
  init?(_ text: UnsafeBufferPointer<UInt8>, exponent given: Int? = nil) {
    var place = 0
    if given == nil, let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      place = 1
    }
    var hasDigits = false
    var hasPoint = false
    while place < text.count {
      let byte = text[place]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        hasDigits = true
        append(byte & 15)
        if hasPoint { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    guard hasDigits else { return nil }
    if let given {
      guard place == text.count else { return nil }
      exponent += max(-Self.largestExponent, min(given, Self.largestExponent))
    } else if place < text.count {
      guard let power = Self.power(UnsafeBufferPointer(rebasing: text[place...])) else { return nil }
      exponent += power
    }
  }

  private mutating func append(_ digit: UInt8) {
    if digitCount == 0, digit == 0 { return }
    if digitCount < 19 {
      leading = 10 * leading + UInt64(digit)
    } else {
      if digitCount == 19 { digits = Self.digits(of: leading) }
      if digits.count < Self.mostDigits {
        digits.append(digit)
      } else {
        exponent += 1
        if digit > 0 { digits[digits.count - 1] |= 1 }
      }
    }
    digitCount += 1
  }

  /// The exponent in a text that consists of `e` and a whole number, limited to ``largestExponent`` in magnitude; nil
  /// for any other text.
  private static func power(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text[0] | 0x20 == UInt8(ascii: "e") else { return nil }
    var place = 1
    var isNegative = false
    if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
      isNegative = text[place] == UInt8(ascii: "-")
      place += 1
    }
    guard place < text.count else { return nil }
    var power = 0
    while place < text.count {
      guard text[place] >= UInt8(ascii: "0"), text[place] <= UInt8(ascii: "9") else { return nil }
      power = min(10 * power + Int(text[place] & 15), largestExponent)
      place += 1
    }
    return isNegative ? -power : power
  }

  private static func digits(of number: UInt64) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = number
    while rest > 0 {
      digits.append(UInt8(rest % 10))
      rest /= 10
    }
    return digits.reversed()
  }

  var nearest: Double {
    let magnitude = self.magnitude
    return isNegative ? -magnitude : magnitude
  }

  private var magnitude: Double {
    if digitCount == 0 { return 0 }
    if digitCount <= 19, leading <= 1 << 53, exponent >= -22, exponent <= 22 {
      return exponent < 0
        ? Double(leading) / Self.powersOfTen[-exponent] : Double(leading) * Self.powersOfTen[exponent]
    }
    // The number is at least 10^(size - 1) and below 10^size.
    let size = (digits.isEmpty ? digitCount : digits.count) + exponent
    if size > 310 { return .infinity }
    if size < -330 { return 0 }
    var numerator = digits.isEmpty ? BigInteger(leading) : BigInteger(digits: digits)
    var denominator = BigInteger(1)
    if exponent >= 0 { numerator.multiply(byTenTo: exponent) } else { denominator.multiply(byTenTo: -exponent) }
    return Self.quotient(numerator, denominator)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The number nearest to the quotient of two whole numbers that are not zero.
  private static func quotient(_ numerator: BigInteger, _ denominator: BigInteger) -> Double {
    // Scaled by a power of two, the quotient lies between 2^62 and 2^64.
    var (rest, divisor) = (numerator, denominator)
    let scale = 63 - numerator.bitCount + denominator.bitCount
    if scale > 0 { rest.shiftLeft(scale) } else { divisor.shiftLeft(-scale) }
    divisor.shiftLeft(63)
    var quotient: UInt64 = 0
    for bit in (0..<64).reversed() {
      if rest.subtract(divisor) { quotient |= 1 << UInt64(bit) }
      divisor.halve()
    }

    // The value is quotient * 2^-scale. 53 bits of it are kept, or fewer if the last would be below 2^-1074, the
    // smallest positive number.
    let bits = 64 - quotient.leadingZeroBitCount
    let dropped = max(bits - 53, scale - 1074)
    if dropped > bits { return 0 }
    let half: UInt64 = 1 << UInt64(dropped - 1)
    var kept = dropped == 64 ? 0 : quotient >> UInt64(dropped)
    let left = dropped == 64 ? quotient : quotient & ((1 << UInt64(dropped)) - 1)
    if left > half || left == half && (!rest.isZero || kept & 1 == 1) { kept += 1 }
    // Both factors are exact, and so is the product, unless it is infinite.
    let power = dropped - scale
    if power > 971 { return .infinity }
    return power < -1022 ? Double(kept) * powerOfTwo(power + 52) * 0x1p-52 : Double(kept) * powerOfTwo(power)
  }

  /// - Parameter exponent: -1022...1023.
  private static func powerOfTwo(_ exponent: Int) -> Double { Double(bitPattern: UInt64(exponent + 1023) << 52) }
}

/// A whole number of zero or more, of any size.
private struct BigInteger {
  /// The least significant first; the last one is not zero.
  private var limbs: [UInt32]

  init(_ number: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
    trim()
  }

  init(digits: [UInt8]) {
    limbs = []
    var (chunk, scale): (UInt32, UInt32) = (0, 1)
    for digit in digits {
      chunk = 10 * chunk + UInt32(digit)
      scale *= 10
      if scale == 1_000_000_000 {
        multiply(by: scale, adding: chunk)
        (chunk, scale) = (0, 1)
      }
    }
    multiply(by: scale, adding: chunk)
  }

  var isZero: Bool { limbs.isEmpty }
  var bitCount: Int { 32 * limbs.count - (limbs.last?.leadingZeroBitCount ?? 0) }

  private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }

  mutating func multiply(by factor: UInt32, adding term: UInt32 = 0) {
    var carry = UInt64(term)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  mutating func multiply(byTenTo power: Int) {
    var left = power
    while left >= 9 {
      multiply(by: 1_000_000_000)
      left -= 9
    }
    for _ in 0..<left { multiply(by: 10) }
  }

  mutating func shiftLeft(_ count: Int) {
    let bits = UInt32(count % 32)
    if bits > 0 {
      var carry: UInt32 = 0
      for index in limbs.indices {
        let limb = limbs[index]
        limbs[index] = limb << bits | carry
        carry = limb >> (32 - bits)
      }
      if carry > 0 { limbs.append(carry) }
    }
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  mutating func halve() {
    var carry: UInt32 = 0
    for index in limbs.indices.reversed() {
      let limb = limbs[index]
      limbs[index] = limb >> 1 | carry << 31
      carry = limb & 1
    }
    trim()
  }

  /// Subtracts another number if it is not larger; returns whether it did.
  mutating func subtract(_ other: BigInteger) -> Bool {
    guard limbs.count >= other.limbs.count else { return false }
    if limbs.count == other.limbs.count {
      var index = limbs.count - 1
      while index >= 0, limbs[index] == other.limbs[index] { index -= 1 }
      if index >= 0, limbs[index] < other.limbs[index] { return false }
    }
    var borrow: UInt32 = 0
    for index in limbs.indices {
      let (first, hasBorrowed) = limbs[index].subtractingReportingOverflow(
        index < other.limbs.count ? other.limbs[index] : 0)
      let (second, hasBorrowedAgain) = first.subtractingReportingOverflow(borrow)
      limbs[index] = second
      borrow = hasBorrowed || hasBorrowedAgain ? 1 : 0
    }
    trim()
    return true
  }
}
