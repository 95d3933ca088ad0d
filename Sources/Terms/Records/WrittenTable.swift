/// A table of a study as written, for readers; it is not used in the computation.
public struct WrittenTable: Sendable, Equatable {
  /// A row of the table.
  public struct Row: Sendable, Equatable {
    /// The row number as in a spreadsheet, from 1, which is usually the header.
    public var number: Int
    /// One for each of ``WrittenTable/columns``, without surrounding blanks.
    public var cells: [String]
    public var source: String
    public var note: String

    public init(number: Int, cells: [String], source: String = "", note: String = "") {
      self.number = number
      self.cells = cells
      self.source = source
      self.note = note
    }

    /// The content of the column `source`.
    public enum Standing: Sendable {
      /// A word for figures that were invented to show something: `voorbeeld`, `example`.
      case example
      /// A source.
      case sourced
      /// A source for part of it: `memo 2023; aandeel: aanname`.
      case partly
      /// A word for an assumption without a source: `aanname`, `assumption`.
      case assumed
      /// Estimated from what regions reported: `geschat uit 7 opgaven`.
      case estimated
      /// Nothing.
      case unsourced
    }

    public var standing: Standing { Standing(source: source) }
  }

  /// Name of the file within the study folder.
  public var file: String
  /// The headings in the order of the file, without source and note. Columns unknown to the format keep their own
  /// names.
  public var columns: [Bilingual]
  /// Positions in ``columns`` of those that form a row's key: region, function and so on.
  public var keys: [Int]
  /// Every row that contains data.
  public var rows: [Row]

  public init(file: String, columns: [Bilingual], keys: [Int] = [], rows: [Row]) {
    self.file = file
    self.columns = columns
    self.keys = keys
    self.rows = rows
  }
}

extension WrittenTable.Row.Standing {
  public init(source: String) {
    let words = source.lowercased()
    let assumptions = ["aanname", "assumption"]
    if words.isEmpty {
      self = .unsourced
    } else if Self.isExample(words) {
      self = .example
    } else if assumptions.contains(where: { words.hasPrefix($0) }) {
      self = .assumed
    } else if words.hasPrefix("geschat uit ") || words.hasPrefix("estimated from ") {
      self = .estimated
    } else {
      self = (assumptions + ["geschat uit ", "estimated from "]).contains { words.includes($0) } ? .partly : .sourced
    }
  }

  private static let examples = ["voorbeeld", "verzonnen", "example", "invented"]

  /// Whether a part of the source begins with a word for what was invented: `verzonnen voorbeeld`, `memo 2023; aandeel:
  /// voorbeeld`. One that follows an example (`naar voorbeeld van VR18`) is a source.
  private static func isExample(_ source: String) -> Bool {
    source.split { ";:,(".contains($0) }.contains { part in
      examples.contains(String(String(part).trimmedOfBlanks.prefix { $0.isLetter }))
    }
  }
}
