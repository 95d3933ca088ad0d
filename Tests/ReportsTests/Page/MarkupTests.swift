import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"><img src=x onerror='alert(1)'>", "&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;"),
    ("Q&A &amp;", "Q&amp;A &amp;amp;"),
    ("Fryslân 🚒", "Fryslân 🚒"),
    // A NUL, an escape, a line separator, and a mark that turns the direction of writing.
    ("a\u{0}b\u{1b}c\u{2028}d\u{202e}e", "a b c d e"),
  ])
  func textIsEscaped(text: String, written: String) {
    let inText: Markup = "<p>\(text)</p>"
    #expect(inText.text == "<p>\(written)</p>")
    let inAttribute: Markup = "<p title=\"\(text)\">"
    #expect(inAttribute.text == "<p title=\"\(written)\">")
  }

  @Test func markupStands() {
    let cell: Markup = "<td>\("<")</td>"
    let none: Markup? = nil
    let row: Markup = "<tr>\([cell, cell])\(none)</tr>"
    #expect(row.text == "<tr><td>&lt;</td><td>&lt;</td></tr>")
    #expect((cell + cell).text == "<td>&lt;</td><td>&lt;</td>")
  }

  @Test(
    arguments: [(0, "0"), (1.25, "1.3"), (-0.04, "0"), (-0.26, "-0.3"), (12, "12"), (719.96, "720")]
      as [(Double, String)])
  func coordinates(value: Double, written: String) {
    #expect(("\(value)" as Markup).text == written)
  }
}
