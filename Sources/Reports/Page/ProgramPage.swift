import Terms

/// The page that is the whole program (`make page`), with the examples or with a study in it.
public struct ProgramPage: Sendable {
  /// A study that a page opens with.
  public struct Study: Sendable {
    public var name: String
    /// Its files, as a ZIP archive.
    public var archive: [UInt8]
    /// Code of the region that the page is for; nil for all of them.
    public var region: String?
    /// Results of the country and that region, as a ZIP archive; nil if there are none.
    public var results: [UInt8]?

    public init(name: String, archive: [UInt8], region: String?, results: [UInt8]? = nil) {
      self.name = name
      self.archive = archive
      self.region = region
      self.results = results
    }
  }

  /// What stands before and after the studies.
  private static let marks = (start: "<!--study-->", end: "<!--/study-->")

  private let before: String
  private let examples: String
  private let after: String

  /// Nil if the bytes are not such a page.
  public init?(_ bytes: [UInt8]) {
    guard let start = String(decoding: bytes, as: UTF8.self).around(Self.marks.start),
      let end = start.after.around(Self.marks.end), start.before.includes("<html lang=\""),
      end.after.includes("<script type=\"text/plain\" id=\"module\">")
    else { return nil }
    (before, examples, after) = (start.before, end.before, end.after)
  }

  /// The page in a language.
  ///
  /// - Parameter study: takes the place of the examples.
  public func bytes(_ study: Study?, language: Language) -> [UInt8] {
    let other = Language.allCases.first { $0 != language } ?? language
    func opening(_ language: Language) -> String { "<html lang=\"\(language(nl: "nl", en: "en"))\">" }
    var text = before.changing(opening(other), into: opening(language)) + Self.marks.start
    if let study {
      let region: Markup = study.region.map { " data-region=\"\($0)\"" } ?? ""
      let results: Markup? = study.results.map {
        "\n<script type=\"text/plain\" class=\"national\">\(Base64.text(of: $0))</script>"
      }
      let element: Markup = """
        <script type="text/plain" class="study given" data-name="\(study.name)"\(region)>\
        \(Base64.text(of: study.archive))</script>\(results)
        """
      text += "\n" + element.text + "\n"
    } else {
      text += examples
    }
    return Array((text + Self.marks.end + after).utf8)
  }
}
