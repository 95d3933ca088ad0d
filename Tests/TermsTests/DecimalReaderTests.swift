import Terms
import TestSupport
import Testing

/// The decimal reader gives the number that the standard library reads, which is that of C's `strtod`.
@Suite struct DecimalReaderTests {
  private func compare(_ text: String) {
    let (read, expected) = (Double(decimalText: text), Double(text))
    if read?.bitPattern != expected?.bitPattern { Issue.record("\(text): \(read as Any), not \(expected as Any)") }
  }

  @Test func whatIsNoNumber() {
    for text in [
      "", "+", "-", ".", "-.", "e5", ".e5", "1e", "1e+", "1e5.", "1.2.3", " 1", "1 ", "1,5", "--1", "1e5e5", "x",
    ] {
      #expect(Double(decimalText: text) == nil, "\(text)")
      #expect(Double(text) == nil, "\(text)")
    }
    // What the standard library takes besides.
    for text in ["nan", "inf", "-infinity", "0x10", "0x1p3"] { #expect(Double(decimalText: text) == nil, "\(text)") }
  }

  @Test func whatIsOne() {
    for text in [
      "0", "-0", "+0", "00.50", ".5", "5.", "-.5", "1e5", "1E5", "1e+5", "1e-5", "1e05", "0e999999999999", "1e400",
      "-1e400", "1e-400", "1e99999999999999999999", "1e-99999999999999999999", "123456789012345678901234567890",
      "9007199254740993", "9007199254740992.5", "1.7976931348623157e308", "1.7976931348623158e308",
      "1.7976931348623159e308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.5e-324",
      "2.2250738585072014e-308", "2.2250738585072011e-308", "1" + String(repeating: "0", count: 5000),
      String(repeating: "0", count: 5000) + "1", "0." + String(repeating: "0", count: 5000) + "1e5001",
    ] {
      compare(text)
    }
  }

  @Test func aHundredThousandTexts() {
    var random = SplitMix(seed: 7)
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
    }
    for _ in 0..<40_000 {
      let sign = ["", "-", "+"].randomElement(using: &random)!
      let whole = digits(Int.random(in: 0...25, using: &random))
      let fraction = digits(Int.random(in: whole.isEmpty ? 1...25 : 0...25, using: &random))
      let power = random.chance(0.5) ? "" : "e\(Int.random(in: -345...330, using: &random))"
      compare(sign + whole + (fraction.isEmpty && random.chance(0.5) ? "" : "." + fraction) + power)
    }
    for _ in 0..<40_000 {
      // Any number at all, written shortest: half of them of every size, half of them below the smallest normal one.
      let bits = UInt64.random(in: 0...UInt64.max, using: &random)
      let value = Double(bitPattern: random.chance(0.5) ? bits : bits & 0x800f_ffff_ffff_ffff)
      if value.isFinite { compare("\(value)") }
    }
    for _ in 0..<20_000 {
      // A tie, or next to one: whole numbers of 54 bits, which lie half-way, with something far behind the point.
      let value = (UInt64.random(in: 0...UInt64.max, using: &random) & (1 << 54 - 1)) | 1 << 53 | 1
      let tail = ["", ".", ".0", ".000000", ".00000000000000000000000001"].randomElement(using: &random)!
      compare("\(value)\(tail)e\(Int.random(in: -3...25, using: &random))")
      compare("\(value)\(tail)")
      compare("\(value - 1).99999999999999999999999999999")
    }
  }

  @Test func tiesOfTheSmallestNumbers() {
    var random = SplitMix(seed: 11)
    // (2k + 1) * 2^-1075 in full: half-way between two numbers; and a little more and less.
    for _ in 0..<200 {
      var digits = Array(
        String(UInt64.random(in: 0...(1 << 52), using: &random) * 2 + 1).utf8.map { $0 - 48 }.reversed())
      for _ in 0..<1075 {
        // Times five; the power of ten is the power of two that divides.
        var carry: UInt8 = 0
        for index in digits.indices {
          let product = 5 * digits[index] + carry
          digits[index] = product % 10
          carry = product / 10
        }
        if carry > 0 { digits.append(carry) }
      }
      let text = digits.reversed().map(String.init).joined()
      compare(text + "e-1075")
      compare(text + "0000000000000000000000000000000000000000000000000000000001e-1133")
      compare(String(text.dropLast()) + "4" + String(repeating: "9", count: 300) + "e-1375")
    }
  }

  @Test func digitsWithAPower() {
    #expect(Double(decimalDigits: Array("12.5".utf8), exponent: -2) == 0.125)
    #expect(Double(decimalDigits: Array("8.3".utf8), exponent: -2) == 0.083)
    #expect(Double(decimalDigits: Array("1".utf8), exponent: .max) == .infinity)
    #expect(Double(decimalDigits: Array("1".utf8), exponent: .min) == 0)
    #expect(Double(decimalDigits: Array("-1".utf8), exponent: 0) == nil)
    #expect(Double(decimalDigits: Array("1e5".utf8), exponent: 0) == nil)
    #expect(Double(decimalDigits: [], exponent: 0) == nil)
  }
}
