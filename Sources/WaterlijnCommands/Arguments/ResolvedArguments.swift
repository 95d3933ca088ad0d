import CostEngine
import Reports
import StudyFiles
import Terms

/// A command line, understood: what each option means, in its own type; nil, or empty, where it was not given.
///
/// What chooses among the codes of a study stays text until that is read; see ResolvedArguments+Study.swift.
struct ResolvedArguments: Sendable {
  private(set) var operands: [String] = []

  /// The folder that results, tables or pages go to, as the user wrote it; a file's name where the command makes one.
  var out: String?
  /// The workbook's file, as the user wrote it.
  var xlsx: String?
  var csvLocale = CSVLocale.english
  /// Whether neither what was computed nor how far it is is shown.
  var isQuiet = false

  var draws: Int?
  /// Maximum share of the largest sampling error; nil if the number of draws is given.
  var tolerance: Double?
  var maximumDraws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  /// Counted from 1.
  var draw: Int?

  /// The study of the results, if it is not the folder that contains them.
  var studyOfResults: String?
  var scenario: String?
  var among: String?
  var region: String?
  var year: String?
  var quantities: [ReportedQuantity] = []
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

  /// Reads what was given.
  ///
  /// - Parameters:
  ///   - options: of the command, or of the program where there is no command.
  ///   - operands: nil where there is no command.
  init(_ parsed: ParsedArguments, options: [CommandOption], operands: Operands?) throws(UsageError) {
    let first: [CommandOption] = [.language, .help, .version]
    for option in options where first.contains(option) { try read(option, parsed) }
    // Who asks for help need not know what else the command takes.
    guard let operands, !wantsHelp else { return }
    self.operands = try operands.read(parsed.operands)
    let missing = options.filter { $0.isRequired && parsed.texts(of: $0).isEmpty }
    if !missing.isEmpty { throw .missingOptions(missing) }
    for option in options where !first.contains(option) { try read(option, parsed) }
    try checkTogether()
  }

  private mutating func read(_ option: CommandOption, _ parsed: ParsedArguments) throws(UsageError) {
    for text in parsed.texts(of: option) { try option.read(text, option, &self) }
  }

  /// What depends on two options.
  private func checkTogether() throws(UsageError) {
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
    if wantsLargest, wantsSmallest {
      throw .invalid(
        .largest, Bilingual(nl: "kan niet samen met --smallest.", en: "does not go together with --smallest."))
    }
  }
}
