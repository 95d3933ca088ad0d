import CostEngine
import Testing

@testable import Terms

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.0, 0, "0"), (0.0, 2, "0.00"), (-0.0, 6, "0.000000"),
    (-0.0000004, 6, "0.000000"), (-0.0000005, 6, "-0.000001"), (0.4, 0, "0"), (-0.4, 0, "0"),
    // Halves go away from zero, also where the binary number lies just below them.
    (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"), (1.005, 2, "1.01"), (-1.005, 2, "-1.01"), (8.345, 2, "8.35"),
    (0.0000015, 6, "0.000002"), (1.0049999999999997, 2, "1.00"), (0.49999999999999994, 0, "0"),
    (999.995, 2, "1000.00"), (0.9999999, 6, "1.000000"), (1234567.891, 1, "1234567.9"),
    // Ties of binary numbers that lie further apart than the decimals asked for.
    (70368744177664.015625, 6, "70368744177664.015625"), (562949953421312.125, 2, "562949953421312.13"),
    (9007199254740993.0, 2, "9007199254740992.00"), (4503599627370497.5, 0, "4503599627370498"),
    (1e15, 6, "1000000000000000.000000"), (9223372036854775808.0, 2, "9223372036854775808.00"),
    (18446744073709551616.0, 0, "18446744073709551616"), (-1e22, 1, "-10000000000000000000000.0"),
    (1.1805916207174113e21, 0, "1180591620717411303424"), (Double.leastNonzeroMagnitude, 9, "0.000000000"),
    (1e-9, 9, "0.000000001"), (5e-10, 9, "0.000000001"), (4.9e-10, 9, "0.000000000"), (1e-300, 6, "0.000000"),
    (.nan, 6, "nan"), (.infinity, 6, "inf"), (-.infinity, 6, "-inf"),
  ])
  func fixedDecimals(value: Double, decimals: Int, text: String) {
    #expect(NumberFormat.machine.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, 0, "0", "0"), (999.0, 0, "999", "999"), (1000.0, 0, "1.000", "1,000"),
    (-1234567.891, 2, "-1.234.567,89", "-1,234,567.89"), (999999.5, 0, "1.000.000", "1,000,000"),
    (1e18, 0, "1.000.000.000.000.000.000", "1,000,000,000,000,000,000"),
    (1e20, 1, "100.000.000.000.000.000.000,0", "100,000,000,000,000,000,000.0"),
  ])
  func marksOfBothLanguages(value: Double, decimals: Int, dutch: String, english: String) {
    #expect(NumberFormat.people(.dutch).fixed(value, decimals: decimals) == dutch)
    #expect(NumberFormat.people(.english).fixed(value, decimals: decimals) == english)
  }

  @Test func greatestNumberHasAllItsDigits() {
    let text = NumberFormat.machine.fixed(.greatestFiniteMagnitude, decimals: 0)
    #expect(text.count == 309)
    #expect(text.hasPrefix("179769313486231570814527423731704356798070567525844996598917476803157260780028538760"))
    #expect(Double(text) == .greatestFiniteMagnitude)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (55.0, "55"), (1000.0, "1000"), (0.1 + 0.2, "0,3"), (17100.8578125, "17100,857813"),
    (2.0 / 3.0, "0,666667"), (0.05, "0,05"), (0.000123456789, "0,000123457"), (1e-12, "0"),
    (-3044.74125, "-3044,74125"),
    (.nan, "nan"), (1e20, "100000000000000000000"),
  ])
  func shortestDropsTrailingZeros(value: Double, text: String) {
    #expect(NumberFormat.ungrouped(.dutch).shortest(value) == text)
  }

  @Test(arguments: [(0, "0"), (1563, "1.563"), (-12_345_678, "-12.345.678")])
  func counts(value: Int, text: String) {
    #expect(NumberFormat.people(.dutch).count(value) == text)
  }

  /// The rule, the long way: the digits of the shortest decimal, cut and rounded one by one.
  @Test func agreesWithRoundingTheShortestDecimal() {
    var state: UInt64 = 20_270_101
    func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    for _ in 0..<20_000 {
      let decimals = Int(next() % 7)
      let digits = Double(next() % 10_000_000_000)
      // Half of the values end in a tie: one decimal more, and that is a 5.
      let isTie = next() % 2 == 0
      let scaled = isTie ? digits * 10 + 5 : digits
      let value = scaled / (0...decimals).reduce(1.0) { power, _ in power * 10 }
      let text = NumberFormat.machine.fixed(value, decimals: decimals)
      #expect(text == roundedByHand(value.description, decimals: decimals), "\(value) to \(decimals) decimals")
    }
  }

  private func roundedByHand(_ description: String, decimals: Int) -> String {
    guard !description.contains("e") else {
      // Only numbers far below the last decimal are written with an exponent here.
      return "0." + String(repeating: "0", count: decimals)
    }
    let parts = description.split(separator: ".").map(Array.init)
    var digits = parts[0] + parts[1].prefix(decimals)
    digits += Array(repeating: "0", count: max(0, decimals - parts[1].count))
    if parts[1].count > decimals, let next = parts[1][decimals].wholeNumberValue, next >= 5 {
      var position = digits.count - 1
      while position >= 0, digits[position] == "9" {
        digits[position] = "0"
        position -= 1
      }
      if position < 0 {
        digits.insert("1", at: 0)
      } else {
        digits[position] = Character(String(digits[position].wholeNumberValue! + 1))
      }
    }
    guard decimals > 0 else { return String(digits) }
    return String(digits.dropLast(decimals)) + "." + String(digits.suffix(decimals))
  }
}
