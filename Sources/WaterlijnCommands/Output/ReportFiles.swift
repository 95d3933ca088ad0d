import CostEngine
import Reports
import StudyFiles
import Terms

/// The pages of a report, and the names of their files.
struct ReportFiles {
  /// The value of `--region` for a fact sheet of every region.
  static let all = "all"
  private static let ending = ".html"

  /// The folder, as the user wrote it.
  let folder: String
  /// File name of the page, or of the index.
  let name: String
  /// Position of the place in the results; nil for a sheet of every region with an index.
  let place: Int?
  /// File name of every region's sheet, by position; empty for a single page.
  let sheets: [String]

  /// - Parameters:
  ///   - out: the requested file.
  ///   - home: the folder to use if no file was requested.
  ///   - regions: codes of the regions in the results.
  ///   - includesWhole: whether there is a country.
  init(
    out: String?, home: String, region: String?, regions: [String], includesWhole: Bool, language: Language,
    _ environment: CommandEnvironment
  ) throws(UsageError) {
    let known = regions + (includesWhole ? [ResultsCSV.nationalCode] : [])
    if let region {
      place =
        region.trimmed == Self.all && !regions.contains(Self.all)
        ? nil : try Selection.index(.region, region, in: known)
    } else {
      guard includesWhole || regions.count == 1 else { throw Self.needsRegion(regions) }
      place = known.count - 1
    }
    let usual = Self.usualStem(language)
    if let out {
      (folder, name) = try Self.parts(of: out, environment)
    } else {
      folder = home
      name =
        place.map { $0 < regions.count && known.count > 1 ? Self.sheet(usual, known[$0]) : usual + Self.ending }
        ?? usual + Self.ending
    }
    sheets = place == nil ? Self.names(String(name.dropLast(Self.ending.count)), regions) : []
  }

  private static func usualStem(_ language: Language) -> String { language(nl: "rapport", en: "report") }

  /// The name of the country's page if none was requested.
  static func usualName(_ language: Language) -> String { usualStem(language) + ending }

  /// Whether a page is about a place, by its position in the results.
  func tells(of position: Int) -> Bool { place.map { $0 == position } ?? (position < sheets.count) }

  /// The path as the user would write it.
  var path: String {
    switch folder {
    case ".": return name
    case "/": return "/" + name
    default: return folder + "/" + name
    }
  }

  /// The pages, with the index first.
  func pages(_ content: ReportContent, opening: Int, language: Language) -> [OutputFile] {
    func page(_ place: Int) -> [UInt8] {
      ReportPage.bytes(content, place: place, opening: opening, language: language)
    }
    if let place { return [.init(name: name, bytes: page(place))] }
    let index = ReportPage.index(content, files: sheets, opening: opening, language: language)
    return [.init(name: name, bytes: index)]
      + sheets.enumerated().map { region, sheet in .init(name: sheet, bytes: page(region)) }
  }

  private static func needsRegion(_ regions: [String]) -> UsageError {
    let list = regions.joined(separator: ", ")
    return .invalid(
      .region,
      Bilingual(
        nl: "ontbreekt. Deze resultaten zijn van enkele regio's, niet van alle samen. Kies er een: \(list); of \(all) "
          + "voor alle.",
        en: "is missing. These results are of some regions, not of all together. Choose one: \(list); or \(all)."))
  }

  private static func parts(
    of out: String, _ environment: CommandEnvironment
  ) throws(UsageError) -> (folder: String, name: String) {
    let isFolder = out.hasSuffix("/") || environment.files.kind(of: environment.path(out)) == .folder
    let bare = out.trimmingTrailingSlashes
    if isFolder {
      throw .invalid(
        .out,
        Bilingual(
          nl: "\"\(out)\" is een map. Geef een bestand op, bijvoorbeeld \(bare)/rapport.html.",
          en: "\"\(out)\" is a folder. Give a file, for example \(bare)/report.html."))
    }
    let parts = out.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts[parts.count - 1])
    guard name.lowercased().hasSuffix(ending), name.count > ending.count else {
      throw .invalid(
        .out,
        Bilingual(
          nl: "\"\(out)\" eindigt niet op .html. Geef een webpagina op, bijvoorbeeld rapport.html.",
          en: "\"\(out)\" does not end in .html. Give a web page, for example report.html."))
    }
    if parts.count == 1 { return (".", name) }
    let folder = parts.dropLast().joined(separator: "/")
    return (folder.isEmpty ? "/" : folder, name)
  }

  /// - Parameter number: rank among the regions whose codes would give the same name.
  private static func sheet(_ stem: String, _ code: String, number: Int = 1) -> String {
    var part = ""
    for character in code {
      let kept = character.isSafeInFileNames ? character : "-"
      // On most systems a file name has at most 255 bytes; a code may have thousands.
      guard part.utf8.count + kept.utf8.count <= 120 else { break }
      part.append(kept)
    }
    return stem + "-" + part + (number > 1 ? "-\(number)" : "") + ending
  }

  /// A unique name for each region, even if case is ignored.
  private static func names(_ stem: String, _ codes: [String]) -> [String] {
    var taken: Set<String> = []
    return codes.map { code in
      var name = sheet(stem, code)
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = sheet(stem, code, number: number)
        number += 1
      }
      return name
    }
  }
}

extension Character {
  /// Whether every file system and mail program accepts it in a file name.
  fileprivate var isSafeInFileNames: Bool { isLetter || isNumber || self == "-" || self == "_" || self == "." }
}
