import CostEngine
import Terms

/// `manifest.json`: what a results folder was computed from, so that the computation can be repeated.
///
/// It contains no time and no path: the same run gives the same bytes.
public struct Manifest: Sendable, Equatable {
  /// Number of the format of results folders that this program writes. Folders without a number are of format 0, which
  /// differs in nothing else. A folder of a later format may hold what this program cannot know: it is not read.
  public static let currentFormat = 1

  /// Why bytes are not read.
  public enum Unread: Error, Equatable {
    /// They are no manifest of a results folder.
    case noManifest
    /// They are of a format, by its number, that a later version writes; `Int.max` stands for any number beyond it.
    case laterFormat(Int)
  }

  /// A requested precision, and whether it was reached.
  public struct Precision: Sendable, Equatable {
    public var goal: PrecisionGoal
    var isReached: Bool
    /// Error of the least precise figure, as a share of the distance from P5 to P95.
    var largestError: Double
    /// Nil if every figure is exact.
    public var leastPrecise: Figure?

    /// A figure by its codes and the name of its statistic.
    public struct Figure: Sendable, Equatable {
      public var scenario: String
      public var region: String
      public var statistic: String
    }
  }

  public var format = currentFormat
  public var toolVersion: String
  /// The study's title.
  public var study: String
  /// Number of draws that the figures rest on.
  public var draws: Int
  /// Which draws these are, if others are missing.
  public var partial: PartialRun?
  public var seed: UInt64
  public var sampler: Sampler
  /// Nil if no precision was requested.
  public var precision: Precision?
  /// Codes of the scenarios that were computed.
  public var scenarios: [String]
  public var regions: [String]
  /// Whether these are all regions of the study.
  public var includesAllRegions: Bool
  public var firstYear: Int
  public var lastYear: Int
  public var priceYear: Int
  var isInCurrentPrices: Bool
  /// The notation used in the tables.
  public var csvLocale: CSVLocale
  /// The study's files.
  public var inputs: [HashedFile]
  /// The other files of the results folder.
  public var outputs: [HashedFile]

  /// - Parameters:
  ///   - precision: the goal, and the least precise figure if there is one; nil if no precision was requested.
  ///   - partial: nil if no draws are missing.
  public init(
    toolVersion: String, study: Study, selection: Selection, draws: Int, seed: UInt64, sampler: Sampler,
    csvLocale: CSVLocale, precision: (goal: PrecisionGoal, found: LeastPrecise?)? = nil, partial: PartialRun? = nil,
    inputs: [HashedFile], outputs: [HashedFile]
  ) {
    self.partial = partial
    self.toolVersion = toolVersion
    self.study = study.title
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    scenarios = selection.scenarios.map { study.scenarios[$0].code }
    regions = selection.regions.map { study.regions[$0].code }
    includesAllRegions = selection.regions.count == study.regions.count
    firstYear = study.firstYear
    lastYear = study.lastYear
    priceYear = study.priceYear
    isInCurrentPrices = study.currentPrices
    self.csvLocale = csvLocale
    self.inputs = inputs
    self.outputs = outputs
    let (scenarios, regions) = (scenarios, regions)
    self.precision = precision.map { goal, found in
      Precision(
        goal: goal, isReached: found.map { $0.share <= goal.tolerance } ?? true, largestError: found?.share ?? 0,
        leastPrecise: found.map {
          Precision.Figure(
            scenario: scenarios[$0.scenario],
            region: $0.region < regions.count ? regions[$0.region] : ResultsCSV.nationalCode, statistic: $0.figure.id)
        })
    }
  }

  // MARK: Writing

  /// The file's content.
  public func bytes() -> [UInt8] {
    let run: [JSONValue.Member] = [
      .init("tool", .string(Self.tool)),
      .init("format", .integer(format)),
      .init("version", .string(toolVersion)),
      .init("study", .string(study)),
      .init("seed", .unsigned(seed)),
      .init("draws", .integer(draws)),
      .init("sampler", .string(sampler.id)),
    ]
    let content: [JSONValue.Member] = [
      .init("scenarios", .array(scenarios.map { .string($0) })),
      .init("regions", .array(regions.map { .string($0) })),
      .init("all_regions", .boolean(includesAllRegions)),
      .init("first_year", .integer(firstYear)),
      .init("last_year", .integer(lastYear)),
      .init("price_year", .integer(priceYear)),
      .init("prices", .string(isInCurrentPrices ? Self.currentPrices : Self.constantPrices)),
      .init("csv_locale", .string(csvLocale.id)),
      .init("inputs", .array(inputs.map { $0.json })),
      .init("outputs", .array(outputs.map { $0.json })),
    ]
    return JSONValue.object(run + partialMembers + precisionMembers + content).bytes()
  }

  private static let tool = "waterlijn"
  private static let currentPrices = "current"
  private static let constantPrices = "constant"

  private var partialMembers: [JSONValue.Member] {
    guard let partial else { return [] }
    let ranges = partial.ranges.ranges
    return [
      .init(
        "partial",
        .object([
          .init("draws", .integer(partial.draws)),
          .init("from", .array(ranges.map { .integer($0.lowerBound) })),
          .init("to", .array(ranges.map { .integer($0.upperBound) })),
        ]))
    ]
  }

  private var precisionMembers: [JSONValue.Member] {
    guard let precision else { return [] }
    var members: [JSONValue.Member] = [
      .init("asked", .number(precision.goal.tolerance)), .init("max_draws", .integer(precision.goal.maximumDraws)),
      .init("reached", .boolean(precision.isReached)), .init("largest_error", .number(precision.largestError)),
    ]
    if let figure = precision.leastPrecise {
      members += [
        .init("scenario", .string(figure.scenario)), .init("region", .string(figure.region)),
        .init("statistic", .string(figure.statistic)),
      ]
    }
    return [.init("tolerance", .object(members))]
  }

  // MARK: Reading

  /// Reads the file's content, of this format or an earlier one. Unknown members are ignored.
  public init(reading bytes: [UInt8]) throws(Unread) {
    guard let json = JSONValue(reading: bytes) else { throw .noManifest }
    // Another program's, which may mean something else by the same words.
    if let tool = json["tool"], tool.text != Self.tool { throw .noManifest }
    // What else a later one holds, and how, is not known.
    if let format = Self.laterFormat(json["format"]) { throw .laterFormat(format) }
    try self.init(json)
  }

  /// The number of a format later than ``currentFormat``; nil of any other.
  private static func laterFormat(_ json: JSONValue?) -> Int? {
    guard let number = json?.double, number > Double(currentFormat), number == number.rounded() else { return nil }
    return json?.wholeNumber ?? (number < Double(Int.max) ? Int(number) : .max)
  }

  private init(_ json: JSONValue) throws(Unread) {
    guard let version = json["version"]?.text, let study = json["study"]?.text,
      let seed = json["seed"]?.unsignedNumber, let draws = json["draws"]?.wholeNumber,
      let sampler = Sampler.allCases.first(where: { $0.id == json["sampler"]?.text }),
      let scenarios = Self.texts(json["scenarios"]), let regions = Self.texts(json["regions"]),
      let includesAllRegions = json["all_regions"]?.flag, let firstYear = json["first_year"]?.wholeNumber,
      let lastYear = json["last_year"]?.wholeNumber, let priceYear = json["price_year"]?.wholeNumber,
      let prices = json["prices"]?.text,
      let csvLocale = CSVLocale.allCases.first(where: { $0.id == json["csv_locale"]?.text }),
      let inputs = HashedFile.list(json["inputs"]), let outputs = HashedFile.list(json["outputs"])
    else { throw .noManifest }
    // What no run can have been: 10^18 draws would be computed again for ever.
    guard (1...SimulationSettings.maximumDraws).contains(draws), Set(scenarios).count == scenarios.count,
      Set(regions).count == regions.count, !scenarios.isEmpty, !regions.isEmpty,
      (1...9_999).contains(firstYear), (firstYear..<firstYear + Study.mostYears).contains(lastYear)
    else { throw .noManifest }
    if let number = json["format"] {
      guard let format = number.wholeNumber, format >= 0 else { throw .noManifest }
      self.format = format
    } else {
      format = 0
    }
    toolVersion = version
    self.study = study
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    self.scenarios = scenarios
    self.regions = regions
    self.includesAllRegions = includesAllRegions
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.priceYear = priceYear
    isInCurrentPrices = prices == Self.currentPrices
    self.csvLocale = csvLocale
    self.inputs = inputs
    self.outputs = outputs
    if let partial = json["partial"], partial != .null {
      guard let ranges = DrawRanges(from: partial["from"], to: partial["to"]), ranges.count == draws,
        let all = partial["draws"]?.wholeNumber, (ranges.upperBound...SimulationSettings.maximumDraws).contains(all)
      else { throw .noManifest }
      self.partial = PartialRun(ranges, of: all)
    }
    if let tolerance = json["tolerance"], tolerance != .null {
      guard let precision = Self.precision(tolerance) else { throw .noManifest }
      self.precision = precision
    }
  }

  private static func texts(_ json: JSONValue?) -> [String]? {
    guard let elements = json?.elements else { return nil }
    let texts = elements.compactMap { $0.text }
    return texts.count == elements.count ? texts : nil
  }

  private static func precision(_ json: JSONValue) -> Precision? {
    guard let asked = json["asked"]?.double, let maximum = json["max_draws"]?.wholeNumber,
      let isReached = json["reached"]?.flag, let error = json["largest_error"]?.double,
      asked > 0, asked < 1, (PrecisionGoal.fewestDraws...SimulationSettings.maximumDraws).contains(maximum)
    else { return nil }
    var figure: Precision.Figure?
    if let scenario = json["scenario"]?.text, let region = json["region"]?.text,
      let statistic = json["statistic"]?.text
    {
      figure = Precision.Figure(scenario: scenario, region: region, statistic: statistic)
    }
    return Precision(
      goal: PrecisionGoal(tolerance: asked, maximumDraws: maximum), isReached: isReached, largestError: error,
      leastPrecise: figure)
  }
}

extension HashedFile {
  var json: JSONValue {
    .object([.init("name", .string(name)), .init("bytes", .integer(byteCount)), .init("sha256", .string(sha256))])
  }

  /// Nil if it is no list of files.
  static func list(_ json: JSONValue?) -> [HashedFile]? {
    guard let elements = json?.elements else { return nil }
    var files: [HashedFile] = []
    for element in elements {
      guard let name = element["name"]?.text, let byteCount = element["bytes"]?.wholeNumber,
        let sha256 = element["sha256"]?.text
      else { return nil }
      files.append(HashedFile(name: name, byteCount: byteCount, sha256: sha256))
    }
    return files
  }
}
