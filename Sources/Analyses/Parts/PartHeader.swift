import CostEngine
import Reports
import Terms

/// The first 4,096 bytes of a part of a run: which run it belongs to, and which of its draws it holds. They can be read,
/// and checked, without the rest.
///
/// A text in JSON, filled up with spaces; then a line with the SHA-256 of what stands before it.
public struct PartHeader: Sendable, Equatable {
  /// Number of bytes.
  public static let size = 4_096
  /// Number of the format of parts that this program writes and reads.
  public static let currentFormat = 1
  /// More ranges than this do not fit; merge neighbours first.
  public static let mostRanges = 64

  /// Version of the program.
  public var version: String
  /// The study's title.
  public var study: String
  /// SHA-256 of the list of the study's files, see ``studyHash(_:)``.
  public var studySHA256: String
  /// SHA-256 of `run.json`: everything that the results depend on.
  public var runSHA256: String
  public var seed: UInt64
  public var sampler: Sampler
  /// Number of draws of the whole run.
  public var draws: Int
  /// Codes of the scenarios; the first of them if there are more than the header holds.
  public var scenarios: [String]
  public var scenarioCount: Int
  public var ranges: DrawRanges
  public var bodyByteCount: Int
  /// Of the digests of the places' statistics, see ``PartBody``.
  public var bodySHA256: String

  /// Why bytes are not read.
  public enum Unread: Error, Equatable {
    /// They do not begin as a part does.
    case noPart
    /// They begin as a part does, but were cut off or changed.
    case damaged
    /// Of a later format, by its number.
    case laterFormat(Int)
  }

  /// - Parameter run: what the whole run is made with; its outputs are empty.
  init(_ run: Manifest, ranges: DrawRanges, body: PartBody) {
    version = run.toolVersion
    study = run.study
    studySHA256 = Self.studyHash(run.inputs)
    runSHA256 = SHA256.hexDigest(of: run.bytes())
    seed = run.seed
    sampler = run.sampler
    draws = run.draws
    scenarios = run.scenarios
    scenarioCount = run.scenarios.count
    self.ranges = ranges
    bodyByteCount = body.byteCount
    bodySHA256 = body.sha256
  }

  /// SHA-256 of the lines `HASH  NAME` of a study's files, as `sha256sum` writes them.
  public static func studyHash(_ inputs: [HashedFile]) -> String {
    var list: [UInt8] = []
    for file in inputs { list += Array("\(file.sha256)  \(file.name)\n".utf8) }
    return SHA256.hexDigest(of: list)
  }

  // MARK: Writing

  private static let tool = "waterlijn"
  /// The text, its line feed, a hash in hexadecimal and its line feed.
  private static let textSize = size - 66

  public func bytes() -> [UInt8] {
    precondition(ranges.ranges.count <= Self.mostRanges)
    var kept = self
    var text = kept.text
    // A long title, or many scenarios: what they are the part's run says.
    while text.count > Self.textSize, kept.scenarios.count > 1 {
      kept.scenarios.removeLast(max(1, kept.scenarios.count / 4))
      text = kept.text
    }
    if text.count > Self.textSize {
      kept.study = ""
      text = kept.text
    }
    if text.count > Self.textSize {
      kept.scenarios = []
      text = kept.text
    }
    text += [UInt8](repeating: UInt8(ascii: " "), count: Self.textSize - text.count)
    return text + Array("\n\(SHA256.hexDigest(of: text))\n".utf8)
  }

  private var text: [UInt8] {
    JSONValue.object([
      .init("tool", .string(Self.tool)),
      .init("part", .integer(Self.currentFormat)),
      .init("version", .string(version)),
      .init("study", .string(study)),
      .init("study_sha256", .string(studySHA256)),
      .init("run_sha256", .string(runSHA256)),
      .init("seed", .unsigned(seed)),
      .init("sampler", .string(sampler.id)),
      .init("draws", .integer(draws)),
      .init("scenario_count", .integer(scenarioCount)),
      .init("scenarios", .array(scenarios.map { .string($0) })),
      .init("from", .array(ranges.ranges.map { .integer($0.lowerBound) })),
      .init("to", .array(ranges.ranges.map { .integer($0.upperBound) })),
      .init("body_bytes", .integer(bodyByteCount)),
      .init("body_sha256", .string(bodySHA256)),
    ]).bytes()
  }

  // MARK: Reading

  /// - Parameter bytes: of a part, or of its beginning.
  public init(reading bytes: [UInt8]) throws(Unread) {
    let beginning = Array("{\n  \"tool\": \"\(Self.tool)\",\n  \"part\": ".utf8)
    guard bytes.count >= Self.size else {
      throw bytes.starts(with: beginning.prefix(max(1, bytes.count))) ? .damaged : .noPart
    }
    let text = Array(bytes[..<Self.textSize])
    guard Array(bytes[Self.textSize..<Self.size]) == Array("\n\(SHA256.hexDigest(of: text))\n".utf8) else {
      // Whoever changed its very beginning still has the body's length and all else of a part.
      throw bytes.starts(with: beginning) || bytes[Self.textSize] == 0x0a && bytes[Self.size - 1] == 0x0a
        ? .damaged : .noPart
    }
    guard let json = JSONValue(reading: text), json["tool"]?.text == Self.tool, let format = json["part"]?.wholeNumber
    else { throw .noPart }
    guard format <= Self.currentFormat else { throw .laterFormat(format) }
    guard let version = json["version"]?.text, let study = json["study"]?.text,
      let studySHA256 = json["study_sha256"]?.text, let runSHA256 = json["run_sha256"]?.text,
      let seed = json["seed"]?.unsignedNumber,
      let sampler = Sampler.allCases.first(where: { $0.id == json["sampler"]?.text }),
      let draws = json["draws"]?.wholeNumber, (1...SimulationSettings.maximumDraws).contains(draws),
      let scenarioCount = json["scenario_count"]?.wholeNumber,
      let scenarios = json["scenarios"]?.elements?.compactMap({ $0.text }),
      let ranges = DrawRanges(from: json["from"], to: json["to"]), ranges.upperBound <= draws,
      let bodyByteCount = json["body_bytes"]?.wholeNumber, bodyByteCount >= 0,
      let bodySHA256 = json["body_sha256"]?.text
    else { throw .damaged }
    self.version = version
    self.study = study
    self.studySHA256 = studySHA256
    self.runSHA256 = runSHA256
    self.seed = seed
    self.sampler = sampler
    self.draws = draws
    self.scenarios = scenarios
    self.scenarioCount = scenarioCount
    self.ranges = ranges
    self.bodyByteCount = bodyByteCount
    self.bodySHA256 = bodySHA256
  }
}
