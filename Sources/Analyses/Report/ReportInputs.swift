import CostEngine
import Reports
import StudyFiles
import Terms

/// The uncertain inputs of a report's plan, in the groups whose effects the report shows.
///
/// Factors and each cell's own part beside them are independent, so the effect of each can be shown separately. Cells
/// are grouped as `waterlijn sensitivity --by column` does: the same cell of all regions together.
struct ReportInputs {
  /// A factor of correlations.csv.
  struct Factor {
    /// Index in ``Study/factors``.
    var factor: Int
    var code: String
    /// The columns by which a reader recognises the factor.
    var columns: String
    /// For each place the number of cells that the factor moves there; 0 if it moves none.
    var cells: [Int]
  }

  /// Cells that are grouped, each by its own part beside factors.
  struct Group {
    var label: String
    /// The cells, each with its region; nil for a cell that is not specific to a region.
    var cells: [(region: Int?, variable: Int)]
  }

  /// An assumed figure of the current situation, to be requested from the regions for which it is uncertain.
  struct Question {
    var label: String
    /// In the order of the regions.
    var cells: [(region: Int, variable: Int)]
  }

  // Regions are positions in the selection, variables positions in `Plan.usedVariables`.
  private(set) var factors: [Factor] = []
  private(set) var groups: [Group] = []
  private(set) var questions: [Question] = []

  init(_ study: Study, _ plan: Plan, _ currentCells: [StudyReading.CurrentCell], _ language: Language) {
    let regions = plan.selection.regions
    var regionOfCode: [String: Int] = [:]
    for (position, region) in regions.enumerated() { regionOfCode[study.regions[region].code] = position }
    let names = plan.usedVariables.map { InputName(study.variables[$0].name) }
    let called = Self.names(study)
    func label(_ name: InputName) -> String {
      let column = Self.plainColumn(name, language)
      let label = name.label { called[$0] ?? $0 }(language)
      return column.plain + (label == column.written ? "" : ":" + label.dropFirst(column.written.count + 1))
    }
    let home = names.map { $0?.region.flatMap { regionOfCode[$0] } }

    var groupOfName: [InputName: Int] = [:]
    for (position, variable) in plan.usedVariables.enumerated() {
      guard let region = home[position], let name = names[position] else {
        let label = names[position].map(label) ?? study.variables[variable].name
        groups.append(Group(label: label, cells: [(nil, position)]))
        continue
      }
      let everywhere = name.inAllRegions
      if groupOfName[everywhere] == nil {
        groupOfName[everywhere] = groups.count
        groups.append(Group(label: label(everywhere), cells: []))
      }
      groups[groupOfName[everywhere]!].cells.append((region, position))
    }
    for group in groups.indices { groups[group].cells.sort { ($0.region ?? 0) < ($1.region ?? 0) } }
    factors = study.factors.indices.compactMap { factor in
      let moved = plan.usedVariables.indices.filter { position in
        study.variables[plan.usedVariables[position]].loadings.contains { $0.factor == factor && $0.loading != 0 }
      }
      guard !moved.isEmpty else { return nil }
      var cells = [Int](repeating: 0, count: plan.placeCount)
      var columns: [String] = []
      for position in moved {
        for place in cells.indices where place == regions.count || home[position].map({ $0 == place }) ?? true {
          cells[place] += 1
        }
        let column = names[position].map { Self.plainColumn(Self.column($0), language).plain } ?? ""
        if !column.isEmpty, !columns.contains(column) { columns.append(column) }
      }
      return Factor(
        factor: factor, code: study.name(ofFactor: factor), columns: Self.list(columns, language), cells: cells)
    }
    let positions = Dictionary(uniqueKeysWithValues: plan.usedVariables.enumerated().map { ($1, $0) })
    struct Asked: Hashable {
      var figure: CurrentFigure
      var item: Int
    }
    var questionOf: [Asked: Int] = [:]
    for cell in currentCells where !cell.isReported {
      guard let region = regions.firstIndex(of: cell.region),
        case .uncertain(let variable) = PriorityAnalysis.quantity(cell, study), let position = positions[variable]
      else { continue }
      let key = Asked(figure: cell.figure, item: cell.item)
      if questionOf[key] == nil {
        questionOf[key] = questions.count
        questions.append(Question(label: cell.figure.question(cell.item, in: study, language), cells: []))
      }
      questions[questionOf[key]!].cells.append((region, position))
    }
    for question in questions.indices { questions[question].cells.sort { $0.region < $1.region } }
  }

  /// The names of codes, where the code alone identifies the item.
  private static func names(_ study: Study) -> [String: String] {
    let all =
      study.functions.map { ($0.code, $0.name) } + study.provisions.map { ($0.code, $0.name) }
      + study.oneOffs.map { ($0.code, $0.name) } + study.measures.map { ($0.code, $0.name) }
      + study.funds.map { ($0.code, $0.name) }
    var names: [String: String] = [:]
    for (code, name) in all { names[code] = names[code] == nil || names[code] == name ? name : "" }
    // A name shared by two codes would not distinguish them.
    let uses = names.values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return names.filter { !$0.value.isEmpty && uses[$0.value] == 1 }
  }

  /// The column of a cell, whatever its row; a shared variable or a setting keeps its own name.
  private static func column(_ name: InputName) -> InputName {
    switch name.table {
    case .variables, .settings: return name
    default: return InputName(table: name.table, column: name.column, key: name.key.map { _ in "*" })
    }
  }

  /// A column as written in its file, and in everyday words.
  private static func plainColumn(_ name: InputName, _ language: Language) -> (written: String, plain: String) {
    let label = name.label(language)
    guard name.table != .variables, name.table != .settings else { return (label, label) }
    let written = String(label.prefix { $0 != "," })
    return (written, name.columnName?.name(language) ?? written)
  }

  private static func list(_ columns: [String], _ language: Language) -> String {
    let most = 3
    let rest = columns.count > most ? language(nl: " en meer", en: " and more") : ""
    return columns.prefix(most).joined(separator: ", ") + rest
  }
}
