import StudyFiles
import Terms
import Testing

/// Why a file of a folder cannot be read, as told by the place where the folder is stored.
@Suite struct FolderOfAStudyTests {
  /// A file that is not simply there.
  enum Obstacle: Sendable {
    /// Its folder may be listed but not entered: nothing is known of it.
    case closed
    case deadLink
    /// A link to a place that may not be entered.
    case closedLink
    case linkElsewhere
    case pipe
  }

  /// The study of the fixture, with one cell that names the file `metingen.csv`.
  private final class Place: FileSource {
    private let folder: String
    private let files: [String: String]
    private let obstacles: [String: Obstacle]
    let currentFolder = "/"

    init(folder: String, _ obstacles: [String: Obstacle] = [:]) throws {
      self.folder = folder
      self.obstacles = obstacles
      files = try StudyFixture.files([
        .replace("10%,50%", with: "empirical(metingen.csv; verloop),50%", in: "staffing.csv"),
        .write("verloop\n8%\n12%", to: "metingen.csv"),
      ])
    }

    /// The file at a path; nil if there is none.
    private func file(_ path: String) -> (text: String, obstacle: Obstacle?)? {
      let start = folder == "/" ? "/" : folder + "/"
      let name = String(path.dropFirst(start.utf8.count))
      return path.hasPrefix(start) ? files[name].map { ($0, obstacles[name]) } : nil
    }

    func kind(of path: String) -> FileKind? {
      if path == folder { return .folder }
      guard let (_, obstacle) = file(path) else { return nil }
      switch obstacle {
      case .closed, .deadLink, .closedLink: return nil
      case .pipe: return .other
      case .linkElsewhere, nil: return .file
      }
    }

    func isLink(_ path: String) -> Bool {
      switch file(path)?.obstacle {
      case .deadLink, .closedLink, .linkElsewhere: return true
      case .closed, .pipe, nil: return false
      }
    }

    func resolved(_ path: String) -> String? {
      file(path)?.obstacle == .linkElsewhere ? "/elders/metingen.csv" : kind(of: path).map { _ in path }
    }

    func names(in folder: String) -> [String] { Array(files.keys) }

    func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
      switch file(path) {
      case (_, .closed)?, (_, .closedLink)?: throw FileFailure(path: path, .noPermission)
      case (let text, nil)?: return Array(text.utf8)
      default: throw FileFailure(path: path, .absent)
      }
    }
  }

  private static func unreadable(_ reason: String) -> String { "Het bestand kan niet worden gelezen (\(reason))." }

  /// Used to be said of a folder that may not be entered: that it lacks all its tables.
  @Test(arguments: [
    (Obstacle.closed, unreadable("geen toegang")), (.closedLink, unreadable("geen toegang")),
    (.deadLink, unreadable("het is een verwijzing die nergens uitkomt")), (.pipe, unreadable("geen gewoon bestand")),
  ])
  func tellsWhyATableCannotBeRead(_ obstacle: Obstacle, message: String) throws {
    let reading = StudyReader.read(folder: "/proef", in: try Place(folder: "/proef", ["norms.csv": obstacle]))
    #expect(reading.diagnostics.map(\.problem.dutch) == [message])
    #expect(reading.diagnostics.map(\.file) == ["norms.csv"])
  }

  @Test(arguments: [
    (Obstacle.closed, unreadable("geen toegang")), (.closedLink, unreadable("geen toegang")),
    (.deadLink, unreadable("het is een verwijzing die nergens uitkomt")), (.pipe, unreadable("geen gewoon bestand")),
    (.linkElsewhere, "\"metingen.csv\" staat niet in de studiemap."),
  ])
  func tellsWhyAFileThatACellNamesCannotBeRead(_ obstacle: Obstacle, message: String) throws {
    let reading = StudyReader.read(folder: "/proef", in: try Place(folder: "/proef", ["metingen.csv": obstacle]))
    #expect(reading.diagnostics.map(\.problem.dutch) == [message])
  }

  /// Of a study in the root folder, the file that a cell names used to lie outside the study.
  @Test(arguments: ["/proef", "/"]) func mayBeTheRoot(folder: String) throws {
    let reading = StudyReader.read(folder: folder, in: try Place(folder: folder))
    #expect(!reading.diagnostics.contains { $0.severity == .error } && reading.study != nil)
  }
}
