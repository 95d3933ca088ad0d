import Testing

@testable import Analyses

/// Where a condition may begin, cease or be met between the points of a curve.
@Suite struct MarginCurveTests {
  private func curve(_ margins: Double...) -> MarginCurve {
    MarginCurve(points: margins.enumerated().map { MarginCurve.Point(position: 10 * $0, margin: $1) })
  }

  @Test func crossings() {
    let crossings = curve(1, -1, -2, 0, 3).crossings
    #expect(crossings.map { [$0.inside, $0.outside] } == [[0, 10], [30, 20]])
  }

  /// -1 at its highest point, and steps of 4 beside it: between the points it may be above 0. The other peak is not.
  @Test func aPeakMayReachBeyondItsPoint() throws {
    let turns = curve(-9, -5, -1, -5, -300, -299, -300.5).turns
    try #require(turns.count == 1)
    #expect(turns[0].from == 10 && turns[0].to == 30 && turns[0].isPeak)
  }

  /// A gap in a stretch that holds, and a peak at the end of the range.
  @Test func gapsAndEnds() {
    let gap = curve(5, 3, 1, 3, 5).turns
    #expect(gap.count == 1 && gap[0].from == 10 && gap[0].to == 30 && !gap[0].isPeak)
    let end = curve(-6, -4, -2).turns
    #expect(end.count == 1 && end[0].from == 10 && end[0].to == 20)
  }

  /// Beside a crossing a level stretch is as far from 0 as it was.
  @Test func whatIsLevelDoesNotTurn() { #expect(curve(-80, -80, -80, 20, 20, 20, 20).turns.isEmpty) }

  /// What comes nearest is looked into, however far it is, so that it is told right.
  @Test func theNearestIsAlwaysThere() {
    let turns = curve(-102, -101, -100, -101, -102).turns
    #expect(turns.map { $0.from } == [10])
  }
}
