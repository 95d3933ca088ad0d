import CostEngine
import Terms

/// What a page is about, told in its source so that the program knows a page that it finds.
public enum PageKind: String, Sendable {
  /// All regions together.
  case whole
  /// One region.
  case region
  /// The list of the regions' pages.
  case index

  /// As it stands in the head of the page.
  var mark: String { "<meta name=\"waterlijn-page\" content=\"\(rawValue)\">" }

  /// Whether a file is a page of this kind.
  ///
  /// - Parameter bytes: its content; the mark stands among the first ones.
  public func isKind(of bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(Self.headSize), as: UTF8.self).includes(mark)
  }

  /// More bytes than stand before the end of the mark.
  private static let headSize = 4096
}

/// The names of the pages beside a page, in the same folder; nil for what is not there.
public struct PageLinks: Sendable, Equatable {
  /// The page of all regions together.
  public var whole: String?
  /// The list of the regions' pages.
  public var index: String?
  /// The page of each region, by its position in the results; may be empty.
  public var sheets: [String?]

  public init(whole: String? = nil, index: String? = nil, sheets: [String?] = []) {
    self.whole = whole
    self.index = index
    self.sheets = sheets
  }

  /// The page of a region.
  func sheet(_ region: Int) -> String? { sheets.indices.contains(region) ? sheets[region] : nil }
}

extension ReportPage {
  /// Links to the pages beside this one; nil if there are none.
  var related: Markup? {
    let found: [(file: String?, title: String)] = [
      (links.whole, language(nl: "Het rapport van alle regio's samen", en: "The report of all regions together")),
      (links.index, language(nl: "De factsheets van alle regio's", en: "The fact sheets of all regions")),
    ]
    let items = found.compactMap { file, title in
      file.map { "<a href=\"\(LinkAddress.file($0))\">\(title)</a>" as Markup }
    }
    guard let first = items.first else { return nil }
    return "<p class=\"related\">\(items.dropFirst().reduce(first) { $0 + " · " + $1 })</p>"
  }

  /// A link to a region's own page; nil if there is none.
  func sheetLink(_ region: Int) -> Markup? {
    links.sheet(region).map { file in
      "<p class=\"related\"><a href=\"\(LinkAddress.file(file))\">\(language(nl: "De factsheet van deze regio", en: "The fact sheet of this region"))</a></p>"
    }
  }
}
