/// A year of a study's horizon, all of it, or the end state.
///
/// Code that refers to a period uses this type, so that neither a calendar year nor the number of years can be mistaken
/// for a position. Calendar years are plain numbers, as in ``Study/firstYear``.
public enum Period: Sendable, Hashable, Comparable {
  /// By its position: 0 is the first year of the horizon.
  case year(Int)
  case total
  /// *Eindbeeld*: what is structural in a year once everything is in place, whether or not that falls within the horizon:
  /// the last year with the gap closed and every measure fully in force, for as long as need be. Only ``ReportedQuantity``
  /// amounts with ``ReportedQuantity/hasEndState`` have one.
  case end

  /// - Parameters:
  ///   - position: position of a year; the whole horizon comes after the years, and then the end state.
  ///   - years: number of years.
  init(position: Int, years: Int) { self = position < years ? .year(position) : position == years ? .total : .end }

  /// Position of the year; the whole horizon comes after the years, and then the end state.
  func position(years: Int) -> Int {
    switch self {
    case .year(let year): return year
    case .total: return years
    case .end: return years + 1
    }
  }
}

extension Study {
  /// The period of a calendar year, or the whole horizon if the year is nil.
  ///
  /// - Precondition: the year is one of the horizon.
  public func period(calendarYear: Int?) -> Period {
    guard let calendarYear else { return .total }
    precondition((firstYear...lastYear).contains(calendarYear))
    return .year(calendarYear - firstYear)
  }
}
