import Terms

/// A cell that is read without a problem, and that is probably not what was meant.
///
/// A doubt changes nothing: the study is computed as it stands. It is closed by a note of its row that explains it.
struct Doubt {
  /// Where it is; a cell has one doubt, the first that is found.
  struct Place: Hashable {
    /// The file's name within the study folder.
    var file: String
    /// As in a spreadsheet, from 1.
    var row: Int
    /// As the header spells it; nil for the row as a whole.
    var column: String?
  }

  /// Which notes of the row explain it; see ``RowNotes``.
  enum Explanation {
    /// One that speaks of the value or the column, or that says that it is right.
    case anyNote
    /// One that speaks of the value or the column: the note itself may have come from another column.
    case namingNote
    /// Any that a region wrote beside its new answer: it says why that is another one than before.
    case newNote
    /// None: there is no row whose note could.
    case none
  }

  var place: Place
  /// The cell as it stands in the file; empty for a row or a header as a whole.
  var written: String
  /// What is strange about it, and what was expected: a sentence.
  var expected: Bilingual
  /// The mistake that was probably made.
  var correction: Correction
  var explanation: Explanation
  /// Whether it names another region.
  var namesOtherRegion = false

  init(
    _ place: Place, written: String, expected: Bilingual, correction: Correction, explanation: Explanation = .anyNote
  ) {
    self.place = place
    self.written = written
    self.expected = expected
    self.correction = correction
    self.explanation = explanation
  }

  /// As it is told.
  ///
  /// - Parameter note: the note that explains it; nil if it is open.
  func diagnostic(explainedBy note: String?) -> Diagnostic {
    var diagnostic = Diagnostic(
      note == nil ? .doubt : .explained, file: place.file, row: place.row, column: place.column,
      problem: expected,
      remedy: note.map { Bilingual(same: $0) } ?? correction.words)
    diagnostic.suggestion = correction.written
    diagnostic.namesOtherRegion = namesOtherRegion
    return diagnostic
  }
}
