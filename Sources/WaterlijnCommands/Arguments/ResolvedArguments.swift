import CostEngine
import Reports
import Terms

/// The meaning of a command line: the value of each option, in its own type; nil, empty or the default if the option is
/// absent.
///
/// Values that refer to codes or years of a study remain text until the study has been read; see
/// ResolvedArguments+Study.swift.
struct ResolvedArguments: Sendable {
  private(set) var operands: [String] = []

  /// The folder for results, tables or pages, as the user wrote it; the name of a file if the command writes one.
  var out: String?
  /// The workbook's file, as the user wrote it.
  var xlsx: String?
  /// The file of the page into which a study is put; nil for the one that comes with the program.
  var base: String?
  /// The folder of the new study, as the user wrote it.
  var into: String?
  /// Whether of different answers the newest counts.
  var prefersNewest = false
  var estimates = false
  var reply: String?
  var csvLocale = CSVLocale.english
  /// Whether neither an overview nor progress is shown.
  var isQuiet = false
  /// Whether open doubts about a study are a failure.
  var isStrict = false

  /// The parts of a run that are to be done; nil for all of it.
  var part: PartChoice?
  /// Number of parts where a scheduler says which of them is to be done.
  var parts: Int?
  /// The folder of a plan that several processes carry out.
  var plan: String?
  /// The options that say what is to be computed, as given: not those that say where, how quickly, or in which language.
  private(set) var planned: [String] = []
  /// Whether what is done of a run is kept every minute, and whether to go on with what was kept.
  var keepsCheckpoints = false
  var resumes = false
  /// Whether parts that are short are merged nevertheless.
  var isPartial = false
  /// Number of parts into which a run was divided; nil if that is told from the parts.
  var partCount: Int?

  var draws: Int?
  /// Maximum of the largest sampling error, as a share; nil if the number of draws is fixed.
  var tolerance: Double?
  var maximumDraws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  /// Number of a draw, from 1.
  var draw: Int?

  /// The study of the results, if it is not the folder that contains them.
  var studyOfResults: String?
  var scenario: String?
  var among: String?
  var region: String?
  var year: String?
  var quantities: [ReportedQuantity] = []
  /// Hours of one region for one answer; nil if what answers cost is not asked.
  var answerHours: Double?
  /// The worth of an hour, EUR.
  var hourWorth: Double?
  static let usualHourWorth = 75.0
  /// Amounts of any kind, joined by `+`; nil if the option is absent.
  var shown: String?
  var grouping: SensitivityContent.Grouping?

  var vary: [String] = []
  var find = ""
  var range: String?
  var condition = ""
  var wantsSmallest = false
  var wantsLargest = false

  var language: Language?
  var wantsHelp = false
  var wantsVersion = false

  /// Reads the options and operands of a command line.
  ///
  /// - Parameters:
  ///   - options: options of the command, or of the program if there is no command.
  ///   - operands: operands of the command; nil if there is no command.
  init(_ parsed: ParsedArguments, options: [CommandOption], operands: Operands?) throws(UsageError) {
    let first = Waterlijn.options
    for option in options where first.contains(option) { try read(option, parsed) }
    // A request for help is valid without the other options and operands that the command requires.
    guard let operands, !wantsHelp else { return }
    self.operands = try operands.read(parsed.operands)
    let missing = options.filter { $0.isRequired && parsed.texts(of: $0).isEmpty }
    if !missing.isEmpty { throw .missingOptions(missing) }
    for option in options where !first.contains(option) { try read(option, parsed) }
    for option in options where !Self.elsewhere.contains(option) {
      for text in parsed.texts(of: option) { planned += option.takesValue ? [option.flag, text] : [option.flag] }
    }
    try checkTogether()
  }

  private static let elsewhere: [CommandOption] = [
    .out, .xlsx, .plan, .part, .parts, .threads, .language, .quiet, .help,
  ]

  private mutating func read(_ option: CommandOption, _ parsed: ParsedArguments) throws(UsageError) {
    for text in parsed.texts(of: option) { try option.read(text, option, &self) }
  }

  /// Checks combinations of options.
  private func checkTogether() throws(UsageError) {
    if plan != nil, out != nil {
      throw .invalid(
        .out,
        Bilingual(
          nl: "--out gaat niet samen met --plan: de tabel komt van waterlijn merge.",
          en: "--out does not go with --plan: the table comes from waterlijn merge."))
    }
    if parts != nil, part != .automatic { throw .optionNeeds(.parts, .part) }
    if tolerance != nil, keepsCheckpoints {
      let option = resumes ? CommandOption.resume : .checkpoint
      throw .invalid(
        option,
        Bilingual(
          nl: "\(option.flag) gaat niet samen met --tolerance: hoeveel trekkingen er komen, staat dan niet vast.",
          en: "\(option.flag) does not go with --tolerance: the number of draws is not fixed then."))
    }
    if part != nil {
      for (option, isGiven) in [(CommandOption.tolerance, tolerance != nil), (.xlsx, xlsx != nil)] where isGiven {
        throw .invalid(
          option,
          Bilingual(
            nl: "\(option.flag) gaat niet samen met --part: een deel is nog geen uitkomst.",
            en: "\(option.flag) does not go with --part: a part is no result yet."))
      }
    }
    if let maximumDraws {
      if tolerance == nil { throw .optionNeeds(.maxDraws, .tolerance) }
      if let draws, draws > maximumDraws { throw .drawsAboveMaximum }
    }
    if let xlsx, out?.trimmingTrailingSlashes == xlsx {
      throw .invalid(
        .xlsx,
        Bilingual(
          nl: "\"\(xlsx)\" is ook de map van --out. Geef de werkmap een eigen naam.",
          en: "\"\(xlsx)\" is the folder of --out too. Give the workbook a name of its own."))
    }
    if hourWorth != nil, answerHours == nil { throw .optionNeeds(.hourWorth, .answerHours) }
    if wantsLargest, wantsSmallest {
      throw .invalid(
        .largest, Bilingual(nl: "kan niet samen met --smallest.", en: "does not go together with --smallest."))
    }
  }
}
