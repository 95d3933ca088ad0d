import Foundation
import Reports
import Terms

// Makes waterlijn.html: the page's own files, the WebAssembly module and the example studies in one file, which needs
// nothing else. `make page` calls it.
//
// Usage: PageMaker SOURCES MODULE SCENARIOS OUT
//        PageMaker SOURCES
//
// SOURCES is the folder of this package's sources, MODULE the module, compressed by `xz --format=lzma`, SCENARIOS the folder
// of studies.
// The same files give the same bytes. With SOURCES alone it prints what a page tells of the sources it was made from.

let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
guard arguments.count == 4 || arguments.count == 1 else {
  FileHandle.standardError.write(Data("usage: PageMaker SOURCES [MODULE SCENARIOS OUT]\n".utf8))
  exit(2)
}
let sources = arguments[0]
if arguments.count == 1 {
  print(try fingerprint(of: sources))
  exit(0)
}
let (module, scenarios, out) = (arguments[1], arguments[2], arguments[3])
let page = sources.appendingPathComponent("WaterlijnPage/Page")

/// SHA-256 of the names and contents of all files in a folder, in the order of their names.
func fingerprint(of folder: URL) throws -> String {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  var lines = ""
  for name in names {
    let file = folder.appendingPathComponent(name)
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
    lines += "\(SHA256.hexDigest(of: Array(try Data(contentsOf: file))))  \(name)\n"
  }
  return SHA256.hexDigest(of: Array(lines.utf8))
}

func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

func names(in folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

/// What a script's or a style's text is named by in a Content-Security-Policy.
func hash(_ text: String) throws -> String {
  let digest = SHA256.hexDigest(of: Array(text.utf8))
  let bytes = stride(from: 0, to: digest.count, by: 2).map { place in
    UInt8(digest.dropFirst(place).prefix(2), radix: 16) ?? 0
  }
  return "'sha256-\(Data(bytes).base64EncodedString())'"
}

/// A study as an archive, without its results.
func archive(of study: String) throws -> [UInt8] {
  var archive = ZipArchive()
  let folder = scenarios.appendingPathComponent(study)
  for name in try names(in: folder) where name.hasSuffix(".csv") {
    archive.add(name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
  }
  return archive.finished()
}

/// A script without indentation and lines that are only comments: people read it in the sources, and a page of 3 MB has no
/// room to spare.
func condensed(_ script: String) -> String {
  script.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("//") }
    .joined(separator: "\n") + "\n"
}

let script = try names(in: page.appendingPathComponent("script")).map {
  condensed(try text(page.appendingPathComponent("script/\($0)")))
}
// One scope of its own for all of them: nothing of the page can be reached from outside.
let program = "(() => {\n\"use strict\";\n" + script.joined() + "})();\n"
let style = try text(page.appendingPathComponent("style.css"))
let report = ReportPage.codeHashes
let policy = [
  "default-src 'none'", "style-src \(try hash(style)) '\(report.style)'",
  // Its own code, that of a report in a frame, and the module.
  "script-src \(try hash(program)) '\(report.script)' 'wasm-unsafe-eval'", "worker-src blob:", "frame-src blob:",
  "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
].joined(separator: "; ")
let examples = try names(in: scenarios).filter {
  FileManager.default.fileExists(atPath: scenarios.appendingPathComponent("\($0)/settings.csv").path)
}.map { name in
  "<script type=\"text/plain\" class=\"study\" data-name=\"\(name)\">\(Data(try archive(of: name)).base64EncodedString())</script>"
}
var html = try text(page.appendingPathComponent("page.html"))
for (mark, content) in [
  ("{{policy}}", policy), ("{{sources}}", try fingerprint(of: sources)), ("{{style}}", style), ("{{script}}", program),
  ("{{worker}}", condensed(try text(page.appendingPathComponent("worker.js")))),
  ("{{module}}", PackedText.text(of: Array(try Data(contentsOf: module)))),
  ("{{studies}}", examples.joined(separator: "\n")),
] {
  let parts = html.components(separatedBy: mark)
  precondition(parts.count == 2, "page.html needs \(mark) once")
  html = parts.joined(separator: content)
}
try Data(html.utf8).write(to: out)
