import Terms
import Testing

@Suite struct EnumerationTests {
  @Test func textsAreJoined() {
    #expect(enumeration([], conjunction: .and) == Bilingual(same: ""))
    #expect(enumeration(["a"], conjunction: .and) == Bilingual(same: "a"))
    #expect(enumeration(["a", "b"], conjunction: .or) == Bilingual(nl: "a of b", en: "a or b"))
    #expect(enumeration(["a", "b", "c", "d"], conjunction: .and) == Bilingual(nl: "a, b, c en d", en: "a, b, c and d"))
    // Of more than four, three are shown.
    #expect(
      enumeration(["a", "b", "c", "d", "e"], conjunction: .and)
        == Bilingual(nl: "a, b, c en nog 2", en: "a, b, c and 2 more"))
    #expect(enumeration(["a", "b", "c"], conjunction: .or, upTo: 2) == Bilingual(nl: "a en nog 2", en: "a and 2 more"))
  }

  @Test func numbersHaveTheMarkOfTheLanguage() {
    #expect(Bilingual(number: 0.25) == Bilingual(nl: "0,25", en: "0.25"))
    #expect(Bilingual(number: -3) == Bilingual(same: "-3"))
    #expect(Bilingual(number: 100) == Bilingual(same: "100"))
    #expect(Bilingual(number: .infinity) == Bilingual(same: "\u{221e}"))
    #expect(Bilingual(number: -.infinity) == Bilingual(same: "-\u{221e}"))
  }

  @Test func aSentenceBeginsWithACapital() {
    #expect(Bilingual(nl: "één regio", en: "one region").capitalised == Bilingual(nl: "Één regio", en: "One region"))
    #expect(Bilingual(nl: "", en: "NL").capitalised == Bilingual(nl: "", en: "NL"))
    #expect(Bilingual(same: "5 jaar").capitalised == Bilingual(same: "5 jaar"))
  }
}
