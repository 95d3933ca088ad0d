import StudyFiles
import Terms

/// A folder whose files are replaced together or not at all.
///
/// All files are first written under temporary names in their folder. A record of what is to be renamed is the moment from
/// which the new ones count: see ``ReplacementRecord``. Whatever goes wrong before, nothing is left behind and the
/// existing files are unchanged; where the process is ended on the spot, the next command that uses the folder finishes
/// or cleans up (``finish()``). The folder is created if it does not exist.
struct ResultsFolder {
  enum Failure: Error {
    case file(FileFailure)
    /// Of a file that is written elsewhere.
    case beside(FileFailure)
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
  /// - Parameters:
  ///   - contents: files of this folder by their paths from it, in the order in which they are put in place: the record
  ///     of the others last.
  ///   - old: paths from this folder of files that are taken away with what is replaced, if they are there.
  ///   - others: files elsewhere, by their paths.
  func write(
    _ contents: [OutputFile], removing old: [String] = [], beside others: [OutputFile] = []
  ) throws(Failure) {
    try interruption.guarding { () throws(Failure) in
      var made = Made()
      do throws(Failure) {
        try attempt { () throws(FileFailure) in try createFolders(path, &made) }
        var lock: FolderLock?
        try attempt { () throws(FileFailure) in lock = try files.lock(path) }
        defer { lock?.release() }
        finishUnderLock()
        var replacements: [FileReplacement] = []
        for other in others {
          takeAwayLeftovers(in: Self.parent(of: other.name) ?? ".", of: Self.name(of: other.name))
          try attemptBeside { () throws(FileFailure) in
            try createFolders(Self.parent(of: other.name) ?? ".", &made)
          }
        }
        for file in contents {
          try stopIfAsked()
          let target = path + "/" + file.name
          try attempt { () throws(FileFailure) in
            if file.name.contains("/") { try createFolders(Self.parent(of: target) ?? path, &made) }
            try prepare(target, file.bytes, &made, &replacements)
          }
        }
        for name in old where files.kind(of: path + "/" + name) == .file {
          replacements.append(FileReplacement(target: path + "/" + name))
        }
        let count = replacements.count
        for other in others {
          try stopIfAsked()
          try attemptBeside { () throws(FileFailure) in
            try prepare(other.name, other.bytes, &made, &replacements)
          }
        }
        for index in replacements.indices where files.kind(of: replacements[index].target) == .file {
          try stopIfAsked()
          let isBeside = index >= count
          do throws(FileFailure) { try keep(&replacements[index], &made) } catch {
            throw isBeside ? .beside(error) : .file(error)
          }
        }
        try stopIfAsked()
        try commit(replacements, inFolder: count, &made)
      } catch {
        undo(made)
        throw error
      }
    }
  }

  /// Puts in place, or takes away, what a command that was ended on the spot has left.
  func finish() {
    let isLeft = [ReplacementRecord.name, ReplacementRecord.undoing].contains {
      files.kind(of: path + "/" + $0) == .file
    }
    guard isLeft, files.obstacle(toWritingIn: path) == nil else { return }
    interruption.guarding {
      let lock: FolderLock?
      // Another command is writing, and finishes first.
      do throws(FileFailure) { lock = try files.lock(path) } catch { return }
      defer { lock?.release() }
      finishUnderLock()
    }
  }

  // MARK: Steps

  /// What was made, to be taken away in reverse order.
  private struct Made {
    var folders: [String] = []
    var files: [String] = []
  }

  private func stopIfAsked() throws(Failure) { if interruption.isRequested { throw .interrupted } }

  private func createFolders(_ path: String, _ made: inout Made) throws(FileFailure) {
    var missing: [String] = []
    var place: String? = path
    while let folder = place, files.kind(of: folder) == nil {
      missing.append(folder)
      place = Self.parent(of: folder)
    }
    for folder in missing.reversed() {
      // A path with `..` may lead to a folder that is there once those before it are.
      if files.kind(of: folder) == .folder { continue }
      try files.createFolder(folder)
      made.folders.append(folder)
    }
  }

  /// Writes the new content of a file under a temporary name.
  private func prepare(
    _ target: String, _ bytes: [UInt8], _ made: inout Made, _ replacements: inout [FileReplacement]
  ) throws(FileFailure) {
    if let kind = files.kind(of: target), kind != .file { throw FileFailure(path: target, .notAFile) }
    let new = try freeName(for: target, ending: FileReplacement.newEnding)
    do throws(FileFailure) {
      try files.createFile(new, bytes: bytes)
    } catch {
      // The temporary name means nothing to a user.
      throw FileFailure(path: target, error.reason)
    }
    made.files.append(new)
    replacements.append(FileReplacement(target: target, new: new))
  }

  /// Gives what is there a second name; on a file system where a file has one name only, a copy.
  private func keep(_ replacement: inout FileReplacement, _ made: inout Made) throws(FileFailure) {
    let target = replacement.target
    let old = try freeName(for: target, ending: FileReplacement.oldEnding)
    do throws(FileFailure) {
      try files.link(target, to: old)
    } catch {
      try files.createFile(old, bytes: try files.contents(of: target, limit: .max))
    }
    made.files.append(old)
    replacement.old = old
  }

  private func commit(_ replacements: [FileReplacement], inFolder count: Int, _ made: inout Made) throws(Failure) {
    let record = path + "/" + ReplacementRecord.name
    let new = record + FileReplacement.newEnding
    try attempt { () throws(FileFailure) in
      try files.createFile(new, bytes: ReplacementRecord.bytes(replacements.map { $0.recorded(in: path, files) }))
      made.files.append(new)
      try files.rename(new, to: record)
    }
    files.sync(path)
    for (index, replacement) in replacements.enumerated() {
      do throws(FileFailure) {
        try replacement.redo(files)
      } catch {
        let undoing = path + "/" + ReplacementRecord.undoing
        try? files.rename(record, to: undoing)
        for replacement in replacements { replacement.undo(files) }
        for name in [record, undoing] where files.kind(of: name) != nil { try? files.removeFile(name) }
        throw index < count ? .file(error) : .beside(error)
      }
    }
    complete(replacements, record: record)
  }

  /// Takes away what is not needed any more once all is in place.
  private func complete(_ replacements: [FileReplacement], record: String) {
    files.sync(path)
    var synced = [path]
    for replacement in replacements {
      let folder = Self.parent(of: replacement.target) ?? "."
      if synced.contains(folder) { continue }
      files.sync(folder)
      synced.append(folder)
    }
    try? files.removeFile(record)
    for case let old? in replacements.map({ $0.old }) { try? files.removeFile(old) }
  }

  private func finishUnderLock() {
    func replacements(_ name: String) -> [FileReplacement]? {
      guard files.kind(of: path + "/" + name) == .file else { return nil }
      return (try? files.contents(of: path + "/" + name, limit: 1 << 24)).flatMap(ReplacementRecord.replacements)?
        .map { $0.found(in: path) }
    }
    let (record, undoing) = (path + "/" + ReplacementRecord.name, path + "/" + ReplacementRecord.undoing)
    if let left = replacements(ReplacementRecord.undoing) {
      for replacement in left { replacement.undo(files) }
      try? files.removeFile(undoing)
    } else if let left = replacements(ReplacementRecord.name) {
      for replacement in left {
        do throws(FileFailure) {
          try replacement.redo(files)
        } catch {
          // It stays for whoever comes next.
          return
        }
      }
      complete(left, record: record)
    }
    takeAwayLeftovers(in: path)
    takeAwayLeftoversWithin(path + "/" + InputCopies.folder)
  }

  /// Of this folder's own folder also what is within its folders.
  private func takeAwayLeftoversWithin(_ folder: String) {
    guard files.kind(of: folder) == .folder, !files.isLink(folder) else { return }
    takeAwayLeftovers(in: folder)
    for name in (try? files.names(in: folder)) ?? [] { takeAwayLeftoversWithin(folder + "/" + name) }
  }

  /// - Parameter target: a file elsewhere, in a folder that is not this one's to clean; nil for all that is left.
  private func takeAwayLeftovers(in folder: String, of target: String? = nil) {
    let start = target.map { "." + $0 + "." } ?? "."
    for left in (try? files.names(in: folder)) ?? [] where left.hasPrefix(start) {
      let isLeft = left.hasSuffix(FileReplacement.newEnding) || left.hasSuffix(FileReplacement.oldEnding)
      if isLeft { try? files.removeFile(folder + "/" + left) }
    }
  }

  private func undo(_ made: Made) {
    for file in made.files.reversed() where files.kind(of: file) != nil { try? files.removeFile(file) }
    for folder in made.folders.reversed() { try? files.removeFolder(folder) }
  }

  /// A hidden name beside a file that is not in use yet.
  private func freeName(for target: String, ending: String) throws(FileFailure) -> String {
    let folder = Self.parent(of: target) ?? "."
    for number in 1...1000 {
      let candidate = "\(folder == "/" ? "" : folder)/.\(Self.name(of: target)).\(number)\(ending)"
      if files.kind(of: candidate) == nil { return candidate }
    }
    throw FileFailure(path: folder, .other(code: 0, text: ".\(Self.name(of: target)).1\(ending)"))
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private func attempt(_ work: () throws(FileFailure) -> Void) throws(Failure) {
    do throws(FileFailure) { try work() } catch { throw .file(error) }
  }

  private func attemptBeside(_ work: () throws(FileFailure) -> Void) throws(Failure) {
    do throws(FileFailure) { try work() } catch { throw .beside(error) }
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
