import Testing

@testable import Terms

@Suite struct JSONValueTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    ("", "\"\""), ("Fryslân €", "\"Fryslân €\""), ("a\"b\\c/", "\"a\\\"b\\\\c/\""), ("\n\r\t", "\"\\n\\r\\t\""),
    ("\u{0}\u{1b}\u{7f}", "\"\\u0000\\u001b\\u007f\""), ("</script>", "\"</script>\""),
  ])
  func strings(_ value: String, json: String) {
    #expect(text(JSONValue.string(value).bytes()) == json + "\n")
  }

  @Test func emptyAndNested() {
    #expect(text(JSONValue.object([]).bytes()) == "{}\n")
    #expect(text(JSONValue.array([.null, .boolean(false), .integer(-3)]).bytes()) == "[\n  null,\n  false,\n  -3\n]\n")
    #expect(
      text(JSONValue.object([.init("a\"", .array([.array([])])), .init("b", .boolean(true))]).bytes())
        == "{\n  \"a\\\"\": [\n    []\n  ],\n  \"b\": true\n}\n")
  }

  // MARK: Reading

  @Test(arguments: [
    ("0", JSONValue.integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
    ("18446744073709551615", .unsigned(.max)), ("18446744073709551616", .number(18_446_744_073_709_551_616)),
    ("1.50", .number(1.5)), ("-0.0", .number(-0.0)), ("2e3", .number(2000)), ("25E-1", .number(2.5)),
    ("true", .boolean(true)), (" false\n", .boolean(false)), ("null", .null), ("[]", .array([])),
    ("[1, \"a\"]", .array([.integer(1), .string("a")])), ("{ }", .object([])),
    (
      "{\"a\": {\"b\": []}, \"a\": 2}",
      .object([.init("a", .object([.init("b", .array([]))])), .init("a", .integer(2))])
    ),
    (#""\"\\\/\b\f\n\r\t\u20ac\ud83d\ude00é""#, .string("\"\\/\u{8}\u{c}\n\r\t\u{20ac}\u{1f600}é")),
  ])
  func documents(_ text: String, value: JSONValue) {
    #expect(JSONValue(reading: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "01", "-", "1.", ".5", "1e", "+1", "0x1", "tru", "nulls", "[1,]", "[1 2]", "[", "{\"a\"}", "{\"a\":1,}",
    "{a:1}",
    "{1:2}", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "1 2", "1e999",
    "NaN",
  ])
  func whatIsNoDocument(_ text: String) {
    #expect(JSONValue(reading: Array(text.utf8)) == nil)
  }

  /// An editor may put one at the start; nowhere else does it belong.
  @Test func byteOrderMark() {
    #expect(JSONValue(reading: [0xef, 0xbb, 0xbf] + Array("[1]".utf8)) == .array([.integer(1)]))
    #expect(JSONValue(reading: [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf] + Array("1".utf8)) == nil)
    #expect(JSONValue(reading: [0xef, 0xbb] + Array("1".utf8)) == nil)
    #expect(JSONValue(reading: Array("1".utf8) + [0xef, 0xbb, 0xbf]) == nil)
  }

  @Test func bytesThatAreNoText() { #expect(JSONValue(reading: [0x22, 0xff, 0x22]) == nil) }

  /// A document of a million brackets would otherwise take the stack.
  @Test func depthIsBounded() {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(JSONValue(reading: nested(64)) != nil)
    #expect(JSONValue(reading: nested(65)) == nil)
    #expect(JSONValue(reading: nested(1_000_000)) == nil)
  }

  @Test func whatIsWrittenIsReadBack() {
    let value = JSONValue.object([
      .init(
        "a\u{7f}", .array([.null, .boolean(true), .integer(.min), .unsigned(.max), .number(0.1), .string("€ \u{1}")])),
      .init("", .object([])),
    ])
    #expect(JSONValue(reading: value.bytes()) == value)
  }
}
