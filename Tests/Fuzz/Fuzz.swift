import Glibc

/// What is given bytes that nobody thought of. `WATERLIJN_FUZZ` names the one that a program is to run: see the Makefile.
enum Target: String, CaseIterable {
  /// A table from the bytes of its file.
  case csv
  /// A cell from its text, as the column or setting reads it.
  case cells
  /// The whole program: a study read, checked, computed and reported.
  case study
  /// The tables of a results folder.
  case results
  /// manifest.json.
  case manifest
  /// The arguments of the command line.
  case arguments
  /// A stream of compressed bytes.
  case inflate
  /// A document in XML.
  case xml
  /// A workbook that somebody sent back.
  case workbook
  /// What a region sent back: recognised, taken over, and answered.
  case answers

  /// - Returns: whether it is worth making others of, if it did what no other did.
  func run(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .csv: CSVTarget.run(bytes)
    case .cells: CellTarget.run(bytes)
    case .study: return StudyTarget.run(bytes)
    case .results: ResultsTarget.run(bytes)
    case .manifest: ManifestTarget.run(bytes)
    case .arguments: ArgumentTarget.run(bytes)
    case .inflate: InflateTarget.run(bytes)
    case .xml: XMLTarget.run(bytes)
    case .workbook: WorkbookTarget.run(bytes)
    case .answers: AnswerTarget.run(bytes)
    }
    return true
  }

  static let asked: Target = {
    let name = getenv("WATERLIJN_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = Target(rawValue: name) else {
      fatalError("WATERLIJN_FUZZ is one of: \(allCases.map { $0.rawValue }.joined(separator: ", "))")
    }
    return target
  }()
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Target.asked.run(Array(UnsafeBufferPointer(start: bytes, count: count))) ? 0 : -1
}

/// What has to hold for whatever input; the fuzzer keeps the one that it does not hold for.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}

extension [UInt8] {
  /// Whether a check that takes long is made of this input: of one in so many, always the same ones.
  func isChosen(oneIn count: UInt64) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (hash >> 20) % count == 0
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
