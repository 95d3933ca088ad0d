import CostEngine
import Reports

extension RequestedAmount {
  /// The same amount in a plan of some scenarios and regions.
  ///
  /// - Parameters:
  ///   - study: a study whose horizon has its years.
  ///   - selection: contains the scenario, and the region, or all regions if it is of the country.
  public func recorded(of study: Study, in selection: Selection) -> RecordedAmount {
    let recorded: RecordedAmount.Span
    switch span {
    case .year(let year): recorded = .period(study.period(calendarYear: year))
    case .total: recorded = .period(.total)
    case .end: recorded = .period(.end)
    case .years(let years, let fold):
      recorded = .years((years.lowerBound - study.firstYear)...(years.upperBound - study.firstYear), fold)
    }
    return RecordedAmount(
      scenario: selection.scenarios.firstIndex(of: scenario)!,
      place: region.map { selection.regions.firstIndex(of: $0)! } ?? selection.regions.count, subject: subject,
      span: recorded)
  }
}

extension Condition {
  /// The figure of each clause.
  ///
  /// - Parameters:
  ///   - amounts: all amounts of the condition, perhaps with others.
  ///   - draws: the draws of each of these.
  public func figures<Draws: RandomAccessCollection<Double>>(
    of amounts: [RequestedAmount], _ draws: (Int) -> Draws, sampler: Sampler
  ) -> [DrawStatistic.Estimate] where Draws.Index == Int {
    func found(_ amount: RequestedAmount) -> Draws { draws(amounts.firstIndex(of: amount)!) }
    return clauses.map { clause in
      switch clause.subject {
      case .statistic(let statistic, let amount):
        return statistic.figure(of: found(amount), isShare: amount.isShare, sampler: sampler)
      case .overYears(let fold, let statistic, let amounts):
        return fold.figure(
          of: amounts.map { statistic.figure(of: found($0), isShare: $0.isShare, sampler: sampler) })
      case .chance(let events):
        let columns = events.map { found($0.amount) }
        let count = columns[0].count
        let hits = (0..<count).count { draw in
          zip(events, columns).allSatisfy { event, column in
            event.comparison.holds(column[column.startIndex + draw], event.limit)
          }
        }
        let share = Double(hits) / Double(count)
        // Where every draw is the same there is no chance in it.
        let isCertain = count > 1 && columns.allSatisfy { column in column.allSatisfy { $0 == column.first } }
        return isCertain
          ? DrawStatistic.Estimate(value: share, lower: share, upper: share)
          : DrawStatistic.share(share, ofDraws: count)
      }
    }
  }
}

extension DrawStatistic {
  /// The statistic of draws that were recorded, whose amounts are all counted.
  fileprivate func figure(
    of draws: some RandomAccessCollection<Double>, isShare: Bool, sampler: Sampler
  ) -> Estimate {
    // Statistics count whole cents: a share is made larger for them.
    let scale = isShare ? RecordedAmount.shareScale : 1
    let counted =
      isShare ? estimate(of: draws.map { $0 * scale }, sampler: sampler) : estimate(of: draws, sampler: sampler)
    guard let counted else { preconditionFailure("recorded amounts are counted") }
    return Estimate(
      value: counted.value / scale, lower: counted.lower / scale, upper: counted.upper / scale)
  }
}

extension YearFold {
  /// Of a figure by year; the ends of its interval are those of the years', so that it is rather too wide.
  fileprivate func figure(of years: [DrawStatistic.Estimate]) -> DrawStatistic.Estimate {
    func fold(_ values: [Double]) -> Double {
      switch self {
      case .highest: return values.max()!
      case .lowest: return values.min()!
      case .sum: return values.reduce(0, +)
      }
    }
    return DrawStatistic.Estimate(
      value: fold(years.map { $0.value }), lower: fold(years.map { $0.lower }), upper: fold(years.map { $0.upper }))
  }
}
