import CostEngine

/// `manifest.json`: what a results folder was computed from, so that it can be computed again.
///
/// It holds no time and no place: the same run gives the same bytes.
public struct Manifest: Sendable {
  /// A file, as it was read or written.
  public struct File: Sendable, Equatable {
    /// Name within its folder.
    public var name: String
    public var byteCount: Int
    /// Lower-case hexadecimal.
    public var sha256: String

    public init(name: String, byteCount: Int, sha256: String) {
      self.name = name
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  public var toolVersion: String
  public var study: Study
  public var selection: Selection
  public var draws: Int
  public var seed: UInt64
  public var sampler: Sampler
  public var csvLocale: CSVLocale
  /// The precision that was asked for, and the least precise figure; nil where none was asked for.
  public var precision: (goal: PrecisionGoal, found: LeastPrecise?)?
  /// The study's files.
  public var inputs: [File]
  /// The other files of the results folder.
  public var outputs: [File]

  public init(
    toolVersion: String, study: Study, selection: Selection, draws: Int, seed: UInt64, sampler: Sampler,
    csvLocale: CSVLocale, precision: (goal: PrecisionGoal, found: LeastPrecise?)? = nil, inputs: [File], outputs: [File]
  ) {
    self.toolVersion = toolVersion
    self.study = study
    self.selection = selection
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    self.csvLocale = csvLocale
    self.precision = precision
    self.inputs = inputs
    self.outputs = outputs
  }

  /// The file's content.
  public func bytes() -> [UInt8] {
    let run: [JSONValue.Member] = [
      .init("tool", .string("waterlijn")),
      .init("version", .string(toolVersion)),
      .init("study", .string(study.title)),
      .init("seed", .unsigned(seed)),
      .init("draws", .integer(draws)),
      .init("sampler", .string(sampler.id)),
    ]
    let content: [JSONValue.Member] = [
      .init("scenarios", .array(selection.scenarios.map { .string(study.scenarios[$0].code) })),
      .init("regions", .array(selection.regions.map { .string(study.regions[$0].code) })),
      .init("all_regions", .boolean(selection.regions.count == study.regions.count)),
      .init("first_year", .integer(study.firstYear)),
      .init("last_year", .integer(study.lastYear)),
      .init("price_year", .integer(study.priceYear)),
      .init("prices", .string(study.currentPrices ? "current" : "constant")),
      .init("csv_locale", .string(csvLocale.id)),
      .init("inputs", .array(inputs.map(Self.json))),
      .init("outputs", .array(outputs.map(Self.json))),
    ]
    return JSONValue.object(run + precisionMembers + content).bytes()
  }

  private var precisionMembers: [JSONValue.Member] {
    guard let (goal, found) = precision else { return [] }
    var members: [JSONValue.Member] = [
      .init("asked", .number(goal.tolerance)), .init("max_draws", .integer(goal.maximumDraws)),
      .init("reached", .boolean(found.map { $0.share <= goal.tolerance } ?? true)),
      .init("largest_error", .number(found?.share ?? 0)),
    ]
    if let found {
      let region =
        found.region < selection.regions.count
        ? study.regions[selection.regions[found.region]].code : ResultsCSV.nationalCode
      members += [
        .init("scenario", .string(study.scenarios[selection.scenarios[found.scenario]].code)),
        .init("region", .string(region)), .init("statistic", .string(found.figure.id)),
      ]
    }
    return [.init("tolerance", .object(members))]
  }

  private static func json(_ file: File) -> JSONValue {
    .object([
      .init("name", .string(file.name)), .init("bytes", .integer(file.byteCount)),
      .init("sha256", .string(file.sha256)),
    ])
  }
}
