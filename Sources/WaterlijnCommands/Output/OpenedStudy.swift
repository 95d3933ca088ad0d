import CostEngine
import StudyFiles

/// A study that can be computed, as it was read.
struct OpenedStudy {
  /// As the user wrote it.
  let folder: String
  let reading: StudyReading
  let study: Study

  /// Of a study that was read with it.
  var ledger: InputLedger { reading.ledger! }
}
