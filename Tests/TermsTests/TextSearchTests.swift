import Terms
import Testing

@Suite struct TextSearchTests {
  @Test func aTextIsFound() {
    #expect("aanname".includes("aan"))
    #expect("memo; aanname".includes("aanname"))
    #expect("aaab".includes("aab"))
    #expect(!"aanname".includes("assumption"))
    #expect(!"".includes("a"))
    #expect(!"a".includes("aa"))
    #expect("\u{2264} 5".includes("\u{2264}"))
  }

  @Test func everyOccurrenceIsChanged() {
    #expect("1,5".changing(",", into: ".") == "1.5")
    #expect("a & b & c&".changing("&", into: "&&") == "a && b && c&&")
    #expect("aaa".changing("aa", into: "b") == "ba")
    #expect("\u{2264}5\u{2264}".changing("\u{2264}", into: "<=") == "<=5<=")
    #expect("Jaren".changing(" ", into: "_") == "Jaren")
    #expect("".changing(" ", into: "_") == "")
    // Byte for byte: a line feed is found behind a carriage return, which one character of Swift holds both.
    #expect("a\r\nb".changing("\n", into: "|") == "a\r|b")
  }

  @Test func aTextIsPartedAtTheFirst() {
    #expect("0...0.3/7".around("...")! == ("0", "0.3/7"))
    #expect("0....5".around("...")! == ("0", ".5"))
    #expect("...".around("...")! == ("", ""))
    #expect("5 tot 9 tot 10".around(" tot ")! == ("5", "9 tot 10"))
    #expect("5-9".around("..") == nil)
  }
}
