import CostEngine
import Foundation
import Terms
import TestSupport
import Testing

@testable import StudyFiles

/// A study of scenarios/ whose figures are as they should be, to make slips in.
struct CleanStudy {
  let name: String
  var tables: [String: Sheet]
  /// Codes of regions with rows of their own.
  let regions: [String]

  /// A table as people see it in a spreadsheet.
  struct Sheet {
    var header: [String]
    var rows: [[String]]

    func position(_ column: String) -> Int { header.firstIndex(of: column)! }

    subscript(row: Int, column: String) -> String {
      get { rows[row][position(column)] }
      set { rows[row][position(column)] = newValue }
    }

    /// The index of a row by its first cells; nil if there is none.
    func row(_ key: String...) -> Int? { rows.firstIndex { Array($0.prefix(key.count)) == key } }

    var text: String {
      ([header] + rows).map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
      }.joined(separator: "\n")
    }
  }

  init(_ name: String) throws {
    self.name = name
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("scenarios/" + name)
    tables = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".csv") {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
      let document = try #require(CSVReader.read(bytes, file: file).document)
      tables[file] = Sheet(header: document.header, rows: document.rows.map { $0.cells })
    }
    regions = tables["regions.csv"]!.rows.map { $0[0] }
  }

  /// The country, in which every region says what it has: around the norm, as regions differ.
  static func reported(seed: UInt64) throws -> CleanStudy {
    var study = try CleanStudy("nederland")
    var random = SplitMix(seed: seed)
    let model = try #require(study.reading().study)
    func number(_ value: Double, decimals: Int = 0) -> String {
      NumberFormat(decimalMark: UInt8(ascii: ","), groupMark: nil).fixed(value, decimals: decimals)
    }
    let norms = try #require(model.norms.first { !$0.isEmpty })
    for region in model.regions {
      func units(_ per: UnitBasis) -> Double {
        switch per {
        case .region, .national: return 1
        case .municipality: return model.mean(of: region.municipalities)
        case .per100k: return model.mean(of: region.population) / 100_000
        }
      }
      for (index, function) in model.functions.enumerated() {
        let norm = norms[index]
        let persons =
          model.mean(of: norm.positions) * model.mean(of: norm.personsPerPosition) * units(function.per)
        let standby = model.mean(of: function.standbyFee) > 0 ? number(random.number(in: 0.6...2.2).rounded(.down)) : ""
        study.tables["staffing.csv"]!.rows.append([
          region.code, function.code, number(max(1, (persons * random.number(in: 0.45...1.4)).rounded())), "", standby,
          number(random.number(in: 5...18)) + "%", number(random.number(in: 10...90)) + "%",
          "opgave \(region.name) 2026", "",
        ])
        let initial = model.mean(of: norm.initialHours) * random.number(in: 0.5...1.2)
        let annual = model.mean(of: norm.annualHours) * random.number(in: 0.45...1.2)
        study.tables["training.csv"]!.rows.append([
          region.code, function.code, number(max(1, initial)), number(max(1, annual)), "opgave \(region.name) 2026", "",
        ])
      }
      for (index, provision) in model.provisions.enumerated() {
        let norm = model.mean(of: model.provisionNorms.first { !$0.isEmpty }![index])
        let quantity = max(0.1, norm * random.number(in: 0.4...1.2))
        study.tables["provision-current.csv"]!.rows.append([
          region.code, provision.code, number(quantity, decimals: quantity < 10 ? 2 : 0), "opgave \(region.name) 2026",
          "",
        ])
      }
    }
    return study
  }

  func reading() -> StudyReading {
    StudyReader.read(files: tables.mapValues { Array($0.text.utf8) }, folderName: name)
  }

  /// Places of doubts: file, row as in a spreadsheet and column.
  func doubts() -> [Diagnostic] { reading().doubts }

  /// Cells that are filled with a number, and sources: what can be doubted.
  var cells: Int {
    tables.reduce(0) { count, table in
      count + table.value.rows.reduce(0) { $0 + $1.dropFirst().count { !$0.isEmpty } }
    }
  }
}
