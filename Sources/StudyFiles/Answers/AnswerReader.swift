import CostEngine
import Terms

/// Reads what regions send back: the form in any order of rows and columns, what the page saves, and tables that people make
/// themselves, as far as their headings say what they hold.
public struct AnswerReader {
  /// What a file holds.
  public struct Content: Sendable {
    public var answers: [GivenAnswer] = []
    /// What could not be taken over, and why; as a notice what was passed over.
    public var diagnostics: [Diagnostic] = []
    /// Questions of the form that nobody answered.
    public var blank: [GivenAnswer.Subject] = []

    /// Whether nobody wrote anything in it.
    public var isBlank: Bool { answers.isEmpty && diagnostics.isEmpty }
  }

  private let names: AnswerNames

  public init(_ study: Study) { names = AnswerNames(study) }

  /// - Parameter file: its name, as the user wrote it.
  public func read(_ bytes: [UInt8], file: String) -> Content {
    let (tables, diagnostics) = AnswerTable.tables(bytes, file: file)
    var content = Content(diagnostics: diagnostics)
    var isRecognised = false
    let about = tables.compactMap { AboutPage($0) }.first
    for table in tables {
      guard AboutPage(table) == nil, !table.isOtherTable else { continue }
      guard let layout = AnswerLayout(table, names) else { continue }
      isRecognised = true
      AnswerRows(table: table, layout: layout, names: names, about: about).read(into: &content)
    }
    if !isRecognised, !tables.isEmpty { content.diagnostics.append(Self.unrecognised(file)) }
    return content
  }

  private static func unrecognised(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, file: file,
      problem: Bilingual(
        nl: "Hierin is geen opgave herkend: er is geen rij met koppen zoals regio, functie en personen.",
        en: "No answers were recognised: there is no row of headings such as region, function and persons."),
      remedy: Bilingual(
        nl: "Gebruik het formulier van waterlijn template, of zet boven de kolommen wat erin staat: regio, functie, "
          + "personen, piketposities, verloop, gecertificeerd, opleidingsuren, bijscholingsuren.",
        en: "Use the form of waterlijn template, or put above the columns what they hold: region, function, persons, "
          + "standby_positions, turnover, certified, initial_hours, annual_hours."))
  }
}

extension AnswerTable {
  /// Whether it is a table of a study, in an archive of one, that does not hold what a region has.
  fileprivate var isOtherTable: Bool {
    isArchived && TableID.allCases.contains { $0.file == sheet } && !RegionCells.tables.contains { $0.file == sheet }
  }
}

/// Who filled in what the page saved, and when: its table `opgave.csv`.
struct AboutPage {
  var person = ""
  var date = ""

  init?(_ table: AnswerTable) {
    guard table.isArchived, table.sheet == "opgave.csv", let first = table.rows.first, table.text(first, 0) == "wat"
    else {
      return nil
    }
    for row in table.rows {
      switch table.text(row, 0) {
      case "ingevuld door": person = table.text(row, 1)
      // To the second: of two of one day the later one is the newer.
      case "opgeslagen": date = String(table.text(row, 1).prefix(19).map { $0 == "T" ? " " : $0 })
      default: break
      }
    }
  }
}

/// What the columns of a table hold: its row of headings, and where it says which region it is of.
struct AnswerLayout {
  enum Role: Equatable {
    case form(FormColumn)
    case region
    /// A function or provision.
    case item
    case figure(CurrentFigure)
  }

  let headingRow: Int
  /// By column.
  let roles: [Int: Role]
  /// Columns whose heading is that of one before them.
  let doubled: [(column: Int, first: Int)]
  /// Columns with numbers below a heading that says nothing.
  let unread: [Int]
  /// Whether it is the form, or the list of what is asked about answers of before; else a table of people's own make.
  let isForm: Bool
  /// Codes of the regions that are named above the headings, by the sheet and by the file, in this order.
  let named: [String]

  /// Code of the region that the whole table is of, if its rows do not say.
  var region: String? { named.first }

  func column(_ role: Role) -> Int? { roles.keys.sorted().first { roles[$0] == role } }

  func column(_ form: FormColumn) -> Int? { column(.form(form)) }

  var figures: [(column: Int, figure: CurrentFigure)] {
    roles.keys.sorted().compactMap { column in
      guard case .figure(let figure)? = roles[column] else { return nil }
      return (column, figure)
    }
  }

  /// Whether it is a form that has lost the columns of its answers.
  var lacksAnswers: Bool {
    isForm && column(.unit) != nil && [FormColumn.answer, .low, .high].allSatisfy { column($0) == nil }
  }

  /// Nil if no row of the table looks like headings of answers.
  init?(_ table: AnswerTable, _ names: AnswerNames) {
    // Above the headings there are titles and addresses, not hundreds of rows.
    var best: (row: AnswerTable.Row, roles: [Int: Role], isForm: Bool)?
    for row in table.rows.prefix(60) {
      let roles = Self.roles(table, row).filter { $0.value != nil }.mapValues { $0! }
      guard let isForm = Self.isForm(roles) else { continue }
      // What has keys is a form, whatever looks like headings among its answers.
      if let best, (isForm ? 1 : 0, roles.count) <= (best.isForm ? 1 : 0, best.roles.count) { continue }
      best = (row, roles, isForm)
    }
    guard let best else { return nil }
    headingRow = best.row.number
    isForm = best.isForm
    var roles: [Int: Role] = [:]
    var doubled: [(column: Int, first: Int)] = []
    for column in best.roles.keys.sorted() {
      guard let role = best.roles[column] else { continue }
      if let first = roles.keys.sorted().first(where: { roles[$0] == role }) {
        // Of a key or a remark the first will do.
        if case .figure = role { doubled.append((column, first)) }
        if role == .form(.answer) { doubled.append((column, first)) }
      } else {
        roles[column] = role
      }
    }
    // Which of two is meant nobody can tell.
    for double in doubled { roles[double.first] = nil }
    self.roles = roles
    self.doubled = doubled
    let isList = best.isForm && !roles.values.contains(.form(.answer)) && !roles.values.contains(.form(.unit))
    unread = isList ? [] : Self.unread(table, below: best.row, knowing: best.roles, isForm: best.isForm)
    var named: [String] = []
    for row in table.rows where row.number < best.row.number && named.isEmpty {
      for column in row.cells.keys.sorted() where named.isEmpty {
        if let region = names.region(within: table.text(row, column)) { named.append(region) }
      }
    }
    for text in [table.sheet, Self.name(table.file)] {
      if let region = text.flatMap({ names.region(within: $0) }) { named.append(region) }
    }
    self.named = named
  }

  /// The name of a file without its folders and ending.
  private static func name(_ file: String) -> String {
    let name = file.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Whether headings are those of a form, or of a table of people's own make; nil of neither.
  private static func isForm(_ roles: [Int: Role]) -> Bool? {
    let all = Array(roles.values)
    func has(_ form: FormColumn) -> Bool { all.contains(.form(form)) }
    if has(.key) && (has(.answer) || has(.question) || has(.note)) { return true }
    if has(.answer) && has(.question) { return true }
    let hasFigure = all.contains {
      if case .figure = $0 { return true }
      return false
    }
    return hasFigure && all.contains(.item) ? false : nil
  }

  private static func roles(_ table: AnswerTable, _ row: AnswerTable.Row) -> [Int: Role?] {
    var roles: [Int: Role?] = [:]
    for column in row.cells.keys { roles[column] = .some(role(table.text(row, column))) }
    return roles
  }

  /// Columns with numbers in them and no role: of a form any number, of another table more than a few.
  private static func unread(
    _ table: AnswerTable, below heading: AnswerTable.Row, knowing roles: [Int: Role], isForm: Bool
  ) -> [Int] {
    var counts: [Int: Int] = [:]
    var rows = 0
    for row in table.rows where row.number > heading.number {
      rows += 1
      for (column, value) in row.cells where roles[column] == nil && isNumber(value, table) {
        counts[column, default: 0] += 1
      }
    }
    let numbers = ["nr", "nummer", "no", "number", "volgnummer"]
    return counts.keys.sorted().filter { column in
      !numbers.contains(AnswerNames.form(table.text(heading, column)))
        && (isForm || counts[column, default: 0] > 2 || 3 * counts[column, default: 0] > rows)
    }
  }

  private static func isNumber(_ value: AnswerTable.Value, _ table: AnswerTable) -> Bool {
    switch value {
    case .number: return true
    case .text(let text): return (try? table.notation.read(text.trimmedOfBlanks)) != nil
    default: return false
    }
  }

  /// Words by which a heading says that what stands below it is not what there is now.
  private static let otherwise: Set<String> = [
    "norm", "nodig", "benodigd", "benodigde", "gewenst", "gewenste", "vorig", "vorige", "oud", "oude", "doel", "tekort",
    "verschil", "required", "needed", "wanted", "target", "previous", "last", "old", "gap",
  ]

  private static func role(_ heading: String) -> Role? {
    guard heading.utf8.count <= 60 else { return nil }
    let form = AnswerNames.form(heading)
    if form.isEmpty { return nil }
    for column in FormColumn.allCases
    where [column.heading.dutch, column.heading.english].contains(where: { AnswerNames.form($0) == form }) {
      // A form's item is recognised where its key is lost.
      return column == .item ? .item : .form(column)
    }
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    if let first = words.first, [FormColumn.answer.heading.dutch, FormColumn.answer.heading.english].contains(first) {
      return .form(.answer)
    }
    if ["opmerking", "opmerkingen", "commentaar", "uitleg", "remark", "remarks", "comment", "comments"].contains(form) {
      return .form(.note)
    }
    if ["herkomst", "bronvermelding", "reference"].contains(form) { return .form(.source) }
    if words.contains(where: { otherwise.contains($0) }) { return nil }
    for columns in RegionCells.tables {
      guard let meant = ColumnSynonyms.meant(by: heading, among: columns.description.allColumns) else { continue }
      for figure in CurrentFigure.allCases where figure.column.name.isCalled(meant) {
        // Full-time jobs are no heads.
        return figure == .persons && words.contains("fte") ? nil : .figure(figure)
      }
      if Column.Staffing.region.name.isCalled(meant) { return .region }
      if Column.Staffing.function.name.isCalled(meant) || Column.ProvisionCurrent.provision.name.isCalled(meant) {
        return .item
      }
    }
    return nil
  }
}

extension Name {
  fileprivate func isCalled(_ word: String) -> Bool { id == word || dutchID == word }
}
