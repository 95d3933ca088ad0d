import Foundation
import TestSupport

/// The pages that are looked at.
enum MadeReport: String, CaseIterable, Sendable {
  case country
  case countryInEnglish
  case sheet
  case sheetInEnglish
  case index
  /// Nothing in it is uncertain.
  case certain

  var language: String { self == .countryInEnglish || self == .sheetInEnglish ? "en" : "nl" }

  var content: Data { get throws { try made.get() } }

  /// Opens it in a browser.
  func open() throws -> OpenReport { try OpenReport(content) }

  /// The pages, by name, that `waterlijn report` makes of a study.
  ///
  /// - Parameter study: path of the study's folder, from that of the package.
  static func make(_ study: String, _ options: [String] = []) throws -> [String: Data] {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    let file = folder.url.appendingPathComponent("rapport.html").path
    try Shell.run(Shell.waterlijn.path, ["report", study, "--out", file, "--quiet"] + options)
    return try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
      .reduce(into: [:]) { $0[$1.lastPathComponent] = try Data(contentsOf: $1) }
  }

  /// Enough for figures that look like figures.
  static let draws = ["--draws", "1000"]

  private static func page(_ study: String, _ options: [String] = []) -> Result<Data, any Error> {
    Result { try make(study, options)["rapport.html"] ?? Data() }
  }

  private static let nederland = "scenarios/nederland"
  private static let countryPage = page(nederland, draws)
  private static let englishPage = page(nederland, draws + ["--language", "en"])
  private static let regionPage = page(nederland, draws + ["--region", "VR17"])
  private static let englishRegionPage = page(nederland, draws + ["--region", "VR17", "--language", "en"])
  private static let certainPage = page("scenarios/leerboek")
  /// The index with the sheets beside it.
  static let all = Result { try make(nederland, ["--draws", "200", "--region", "all"]) }

  private var made: Result<Data, any Error> {
    switch self {
    case .country: return Self.countryPage
    case .countryInEnglish: return Self.englishPage
    case .sheet: return Self.regionPage
    case .sheetInEnglish: return Self.englishRegionPage
    case .index: return Self.all.map { $0["rapport.html"] ?? Data() }
    case .certain: return Self.certainPage
    }
  }
}

/// A report in a browser.
struct OpenReport {
  let page: Page
  let folder = TemporaryFolder()
  let file: URL

  /// - Parameter prepare: what is set before the page is opened.
  init(_ content: Data, prepare: (Page) throws -> Void = { _ in }) throws {
    page = try Page()
    file = try folder.write(content, to: "rapport.html")
    try prepare(page)
    try page.open(file)
  }

  /// Opens everything that can be opened, so that it is looked at too.
  func unfold() throws { try page.run("for (const part of document.querySelectorAll('details')) part.open = true") }

  /// Values of the options of a list.
  func options(of selector: String) throws -> [String] {
    try page.evaluate("[...document.querySelector(\(Page.literal(selector))).options].map(option => option.value)")
  }
}
