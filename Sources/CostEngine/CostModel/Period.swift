/// A year of a study's horizon, or all of it.
///
/// Code that refers to a period uses this type, so that neither a calendar year nor the number of years can be mistaken
/// for a position. Calendar years are plain numbers, as in ``Study/firstYear``.
public enum Period: Sendable, Hashable, Comparable {
  /// By its position: 0 is the first year of the horizon.
  case year(Int)
  case total

  /// - Parameters:
  ///   - position: position of a year; the whole horizon comes after the years.
  ///   - years: number of years.
  init(position: Int, years: Int) { self = position < years ? .year(position) : .total }

  /// Position of the year; the whole horizon comes after the years.
  func position(years: Int) -> Int {
    switch self {
    case .year(let year): return year
    case .total: return years
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
