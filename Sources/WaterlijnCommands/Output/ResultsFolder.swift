import StudyFiles
import Terms

/// A folder whose files are replaced together or not at all.
///
/// All files are written under temporary names in the folder itself, then renamed. Whatever goes wrong, nothing is left
/// behind and the existing files are unchanged. The folder is created if it does not exist.
struct ResultsFolder {
  enum Failure: Error {
    case file(FileFailure)
    case interrupted
  }

  private let path: String
  private let files: any FileSystem
  private let interruption: Interruption

  init(_ path: String, files: any FileSystem, interruption: Interruption) {
    self.path = path
    self.files = files
    self.interruption = interruption
  }

  /// The obstacle to writing here, as far as it can be determined in advance.
  func obstacle() -> FileFailure? {
    var place = path
    while files.kind(of: place) == nil {
      guard let parent = Self.parent(of: place) else { return nil }
      place = parent
    }
    guard files.kind(of: place) == .folder else { return FileFailure(path: place, .notAFolder) }
    return files.obstacle(toWritingIn: place)
  }

  /// Writes all files.
  ///
  /// - Parameter others: writes related files elsewhere, after these; if it fails, these are removed again.
  func write(_ contents: [OutputFile], and others: () throws(Failure) -> Void = {}) throws(Failure) {
    try interruption.guarding { () throws(Failure) in
      var journal: [Step] = []
      do throws(Failure) {
        try createFolders(&journal)
        let temporaries = try createTemporaries(contents, &journal)
        guard !interruption.isRequested else { throw .interrupted }
        try replace(contents.map { $0.name }, by: temporaries, &journal)
        try others()
      } catch {
        undo(journal)
        throw error
      }
      for case .setAside(_, let old) in journal { try? files.removeFile(old) }
    }
  }

  /// A step that was done, to be undone in reverse order.
  private enum Step {
    case folder(String)
    case temporary(String)
    /// An existing file (also) has this name.
    case setAside(String, old: String)
    /// A new file was created.
    case created(String)
  }

  private func createFolders(_ journal: inout [Step]) throws(Failure) {
    var missing: [String] = []
    var place: String? = path
    while let folder = place, files.kind(of: folder) == nil {
      missing.append(folder)
      place = Self.parent(of: folder)
    }
    for folder in missing.reversed() {
      // A path with `..` may lead to a folder that is there once those before it are.
      if files.kind(of: folder) == .folder { continue }
      try attempt { () throws(FileFailure) in try files.createFolder(folder) }
      journal.append(.folder(folder))
    }
  }

  private func createTemporaries(_ contents: [OutputFile], _ journal: inout [Step]) throws(Failure) -> [String] {
    var temporaries: [String] = []
    for file in contents {
      guard !interruption.isRequested else { throw .interrupted }
      let temporary = try freeName(for: file.name, ending: "new")
      do throws(FileFailure) {
        try files.createFile(temporary, bytes: file.bytes)
      } catch {
        // The temporary name means nothing to a user.
        throw .file(FileFailure(path: path + "/" + file.name, error.reason))
      }
      journal.append(.temporary(temporary))
      temporaries.append(temporary)
    }
    return temporaries
  }

  private func replace(_ names: [String], by temporaries: [String], _ journal: inout [Step]) throws(Failure) {
    for (name, temporary) in zip(names, temporaries) {
      let target = path + "/" + name
      switch files.kind(of: target) {
      case nil:
        try attempt { () throws(FileFailure) in try files.rename(temporary, to: target) }
        journal.append(.created(target))
      case .file:
        let old = try freeName(for: name, ending: "old")
        // On a file system without hard links the original name is given up for a moment.
        do throws(FileFailure) {
          try files.link(target, to: old)
        } catch {
          try attempt { () throws(FileFailure) in try files.rename(target, to: old) }
        }
        journal.append(.setAside(target, old: old))
        try attempt { () throws(FileFailure) in try files.rename(temporary, to: target) }
      default: throw .file(FileFailure(path: target, .notAFile))
      }
    }
  }

  private func undo(_ journal: [Step]) {
    for step in journal.reversed() {
      switch step {
      case .folder(let folder): try? files.removeFolder(folder)
      case .temporary(let file): if files.kind(of: file) != nil { try? files.removeFile(file) }
      case .setAside(let file, let old): restore(file, from: old)
      case .created(let file): try? files.removeFile(file)
      }
    }
  }

  private func restore(_ file: String, from old: String) {
    do throws(FileFailure) {
      try files.rename(old, to: file)
      // Renaming one hard link of a file to another does nothing; it does not even remove the old name.
      if files.kind(of: old) != nil { try files.removeFile(old) }
    } catch {
      // Nothing more can be done; the old file still exists under its second name.
    }
  }

  /// A hidden name beside a file that is not in use yet.
  private func freeName(for name: String, ending: String) throws(Failure) -> String {
    for number in 1...1000 {
      let candidate = "\(path)/.\(name).\(number).\(ending)"
      if files.kind(of: candidate) == nil { return candidate }
    }
    throw .file(FileFailure(path: path, .other(code: 0, text: ".\(name).1.\(ending)")))
  }

  private func attempt(_ work: () throws(FileFailure) -> Void) throws(Failure) {
    do throws(FileFailure) { try work() } catch { throw .file(error) }
  }

  /// The folder that contains a path; nil for the root and for the working directory.
  private static func parent(of path: String) -> String? {
    let path = path.trimmingTrailingSlashes
    guard path != "/", path != "." else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension String {
  /// A path without trailing `/`, except for the root itself.
  var trimmingTrailingSlashes: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}
