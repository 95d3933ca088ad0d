import CostEngine
import StudyFiles

/// A study that can be computed, as it was read.
struct OpenedStudy {
  /// As the user wrote it.
  let folder: String
  let reading: StudyReading
  let study: Study

  /// The cells that the model uses.
  ///
  /// - Precondition: the study was read with its ledger.
  var ledger: InputLedger { reading.ledger! }
}
