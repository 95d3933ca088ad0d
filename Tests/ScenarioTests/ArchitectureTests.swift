import Foundation
import TestSupport
import Testing

/// ARCHITECTURE.md against the folders, and the imports against its arrows.
@Suite struct ArchitectureTests {
  static func sources() throws -> [String] {
    let root = Shell.package.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .map { String($0.path.dropFirst(Shell.package.path.count + 1)) }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: Shell.package.appendingPathComponent(path), encoding: .utf8)
  }

  /// The paths of the tree in ARCHITECTURE.md: indented names, a folder's ending in a slash.
  static func listed() throws -> [String] {
    var folders: [String] = []
    var paths: [String] = []
    for line in try text("ARCHITECTURE.md").split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count / 2
      guard let name = line.split(separator: " ").first.map(String.init), indent <= folders.count else { continue }
      if name.hasSuffix("/") {
        folders = Array(folders.prefix(indent)) + [String(name.dropLast())]
      } else if name.hasSuffix(".swift"), folders.first == "Sources" {
        paths.append((folders.prefix(indent) + [name]).joined(separator: "/"))
      }
    }
    return paths.sorted()
  }

  @Test func everySourceFileHasItsLine() throws {
    let sources = Set(try Self.sources())
    let listed = Set(try Self.listed())
    #expect(sources.subtracting(listed).sorted() == [], "not in ARCHITECTURE.md")
    #expect(listed.subtracting(sources).sorted() == [], "in ARCHITECTURE.md, but not there")
    #expect(sources.count > 100)
  }

  @Test func importsFollowTheArrows() throws {
    let allowed: [String: Set<String>] = [
      "CostEngine": [],
      "StudyFiles": ["CostEngine", "Foundation", "FoundationEssentials"],
      "Reports": ["CostEngine"],
      "WaterlijnCommands": [
        "CostEngine", "StudyFiles", "Reports", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl",
        "Darwin", "Synchronization",
      ],
      "waterlijn": ["WaterlijnCommands", "Foundation", "Glibc", "Musl", "Darwin"],
    ]
    for path in try Self.sources() {
      let target = path.split(separator: "/")[1]
      for line in try Self.text(path).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy({ $0.hasPrefix("@") })
        else { continue }
        let module = String(words[keyword + 1])
        #expect(allowed[String(target)]?.contains(module) == true, "\(path) imports \(module)")
      }
    }
  }

  @Test func thereAreNoPackageDependencies() throws {
    #expect(try !Self.text("Package.swift").contains(".package("))
  }
}
