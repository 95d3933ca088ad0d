import StudyFiles
import Terms
import TestSupport
import Testing

/// One slip of a kind that people make, in one cell of a clean study.
struct Slip {
  enum Kind: CaseIterable {
    case personsTimesTen, personsTimesHundred, personsTimesThousand, tenTimesFewer, swappedPersons, swappedHours
    case swappedPlaces, swappedShares, totalHours, daysForHours, hoursOfYear, countForUnit, zeroPersons, zeroHours, one
    case inhabitantsInThousands, inhabitantsTimesTen, emptySource, dateInPersons, dateInHours, ratePercent,
      growthPercent
    case sharePercent, factorPercent, turnoverPercent, normalPersons, normalTurnover, scientific, shiftedRow
    case totalRegion, totalOneOff, header, validity, lostComma, sign, hourlyCost
  }

  /// The guilty cell; a slip that touches two is told if either is.
  struct Place: Hashable {
    let file: String
    let row: Int
    let column: String?
  }

  let kind: Kind
  let study: CleanStudy
  let guilty: [Place]

  /// Nil where the study has no cell for it.
  init?(_ kind: Kind, in clean: CleanStudy, _ random: inout SplitMix) {
    var study = clean
    var guilty: [Place] = []

    func pick<T>(_ items: [T]) -> T? { items.isEmpty ? nil : items[Int(random.next() % UInt64(items.count))] }
    func number(_ text: String) -> Double? {
      var plain = text.replacing(".", with: "").replacing(",", with: ".")
      let isPercentage = plain.hasSuffix("%")
      if isPercentage { plain.removeLast() }
      return Double(plain).map { isPercentage ? $0 / 100 : $0 }
    }
    func written(_ value: Double) -> String {
      NumberFormat(decimalMark: UInt8(ascii: ","), groupMark: nil).shortest(value)
    }
    /// Rows of regions in which a column holds a plain number that suits.
    func rows(_ file: String, _ column: String, where suits: (Double) -> Bool = { $0 > 0 }) -> [Int] {
      guard let sheet = study.tables[file], sheet.header.contains(column) else { return [] }
      return sheet.rows.indices.filter { row in
        clean.regions.contains(sheet.rows[row][0]) && number(sheet[row, column]).map(suits) ?? false
      }
    }
    func set(_ file: String, _ row: Int, _ column: String, _ text: String) {
      study.tables[file]![row, column] = text
      guilty.append(Place(file: file, row: row + 2, column: column))
    }
    /// Changes one number.
    func change(
      _ file: String, _ column: String, above least: Double = 0, _ make: (Double, Int) -> String
    ) {
      guard let row = pick(rows(file, column).filter { number(study.tables[file]![$0, column])! > least }) else {
        return
      }
      set(file, row, column, make(number(study.tables[file]![row, column])!, row))
    }
    func swap(_ file: String, _ a: String, _ b: String, where suits: (Int) -> Bool = { _ in true }) {
      guard let row = pick(rows(file, a).filter { !study.tables[file]![$0, b].isEmpty && suits($0) }) else { return }
      let (first, second) = (study.tables[file]![row, a], study.tables[file]![row, b])
      guard first != second else { return }
      set(file, row, a, second)
      set(file, row, b, first)
    }
    func setting(_ name: String, _ value: String) {
      if let row = study.tables["settings.csv"]!.row(name) {
        set("settings.csv", row, "waarde", value)
      } else {
        let count = study.tables["settings.csv"]!.header.count
        study.tables["settings.csv"]!.rows.append([name, value] + [String](repeating: "", count: count - 2))
        guilty.append(Place(file: "settings.csv", row: study.tables["settings.csv"]!.rows.count + 1, column: "waarde"))
      }
    }
    let (persons, initial, annual) = ("personen", "opleidingsuren", "bijscholingsuren")

    switch kind {
    case .personsTimesTen: change("staffing.csv", persons) { value, _ in written(10 * value) }
    case .personsTimesHundred: change("staffing.csv", persons) { value, _ in written(100 * value) }
    case .personsTimesThousand: change("staffing.csv", persons) { value, _ in written(1000 * value) }
    case .tenTimesFewer: change("staffing.csv", persons) { value, _ in written(value / 10) }
    case .swappedPersons:
      swap("staffing.csv", persons, "piketposities") { row in
        (number(study.tables["staffing.csv"]![row, persons]) ?? 0) > 3
      }
    case .swappedHours: swap("training.csv", initial, annual)
    case .swappedPlaces: swap("regions.csv", "inwoners", "gemeenten")
    case .swappedShares: swap("staffing.csv", "verloop", "gecertificeerd")
    case .totalHours:
      change("training.csv", annual) { value, row in
        let key = study.tables["training.csv"]!.rows[row]
        let people = study.tables["staffing.csv"]!.row(key[0], key[1]).flatMap {
          number(study.tables["staffing.csv"]![$0, persons])
        }
        return written(value * max(4, people ?? 8))
      }
    case .daysForHours:
      change("training.csv", initial, above: 7) { value, _ in written((value / 8).rounded()) }
    case .hoursOfYear: change("training.csv", annual) { value, _ in written(1_880) }
    case .countForUnit:
      guard let provisions = study.tables["provisions.csv"] else { return nil }
      let counted = provisions.rows.filter { $0[provisions.position("per")] == "100k" }.map { $0[0] }
      let sheet = study.tables["provision-current.csv"]!
      guard let row = pick(rows("provision-current.csv", "aantal").filter { counted.contains(sheet.rows[$0][1]) }),
        let region = study.tables["regions.csv"]!.row(sheet.rows[row][0])
      else { return nil }
      let units = number(study.tables["regions.csv"]![region, "inwoners"])! / 100_000
      set("provision-current.csv", row, "aantal", written(number(sheet[row, "aantal"])! * units))
    case .zeroPersons:
      change("staffing.csv", persons) { _, _ in "0" }
    case .zeroHours: change("training.csv", annual) { _, _ in "0" }
    case .one: change("staffing.csv", "verloop") { _, _ in "1" }
    case .inhabitantsInThousands: change("regions.csv", "inwoners") { value, _ in written((value / 1000).rounded()) }
    case .inhabitantsTimesTen: change("regions.csv", "inwoners") { value, _ in written(10 * value) }
    case .emptySource:
      guard let row = pick(rows("training.csv", annual)) else { return nil }
      set("training.csv", row, "bron", "")
    case .dateInPersons: change("staffing.csv", persons) { _, _ in written(45_051 + Double(random.next() % 300)) }
    case .dateInHours: change("training.csv", initial) { _, _ in written(45_051 + Double(random.next() % 300)) }
    case .ratePercent: setting("discontovoet", "2,25")
    case .growthPercent: setting("loongroei", "3")
    case .sharePercent:
      let sheet = study.tables["staffing.csv"]!
      guard let row = pick(sheet.rows.indices.filter { !sheet[$0, "personen_aandeel"].isEmpty }) else { return nil }
      set("staffing.csv", row, "personen_aandeel", "50")
    case .factorPercent:
      guard let sheet = study.tables["measure-effects.csv"], let row = pick(Array(sheet.rows.indices)) else {
        return nil
      }
      set("measure-effects.csv", row, "factor", "80")
    case .turnoverPercent: change("staffing.csv", "verloop") { value, _ in written(value) + "%" }
    case .normalPersons: change("staffing.csv", persons) { value, _ in "normal(-\(written(value)); 3)" }
    case .normalTurnover: change("staffing.csv", "verloop") { _, _ in "normal(8; 2)" }
    case .scientific:
      change("regions.csv", "inwoners") { value, _ in
        let exponent = value >= 1e6 ? 6 : 5
        let mantissa = value / (exponent == 6 ? 1e6 : 1e5)
        return written((mantissa * 100).rounded() / 100) + "E+0\(exponent)"
      }
    case .shiftedRow:
      guard let row = pick(rows("training.csv", annual)) else { return nil }
      set("training.csv", row, "bron", "5")
    case .totalRegion:
      guard clean.regions.count > 2 else { return nil }
      let sheet = study.tables["regions.csv"]!
      var total = [String](repeating: "", count: sheet.header.count)
      total[0] = "TOT"
      total[sheet.position("bron")] = "CBS"
      for column in ["inwoners", "gemeenten"] {
        total[sheet.position(column)] = written(sheet.rows.indices.reduce(0) { $0 + number(sheet[$1, column])! })
      }
      study.tables["regions.csv"]!.rows.append(total)
      guilty.append(Place(file: "regions.csv", row: sheet.rows.count + 2, column: "regio"))
    case .totalOneOff:
      guard let sheet = study.tables["one-offs.csv"], var total = sheet.rows.first else { return nil }
      total[0] = "TOTAAL"
      study.tables["one-offs.csv"]!.rows.append(total)
      guilty.append(Place(file: "one-offs.csv", row: sheet.rows.count + 2, column: "post"))
    case .header:
      let name = pick(["Naam", "nmae", "naaam"])!
      study.tables["regions.csv"]!.header[study.tables["regions.csv"]!.position("naam")] = name
      guilty.append(Place(file: "regions.csv", row: 1, column: name))
    case .validity:
      let sheet = study.tables["norms.csv"]!
      guard let row = pick(sheet.rows.indices.filter { !sheet[$0, "hercertificering_jaren"].isEmpty }) else {
        return nil
      }
      set("norms.csv", row, "hercertificering_jaren", "0..5")
    case .lostComma:
      let sheet = study.tables["provision-current.csv"]!
      let amounts = rows("provision-current.csv", "aantal").filter { sheet[$0, "aantal"].contains(",") }
      guard let row = pick(amounts) else { return nil }
      set("provision-current.csv", row, "aantal", written((100 * number(sheet[row, "aantal"])!).rounded()))
    case .sign:
      guard let sheet = study.tables["one-offs.csv"], let row = pick(Array(sheet.rows.indices)) else { return nil }
      set("one-offs.csv", row, "bedrag", "-12000")
    case .hourlyCost:
      let sheet = study.tables["functions.csv"]!
      guard let row = pick(Array(sheet.rows.indices)) else { return nil }
      set("functions.csv", row, "uurtarief", "8500")
    }
    guard !guilty.isEmpty else { return nil }
    self.kind = kind
    self.study = study
    self.guilty = guilty
  }
}
