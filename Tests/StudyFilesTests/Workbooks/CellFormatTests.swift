import Foundation
import Testing

@testable import StudyFiles

@Suite struct CellFormatTests {
  @Test(
    arguments: [
      ("General", .general), ("GENERAL", .general), ("", .general), (";;;", .general), ("\"jaar\"", .general),
      ("General\" dagen\"", .general), ("0", .number), ("#,##0.00", .number), ("0.00E+00", .number), ("# ?/?", .number),
      ("\"€\"\\ #,##0;[Red]\\-\"€\"\\ #,##0", .number), ("[$€-413] #,##0.00", .number), ("_-* #,##0_-;_-@_-", .number),
      ("0\" dagen\"", .number), ("0\\d", .number), ("[Red][<=100]0", .number), ("0%", .percent), ("0.0\\ %", .percent),
      ("0\\%", .number), ("\"%\"0", .number), ("[Blue]0.00%;[Red]-0.00%", .percent), ("0;0%", .number),
      ("dd-mm-yyyy", .date), ("yyyy", .date), ("mmm", .date), ("[$-413]d mmmm yyyy;@", .date), ("DD/MM/YY", .date),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("d-m-yyyy h:mm", .date), ("h:mm", .time), ("[h]:mm:ss", .time),
      ("[mm]:ss", .time), ("hh:mm AM/PM", .time), ("[HH]", .time), ("@", .text), ("\"tekst: \"@", .text),
      ("\"open", .general), ("[h", .time), ("\\", .general),
    ] as [(String, CellFormat)])
  func codes(code: String, format: CellFormat) { #expect(CellFormat(code: code) == format) }

  @Test func builtIn() {
    #expect(
      [0, 1, 9, 14, 20, 22, 37, 46, 49].map { CellFormat(builtIn: $0) } == [
        .general, .number, .percent, .date, .time, .date, .number, .time, .text,
      ])
    #expect([-1, 23, 59, 164].allSatisfy { CellFormat(builtIn: $0) == nil })
  }

  @Test func datesOfBothSystems() {
    let days: [(Double, String?)] = [
      (0, nil), (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"), (366, "1900-12-31"),
      (45_351, "2024-02-29"), (46_388, "2027-01-01"), (46_388.5, "2027-01-01T12:00:00"),
      (46_388.999_999, "2027-01-02"), (46_388.000_011_6, "2027-01-01T00:00:01"), (2_958_465, "9999-12-31"),
      (2_958_466, nil), (-1, nil), (.nan, nil), (.infinity, nil), (1e300, nil),
    ]
    for (number, text) in days { #expect(DateSystem.from1900.text(of: number, as: .date) == text, "\(number)") }
    #expect(DateSystem.from1904.text(of: 0, as: .date) == "1904-01-01")
    #expect(DateSystem.from1904.text(of: 46_388 - 1462, as: .date) == "2027-01-01")
    #expect(DateSystem.from1904.text(of: 2_958_465, as: .date) == nil)
  }

  @Test func times() {
    let times: [(Double, String)] = [
      (0, "00:00:00"), (0.5, "12:00:00"), (0.999_999, "24:00:00"), (1.25, "30:00:00"), (0.000_012, "00:00:01"),
    ]
    for (number, text) in times { #expect(DateSystem.from1900.text(of: number, as: .time) == text) }
  }

  /// Every day of two centuries, against the calendar of Foundation.
  @Test func everyDay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(calendar.date(from: DateComponents(year: 1900, month: 3, day: 1)))
    for number in 61..<73_000 {
      let date = first.addingTimeInterval(Double(number - 61) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let text = String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!)
      let isSame = DateSystem.from1900.text(of: Double(number), as: .date) == text
      #expect(isSame, "\(number)")
    }
  }

  @Test func addresses() {
    for (reference, row, column) in [("A1", 1, 0), ("$B$7", 7, 1), ("xfd1048576", 1_048_576, 16_383), ("AA10", 10, 26)]
    {
      let address = CellAddress(reference: reference)
      #expect(address == CellAddress(row: row, column: column))
      #expect(address?.isOnSheet == true)
      #expect(address?.description == reference.uppercased().filter { $0 != "$" })
    }
    for reference in ["", "A", "1", "A0", "1A", "A1B", "A-1", "A1 ", "é1"] {
      #expect(CellAddress(reference: reference) == nil, "\(reference)")
    }
    for reference in ["XFE1", "A1048577", "ZZZZZZZZZZZZZ1", "A99999999999999999999"] {
      #expect(CellAddress(reference: reference)?.isOnSheet == false, "\(reference)")
    }
    #expect(CellRange(reference: "B2")?.description == "B2:B2")
    for reference in ["B2:A1", "B2:", ":", "", "A1:XFE1", "A1:B2:C3"] {
      #expect(CellRange(reference: reference) == nil)
    }
  }
}
