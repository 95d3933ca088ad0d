import Analyses
import StudyFiles
import Terms
import WaterlijnCommands

/// A file system in memory, which behaves like that of a computer but has no links and no permissions.
///
/// The folders of all given files exist; paths that do not begin with `/` are relative to the root.
public final class MemoryFiles: FileSystem {
  private struct State {
    /// By absolute path.
    var files: [String: [UInt8]] = [:]
    /// Absolute paths; the root is the empty text.
    var folders: Set<String> = [""]
  }

  /// The files that were given, by absolute path.
  private let given: [String: [UInt8]]
  private let state: Guarded<State>

  /// - Parameters:
  ///   - files: the files, each with its path as its name; the last one counts if several have the same path.
  ///   - folders: paths of further folders, which are empty.
  ///   - lock: protects the state, as the files may be used by several threads.
  public init(_ files: [OutputFile], folders: [String] = [], lock: any Lock) {
    var state = State()
    for file in files {
      let parts = Self.parts(of: file.name)
      state.files[Self.path(parts)] = file.bytes
      Self.addFolders(parts.dropLast(), to: &state)
    }
    for folder in folders { Self.addFolders(Self.parts(of: folder)[...], to: &state) }
    given = state.files
    self.state = Guarded(state, lock)
  }

  private static func addFolders(_ parts: ArraySlice<Substring>, to state: inout State) {
    var folder = ""
    for part in parts {
      folder += "/" + part
      state.folders.insert(folder)
    }
  }

  /// The files that are new or differ from the given ones, in ascending order of their paths from the root
  /// (`results/summary.csv`).
  public var written: [OutputFile] {
    state.withLock { state in
      state.files.keys.filter { given[$0] != state.files[$0] }.sorted().map {
        OutputFile(name: String($0.dropFirst()), bytes: state.files[$0]!)
      }
    }
  }

  // MARK: Paths

  /// The names in a path, without empty ones and `.`.
  private static func parts(of path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }

  private static func path(_ parts: some Sequence<Substring>) -> String { parts.reduce("") { $0 + "/" + $1 } }

  /// The absolute path that a path refers to, whether or not it exists.
  ///
  /// - Throws: a failure if something on the way does not exist or is not a folder.
  private static func place(of path: String, in state: State) throws(FileFailure) -> String {
    // An empty path refers to nothing.
    if path.isEmpty { throw FileFailure(path: path, .absent) }
    let parts = parts(of: path)
    var place = ""
    for (index, part) in parts.enumerated() {
      guard state.folders.contains(place) else {
        throw FileFailure(path: path, state.files[place] == nil ? .absent : .notAFolder)
      }
      guard part.utf8.count <= 255 else { throw FileFailure(path: path, .nameTooLong) }
      if part == ".." {
        place = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
      } else {
        place += "/" + part
      }
      // A path that ends in `/` refers to a folder.
      if index == parts.count - 1, path.utf8.last == UInt8(ascii: "/"), state.files[place] != nil {
        throw FileFailure(path: path, .notAFolder)
      }
    }
    return place
  }

  /// Reads or changes what is at a path.
  private func access<Value>(
    _ path: String, _ body: (inout State, _ place: String) throws(FileFailure) -> Value
  ) throws(FileFailure) -> Value {
    let result: Result<Value, FileFailure> = state.withLock { state in
      do throws(FileFailure) {
        return .success(try body(&state, try Self.place(of: path, in: state)))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): return value
    case .failure(let failure): throw failure
    }
  }

  // MARK: Reading

  public var currentFolder: String { "/" }

  public func kind(of path: String) -> FileKind? {
    try? access(path) { state, place throws(FileFailure) in
      if state.folders.contains(place) { return .folder }
      if state.files[place] != nil { return .file }
      throw FileFailure(path: path, .absent)
    }
  }

  public func isLink(_ path: String) -> Bool { false }

  public func resolved(_ path: String) -> String? {
    guard kind(of: path) != nil else { return nil }
    return try? access(path) { _, place throws(FileFailure) in place.isEmpty ? "/" : place }
  }

  public func names(in folder: String) throws(FileFailure) -> [String] {
    try access(folder) { state, place throws(FileFailure) in
      guard state.folders.contains(place) else {
        throw FileFailure(path: folder, state.files[place] == nil ? .absent : .notAFolder)
      }
      return (Array(state.files.keys) + Array(state.folders)).compactMap { path in
        guard let slash = path.lastIndex(of: "/"), path[..<slash] == place[...] else { return nil }
        return String(path[path.index(after: slash)...])
      }
    }
  }

  public func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    try access(path) { state, place throws(FileFailure) in
      guard let bytes = state.files[place] else {
        throw FileFailure(path: path, state.folders.contains(place) ? .notAFile : .absent)
      }
      guard bytes.count <= limit else { throw FileFailure(path: path, .tooLarge) }
      return bytes
    }
  }

  // MARK: Writing

  public func obstacle(toWritingIn folder: String) -> FileFailure? {
    kind(of: folder) == .folder ? nil : FileFailure(path: folder, .absent)
  }

  public func createFolder(_ path: String) throws(FileFailure) {
    try access(path) { state, place throws(FileFailure) in
      try Self.checkRoom(at: place, path, in: state)
      state.folders.insert(place)
    }
  }

  public func removeFolder(_ path: String) throws(FileFailure) {
    let isEmpty = try names(in: path).isEmpty
    try access(path) { state, place throws(FileFailure) in
      guard isEmpty else { throw FileFailure(path: path, .taken) }
      state.folders.remove(place)
    }
  }

  public func createFile(_ path: String, bytes: [UInt8]) throws(FileFailure) {
    // A path that ends in `/` refers to a folder.
    if path.utf8.last == UInt8(ascii: "/") { throw FileFailure(path: path, .notAFile) }
    try access(path) { state, place throws(FileFailure) in
      try Self.checkRoom(at: place, path, in: state)
      state.files[place] = bytes
    }
  }

  public func removeFile(_ path: String) throws(FileFailure) {
    try access(path) { state, place throws(FileFailure) in
      guard state.files.removeValue(forKey: place) != nil else {
        throw FileFailure(path: path, state.folders.contains(place) ? .notAFile : .absent)
      }
    }
  }

  public func rename(_ path: String, to newPath: String) throws(FileFailure) {
    let bytes = try contents(of: path, limit: .max)
    try access(newPath) { state, place throws(FileFailure) in
      guard !state.folders.contains(place) else { throw FileFailure(path: newPath, .notAFile) }
      // Removed first, so that a file is kept that is renamed to its own name.
      state.files[try Self.place(of: path, in: state)] = nil
      state.files[place] = bytes
    }
  }

  /// Makes a copy, as there are no links.
  public func link(_ path: String, to newPath: String) throws(FileFailure) {
    try createFile(newPath, bytes: try contents(of: path, limit: .max))
  }

  private static func checkRoom(at place: String, _ path: String, in state: State) throws(FileFailure) {
    if state.folders.contains(place) || state.files[place] != nil { throw FileFailure(path: path, .taken) }
  }
}
