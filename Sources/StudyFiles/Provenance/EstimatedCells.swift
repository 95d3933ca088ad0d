import CostEngine
import Terms

/// Tells figures that were estimated from what other regions gave apart from those that a region reported.
enum EstimatedCells {
  /// A reading whose cells say so.
  static func marked(_ reading: StudyReading) -> StudyReading {
    guard let study = reading.study, RegionCells.tables.contains(where: { hasEstimates($0, reading) }) else {
      return reading
    }
    let cells = RegionCells(reading)
    var reading = reading
    for index in reading.currentCells.indices where !reading.currentCells[index].isAssumed {
      let cell = reading.currentCells[index]
      let item =
        cell.figure == .provisionQuantity ? study.provisions[cell.item].code : study.functions[cell.item].code
      reading.currentCells[index].isEstimated = cells.isEstimated(
        InputName(cell.figure.column, key: [study.regions[cell.region].code, item]))
    }
    return reading
  }

  private static func hasEstimates(_ table: TableID, _ reading: StudyReading) -> Bool {
    guard let document = reading.document(of: table),
      let source = document.header.firstIndex(where: { $0 == Remark.source.name.id || $0 == Remark.source.name.dutchID }
      )
    else { return false }
    return document.rows.contains { EstimateWords.isIn($0.cells[source]) }
  }
}
