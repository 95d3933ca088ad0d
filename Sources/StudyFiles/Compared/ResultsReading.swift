#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a results folder holds: how it was computed, and its tables as they stand.
public struct ResultsReading: Sendable {
  /// `manifest.json`.
  public struct Manifest: Sendable, Decodable {
    public struct File: Sendable, Decodable {
      public var name: String
      public var sha256: String
    }

    /// A precision that was asked for.
    public struct Tolerance: Sendable, Decodable {
      public var asked: Double
      public var maximumDraws: Int

      private enum CodingKeys: String, CodingKey {
        case asked
        case maximumDraws = "max_draws"
      }
    }

    public var version: String
    public var study: String
    public var seed: UInt64
    public var draws: Int
    public var sampler: String
    public var scenarios: [String]
    public var regions: [String]
    /// Whether these are all regions of the study.
    public var allRegions: Bool
    public var firstYear: Int
    public var lastYear: Int
    /// How the tables are written: `en` or `nl`.
    public var csvLocale: String
    /// Nil where no precision was asked for.
    public var tolerance: Tolerance?
    /// The study's files.
    public var inputs: [File]
    /// The tables.
    public var outputs: [File]

    private enum CodingKeys: String, CodingKey {
      case version, study, seed, draws, sampler, scenarios, regions, tolerance, inputs, outputs
      case csvLocale = "csv_locale"
      case allRegions = "all_regions"
      case firstYear = "first_year"
      case lastYear = "last_year"
    }
  }

  /// A row of summary.csv or lines.csv.
  public struct Row: Sendable {
    public var scenario: String
    public var region: String
    /// A calendar year, or `total`.
    public var year: String
    /// Name of the quantity, or of the line.
    public var item: String
    /// By column.
    public var numbers: [String: Double]
  }

  public let manifest: Manifest

  /// - Returns: nil where the bytes are no manifest of a results folder.
  public init?(manifest bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else { return nil }
    self.manifest = manifest
  }

  /// The rows of summary.csv or lines.csv.
  ///
  /// - Parameter item: the column that holds ``Row/item``.
  /// - Returns: nil where the bytes are no such table.
  public static func rows(_ bytes: [UInt8], file: String, item: String) -> [Row]? {
    let (document, problems) = CSVReader.read(bytes, file: file)
    guard let document, !problems.contains(where: { $0.severity == .error }) else { return nil }
    let names = ["scenario", "region", "year", item]
    let positions = names.compactMap { document.header.firstIndex(of: $0) }
    guard positions.count == names.count, document.header.contains("mean") else { return nil }
    var rows: [Row] = []
    for row in document.rows {
      var numbers: [String: Double] = [:]
      for (column, text) in zip(document.header, row.cells) where !names.contains(column) {
        let plain = document.dialect.decimalComma ? String(text.map { $0 == "," ? "." : $0 }) : text
        // Beyond this no simulation counts: whoever wrote it was no simulation.
        guard let number = Double(plain), number.magnitude <= 1e13 else { return nil }
        numbers[column] = number
      }
      let texts = positions.map { unescaped(row.cells[$0]) }
      rows.append(Row(scenario: texts[0], region: texts[1], year: texts[2], item: texts[3], numbers: numbers))
    }
    return rows
  }

  /// A text that a spreadsheet would take for a formula is written with an apostrophe before it.
  private static func unescaped(_ text: String) -> String {
    guard text.first == "'", let next = text.dropFirst().first, "=+-@".contains(next) else { return text }
    return String(text.dropFirst())
  }
}
