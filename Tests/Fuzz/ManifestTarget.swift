import Terms

@testable import Reports

/// The input is manifest.json.
enum ManifestTarget {
  static func run(_ bytes: [UInt8]) {
    if let json = JSONValue(reading: bytes) {
      // Numbers with a fraction are written with the digits that a reader wants, so they may lose some once.
      let written = json.bytes()
      guard let again = JSONValue(reading: written) else { fatalError("what was read is not read again") }
      if !hasFractions(json) { require(again == json, "another value is read") }
      require(again.bytes() == written, "another text is written")
    }
    let manifest: Manifest
    do throws(Manifest.Unread) {
      manifest = try Manifest(reading: bytes)
    } catch {
      if case .laterFormat(let format) = error {
        require(format > Manifest.currentFormat, "no later format: \(format)")
      }
      return
    }
    // A number of a later format is no number of this program's if the file is another's: it cannot be written.
    if manifest.format > Manifest.currentFormat { return }
    let written = manifest.bytes()
    guard var again = try? Manifest(reading: written) else { fatalError("what was read is not read again") }
    require(again.bytes() == written, "another text is written")
    // As numbers with a fraction are written shorter.
    again.precision = manifest.precision
    var expected = manifest
    expected.format = again.format
    require(again == expected, "another manifest is read")
    if let outline = ResultsOutline(manifest) {
      require(outline.yearTexts.count == outline.years + 1, "other years")
    }
  }

  private static func hasFractions(_ json: JSONValue) -> Bool {
    switch json {
    case .number: return true
    case .array(let values): return values.contains(where: hasFractions)
    case .object(let members): return members.contains { hasFractions($0.value) }
    default: return false
    }
  }
}
