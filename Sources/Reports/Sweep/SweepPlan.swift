import CostEngine
import Terms

/// `plan.json`: the variants of a sweep that several processes compute, and all that their outcomes depend on.
public struct SweepPlan: Sendable, Equatable {
  /// Number of the format that this program writes and reads.
  private static let currentFormat = 1
  private static let tool = "waterlijn"

  public var toolVersion: String
  /// The study's title.
  public var study: String
  /// The options with which the sweep was asked for.
  public var options: [String]
  /// Number of variants, numbered from 1.
  public var variants: Int
  public var settings: SimulationSettings
  /// The study's files.
  public var inputs: [HashedFile]

  public init(
    toolVersion: String, study: String, options: [String], variants: Int, settings: SimulationSettings,
    inputs: [HashedFile]
  ) {
    self.toolVersion = toolVersion
    self.study = study
    self.options = options
    self.variants = variants
    self.settings = settings
    self.inputs = inputs
  }

  public func bytes() -> [UInt8] {
    JSONValue.object([
      .init("tool", .string(Self.tool)),
      .init("plan", .integer(Self.currentFormat)),
      .init("version", .string(toolVersion)),
      .init("study", .string(study)),
      .init("options", .array(options.map { .string($0) })),
      .init("variants", .integer(variants)),
      .init("seed", .unsigned(settings.seed)),
      .init("draws", .integer(settings.draws)),
      .init("sampler", .string(settings.sampler.id)),
      .init("inputs", .array(inputs.map { $0.json })),
    ]).bytes()
  }

  public var sha256: String { SHA256.hexDigest(of: bytes()) }

  /// - Returns: nil if the bytes are no plan of this format.
  public init?(reading bytes: [UInt8]) {
    guard let json = JSONValue(reading: bytes), json["tool"]?.text == Self.tool,
      json["plan"]?.wholeNumber == Self.currentFormat, let version = json["version"]?.text,
      let study = json["study"]?.text, let options = json["options"]?.elements?.compactMap({ $0.text }),
      let variants = json["variants"]?.wholeNumber, variants > 0, let seed = json["seed"]?.unsignedNumber,
      let draws = json["draws"]?.wholeNumber, (1...SimulationSettings.maximumDraws).contains(draws),
      let sampler = Sampler.allCases.first(where: { $0.id == json["sampler"]?.text }),
      let inputs = HashedFile.list(json["inputs"])
    else { return nil }
    self.init(
      toolVersion: version, study: study, options: options, variants: variants,
      settings: SimulationSettings(draws: draws, seed: seed, sampler: sampler), inputs: inputs)
  }
}
