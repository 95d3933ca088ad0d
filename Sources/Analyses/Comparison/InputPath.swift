import CostEngine
import Reports
import StudyFiles
import Terms

/// The path from one study to another: cells changed step by step, then everything that is not a number.
struct InputPath {
  /// A cell whose value differs between the two studies.
  struct Change {
    var name: InputName
    /// The cell that holds it in the first study: for persons it may be their share of the norm.
    var before: InputName
    var from: InputValue
    var to: InputValue
    /// Whether a region reported it in the second study, while it was assumed or invented in the first.
    var isNewlyReported = false
    var wasInvented = false

    var written: BridgeStep.Change { BridgeStep.Change(name: name.text, from: wording.from, to: wording.to) }

    /// The values in words, with what they are where that changes.
    var wording: (from: Bilingual, to: Bilingual) {
      var (from, to) = (self.from.text(in: before), self.to.text(in: name))
      if before.column != name.column {
        from = from.followed(by: before.columnWord)
        to = to.followed(by: name.columnWord)
      }
      guard isNewlyReported else { return (from, to) }
      return (
        from.followed(
          by: wasInvented
            ? Bilingual(nl: "(verzonnen)", en: "(invented)") : Bilingual(nl: "(aangenomen)", en: "(assumed)")
        ),
        to.followed(by: Bilingual(nl: "(opgegeven)", en: "(reported)"))
      )
    }
  }

  /// Cells that are changed in one step.
  struct Group {
    var name: String
    var label: Bilingual
    var changes: [Change]
    /// Whether all of them change in the same way.
    var isUniform: Bool
  }

  /// If there are more steps than this, cells are grouped by column.
  static let mostSteps = 60

  private(set) var groups: [Group]
  /// Cells that cannot be changed independently of what is not a number.
  private(set) var left: [Change] = []
  /// Whether the cells are grouped by column, because there were too many to change one by one.
  let isGrouped: Bool

  /// - Parameters:
  ///   - a: the cells of the first study.
  ///   - b: the cells of the second.
  ///   - scenario: code of the scenario compared; terms of other scenarios are left out.
  ///   - assumed: the cells that were assumed for a region in the first study.
  ///   - invented: those that were invented in it.
  ///   - reported: the cells that a region reported in the second.
  init(
    _ a: InputLedger, _ b: InputLedger, scenario: String, assumed: Set<InputName> = [], invented: Set<InputName> = [],
    reported: Set<InputName> = []
  ) {
    var changes: [Change] = []
    for cell in a.cells {
      guard let other = b[cell.name] ?? cell.name.alternative.flatMap({ b[$0] }) else { continue }
      guard other.name != cell.name || other.value != cell.value else { continue }
      let isTerm = cell.name.table == .scenarios || cell.name.table == .scenarioRegions
      if isTerm, cell.name.key.first != scenario { continue }
      // If both take their value from the same other cell, it is that cell that changes.
      if cell.source != nil, cell.source == other.source { continue }
      changes.append(
        Change(
          name: other.name, before: cell.name, from: cell.value, to: other.value,
          isNewlyReported: (assumed.contains(cell.name) || invented.contains(cell.name))
            && reported.contains(other.name),
          wasInvented: invented.contains(cell.name)))
    }
    let single = Self.byRow(changes)
    isGrouped = single.count > Self.mostSteps
    groups = isGrouped ? Self.byColumn(changes) : single
  }

  /// Joins a step with the next one, or the last step with the one before it; a sole step is moved to ``left``.
  mutating func join(_ step: Int) {
    if groups.count == 1 {
      left += groups.removeFirst().changes
      return
    }
    let first = min(step, groups.count - 2)
    let (one, other) = (groups[first], groups[first + 1])
    groups[first] = Group(
      name: one.name + " + " + other.name,
      label: Bilingual(
        nl: one.label.dutch + " en " + other.label.dutch, en: one.label.english + " and " + other.label.english),
      changes: one.changes + other.changes, isUniform: false)
    groups.remove(at: first + 1)
  }

  /// The overrides that give one study the values of the other after some steps.
  ///
  /// - Parameters:
  ///   - steps: the steps taken.
  ///   - isOfFirst: whether the first study gets the second one's values; false for the reverse.
  func overrides(_ steps: Range<Int>, ofFirst isOfFirst: Bool) -> [InputOverride] {
    steps.flatMap {
      groups[$0].changes.map { isOfFirst ? InputOverride($0.name, $0.to) : InputOverride($0.before, $0.from) }
    }
  }

  var steps: [BridgeStep] {
    groups.map { group in
      let changes = group.changes.map { $0.written }
      let count = group.changes.count
      let isOverRegions = group.changes.allSatisfy { $0.name.region != nil } && group.isUniform
      let extent =
        count == 1
        ? nil
        : isOverRegions
          ? Bilingual(nl: "\(count) regio's", en: "\(count) regions")
          : Bilingual(nl: "\(count) gegevens", en: "\(count) figures")
      return BridgeStep(
        name: group.name, label: group.label,
        value: group.isUniform ? (changes[0].from, changes[0].to) : nil, extent: extent, changes: changes)
    }
  }

  // MARK: Groups

  /// The same change of the same item in several regions comes from one row.
  private static func byRow(_ changes: [Change]) -> [Group] {
    var groups: [Group] = []
    var known: [InputName: [Int]] = [:]
    for change in changes {
      let name = change.name.inAllRegions
      let same = known[name]?.first {
        let first = groups[$0].changes[0]
        return first.from == change.from && first.to == change.to && first.before.column == change.before.column
          && first.isNewlyReported == change.isNewlyReported && first.wasInvented == change.wasInvented
      }
      if let same {
        groups[same].changes.append(change)
        groups[same].name = name.text
        groups[same].label = name.label
      } else {
        known[name, default: []].append(groups.count)
        groups.append(
          Group(name: change.name.text, label: change.name.label, changes: [change], isUniform: true))
      }
    }
    return groups
  }

  private static func byColumn(_ changes: [Change]) -> [Group] {
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for change in changes {
      let name = change.name.table.stem + "." + change.name.column
      if let same = known[name] {
        groups[same].changes.append(change)
      } else {
        known[name] = groups.count
        let column = InputName(table: change.name.table, column: change.name.column, key: [])
        let label = change.name.table == .variables ? Bilingual(same: name) : column.label
        groups.append(Group(name: name, label: label, changes: [change], isUniform: false))
      }
    }
    return groups
  }
}

extension InputName {
  /// The cell that may say the same in another way: persons, or their share of the norm.
  fileprivate var alternative: InputName? {
    let (persons, share) = (InputName(.staffing(.persons), key: key), InputName(.staffing(.personsShare), key: key))
    return self == persons ? share : self == share ? persons : nil
  }

  fileprivate var columnWord: Bilingual? {
    func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
    return columnName.map { Bilingual(nl: spaced($0.dutchID), en: spaced($0.id)) }
  }
}

extension Bilingual {
  /// `60 % personen aandeel`.
  fileprivate func followed(by word: Bilingual?) -> Bilingual {
    guard let word else { return self }
    return Bilingual(nl: dutch + " " + word.dutch, en: english + " " + word.english)
  }
}

extension InputValue {
  /// The value for a reader, written as the cells of its column are.
  func text(in name: InputName) -> Bilingual {
    let kind: InputText.Kind = name.isCalendarYear ? .year : name.bounds == .share ? .share : .number
    switch self {
    case .certain(let number): return InputText.text(number, kind)
    case .distribution(let distribution): return InputText.text(distribution, kind)
    case .relative(.certain(let factor)): return InputText.share(InputText.text(factor, .number))
    case .relative(.distribution(let factor)): return InputText.share(InputText.text(factor, .number))
    case .relative(.relative): preconditionFailure("a factor is a number or a distribution")
    }
  }
}
