import CostEngine
import Foundation
import KnownAnswers
import TestSupport
import Testing

/// The engine as Embedded Swift for WebAssembly: it compiles, and gives the same bits.
@Suite(
  .serialized,
  .enabled(
    if: LongBuilds.areAsked, "only with WATERLIJN_BUILDS=1 (make builds): THE ENGINE WAS NOT MADE AS EMBEDDED SWIFT"))
struct WebAssemblyTests {
  static let scratch = ".build-wasm"
  static let arguments = [
    "--triple", "wasm32-unknown-none-wasm", "-c", "release", "-Xswiftc", "-enable-experimental-feature", "-Xswiftc",
    "Embedded", "-Xswiftc", "-wmo", "--scratch-path", scratch,
  ]

  @Test func theEngineCompiles() throws {
    try Shell.run("swift", ["build", "--target", "CostEngine"] + WebAssemblyTests.arguments)
  }

  @Test func knownAnswersAreTheSameToTheLastBit() throws {
    // Without a runtime library there is nothing for the stack protector to call.
    try Shell.run(
      "swift",
      ["build", "--target", "KnownAnswers"] + WebAssemblyTests.arguments
        + ["-Xswiftc", "-Xfrontend", "-Xswiftc", "-disable-stack-protector"])
    let tools = try Shell.toolchain()
    let products = Shell.package.appendingPathComponent("\(WebAssemblyTests.scratch)/wasm32-unknown-none-wasm/release")
    let objects = try ["CostEngine", "KnownAnswers"].flatMap { target in
      try FileManager.default.contentsOfDirectory(
        at: products.appendingPathComponent("\(target).build"), includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == "o" }.map(\.path).sorted()
    }
    let module = products.appendingPathComponent("known-answers.wasm").path
    try Shell.run(
      tools.appendingPathComponent("wasm-ld").path,
      ["--no-entry", "--export=_start", "--initial-memory=268435456", "-o", module] + objects)
    let written = try Shell.run(tools.appendingPathComponent("wasmkit").path, ["run", module])
    var native: [String] = []
    KnownAnswers.write { bits in
      let digits = String(bits, radix: 16)
      native.append(String(repeating: "0", count: 16 - digits.count) + digits)
    }
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines == native)
    // The generator's published known answer, and as many numbers as there should be.
    #expect(lines.prefix(4).map { $0.suffix(8) } == ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"])
    #expect(lines.count == 8 + 16 * 9 + Sampler.allCases.count * 10 * 5)
  }
}
