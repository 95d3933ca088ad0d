import TestSupport
import Testing

@testable import Terms

@Suite struct XMLReaderTests {
  /// The events of a document, each as a line; the problem is the last one.
  static func events(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    do throws(XMLProblem) {
      var reader = try XMLReader(bytes)
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          lines.append("<" + element.name + element.attributes.map { " \($0.name)=\($0.value)" }.joined())
        case .end: lines.append(">")
        case .text(let text): lines.append(text)
        }
      }
    } catch { lines.append("\(error)") }
    return lines
  }

  static func events(_ text: String) -> [String] { events(Array(text.utf8)) }

  static func problem(_ text: String) -> XMLProblem? {
    do throws(XMLProblem) {
      var reader = try XMLReader(Array(text.utf8))
      while try reader.next() != nil {}
      return nil
    } catch { return error }
  }

  @Test func elementsAttributesAndText() {
    #expect(
      Self.events(
        "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes'?>\r\n<!-- <x> --><a xmlns='n' xmlns:r='m'>\n"
          + "<b r:id='1' id = \"2\"/>t<!-- - -->u<?php ?></a> \n") == ["<a", "\n", "<b id=1 id=2", ">", "t", "u", ">"])
    #expect(Self.events("<x:a><x:b></x:b ></x:a>") == ["<a", "<b", ">", ">"])
    #expect(Self.events("<é ë='ï'>日本</é>") == ["<é ë=ï", "日本", ">"])
  }

  @Test func prefixes() throws {
    var reader = try XMLReader(Array("<s id='1' d3p1:id='2' xml:space='preserve'/>".utf8))
    let element = try #require(try reader.child())
    #expect(element["id"] == "1" && element.prefixed("id") == "2")
    #expect(element["space"] == nil && element.prefixed("space") == "preserve")
    #expect(element.attributes.map(\.prefix) == ["", "d3p1", "xml"])
  }

  @Test func referencesAndSections() {
    #expect(
      Self.events("<a b='&lt;&amp;&#10;&#x20AC;\t\r\n'>&gt;&quot;&apos;&#233;&#x1F600;</a>") == [
        "<a b=<&\n€  ", ">\"'é😀", ">",
      ])
    #expect(
      Self.events("<a>x<![CDATA[<b>&amp;\r\n]]]]><![CDATA[]]>y\r\nz\rw</a>") == [
        "<a", "x", "<b>&amp;\n]]", "y\nz\nw", ">",
      ])
  }

  @Test func steps() throws {
    var reader = try XMLReader(Array("<a>t<b>1<c>2</c>3</b><d><e/></d><f/></a>".utf8))
    #expect(try reader.child()?.name == "a")
    #expect(try reader.child()?.name == "b")
    #expect(try reader.content() == "13")
    #expect(try reader.child()?.name == "d")
    try reader.skip()
    #expect(try reader.child()?.name == "f")
    try reader.skip()
    #expect(try reader.child() == nil)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func encodings() {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é😀</a>"
    let little = [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [big, little, [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8)] {
      #expect(Self.events(bytes) == ["<a", "é😀", ">"])
    }
    #expect(Self.problem("<?xml version='1.0' encoding='ISO-8859-1'?><a/>") == .encoding("ISO-8859-1"))
    #expect(Self.problem("<?xml version='1.0' encoding='US-ASCII'?><a/>") == nil)
    #expect(Self.events([0xFF, 0xFE, 0x3C]) == ["damaged(offset: 0)"])
    for bytes: [UInt8] in [
      [0xC0, 0x80], [0xE9], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x00],
    ] {
      #expect(Self.events(Array("<a>".utf8) + bytes + Array("</a>".utf8)) == ["damaged(offset: 3)"])
    }
  }

  /// Ten lines of these are a thousand million words: the "billion laughs".
  @Test func entities() {
    #expect(
      Self.problem(
        """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
        <lolz>&lol2;</lolz>
        """) == .documentType)
    #expect(Self.problem("<a>&lol;</a>") == .entity("lol"))
    #expect(Self.problem("<a b='&xxe;'/>") == .entity("xxe"))
    #expect(Self.problem("<a>&nbsp;</a>") == .entity("nbsp"))
  }

  @Test func limits() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(Self.problem(nested(XMLReader.deepest)) == nil)
    #expect(Self.problem(nested(XMLReader.deepest + 1)) == .tooDeep)
    #expect(Self.problem(String(repeating: "<a>", count: 1_000_000)) == .tooDeep)
    func attributes(_ count: Int) -> String { "<a " + (0..<count).map { "b\($0)='' " }.joined() + "/>" }
    #expect(Self.problem(attributes(XMLReader.mostAttributes)) == nil)
    #expect(Self.problem(attributes(XMLReader.mostAttributes + 1)) == .tooManyAttributes)
    let name = String(repeating: "n", count: XMLReader.longestName)
    #expect(Self.problem("<\(name) \(name)=''/>") == nil)
    #expect(Self.problem("<\(name)n/>") == .nameTooLong)
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "<a", "<a/", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>t", "t<a/>", "<a/>&#32;",
    "<a b/>", "<a b=c/>", "<a b='/>", "<a b='<'/>", "<a b='' b=''/>", "<a b=''c=''/>", "< a/>", "<1/>", "<a>&</a>",
    "<a>&;</a>", "<a>& b;</a>", "<a>&#0;</a>", "<a>&#x;</a>", "<a>&#-1;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>",
    "<a>&#99999999999;</a>", "<a>&#8;</a>", "<a>&amp</a>", "<a><!-- </a>", "<a><![CDATA[</a>", "<a><!b></a>", "<?xml",
    "<?xml version='1.0'>", "<![CDATA[t]]><a/>", "<a>\u{1}</a>", "<a/", "<a /b>", "<a></a b=''>", "<!", "<", "<:a/>",
    "<a:/>", "<a:b:c/>", "<a:1/>",
    "<a :=''/>",
  ])
  func notWellFormed(text: String) {
    guard case .damaged = Self.problem(text) else {
      Issue.record("\(Self.events(text))")
      return
    }
  }

  /// Cut off, or with other bytes, it is refused or read; nothing worse.
  @Test func damagedDocuments() {
    let text = Array(
      "<?xml version='1.0'?><a b='1&amp;'>é<c/><![CDATA[x]]>&#10;<!--y--><d:e f:g=\"h\"> </d:e></a>".utf8)
    for end in 0..<text.count { #expect(Self.events(Array(text[..<end])).last?.hasPrefix("damaged") == true) }
    var random = SplitMix(seed: 43)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...Int(random.next() % 3) {
        bytes[Int(random.next() % UInt64(bytes.count))] = Array("<>&;/'\"![]-?= ax\u{7F}é".utf8).randomElement(
          using: &random)!
      }
      #expect(Self.events(bytes).count < 100)
    }
  }
}
