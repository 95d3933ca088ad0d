import Foundation
import TestSupport
import Testing

/// ARCHITECTURE.md against the folders, and the sources against its arrows.
@Suite struct ArchitectureTests {
  /// Which libraries each may import, and which modules of the system.
  static let allowed: [String: Set<String>] = [
    "CostEngine": [],
    "Terms": ["CostEngine"],
    "StudyFiles": ["CostEngine", "Terms"],
    "Reports": ["CostEngine", "Terms"],
    "Analyses": ["CostEngine", "Terms", "StudyFiles", "Reports"],
    "WaterlijnCommands": ["CostEngine", "Terms", "StudyFiles", "Reports", "Analyses"],
    "WaterlijnPage": ["CostEngine", "Terms", "StudyFiles", "Analyses", "WaterlijnCommands"],
    "WaterlijnProcess": [
      "StudyFiles", "Analyses", "WaterlijnCommands", "Dispatch", "Glibc", "Darwin",
    ],
    "waterlijn": ["WaterlijnProcess"], "PageMaker": ["Reports", "Terms", "Foundation"],
  ]

  @Test func importsFollowTheArrows() throws {
    for source in try Source.all() {
      for module in source.imports {
        // The standard library, imported by name for what it marks as not yet for everyone.
        #expect(
          module == "Swift" || Self.allowed[source.library]?.contains(module) == true,
          "\(source.path) imports \(module)")
      }
    }
  }

  /// Folders refer to each other one way: what a folder builds on does not build on it. These pairs are the exceptions; a
  /// new one needs a better home for something.
  @Test func foldersReferToEachOtherOneWay() throws {
    let pairs = FolderReferences(try Source.all()).mutual
    #expect(pairs.map(\.name) == Self.exceptions, "\(pairs.map(\.detail).joined(separator: "\n"))")
    #expect(pairs.count <= 8)
    #expect(!pairs.contains { $0.name.contains("Analyses") })
  }

  static let exceptions = ["StudyFiles/CSV <-> StudyFiles/Cells", "Terms/Names <-> Terms/Names/Columns"]

  /// Every folder has its line in the page, and every folder that the page lists is there.
  @Test func everyFolderHasItsLine() throws {
    let page = try String(contentsOf: Shell.package.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    let listed = page.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
      let name = line[line.index(line.startIndex, offsetBy: 3)..<end]
      return name.contains("/") ? String(name.hasSuffix("/") ? name.dropLast() : name) : nil
    }
    let folders = Set(try Source.all().map(\.folder)).filter { $0.contains("/") }
    #expect(folders.subtracting(listed).sorted() == [], "not in ARCHITECTURE.md")
    #expect(Set(listed).subtracting(folders).sorted() == [], "in ARCHITECTURE.md, but not there")
    #expect(folders.count > 30)
  }

  @Test func thereAreNoPackageDependencies() throws {
    #expect(!(try Self.manifest).contains(".package("))
  }

  /// A module that is imported without a dependency on it may not be built yet: a test target used to import Reports
  /// so, which compiled or not by what happened to be built before it.
  @Test func everyTargetDependsOnWhatItImports() throws {
    let targets = try Self.manifest.matches(
      of: #/arget\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?(?:, path: "([^"]*)")?/#)
    var dependencies: [String: Set<String>] = [:]
    for target in targets {
      let names = (target.output.2 ?? "").split(separator: ",").map {
        $0.trimmingCharacters(in: .init(charactersIn: " \"\n"))
      }
      // A list on lines of its own ends with a comma.
      dependencies[String(target.output.1)] = Set(names).subtracting([""])
    }
    #expect(dependencies.count > 20 && dependencies["TermsTests"] == ["Terms", "TestSupport"])
    // In the manifest a target stands after those that it depends on.
    for target in targets {
      let name = String(target.output.1)
      for other in dependencies[name]! { dependencies[name]!.formUnion(try #require(dependencies[other])) }
    }
    for source in try Source.all() + Source.all(in: "Tests") {
      for module in source.imports where dependencies[module] != nil {
        #expect(dependencies[source.library]?.contains(module) == true, "\(source.path) imports \(module)")
      }
    }
  }

  private static var manifest: String {
    get throws {
      try String(contentsOf: Shell.package.appendingPathComponent("Package.swift"), encoding: .utf8)
    }
  }
}

/// A source file of the package.
struct Source {
  /// From the package's folder.
  let path: String
  /// Without comments; of texts only what stands in `\( )`.
  let code: String

  var library: String { String(path.split(separator: "/")[1]) }
  /// Within Sources; the library itself for a file that stands in none of its folders.
  var folder: String { path.split(separator: "/").dropFirst().dropLast().joined(separator: "/") }

  /// Names of the modules that it imports.
  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy({ $0.hasPrefix("@") })
      else { return nil }
      // `import struct Terms.Name`
      return words.last.map { String($0.split(separator: ".")[0]) }
    }
  }

  /// All source files within a folder of the package.
  static func all(in folder: String = "Sources") throws -> [Source] {
    let root = Shell.package.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.map(\.path).sorted()
    return try paths.map { path in
      Source(
        path: String(path.dropFirst(Shell.package.path.count + 1)),
        code: code(of: try String(contentsOfFile: path, encoding: .utf8)))
    }
  }

  private static func code(of text: String) -> String {
    let lines = text.components(separatedBy: "\n").map { $0.components(separatedBy: "//")[0] }
    return lines.joined(separator: "\n").replacing(#/"(?:[^"\\\n]|\\.)*"/#) { match in
      match.output.matches(of: #/\\\(([^)]*)\)/#).map { String($0.output.1) }.joined(separator: " ")
    }
  }
}

/// Which folders use what another one declares at its top level.
struct FolderReferences {
  /// By folder, then by the folder that is referred to: names with the file that uses them.
  private var references: [String: [String: Set<String>]] = [:]

  init(_ sources: [Source]) {
    var homes: [String: Set<String>] = [:]
    let declaration =
      #/(?m)^(?:@\w+(?:\([^)]*\))? |public |package |final |indirect )*(?:struct|enum|class|protocol|typealias|func) (\w+)/#
    for source in sources {
      for match in source.code.matches(of: declaration) {
        homes[String(match.output.1), default: []].insert(source.folder)
      }
    }
    for source in sources {
      let words = Set(source.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      for word in words {
        // A name that two folders declare says nothing.
        guard let found = homes[word], found.count == 1, let home = found.first, home != source.folder,
          // What libraries refer to is held by their imports.
          home.split(separator: "/")[0] == source.library
        else { continue }
        references[source.folder, default: [:]][home, default: []].insert(
          "\(word) in \(source.path.split(separator: "/").last!)")
      }
    }
  }

  /// Pairs of folders that refer to each other.
  var mutual: [(name: String, detail: String)] {
    references.keys.sorted().flatMap { folder in
      references[folder]!.keys.sorted().compactMap { other -> (name: String, detail: String)? in
        guard folder < other, let back = references[other]?[folder] else { return nil }
        let there = references[folder]![other]!.sorted().prefix(5).joined(separator: ", ")
        return (
          "\(folder) <-> \(other)",
          "\(folder) uses \(there); \(other) uses \(back.sorted().prefix(5).joined(separator: ", "))"
        )
      }
    }
  }
}
