import Terms

/// Scenarios that bear none of the one-offs which a scenario bears that they are hardly different from: as a rule a row of
/// scenarios.csv that was copied, while one-offs.csv names the scenarios that bear an item.
///
/// Measures tell deliberate differences: who does without a programme, or without a pool, does without its one-offs. So
/// only scenarios with the same measures are compared. Of these one that no list names, and that differs in one term at
/// most, is told; and one with the same terms that some lists name beside the other, while others name the other alone.
struct CopiedScenarios {
  let tables: StudyTables

  struct Finding {
    var scenario: String
    var original: String
    /// Codes of the one-offs that the scenario misses.
    var items: [String]
    /// The row of the first of these, an index in the table's rows.
    var row: Int
  }

  /// Scenarios by the rows of one-offs.csv that name them.
  private var lists: [String: [Int]] {
    let table = tables[.oneOffs]
    var lists: [String: [Int]] = [:]
    for (index, row) in table.rows.enumerated() {
      guard case .codes(let codes) = row.cells[table.position(of: .oneOffs(.scenarios))] else { continue }
      for code in Set(codes) { lists[code, default: []].append(index) }
    }
    return lists
  }

  var findings: [Finding] {
    let lists = lists
    let table = tables[.scenarios]
    let rows = tables[.scenario].codes.compactMap { code in table.row([code]).map { (code: code, row: $0) } }
    return rows.compactMap { own -> Finding? in
      let named = lists[own.code] ?? []
      var nearest: (code: String, missed: [Int], differences: Int)?
      for other in rows where other.code != own.code {
        guard let theirs = lists[other.code], let differences = differences(own.row, other.row) else { continue }
        let missed = theirs.filter { !named.contains($0) }
        let isCopy =
          named.isEmpty ? differences <= 1 : differences == 0 && named.allSatisfy(theirs.contains)
        guard isCopy, !missed.isEmpty, differences < nearest?.differences ?? .max else { continue }
        nearest = (other.code, missed, differences)
      }
      return nearest.map { found in
        Finding(
          scenario: own.code, original: found.code,
          items: found.missed.map { tables[.oneOffs].rows[$0].key[0] }, row: found.missed[0])
      }
    }
  }

  /// The number of terms that differ, shape and years of the phase-in being one; nil if the measures do.
  private func differences(_ a: Int, _ b: Int) -> Int? {
    let table = tables[.scenarios]
    func isSame(_ term: Column.Term) -> Bool {
      let column = table.position(of: term.ofScenario)
      let described = table.description.columns[column]
      let (first, second) = (table.rows[a].cells[column], table.rows[b].cells[column])
      return first.isSame(as: second, blankIs: described.standIn)
    }
    guard isSame(.measures) else { return nil }
    let groups: [[Column.Term]] = [[.level], [.phaseIn, .from, .until], [.delayYears], [.bandwidth], [.release]]
    return groups.count { !$0.allSatisfy(isSame) }
  }
}

extension Cell {
  /// Whether two cells say the same.
  ///
  /// - Parameter number: what a blank cell stands for; nil if nothing.
  fileprivate func isSame(as other: Cell, blankIs number: Double?) -> Bool {
    func filled(_ cell: Cell) -> Cell {
      switch cell {
      case .blank: return number.map { .certain($0) } ?? .blank
      // A list without codes is as good as none.
      case .codes(let codes) where codes.isEmpty: return .blank
      default: return cell
      }
    }
    switch (filled(self), filled(other)) {
    case (.blank, .blank), (.invalid, .invalid): return true
    case (.certain(let a), .certain(let b)): return a == b
    case (.distribution(let a), .distribution(let b)): return a == b
    case (.shared(let a), .shared(let b)): return a == b
    case (.text(let a), .text(let b)), (.word(let a), .word(let b)), (.reference(let a), .reference(let b)):
      return a == b
    case (.codes(let a), .codes(let b)): return Set(a) == Set(b)
    default: return false
    }
  }
}
