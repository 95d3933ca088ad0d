// The whole of Foundation takes longer to load than a study to read.
import Terms

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a study folder: the only place where a study's files are touched.
public enum StudyReader {
  /// The study in this folder, or all that is wrong with it.
  ///
  /// - Parameters:
  ///   - folder: path, absolute or from the working directory.
  ///   - overrides: what takes the place of cells. A value outside the bounds of its column is a problem of the reading.
  ///   - keepsLedger: whether ``StudyReading/ledger`` is wanted.
  public static func read(
    folder path: String, overrides: [InputOverride] = [], keepsLedger: Bool = false
  ) -> StudyReading {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let written = WrittenPath(path)
    guard let isFolder = isFolder(url.path) else {
      let siblings = folders(in: url.deletingLastPathComponent().path)
      let nearest = Suggestion.nearest(to: url.lastPathComponent, among: siblings)
      return failure(.noSuchFolder(path, nearest: nearest.map(written.beside)))
    }
    guard isFolder else { return failure(.notAFolder(path)) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    } catch {
      return failure(.unreadableFolder(path, reason(error)))
    }
    let folders = Set(names.filter { Self.isFolder(url.path + "/" + $0) == true })
    let studies = folders.sorted().filter { Self.isFolder("\(url.path)/\($0)/settings.csv") != nil }
    let files = names.filter { !folders.contains($0) || isTable($0) }
    let studyFolder = StudyFolder(name: url.lastPathComponent, fileNames: files) { contents(of: $0, in: url) }
    return StudyBuilder(
      folder: studyFolder, studiesInside: studies.map(written.inside), overrides: overrides, keepsLedger: keepsLedger
    ).read()
  }

  /// The study in these files, or all that is wrong with it.
  ///
  /// - Parameters:
  ///   - files: by name, as they would stand in a folder.
  ///   - folderName: the title of a study that has none.
  ///   - overrides: as for a folder.
  ///   - keepsLedger: as for a folder.
  public static func read(
    files: [String: [UInt8]], folderName: String, overrides: [InputOverride] = [], keepsLedger: Bool = false
  ) -> StudyReading {
    let folder = StudyFolder(name: folderName, fileNames: Array(files.keys)) { name in
      files[name].map { .success($0) } ?? .failure(.absent)
    }
    return StudyBuilder(folder: folder, studiesInside: [], overrides: overrides, keepsLedger: keepsLedger).read()
  }

  // MARK: Files

  private static func contents(of name: String, in folder: URL) -> Result<[UInt8], FileProblem> {
    var path = folder.path + "/" + name
    do {
      var attributes = try FileManager.default.attributesOfItem(atPath: path)
      // A table may be a link to a file elsewhere; a file that a cell names may not lead out of the folder.
      if attributes[.type] as? FileAttributeType == .typeSymbolicLink || !isTable(name) {
        path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let inside = folder.resolvingSymlinksInPath().path + "/"
        guard isTable(name) || path.hasPrefix(inside) else { return .failure(.outside) }
        attributes = try FileManager.default.attributesOfItem(atPath: path)
      }
      // Reading from a pipe or a device could take for ever, and a file of many gigabytes all memory.
      if let obstacle = obstacle(attributes[.type] as? FileAttributeType) { return .failure(.unreadable(obstacle)) }
      if let size = attributes[.size] as? Int, size > CSVLimits.bytes { return .failure(.tooLarge) }
      return .success([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return .failure(.absent)
    } catch {
      return .failure(.unreadable(reason(error)))
    }
  }

  /// Why something of this kind is not read; nil for an ordinary file.
  private static func obstacle(_ kind: FileAttributeType?) -> Bilingual? {
    switch kind {
    case .typeRegular?: return nil
    case .typeDirectory?: return Bilingual(nl: "het is een map", en: "it is a folder")
    // A link that could be followed has been.
    case .typeSymbolicLink?:
      return Bilingual(nl: "het is een verwijzing die nergens uitkomt", en: "it is a link that leads nowhere")
    default: return Bilingual(nl: "geen gewoon bestand", en: "not an ordinary file")
    }
  }

  private static func isTable(_ name: String) -> Bool { TableID.allCases.contains { $0.file == name } }

  /// Whether there is a folder at a path; nil where there is nothing.
  private static func isFolder(_ path: String) -> Bool? {
    #if canImport(FoundationEssentials)
      var isFolder = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder : nil
    #else
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
    #endif
  }

  private static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { isFolder(path + "/" + $0) == true }
  }

  private static func reason(_ error: any Error) -> Bilingual {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?: return Bilingual(nl: "geen toegang", en: "no permission")
    case .fileReadTooLarge?: return Bilingual(nl: "te groot", en: "too large")
    case .fileReadNoSuchFile?: return Bilingual(nl: "het bestaat niet", en: "it does not exist")
    case let code?:
      return Bilingual(nl: "foutmelding \(code.rawValue) van het systeem", en: "system error \(code.rawValue)")
    case nil: return Bilingual(nl: "foutmelding van het systeem", en: "system error")
    }
  }

  private static func failure(_ problem: CellProblem) -> StudyReading {
    let diagnostics = DiagnosticCollector()
    diagnostics.error(problem, file: "")
    return StudyReading(
      study: nil, diagnostics: diagnostics.sorted, settings: .init(), currentCells: [], files: [], tables: [])
  }
}
