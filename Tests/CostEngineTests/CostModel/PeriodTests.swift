import TestSupport
import Testing

@testable import CostEngine

/// Years of the horizon, by position and by calendar.
@Suite struct PeriodTests {
  @Test func yearsComeBeforeTheWhole() {
    let periods = (0...3).map { Period(position: $0, years: 3) }
    #expect(periods == [.year(0), .year(1), .year(2), .total])
    #expect(periods.map { $0.position(years: 3) } == [0, 1, 2, 3])
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func calendarYearsAreThereAndBack() {
    let study = RandomStudy.make(seed: 3, uncertain: false)
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: 1, seed: 1, sampler: .random))
    for year in study.firstYear...study.lastYear {
      #expect(study.period(calendarYear: year) == .year(year - study.firstYear))
      #expect(plan.calendarYear(of: study.period(calendarYear: year)) == year)
    }
    #expect(study.period(calendarYear: nil) == .total && plan.calendarYear(of: .total) == nil)
  }
}
