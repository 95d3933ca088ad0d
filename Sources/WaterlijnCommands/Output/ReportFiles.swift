import CostEngine
import Reports
import StudyFiles
import Terms

/// The pages of a report, and the names of their files.
///
/// Pages of one report have a stem in common: `rapport.html` is that of all regions together, `rapport-VR17.html` that of
/// a region and `rapport-regios.html` the list of these. They link to each other where they are there.
struct ReportFiles {
  /// The value of `--region` for a fact sheet of every region.
  static let all = "all"
  static let ending = ".html"

  /// The folder, as the user wrote it.
  let folder: String
  /// File name of the page, or of the index.
  let name: String
  /// Position of the place in the results; nil for a sheet of every region with an index.
  let place: Int?
  /// File name of every region's sheet, by position; empty for a single page.
  let sheets: [String]
  /// The pages that this one, or each of these, links to.
  let links: PageLinks

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
        ?? usual + Self.indexMark(language) + Self.ending
    }
    sheets = place == nil ? Self.names(Self.stem(ofIndex: name), regions, except: name) : []
    links = Self.links(beside: name, place, regions, sheets, folder, environment)
    try refuseToReplace(environment)
  }

  // MARK: Pages beside each other

  /// What the name of the list of regions ends in: `-regios`.
  private static func indexMark(_ language: Language) -> String { language(nl: "-regios", en: "-regions") }

  /// What the names of the sheets beside a list of them begin with.
  private static func stem(ofIndex name: String) -> String {
    let stem = String(name.dropLast(ending.count))
    let mark = Language.allCases.map(indexMark).first { stem.hasSuffix($0) && stem.count > $0.count }
    return mark.map { String(stem.dropLast($0.count)) } ?? stem
  }

  /// A list of sheets never takes the place of the report of all regions together.
  private func refuseToReplace(_ environment: CommandEnvironment) throws(UsageError) {
    guard place == nil, let bytes = environment.contents(of: path), PageKind.whole.isKind(of: bytes) else { return }
    let other = Self.stem(ofIndex: name)
    throw .invalid(
      .out,
      Bilingual(
        nl: "\"\(path)\" is het rapport van alle regio's samen. Kies voor de bladen een andere naam, bijvoorbeeld "
          + "\(other)\(Self.indexMark(.dutch))\(Self.ending).",
        en: "\"\(path)\" is the report of all regions together. Choose another name for the sheets, for example "
          + "\(other)\(Self.indexMark(.english))\(Self.ending)."))
  }

  /// The pages of the same report that are in the folder, or that are written with this one.
  private static func links(
    beside name: String, _ place: Int?, _ regions: [String], _ sheets: [String], _ folder: String,
    _ environment: CommandEnvironment
  ) -> PageLinks {
    func isThere(_ file: String, _ kind: PageKind) -> Bool {
      environment.contents(of: folder + "/" + file).map { kind.isKind(of: $0) } ?? false
    }
    func found(_ file: String, _ kind: PageKind) -> String? { file != name && isThere(file, kind) ? file : nil }
    let own = String(name.dropLast(ending.count))
    let stem: String
    if place == nil {
      stem = self.stem(ofIndex: name)
    } else if let place, place < regions.count,
      case let mark = String(sheet("", regions[place]).dropLast(ending.count)),
      own.hasSuffix(mark), own.count > mark.count
    {
      stem = String(own.dropLast(mark.count))
    } else {
      stem = own
    }
    let indexes = Language.allCases.map { stem + indexMark($0) + ending }
    let isWhole = place.map { $0 >= regions.count } ?? false
    return PageLinks(
      whole: found(stem + ending, .whole),
      index: place == nil ? name : indexes.compactMap { found($0, .index) }.first,
      sheets: place == nil
        ? sheets.map { Optional($0) }
        : isWhole ? names(stem, regions, except: indexes[0]).map { found($0, .region) } : [])
  }

  private static func usualStem(_ language: Language) -> String { language(nl: "rapport", en: "report") }

  /// The names of the country's page and of the list of sheets if none was requested.
  static func usualNames(_ language: Language) -> [String] {
    ["", indexMark(language)].map { usualStem(language) + $0 + ending }
  }

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
      ReportPage.bytes(content, place: place, opening: opening, language: language, links: links)
    }
    if let place { return [.init(name: name, bytes: page(place))] }
    let index = ReportPage.index(content, files: sheets, opening: opening, language: language, whole: links.whole)
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

  /// The paths of the pages of regions beside a page.
  static func names(
    ofSheetsBeside out: String, _ codes: [String], _ environment: CommandEnvironment
  ) throws(UsageError) -> [String] {
    let (folder, name) = try parts(of: out, environment)
    let home = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
    return names(String(name.dropLast(ending.count)), codes, except: name).map { home + $0 }
  }

  static func parts(
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
  ///
  /// - Parameter index: a name that none of them gets.
  private static func names(_ stem: String, _ codes: [String], except index: String) -> [String] {
    var taken: Set<String> = [index.lowercased()]
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
