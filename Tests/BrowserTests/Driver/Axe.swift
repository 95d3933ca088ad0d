import Foundation
import TestSupport

/// axe-core, which looks for what keeps people from using a page.
struct Axe {
  /// One rule that one element does not keep to, or may not.
  struct Finding: Decodable, CustomStringConvertible {
    var rule: String
    var element: String
    var text: String
    /// Whether it is part of an SVG.
    var isInDrawing: Bool

    var description: String { "\(rule): \(element): \(text)" }
  }

  struct Findings: Decodable {
    var violations: [Finding]
    /// What it could not decide.
    var undecided: [Finding]
    /// How many rules found something that they could judge, and all of it good.
    var passes: Int
  }

  /// WCAG 2.1 AA, and what axe-core thinks is good practice.
  static let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

  private let source: String

  init() throws {
    let place = try Shell.run(Tool.python.program, ["-c", "import axe_core_python as a; print(a.__path__[0])"])
    let folder = String(decoding: place, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    source = try String(contentsOfFile: folder + "/axe.min.js", encoding: .utf8)
  }

  /// What axe-core finds in the page as it now stands.
  func findings(in page: Page) throws -> Findings {
    if try page.evaluate("typeof window.axe !== 'object'") { try page.run(source) }
    return try page.evaluate(
      """
      (async () => {
        const options = {
          runOnly: {type: 'tag', values: \(Self.tags)}, resultTypes: ['violations', 'incomplete', 'passes']
        };
        const found = await axe.run(document, options);
        const list = rules => rules.flatMap(rule => rule.nodes.map(node => ({
          rule: rule.id, element: node.html.slice(0, 200),
          isInDrawing: !!document.querySelector(node.target[0])?.closest('svg'),
          text: (node.failureSummary || [...node.any, ...node.all, ...node.none].map(c => c.message).join('; '))
        })));
        return {
          violations: list(found.violations), undecided: list(found.incomplete), passes: found.passes.length
        };
      })()
      """)
  }
}
