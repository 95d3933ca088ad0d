import StudyFiles

/// One file that is to be replaced or taken away, by names in its own folder.
///
/// What is new stands under a temporary name before anything changes, and what was there keeps a second name until all is
/// done: so either can be put in place, also by a later command where this one was ended on the spot.
struct FileReplacement: Equatable {
  var target: String
  /// The name under which the new content waits; nil if there is none, and the file is to be taken away.
  var new: String?
  /// The second name of what is there; nil if nothing is.
  var old: String?

  /// As it is written down in a folder: files in that folder by their paths from it, also where it is moved, and others
  /// by paths that hold wherever a command is started.
  func recorded(in folder: String, _ files: any FileSystem) -> FileReplacement {
    changed { path in
      if path.hasPrefix(folder + "/") { return String(path.dropFirst(folder.count + 1)) }
      let current = files.currentFolder
      return path.hasPrefix("/") ? path : current == "/" ? "/" + path : current + "/" + path
    }
  }

  /// As it is read in a folder.
  func found(in folder: String) -> FileReplacement { changed { $0.hasPrefix("/") ? $0 : folder + "/" + $0 } }

  private func changed(_ change: (String) -> String) -> FileReplacement {
    FileReplacement(target: change(target), new: new.map { change($0) }, old: old.map { change($0) })
  }

  /// Endings that no one else's files have.
  static let newEnding = ".waterlijn-new"
  static let oldEnding = ".waterlijn-old"

  /// Puts the new content in place, unless that was done.
  func redo(_ files: any FileSystem) throws(FileFailure) {
    if let new {
      if files.kind(of: new) != nil { try files.rename(new, to: target) }
    } else if files.kind(of: target) != nil {
      try files.removeFile(target)
    }
  }

  /// Puts back what was there, unless that was done.
  func undo(_ files: any FileSystem) {
    if let old {
      guard files.kind(of: old) != nil else { return }
      try? files.rename(old, to: target)
      // Renaming one name of a file to another of the same file does nothing, and leaves both.
      if files.kind(of: old) != nil { try? files.removeFile(old) }
    } else if let new, files.kind(of: new) == nil {
      try? files.removeFile(target)
    }
    if let new, files.kind(of: new) != nil { try? files.removeFile(new) }
  }
}

/// The record of replacements that have begun, in the folder where they are made.
///
/// It is there as a whole or not at all. From the moment it is there the new files count, and whoever comes next puts
/// them in place; renamed to ``undoing`` it says that they could not be, and that the old ones count.
struct ReplacementRecord {
  static let name = ".waterlijn-commit"
  static let undoing = ".waterlijn-undo"

  private static let opening = "waterlijn-replacements-1"

  /// No path holds this character.
  private static let separator: Character = "\0"

  static func bytes(_ replacements: [FileReplacement]) -> [UInt8] {
    var text = opening
    for replacement in replacements {
      for path in [replacement.target, replacement.new ?? "", replacement.old ?? ""] {
        text.append(separator)
        text += path
      }
    }
    return Array((text + "\n").utf8)
  }

  /// Nil for what is no record.
  static func replacements(_ bytes: [UInt8]) -> [FileReplacement]? {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else { return nil }
    let parts = text.dropLast().split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts[0] == opening, parts.count % 3 == 1 else { return nil }
    func path(_ part: String) -> String? { part.isEmpty ? nil : part }
    return stride(from: 1, to: parts.count, by: 3).map {
      FileReplacement(target: parts[$0], new: path(parts[$0 + 1]), old: path(parts[$0 + 2]))
    }
  }
}
