import CostEngine
import Terms

extension ReportPage {
  /// A whole document.
  ///
  /// - Parameters:
  ///   - title: title of the window.
  ///   - kind: what it is about.
  ///   - controls: elements that need script; hidden without it.
  func frame(title: String, kind: PageKind, controls: Markup, main: Markup) -> [UInt8] {
    // They stay in sight while the page is scrolled.
    let marks = [
      PartialText(run.partial, language: language).mark, ExampleText(run.examples, language: language).mark,
    ].compactMap { $0 }
    return PageFrame(language: language, toolVersion: content.toolVersion, marks: marks)
      .bytes(title: title, kind: kind, controls: controls, main: main)
  }
}

/// What is around the contents of every page.
struct PageFrame {
  let language: Language
  let toolVersion: String
  /// What a reader must not lose sight of.
  let marks: [String]

  /// - Parameters:
  ///   - kind: what a page of a report is about; nil of another page.
  ///   - controls: elements that need script; hidden without it.
  func bytes(title: String, kind: PageKind?, controls: Markup, main: Markup) -> [UInt8] {
    let closing = language(
      nl: "Dit bestand haalt niets van internet.", en: "This file fetches nothing from the internet.")
    let example: Markup? =
      marks.isEmpty ? nil : "<strong class=\"example\">\(marks.joined(separator: " · "))</strong>"
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="\(language(nl: "nl", en: "en"))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(PageCode.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Waterlijn \(toolVersion)">
      \(kind.map { Markup(trusted: $0.mark) })
      <title>\(title)</title>
      <style>\(Markup(trusted: PageCode.style))</style>
      </head>
      <body data-copied="\(language(nl: "Tabel gekopieerd", en: "Table copied"))" \
      data-of="\(language(nl: "van de", en: "of"))" data-found="\(language(nl: "regio's getoond", en: "regions shown"))" \
      data-opened="\(language(nl: "geopend, verderop in het rapport", en: "opened, further on in the report"))" \
      data-mark="\(String(UnicodeScalar(NumberFormat.people(language).decimalMark)))">
      <a class="skip" href="#main">\(language(nl: "Naar de inhoud", en: "Skip to content"))</a>
      <header class="bar"><span class="brand"><svg\(Chart.size(24, 24)) viewBox="0 0 24 24" fill="none" \
      stroke="#0b5394" stroke-width="2.4" aria-hidden="true">\
      <path d="M2 14c3.3 0 3.3-3 6.7-3s3.3 3 6.6 3 3.4-3 6.7-3M2 19c3.3 0 3.3-3 6.7-3s3.3 3 6.6 3 3.4-3 6.7-3"/></svg>Waterlijn</span>\(example)\
      <form class="controls js" hidden>\(controls)</form></header>
      <main id="main">
      \(main)
      </main>
      <footer><p>Waterlijn \(toolVersion). \(closing)</p></footer>
      <div id="tip" role="tooltip" hidden></div><div id="status" class="sr" role="status"></div>
      <script>\(Markup(trusted: PageCode.script))</script>
      </body>
      </html>

      """
    return Array(page.text.utf8)
  }
}
