import Analyses
import Reports
import StudyFiles
import Terms

/// A folder to which several processes, perhaps on several machines, write parts of one run.
///
/// Each part is a file that is there as a whole or not at all. Beside them stand `run.json`, which says what the whole run
/// is made with, and a copy of the study: what is needed to merge the parts.
struct PartsFolder {
  static let run = "run.json"
  static let ending = ".part"
  /// Of what is done of a part that is being computed: a part of fewer draws, replaced from time to time.
  static let checkpointEnding = ".checkpoint"
  /// Of what is being written.
  private static let unfinished = ".unfinished"
  private static let mostUnfinished = 1_000

  /// As the user wrote it, without slashes at its end.
  let path: String
  private let environment: CommandEnvironment

  init(_ path: String, _ environment: CommandEnvironment) {
    self.path = path.trimmingTrailingSlashes
    self.environment = environment
  }

  /// The usual name of a part's file.
  static func name(_ ranges: DrawRanges, of draws: Int) -> String {
    let digits = String(draws).count
    func text(_ draw: Int) -> String {
      let text = String(draw)
      return String(repeating: "0", count: digits - text.count) + text
    }
    let ends = ranges.ranges.first.map { "\(text($0.lowerBound))-\(text(ranges.upperBound))" } ?? ""
    return "draws-" + ends + (ranges.ranges.count > 1 ? "-in-\(ranges.ranges.count)" : "") + ending
  }

  /// The name of what is done of these draws.
  static func checkpointName(_ draws: Range<Int>, of all: Int) -> String {
    String(name(DrawRanges([draws])!, of: all).dropLast(ending.count)) + checkpointEnding
  }

  // MARK: Writing

  /// Makes the folder ready for the parts of a run.
  ///
  /// - Parameter copies: of the run's inputs.
  func prepare(for run: Manifest, _ copies: InputCopies) throws(WorkFailure) {
    try prepare(
      OutputFile(name: Self.run, bytes: run.bytes()), beside: copies.files,
      other: Bilingual(
        nl: """
          \(path) bevat al delen van een andere berekening: een andere studie, andere trekkingen of een andere versie.
          Kies een andere map met --out, of haal die delen weg.
          """,
        en: """
          \(path) holds parts of another run already: another study, other draws or another version.
          Choose another folder with --out, or remove those parts.
          """))
  }

  /// Writes what says which work the folder is for, unless it is there.
  ///
  /// - Parameters:
  ///   - work: comes last: where it is, what belongs beside it is too.
  ///   - other: said if it is there and is of other work.
  func prepare(_ work: OutputFile, beside: [OutputFile], other: Bilingual) throws(WorkFailure) {
    if let there = environment.contents(of: path + "/" + work.name), there != work.bytes { throw .invalid(other) }
    for file in beside + [work] {
      if environment.contents(of: path + "/" + file.name) == file.bytes { continue }
      try write(file)
    }
  }

  /// Takes away a file that is not needed any more.
  func remove(_ name: String) { try? environment.files.removeFile(environment.path(path + "/" + name)) }

  /// Takes away a checkpoint, and the folder if it holds no parts, nor anything but what belongs to them.
  ///
  /// - Parameter copies: of the run's inputs.
  func removeCheckpoint(_ name: String, _ copies: InputCopies) {
    remove(name)
    guard names().parts.isEmpty else { return }
    // Whoever was ended while it wrote these left what it had.
    for file in [name, Self.run] + copies.files.map({ $0.name }) {
      for number in 1...Self.mostUnfinished {
        let left = Self.unfinishedName(file, number)
        guard environment.files.kind(of: environment.path(path + "/" + left)) != nil else { break }
        remove(left)
      }
    }
    guard names().unfinished == 0 else { return }
    remove(Self.run)
    for file in copies.files { remove(file.name) }
    for folder in [path + "/" + InputCopies.folder, path] {
      try? environment.files.removeFolder(environment.path(folder))
    }
  }

  private static func unfinishedName(_ name: String, _ number: Int) -> String { "\(name).\(number)\(unfinished)" }

  /// Writes a file as a whole; one that is there is replaced.
  func write(_ file: OutputFile) throws(WorkFailure) {
    let files = environment.files
    let target = environment.path(path + "/" + file.name)
    do throws(FileFailure) {
      let folder = String(target[..<target.lastIndex(of: "/")!])
      try createFolders(folder)
      let new = try create(beside: target, file.bytes)
      do throws(FileFailure) { try files.rename(new, to: target) } catch {
        try? files.removeFile(new)
        throw error
      }
      files.sync(folder)
    } catch {
      throw .failed(error.text(.out))
    }
  }

  /// Creates a file of a name of its own: other processes may be writing the same, or have been ended while they did.
  private func create(beside target: String, _ bytes: [UInt8]) throws(FileFailure) -> String {
    let files = environment.files
    var number = 1
    while true {
      let new = Self.unfinishedName(target, number)
      do throws(FileFailure) {
        try files.createFile(new, bytes: bytes)
        return new
      } catch {
        guard files.kind(of: new) != nil, number < Self.mostUnfinished else { throw error }
        number += 1
      }
    }
  }

  private func createFolders(_ folder: String) throws(FileFailure) {
    let files = environment.files
    if folder.isEmpty || files.kind(of: folder) == .folder { return }
    if let slash = folder.lastIndex(of: "/") { try createFolders(String(folder[..<slash])) }
    do throws(FileFailure) { try files.createFolder(folder) } catch {
      // Another process may have made it meanwhile.
      guard files.kind(of: folder) == .folder else { throw error }
    }
  }

  // MARK: Reading

  /// What the whole run is made with; nil if that is not there, or is not what it was.
  func wholeRun() -> Manifest? {
    environment.contents(of: path + "/" + Self.run).flatMap { try? Manifest(reading: $0) }
  }

  /// The names of the parts and checkpoints, and the number of files that a process has left which was ended while it wrote them.
  func names() -> (parts: [String], unfinished: Int) {
    let names = (try? environment.files.names(in: environment.path(path))) ?? []
    let parts = names.filter {
      ($0.hasSuffix(Self.ending) || $0.hasSuffix(Self.checkpointEnding)) && !$0.hasPrefix(".")
    }
    return (
      parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, names.count { $0.hasSuffix(Self.unfinished) }
    )
  }

  /// The header of a part, and whether the file has as many bytes as it says.
  ///
  /// - Returns: nil if it cannot be read.
  func header(_ name: String) -> Result<PartHeader, PartHeader.Unread>? {
    let path = environment.path(self.path + "/" + name)
    guard environment.files.kind(of: path) == .file,
      let (bytes, size) = try? environment.files.beginning(of: path, count: PartHeader.size)
    else { return nil }
    do throws(PartHeader.Unread) {
      let header = try PartHeader(reading: bytes)
      let isWhole = size == Int64(PartHeader.size) + Int64(header.bodyByteCount)
      return isWhole ? .success(header) : .failure(.damaged)
    } catch {
      return .failure(error)
    }
  }

  func contents(_ name: String) -> [UInt8]? { environment.contents(of: path + "/" + name) }

  /// Whether a part of these draws is there, and undamaged.
  func hasPart(_ run: Manifest, _ ranges: DrawRanges) -> Bool {
    guard let bytes = contents(Self.name(ranges, of: run.draws)),
      let header = try? PartHeader(reading: bytes), header.ranges == ranges,
      header.runSHA256 == SHA256.hexDigest(of: run.bytes()), bytes.count == PartHeader.size + header.bodyByteCount
    else { return false }
    return PartBody(bytes, from: PartHeader.size)?.sha256 == header.bodySHA256
  }
}
