import CostEngine
import Terms

/// The result of reading a study folder: the study, or what is wrong with it; and where its figures come from.
public struct StudyReading: Sendable {
  /// The settings with which the study requests to be run; each is overridden by an option of the command.
  public struct RunSettings: Sendable, Equatable {
    public var draws: Int = 10_000
    public var seed: UInt64 = 1
    public var sampler: Sampler = .latinHypercube
    public var language: Language = .dutch

    public init() {}
  }

  /// A cell of staffing.csv, training.csv or provision-current.csv that the model uses for a region.
  public struct CurrentCell: Sendable, Hashable {
    /// Index in ``Study/regions``.
    public var region: Int
    public var figure: CurrentFigure
    /// Index in ``Study/functions``, or in ``Study/provisions``.
    public var item: Int
    /// Whether it stands in a row for all regions (`*`); otherwise it stands in a row with the region's own code.
    public var isAssumed: Bool
    /// Whether it was invented, as the source of its row says: then nobody reported or assumed it.
    public var isExample: Bool
    /// Whether it was estimated from what other regions reported.
    public var isEstimated = false

    /// Whether the region itself reported it.
    public var isReported: Bool { !isAssumed && !isExample && !isEstimated }

    public init(region: Int, figure: CurrentFigure, item: Int, isAssumed: Bool, isExample: Bool = false) {
      self.region = region
      self.figure = figure
      self.item = item
      self.isAssumed = isAssumed
      self.isExample = isExample
    }
  }

  /// Nil if ``diagnostics`` contains an error.
  public var study: Study?
  /// All problems and notices, in the order of files, rows and columns.
  public var diagnostics: [Diagnostic]
  public var settings: RunSettings
  /// For the head of a report.
  public var head = StudyHead()
  public var currentCells: [CurrentCell]
  /// What each region holds in reserve (the expected value), EUR, in the order of ``Study/regions``; nil where the study
  /// does not say. Empty without a study.
  public var reserves: [Double?] = []
  /// Every file that was read, in order of name.
  public var files: [HashedFile]
  /// The same files, as they were read; empty of a study that was not read from files.
  public private(set) var copies: [OutputFile] = []
  /// The tables that exist, in the order of ``TableID``; they share storage with the documents that were read.
  private var tables: [TableDocument] = []
  /// Every numeric cell that the model uses; nil if not requested, and without a study.
  public var ledger: InputLedger?

  public init(
    study: Study?, diagnostics: [Diagnostic], settings: RunSettings, currentCells: [CurrentCell], files: [HashedFile]
  ) {
    self.study = study
    self.diagnostics = diagnostics
    self.settings = settings
    self.currentCells = currentCells
    self.files = files
  }

  init(
    study: Study?, diagnostics: [Diagnostic], settings: RunSettings, currentCells: [CurrentCell],
    copies: [OutputFile], tables: [TableDocument]
  ) {
    self.init(
      study: study, diagnostics: diagnostics, settings: settings, currentCells: currentCells,
      files: copies.map { HashedFile(name: $0.name, bytes: $0.bytes) })
    self.copies = copies
    self.tables = tables
  }

  /// Figures that are probably not what was meant, open and explained.
  public var doubts: [Diagnostic] { diagnostics.filter { $0.severity == .doubt || $0.severity == .explained } }

  /// The tables that exist, as written, in the order of ``TableID``.
  public var writtenTables: [WrittenTable] { tables.map { $0.written } }

  /// How many rows of all tables hold invented figures.
  public var examples: ExampleRows {
    var sum = ExampleRows()
    for table in tables {
      let rows = table.examples
      sum.invented += rows.invented
      sum.all += rows.all
    }
    return sum
  }

  /// A table as read; nil if it does not exist or could not be read.
  func document(of table: TableID) -> CSVDocument? { tables.first { $0.file == table.file }?.document }

  /// For each region, in the order of regions.csv; empty without a study.
  public var coverage: [Coverage] {
    guard let study else { return [] }
    var coverage = study.regions.map { _ in Coverage() }
    for cell in currentCells {
      if cell.isExample {
        coverage[cell.region].invented += 1
      } else if cell.isEstimated {
        coverage[cell.region].estimated += 1
      } else if cell.isAssumed {
        coverage[cell.region].assumed += 1
      } else {
        coverage[cell.region].reported += 1
      }
    }
    return coverage
  }
}
