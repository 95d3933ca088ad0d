import CostEngine
import Terms

/// Reads phase-in.csv.
struct ProfileResolution {
  let cells: CellResolver

  /// The profiles with these codes, their years ascending.
  func profiles(_ codes: [String]) -> [PhaseInProfile] {
    let table = cells.tables[.phaseIn]
    var rowsByProfile: [String: [(year: Int, row: Int)]] = [:]
    for (index, row) in table.rows.enumerated() {
      rowsByProfile[row.key[0], default: []].append((Int(row.key[1])!, index))
    }
    return codes.map { code in
      let rows = (rowsByProfile[code] ?? []).sorted { $0.year < $1.year }
      let shares = rows.map { year, row in
        cells.quantity(.phaseIn(.share), [code, String(year)], rows: [row]) ?? .certain(0)
      }
      return PhaseInProfile(name: code, years: rows.map { $0.year }, shares: shares)
    }
  }
}
