import CostEngine
import Terms

/// Reads a study folder.
public enum StudyReader {
  /// The study in this folder, or everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - folder: path, absolute or relative to the current folder.
  ///   - source: where the folder is stored.
  ///   - overrides: values that replace those of cells. A value outside the bounds of its column is reported as a
  ///     problem.
  ///   - keepsLedger: whether to fill ``StudyReading/ledger``.
  public static func read(
    folder path: String, in source: any FileSource, overrides: [InputOverride] = [], keepsLedger: Bool = false
  ) -> StudyReading {
    let folder = AbsolutePath(path, from: source.currentFolder)
    let written = WrittenPath(path)
    guard let kind = source.kind(of: folder.text) else {
      let siblings = (try? source.names(in: folder.parent.text)) ?? []
      let folders = siblings.sorted().filter { source.kind(of: folder.parent.text + "/" + $0) == .folder }
      let nearest = Suggestion.nearest(to: folder.name, among: folders)
      return failure(.noSuchFolder(path, nearest: nearest.map { written.beside($0) }))
    }
    guard kind == .folder else { return failure(.notAFolder(path)) }
    let names: [String]
    do throws(FileFailure) {
      names = try source.names(in: folder.text)
    } catch {
      return failure(.unreadableFolder(path, reason(error)))
    }
    let folders = Set(names.filter { source.kind(of: folder.inside($0)) == .folder })
    let studies = folders.sorted().filter { source.kind(of: folder.inside($0) + "/settings.csv") != nil }
    let files = names.filter { !folders.contains($0) || isTable($0) }
    let study = StudyFolder(name: folder.name, fileNames: files) { contents(of: $0, in: folder, source) }
    return EstimatedCells.marked(
      StudyBuilder(
        folder: study, studiesInside: studies.map { written.inside($0) }, overrides: overrides,
        keepsLedger: keepsLedger,
        doubts: doubts
      ).read())
  }

  /// The study in these files, or everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - files: contents by name, as in a folder.
  ///   - folderName: the title of a study that has none.
  ///   - overrides: as for a folder.
  ///   - keepsLedger: as for a folder.
  public static func read(
    files: [String: [UInt8]], folderName: String, overrides: [InputOverride] = [], keepsLedger: Bool = false
  ) -> StudyReading {
    let folder = StudyFolder(name: folderName, fileNames: Array(files.keys)) { name in
      files[name].map { .success($0) } ?? .failure(.absent)
    }
    return EstimatedCells.marked(
      StudyBuilder(
        folder: folder, studiesInside: [], overrides: overrides, keepsLedger: keepsLedger, doubts: doubts
      ).read())
  }

  private static func doubts(
    _ tables: StudyTables, _ study: Study, _ observed: [EmpiricalColumns.Observed], _ provenance: [UInt8]
  ) -> [Diagnostic] {
    DoubtFinder(tables: tables, study: study, observed: observed, provenance: Provenance(provenance)).diagnostics()
  }

  // MARK: Files

  private static func contents(
    of name: String, in folder: AbsolutePath, _ source: any FileSource
  ) -> Result<[UInt8], FileProblem> {
    var path = folder.inside(name)
    // A table may be a link to a file elsewhere; a file named in a cell must not lead out of the folder.
    if source.isLink(path) || !isTable(name) {
      guard let resolved = source.resolved(path) else { return .failure(obstacle(at: path, source) ?? deadLink) }
      let inside = source.resolved(folder.text).map { AbsolutePath($0, from: "/") } ?? folder
      guard isTable(name) || resolved.hasPrefix(inside.inside("")) else { return .failure(.outside) }
      path = resolved
    }
    // Reading from a pipe or a device could take forever, and a file of many gigabytes could exhaust memory. Of a file
    // in a folder that may not be entered nothing is known before it is read.
    switch source.kind(of: path) {
    case .file, nil: break
    case .folder: return .failure(.unreadable(Bilingual(nl: "het is een map", en: "it is a folder")))
    case .other: return .failure(.unreadable(Bilingual(nl: "geen gewoon bestand", en: "not an ordinary file")))
    }
    do throws(FileFailure) {
      return .success(try source.contents(of: path, limit: CSVLimits.bytes))
    } catch {
      return .failure(problem(error))
    }
  }

  /// Why there is nothing at a path that does not lead to a file; nil if only that is known.
  private static func obstacle(at path: String, _ source: any FileSource) -> FileProblem? {
    do throws(FileFailure) {
      _ = try source.contents(of: path, limit: 0)
      return nil
    } catch {
      let isDeadLink = source.isLink(path) && (error.reason == .absent || error.reason == .taken)
      return isDeadLink ? nil : problem(error)
    }
  }

  private static func problem(_ failure: FileFailure) -> FileProblem {
    switch failure.reason {
    case .absent: return .absent
    case .tooLarge: return .tooLarge
    default: return .unreadable(reason(failure))
    }
  }

  private static let deadLink = FileProblem.unreadable(
    Bilingual(nl: "het is een verwijzing die nergens uitkomt", en: "it is a link that leads nowhere"))

  private static func isTable(_ name: String) -> Bool { TableID.allCases.contains { $0.file == name } }

  private static func reason(_ failure: FileFailure) -> Bilingual {
    switch failure.reason {
    case .noPermission: return Bilingual(nl: "geen toegang", en: "no permission")
    case .absent: return Bilingual(nl: "het bestaat niet", en: "it does not exist")
    case .other(let code, _):
      return Bilingual(nl: "foutmelding \(code) van het systeem", en: "system error \(code)")
    default: return Bilingual(nl: "foutmelding van het systeem", en: "system error")
    }
  }

  private static func failure(_ problem: CellProblem) -> StudyReading {
    let diagnostics = DiagnosticCollector()
    diagnostics.error(problem, file: "")
    return StudyReading(study: nil, diagnostics: diagnostics.sorted, settings: .init(), currentCells: [], files: [])
  }
}

/// A path from the root, without `.` and `..`.
private struct AbsolutePath {
  private let parts: [String]

  init(_ path: String, from folder: String) {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [String] = []
    for part in ((isAbsolute ? "" : folder + "/") + path).split(whereSeparator: { $0 == "/" }) {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    self.parts = parts
  }

  private init(parts: [String]) { self.parts = parts }

  var text: String { "/" + parts.joined(separator: "/") }
  /// The last part; `/` for the root.
  var name: String { parts.last ?? "/" }
  var parent: AbsolutePath { AbsolutePath(parts: Array(parts.dropLast())) }

  func inside(_ name: String) -> String { (parts.isEmpty ? "" : text) + "/" + name }
}
