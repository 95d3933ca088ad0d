import CostEngine
import Reports
import StudyFiles
import Terms

/// The studies between two others: inputs of the first replaced by those of the second, step by step, in both orders.
public struct InputStages {
  private let path: InputPath
  /// Differences between the two that are not numbers.
  private let rest: [BridgeStep.Change]
  /// The first study with the values of the second after 0, 1, ... steps; then the second study with the values of the
  /// first after 0, 1, ... steps. Each with the code of its scenario.
  let studies: [(study: Study, scenario: String)]

  /// Whether each step is a column, because there were too many cells.
  var isGrouped: Bool { path.isGrouped }

  /// - Returns: nil if the user interrupted.
  init?(
    _ a: ComparedStudy, _ b: ComparedStudy, _ codeA: String, _ codeB: String, _ workers: Workers
  ) {
    var path = InputPath(
      a.reading!.ledger!, b.reading!.ledger!, scenario: codeA,
      assumed: Self.currentCells(a) { ($0.isAssumed || $0.isEstimated) && !$0.isExample },
      invented: Self.currentCells(a) { $0.isExample }, reported: Self.currentCells(b) { $0.isReported })
    var studies: [(study: Study, scenario: String)] = []
    // Some cells only make sense together: a study whose last year precedes its first is invalid.
    attempts: while true {
      studies = []
      for isFirst in [true, false] {
        let side = isFirst ? a : b
        for step in 0...path.groups.count {
          if workers.isStopped() { return nil }
          let study = step == 0 ? side.reading!.study : side.read(path.overrides(0..<step, ofFirst: isFirst)).study
          guard let study else {
            path.join(step - 1)
            continue attempts
          }
          studies.append((study, isFirst ? codeA : codeB))
        }
      }
      break
    }
    self.path = path
    self.studies = studies
    rest = Self.rest(a, b, [codeA, codeB]) + path.left.map { $0.written }
  }

  /// The cells of the current situation for which a condition holds.
  private static func currentCells(
    _ side: ComparedStudy, where isIncluded: (StudyReading.CurrentCell) -> Bool
  ) -> Set<InputName> {
    guard let reading = side.reading, let study = reading.study else { return [] }
    var names: Set<InputName> = []
    for cell in reading.currentCells where isIncluded(cell) {
      let item =
        cell.figure == .provisionQuantity ? study.provisions[cell.item].code : study.functions[cell.item].code
      let key = [study.regions[cell.region].code, item]
      names.insert(InputName(cell.figure.column, key: key))
      // Persons are noted under one name, whichever of two columns holds them.
      if cell.figure == .persons { names.insert(InputName(.staffing(.personsShare), key: key)) }
    }
    return names
  }

  /// Tables of which every cell that counts is in the ledger: what a row more or less changes, the steps tell.
  private static let toldByCells: [TableID] = [.staffing, .training, .provisionCurrent]

  /// - Parameter scenarios: terms of other scenarios are left out.
  private static func rest(_ a: ComparedStudy, _ b: ComparedStudy, _ scenarios: [String]) -> [BridgeStep.Change] {
    let absent = Bilingual(nl: "(geen rij)", en: "(no row)")
    let empty = Bilingual(nl: "(leeg)", en: "(blank)")
    func wording(_ text: String?) -> Bilingual {
      guard let text else { return absent }
      return text.isEmpty ? empty : Bilingual(same: text)
    }
    return TableID.allCases.flatMap { table in
      TableDifferences.between(a.reading!, b.reading!, table: table).filter { difference in
        if toldByCells.contains(table) { return false }
        guard table == .scenarios || table == .scenarioRegions else { return true }
        return scenarios.contains(difference.key[0])
      }.map {
        BridgeStep.Change(name: $0.name, from: wording($0.from), to: wording($0.to))
      }
    }
  }

  /// The steps, with the effect of each.
  ///
  /// - Parameter means: the means of ``studies``.
  func filled(_ means: [[[Double]]]) -> [BridgeStep] {
    var steps = path.steps
    let count = steps.count
    let (first, second) = (means[...count], Array(means[(count + 1)...]))
    for step in 0..<count {
      steps[step].forward = first[step].change(to: first[step + 1])
      steps[step].backward = second[step + 1].change(to: second[step])
    }
    var composition = BridgeStep(
      name: "composition", label: Bilingual(nl: "samenstelling", en: "composition"), value: nil,
      extent: told, changes: rest)
    composition.forward = first[count].change(to: second[0])
    composition.backward = first[0].change(to: second[count])
    let hasEffect = [composition.forward, composition.backward].contains { $0.contains { $0.contains { $0 != 0 } } }
    return rest.isEmpty && !hasEffect ? steps : steps + [composition]
  }

  /// A short description of what is not a number.
  private var told: Bilingual {
    guard !rest.isEmpty else {
      return Bilingual(nl: "invoer die cellen met elkaar delen", en: "input that cells share")
    }
    let named = rest.prefix(4).map { CellName.text($0.name) }
    let names = Bilingual(
      nl: named.map { $0.dutch }.joined(separator: ", "), en: named.map { $0.english }.joined(separator: ", "))
    let more = rest.count - 4
    return more > 0
      ? Bilingual(
        nl: "rijen en woorden: \(names.dutch) en nog \(more)", en: "rows and words: \(names.english) and \(more) more")
      : Bilingual(nl: "rijen en woorden: \(names.dutch)", en: "rows and words: \(names.english)")
  }
}
