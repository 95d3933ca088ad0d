/// A part of the page, with a heading that the table of contents links to.
struct PageSection {
  /// Unique in the page.
  var id: String
  var title: String
  var body: Markup

  var markup: Markup {
    "<section id=\"\(id)\" aria-labelledby=\"\(id)-h\"><h2 id=\"\(id)-h\">\(title)</h2>\(body)</section>\n"
  }
}
