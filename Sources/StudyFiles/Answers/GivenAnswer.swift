import CostEngine
import Terms

/// A figure that a region gave, and where it stands.
public struct GivenAnswer: Sendable, Equatable {
  /// What the cell of a study that it is for is called: its region and its function or provision.
  public struct Subject: Sendable, Hashable {
    /// Code of the region.
    public var region: String
    public var figure: CurrentFigure
    /// Code of the function or provision.
    public var item: String

    /// `staffing.persons[VR17/OvD-BZ]`
    public var name: InputName { InputName(figure.column, key: [region, item]) }
  }

  public enum Value: Sendable, Equatable {
    case certain(Double)
    /// Between these it is 9 times out of 10.
    case range(low: Double, likely: Double?, high: Double)
    /// As the study writes it: a distribution.
    case written(String, decimalComma: Bool)
    /// What it gave before, of which the note tells more.
    case unchanged
    /// The region says that it does not know: what it gave before holds no more.
    case unknown
  }

  public struct Place: Sendable, Equatable {
    /// As the user wrote it.
    public var file: String
    /// Nil of a CSV file.
    public var sheet: String?
    public var cell: CellAddress

    /// `opgave.xlsx, Vragen!H5`
    public var text: String { "\(file), \(sheet.map { $0 + "!" } ?? "")\(cell)" }
  }

  public var subject: Subject
  public var value: Value
  /// Whether a number is of the whole region, where the study may count it for each unit.
  public var isOfWholeRegion: Bool
  /// As it stands there.
  public var given: String
  /// What it was taken for; nil for what is plainly a number.
  public var readAs: Bilingual?
  public var source = ""
  public var note = ""
  public var person = ""
  /// As the form has it, or as ISO 8601 writes it.
  public var date = ""
  public var place: Place

  /// A range that stands for an answer that a region has not given.
  ///
  /// - Parameters:
  ///   - cell: the distribution, with a decimal point.
  ///   - sources: codes of the regions whose figures it rests on.
  public static func estimated(
    region: String, _ figure: CurrentFigure, item: String, cell: String, from sources: [String], _ language: Language
  ) -> GivenAnswer {
    GivenAnswer(
      subject: Subject(region: region, figure: figure, item: item), value: .written(cell, decimalComma: false),
      isOfWholeRegion: false, given: "", source: EstimateWords.source(sources.count)(language),
      note: EstimateWords.note(sources.joined(separator: ", "))(language),
      place: Place(file: "", sheet: nil, cell: CellAddress(row: 1, column: 0)))
  }

  /// Whether the study counts the figure for each unit of the region, and the answer is of all of them.
  public func isDivided(in study: Study) -> Bool {
    guard isOfWholeRegion, subject.figure == .provisionQuantity else { return false }
    let provision = study.provisions.first { $0.code == subject.item }
    return provision.map { $0.per == .municipality || $0.per == .per100k } ?? false
  }
}
