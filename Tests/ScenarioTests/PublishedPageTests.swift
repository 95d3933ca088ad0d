import Foundation
import TestSupport
import Testing

/// The page for people who build nothing: docs/waterlijn.html, which is made anew at releases, and not with every change.
@Suite struct PublishedPageTests {
  private static let file = Shell.package.appendingPathComponent("docs/waterlijn.html")

  /// A page that is older than the sources does not fail: it is told, so that nobody takes it for today's.
  @Test func thePageIsWholeAndTellsItsAge() throws {
    let page = try Data(contentsOf: Self.file)
    // Without a study of one's own at most 3 MB, as mail takes it.
    #expect(page.count <= 3_000_000)
    let head = String(decoding: page.prefix(4000), as: UTF8.self)
    #expect(head.contains("connect-src 'none'"))
    #expect(String(decoding: page.suffix(200), as: UTF8.self).hasSuffix("</html>\n"))
    let marked = try #require(head.range(of: "<meta name=\"sources\" content=\""))
    let sources = head[marked.upperBound...].prefix { $0 != "\"" }
    #expect(sources.count == 64 && sources.allSatisfy { $0.isHexDigit })
    let maker = Shell.waterlijn.deletingLastPathComponent().appendingPathComponent("PageMaker")
    let today = String(decoding: try Shell.run(maker.path, ["Sources"]), as: UTF8.self)
    if today != "\(sources)\n" {
      print(
        """

        ************************************************************************************************
        docs/waterlijn.html is OLDER THAN THE SOURCES: it was made of others. Before a release, `make page`
        and copy .build-wasm/waterlijn.html to docs/.
        ************************************************************************************************

        """)
    }
  }
}
