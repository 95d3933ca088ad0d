import Foundation

/// Reads a study folder: the only place where a study's files are touched.
public enum StudyReader {
  /// The study in this folder, or all that is wrong with it.
  ///
  /// - Parameter folder: path, absolute or from the working directory.
  public static func read(folder path: String) -> StudyReading {
    let manager = FileManager.default
    let url = URL(fileURLWithPath: path).standardizedFileURL
    var isDirectory: ObjCBool = false
    guard manager.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      let siblings = folders(in: url.deletingLastPathComponent())
      let nearest = Suggestion.nearest(to: url.lastPathComponent, among: siblings)
      let parent = (path as NSString).deletingLastPathComponent
      return failure(
        .noSuchFolder(path, nearest: nearest.map { (parent as NSString).appendingPathComponent($0) }))
    }
    guard isDirectory.boolValue else { return failure(.notAFolder(path)) }
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: url.path)
    } catch {
      return failure(.unreadableFolder(path, reason(error)))
    }
    let files = names.filter { !isFolder(url.appendingPathComponent($0)) || isTable($0) }
    let studyFolder = StudyFolder(name: url.lastPathComponent, fileNames: files) { contents(of: $0, in: url) }
    let inside = studies(in: url).map { (path as NSString).appendingPathComponent($0) }
    return StudyBuilder(folder: studyFolder, studiesInside: inside).read()
  }

  /// The study in these files, or all that is wrong with it.
  ///
  /// - Parameters:
  ///   - files: by name, as they would stand in a folder.
  ///   - folderName: the title of a study that has none.
  public static func read(files: [String: [UInt8]], folderName: String) -> StudyReading {
    let folder = StudyFolder(name: folderName, fileNames: Array(files.keys)) { name in
      files[name].map { .success($0) } ?? .failure(.absent)
    }
    return StudyBuilder(folder: folder, studiesInside: []).read()
  }

  // MARK: Files

  private static func contents(of name: String, in folder: URL) -> Result<[UInt8], FileProblem> {
    let url = folder.appendingPathComponent(name).resolvingSymlinksInPath()
    // A table may be a link to a file elsewhere; a file that a cell names may not lead out of the folder.
    let inside = folder.resolvingSymlinksInPath().path + "/"
    guard isTable(name) || url.path.hasPrefix(inside) else { return .failure(.outside) }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      // Reading from a pipe or a device could take for ever, and a file of many gigabytes all memory.
      if let obstacle = obstacle(attributes[.type] as? FileAttributeType) { return .failure(.unreadable(obstacle)) }
      if let size = attributes[.size] as? Int, size > CSVLimits.bytes { return .failure(.tooLarge) }
      return .success([UInt8](try Data(contentsOf: url)))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return .failure(.absent)
    } catch {
      return .failure(.unreadable(reason(error)))
    }
  }

  /// Why something of this kind is not read; nil for an ordinary file.
  private static func obstacle(_ kind: FileAttributeType?) -> Localized? {
    switch kind {
    case .typeRegular?: return nil
    case .typeDirectory?: return Localized(nl: "het is een map", en: "it is a folder")
    // A link that could be followed has been.
    case .typeSymbolicLink?:
      return Localized(nl: "het is een verwijzing die nergens uitkomt", en: "it is a link that leads nowhere")
    default: return Localized(nl: "geen gewoon bestand", en: "not an ordinary file")
    }
  }

  private static func isTable(_ name: String) -> Bool { TableID.allCases.contains { $0.file == name } }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private static func folders(in url: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().filter { isFolder(url.appendingPathComponent($0)) }
  }

  private static func studies(in url: URL) -> [String] {
    folders(in: url).filter {
      FileManager.default.fileExists(atPath: url.appendingPathComponent("\($0)/settings.csv").path)
    }
  }

  private static func reason(_ error: any Error) -> Localized {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?: return Localized(nl: "geen toegang", en: "no permission")
    case .fileReadTooLarge?: return Localized(nl: "te groot", en: "too large")
    default: return Localized(nl: error.localizedDescription, en: error.localizedDescription)
    }
  }

  private static func failure(_ problem: CellProblem) -> StudyReading {
    let diagnostics = DiagnosticCollector()
    diagnostics.error(problem, file: "")
    return StudyReading(
      study: nil, diagnostics: diagnostics.sorted, settings: .init(), coverage: [], files: [], sources: [])
  }
}
