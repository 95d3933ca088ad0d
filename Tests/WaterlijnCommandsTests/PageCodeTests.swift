import Foundation
import StudyFiles
import Terms
import Testing

@testable import Reports

/// The style and the script are the ones that the page's Content-Security-Policy names: a browser runs no others.
@Suite struct PageCodeTests {
  @Test(arguments: [(PageCode.style, PageCode.styleHash), (PageCode.script, PageCode.scriptHash)])
  func hash(code: String, written: String) throws {
    let digits = Array(SHA256.hexDigest(of: Array(code.utf8)))
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! }
    #expect(written == Data(bytes).base64EncodedString(), "PageCode.swift must name the code as it is now")
  }

  /// What would end the element that the code stands in.
  @Test func endsNowhere() {
    #expect(!PageCode.style.contains("</"))
    #expect(!PageCode.script.contains("</"))
    #expect(!PageCode.script.contains("<!--"))
  }
}
