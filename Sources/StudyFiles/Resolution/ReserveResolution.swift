import CostEngine
import Terms

/// Reads what regions hold in reserve (*weerstandscapaciteit*), the column `reserve` of regions.csv.
///
/// The model does not compute with it: an uncertain one is no variable of the study, so that no draw depends on it.
struct ReserveResolution {
  let cells: CellResolver

  /// The expected reserve of each region, EUR; nil where neither its row nor the row `*` says, or has no finite mean.
  func reserves() -> [Double?] {
    let table = cells.tables[.regions]
    let column = table.position(of: .regions(.reserve))
    var reserves: [Double?] = []
    for code in cells.tables[.region].codes where table.row([code]) != nil {
      let row = table.firstFilled(column, table.candidates([code]))
      reserves.append(row.flatMap { expected(table.rows[$0].cells[column]) })
    }
    return reserves
  }

  private func expected(_ cell: Cell) -> Double? {
    switch cell {
    case .certain(let value): return value
    case .distribution(let distribution): return distribution.mean < .infinity ? distribution.mean : nil
    case .shared(let row): return expected(cells.tables[.variables].rows[row].cells[0])
    default: return nil
    }
  }
}
