import Foundation
import TestSupport

/// The text of a page's sheets of A4, one element a sheet.
struct PrintedPages: RandomAccessCollection {
  private let texts: [String]

  init(_ page: Page) throws {
    let folder = TemporaryFolder()
    let file = try folder.write(page.pdf(), to: "page.pdf")
    // Cell by cell: where the names of a table break, a line of the sheet is no line of a cell.
    let text = try Shell.run(Tool.pdftotext.program, ["-raw", "-enc", "UTF-8", file.path, "-"])
    // It ends every sheet with a form feed.
    texts = String(decoding: text, as: UTF8.self).split(separator: "\u{C}", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  var startIndex: Int { texts.startIndex }
  var endIndex: Int { texts.endIndex }
  subscript(position: Int) -> String { texts[position] }
}
