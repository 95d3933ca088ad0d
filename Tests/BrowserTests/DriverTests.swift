import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What the other tests look with: on small pages whose faults are known, so that it is sure to see them.
  @Suite struct DriverTests {
    let folder = TemporaryFolder()

    /// A browser that shows a page with some body.
    func page(_ body: String, head: String = "", fragment: String? = nil) throws -> Page {
      let text = """
        <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>\(head)</head>
        <body>\(body)</body></html>
        """
      let page = try Page()
      try page.open(try folder.write(Data(text.utf8), to: "page.html"), fragment: fragment)
      return page
    }

    @Test func valuesComeOutOfThePage() throws {
      let page = try page("<p id=a>één</p><p id=b>twee</p>", fragment: "b")
      #expect(try page.evaluate("document.querySelector('p').textContent") == "één")
      #expect(try page.evaluate("[...document.querySelectorAll('p')].map(p => p.id)") == ["a", "b"])
      #expect(try page.evaluate("new Promise(done => setTimeout(() => done(1.5), 10))") == 1.5)
      #expect(try page.evaluate("document.querySelector(':target').id") == "b")
      #expect(try page.evaluate(Page.literal("\"</p>\n\u{2028}\\'")) == "\"</p>\n\u{2028}\\'")
      #expect(throws: Chromium.Failure.self) { try page.run("throw Error('no')") }
      #expect(throws: Chromium.Failure.self) { let _: Int = try page.evaluate("'text'") }
      #expect(page.otherRequests == [] && page.complaints == [] && page.dialogs == [])
    }

    /// A page that hangs fails its test, and the browser can still be closed.
    @Test func aPageThatHangsIsGivenUp() throws {
      let page = try page("")
      #expect(throws: Chromium.Failure.self) {
        try page.browser.call("Runtime.evaluate", ["expression": "for (;;);"], session: page.session, within: 0.5)
      }
    }

    @Test func everyRequestIsHeard() throws {
      let page = try page(
        """
        <img src="https://example.invalid/a.png" alt=""><link rel="stylesheet" href="beside.css">
        <script>fetch('https://example.invalid/b'); new WebSocket('wss://example.invalid/c')</script>
        """)
      try page.browser.wait(for: "four requests") { page.otherRequests.count >= 4 }
      let beside = folder.url.appendingPathComponent("beside.css").absoluteString
      #expect(
        Set(page.otherRequests) == [
          "https://example.invalid/a.png", beside, "https://example.invalid/b", "wss://example.invalid/c",
        ])
      try page.browser.wait(for: "a complaint") { !page.complaints.isEmpty }
    }

    /// What a page may not do by its own policy is heard, though nothing happens.
    @Test func whatThePolicyForbidsIsHeard() throws {
      let page = try page(
        #"<p style="color: red">a</p><img src="https://example.invalid/a.png" alt=""><script>alert(1)</script>"#,
        head: #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#)
      try page.settle()
      #expect(page.dialogs == [])
      for kind in ["style", "img-src", "script"] {
        try page.browser.wait(for: "a complaint of \(kind)") {
          page.complaints.contains { $0.contains("Content Security Policy") && $0.contains(kind) }
        }
      }
    }

    @Test func dialogsAndErrorsAreHeard() throws {
      let page = try page("<script>alert('a'); confirm('b'); console.error('c'); undefined.d</script>")
      #expect(page.dialogs == ["a", "b"])
      #expect(page.complaints.count == 2)
      #expect(page.complaints.first?.contains("c") == true)
      #expect(page.complaints.last?.contains("TypeError") == true)
    }

    @Test func keyboardAndMouseReachThePage() throws {
      let page = try page(
        """
        <button id=a>a</button><input id=b><select id=c><option>x<option>y</select><p id=under style="margin-top:300vh">p</p>
        <div id=over style="position:fixed;inset:50% 0 0 0"></div>
        <script>
          window.told = [];
          for (const name of ['click', 'input', 'change', 'keydown', 'mouseover'])
            addEventListener(name, event => told.push(name + ' ' + (event.key || event.target.id)));
        </script>
        """)
      try page.press(.tab)
      try page.press(.enter)
      try page.press(.tab)
      try page.type("é")
      try page.press(.tab)
      try page.press(.down)
      try page.press(.tab, shift: true)
      #expect(try page.evaluate("[b.value, c.value, document.activeElement.id]") == ["é", "y", "b"])
      #expect(
        try page.evaluate("told") == [
          "keydown Tab", "keydown Enter", "click a", "keydown Tab", "input b", "keydown Tab", "change b",
          "keydown ArrowDown", "input c", "change c", "keydown Tab",
        ])
      try page.run("told = []")
      try page.hover("#b")
      try page.click("#a")
      try page.choose("x", in: "#c")
      #expect(try page.evaluate("told") == ["mouseover b", "mouseover a", "click a", "input c", "change c"])
      // In the middle of the window, where something lies over it.
      #expect(throws: Chromium.Failure.self) { try page.click("#under") }
      #expect(throws: Chromium.Failure.self) { try page.click("#none") }
      #expect(throws: Chromium.Failure.self) { try page.choose("z", in: "#c") }
    }

    @Test func aLinkLeadsToAnotherPage() throws {
      try folder.write(Data("<title>Ander</title>".utf8), to: "other.html")
      let page = try page(#"<a href="other.html">ander</a>"#)
      try page.load { try page.click("a") }
      #expect(try page.evaluate("document.title") == "Ander")
      #expect(page.otherRequests.count == 1)
    }

    @Test func screensAndPreferencesAreEmulated() throws {
      let page = try page("<p>a</p>")
      let queries = ["print", "(prefers-color-scheme: dark)", "(forced-colors: active)", "(max-width: 320px)"]
      func matches() throws -> [Bool] { try page.evaluate("\(queries).map(query => matchMedia(query).matches)") }
      #expect(try matches() == [false, false, false, false])
      try page.emulate(print: true)
      #expect(try matches() == [true, false, false, false])
      try page.emulate(["prefers-color-scheme": "dark", "forced-colors": "active"])
      try page.resize(width: 320, height: 640)
      #expect(try matches() == [false, true, true, true])
      #expect(try page.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func scriptsAreSwitchedOff() throws {
      let page = try page("<p>a</p><script>document.querySelector('p').textContent = 'b'</script>")
      #expect(try page.evaluate("document.querySelector('p').textContent") == "b")
      try page.scripts(areRun: false)
      try page.open(folder.url.appendingPathComponent("page.html"))
      #expect(try page.evaluate("document.querySelector('p').textContent") == "a")
    }

    @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed: no printed page was read"))
    func whatIsPrintedIsRead() throws {
      let page = try page(
        "<p>eerste</p><p style='break-before: page'>tweede</p><p class=screen>scherm</p>",
        head: "<style>@media print { .screen { display: none } }</style>")
      let pages = try PrintedPages(page)
      #expect(pages.count == 2)
      #expect(pages[0].contains("eerste") && pages[1].contains("tweede") && !pages[1].contains("scherm"))
    }

    @Test(.enabled(if: Tool.python.isInstalled, "axe-core is not installed: no obstacle was looked for"))
    func knownObstaclesAreFound() throws {
      let axe = try Axe()
      let bad = try page(#"<img src="data:,"><p style="color:#999;background:#fff">grijs</p><input>"#)
      let found = try axe.findings(in: bad)
      let rules = Set(found.violations.map(\.rule))
      #expect(rules.isSuperset(of: ["image-alt", "color-contrast", "label", "page-has-heading-one", "region"]))
      let good = try page(
        #"<main><h1>Kop</h1><p style="color:#555;background:#fff">grijs</p><label>naam <input></label></main>"#)
      let none = try axe.findings(in: good)
      #expect(none.violations.isEmpty && none.undecided.isEmpty && none.passes > 10, "\(none)")
    }
  }
}
