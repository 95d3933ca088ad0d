import CostEngine
import Terms

/// Reads what regions send back: the form in any order of rows and columns, what the page saves, and tables that people make
/// themselves, as far as their headings say what they hold.
public struct AnswerReader {
  /// What a file holds.
  public struct Content: Sendable {
    public var answers: [GivenAnswer] = []
    /// Cells in which people say that they do not know, or only write a note.
    public var unknown: [GivenAnswer.Place] = []
    /// What could not be taken over, and why.
    public var diagnostics: [Diagnostic] = []
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
      guard AboutPage(table) == nil else { continue }
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

/// Who filled in what the page saved, and when: its table `opgave.csv`.
struct AboutPage {
  var person = ""
  var date = ""

  init?(_ table: AnswerTable) {
    guard table.file.hasSuffix("/opgave.csv"), let first = table.rows.first, table.text(first, 0) == "wat" else {
      return nil
    }
    for row in table.rows {
      switch table.text(row, 0) {
      case "ingevuld door": person = table.text(row, 1)
      case "opgeslagen": date = String(table.text(row, 1).prefix(10))
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
  /// Code of the region that the whole table is of, if its rows do not say.
  let region: String?

  func column(_ role: Role) -> Int? { roles.keys.sorted().first { roles[$0] == role } }

  func column(_ form: FormColumn) -> Int? { column(.form(form)) }

  var figures: [(column: Int, figure: CurrentFigure)] {
    roles.keys.sorted().compactMap { column in
      guard case .figure(let figure)? = roles[column] else { return nil }
      return (column, figure)
    }
  }

  /// Nil if no row of the table looks like headings of answers.
  init?(_ table: AnswerTable, _ names: AnswerNames) {
    // Above the headings there are titles and addresses, not hundreds of rows.
    var best: (row: AnswerTable.Row, roles: [Int: Role])?
    for row in table.rows.prefix(60) {
      let roles = Self.roles(table, row)
      guard Self.isEnough(roles), roles.count > best?.roles.count ?? 0 else { continue }
      best = (row, roles)
    }
    guard let best else { return nil }
    headingRow = best.row.number
    roles = best.roles
    var region: String?
    for row in table.rows where row.number < best.row.number && region == nil {
      for column in row.cells.keys.sorted() where region == nil {
        region = names.region(within: table.text(row, column))
      }
    }
    self.region =
      region ?? table.sheet.flatMap { names.region(within: $0) } ?? names.region(within: Self.name(table.file))
  }

  /// The name of a file without its folders and ending.
  private static func name(_ file: String) -> String {
    let name = file.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private static func isEnough(_ roles: [Int: Role]) -> Bool {
    let all = Array(roles.values)
    if all.contains(.form(.answer)) { return all.contains(.form(.key)) || all.contains(.form(.question)) }
    // The list of what is asked about answers of before.
    if all.contains(.form(.key)) && all.contains(.form(.note)) { return true }
    let hasFigure = all.contains {
      if case .figure = $0 { return true }
      return false
    }
    return hasFigure && all.contains(.item)
  }

  private static func roles(_ table: AnswerTable, _ row: AnswerTable.Row) -> [Int: Role] {
    var roles: [Int: Role] = [:]
    for column in row.cells.keys.sorted() {
      guard let role = role(table.text(row, column)), !roles.values.contains(role) else { continue }
      roles[column] = role
    }
    return roles
  }

  private static func role(_ heading: String) -> Role? {
    guard heading.utf8.count <= 60 else { return nil }
    let form = AnswerNames.form(heading)
    if form.isEmpty { return nil }
    for column in FormColumn.allCases
    where [column.heading.dutch, column.heading.english].contains(where: {
      AnswerNames.form($0) == form
    }) {
      // A form's item is recognised where its key is lost.
      return column == .item ? .item : .form(column)
    }
    if ["opmerking", "opmerkingen", "commentaar", "uitleg", "remark", "remarks", "comment", "comments"].contains(form) {
      return .form(.note)
    }
    if ["herkomst", "bronvermelding", "reference"].contains(form) { return .form(.source) }
    for columns in [TableID.staffing, .training, .provisionCurrent] {
      guard let meant = ColumnSynonyms.meant(by: heading, among: columns.description.allColumns) else { continue }
      for figure in CurrentFigure.allCases where figure.column.name.isCalled(meant) { return .figure(figure) }
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
