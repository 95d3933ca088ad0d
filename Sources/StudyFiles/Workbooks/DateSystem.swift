/// How a workbook counts days (ECMA-376 part 1, 18.17.4.1).
public enum DateSystem: Sendable, Equatable {
  /// 1 is 1 January 1900, and 60 is 29 February of that year, which there never was.
  case from1900
  /// 0 is 1 January 1904: workbooks of old Macintoshes, and of who wanted negative times.
  case from1904

  /// A number as the date or time that it stands for, in ISO 8601: `2027-03-01`, `2027-03-01T12:30:00`, `12:30:00`.
  ///
  /// Seconds are rounded. A ``CellFormat/time`` is hours, minutes and seconds, however many hours; any other format gives
  /// a date, with a time of day unless that is midnight; day 60 of 1900 is `1900-02-29`, as spreadsheets show it.
  ///
  /// - Parameter number: days, with the time of day as a fraction.
  /// - Returns: nil for a number below 0 (in dates from 1900 below 1), not finite, or beyond the year 9999.
  public func text(of number: Double, as format: CellFormat) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    var day = Int(number.rounded(.down))
    var seconds = Int(((number - number.rounded(.down)) * 86_400 + 0.5).rounded(.down))
    if format == .time { return Self.time(seconds: Int64(day) * 86_400 + Int64(seconds)) }
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    guard let date = date(ofDay: day) else { return nil }
    return seconds == 0 ? date : date + "T" + Self.time(seconds: Int64(seconds))
  }

  private func date(ofDay day: Int) -> String? {
    switch self {
    case .from1900:
      if day == 0 { return nil }
      if day == 60 { return "1900-02-29" }
      // Days from 1 March of the year 0 to 30 December 1899.
      return Self.date(sinceMarch: 693_899 + (day < 60 ? day + 1 : day))
    case .from1904:
      // And to 1 January 1904.
      return Self.date(sinceMarch: 695_361 + day)
    }
  }

  /// - Parameter days: days from 1 March of the year 0; years begin in March here, so that a leap day is the last one.
  private static func date(sinceMarch days: Int) -> String? {
    let (century, ofCentury) = days.quotientAndRemainder(dividingBy: 146_097)
    // The last day of the 400 years, and that of a leap year, belong to the year before.
    let year = (ofCentury - ofCentury / 1460 + ofCentury / 36_524 - ofCentury / 146_096) / 365
    let dayOfYear = ofCentury - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let shown = 400 * century + year + (month >= 10 ? 1 : 0)
    guard shown <= 9999 else { return nil }
    return "\(shown)-\(padded(month < 10 ? month + 3 : month - 9))-\(padded(day))"
  }

  private static func time(seconds: Int64) -> String {
    "\(padded(Int(seconds / 3600))):\(padded(Int(seconds / 60 % 60))):\(padded(Int(seconds % 60)))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
