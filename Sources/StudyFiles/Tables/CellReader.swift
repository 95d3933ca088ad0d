import CostEngine
import Terms

/// Reads single cells of one file and reports what is wrong with them.
struct CellReader {
  struct Place {
    let file: String
    let row: Int
    /// The name as spelt in the header.
    let column: String
    /// What the figures of the cell measure, see ``CellParser``.
    var measure: Unit.Measure? = nil
  }

  let parser: CellParser
  let diagnostics: DiagnosticCollector

  func report(_ problem: @autoclosure () -> CellProblem, _ place: Place) {
    diagnostics.error(problem(), file: place.file, row: place.row, column: place.column)
  }

  /// A cell that is not blank.
  func cell(_ text: String, _ content: ColumnDescription.Content, table: TableID, _ place: Place) -> Cell {
    switch content {
    case .text:
      return .text(text)
    case .number(let bounds):
      return number(text, bounds: bounds, place)
    case .norm(let bounds):
      guard let mark = text.first, "xX×*".contains(mark) else { return number(text, bounds: bounds, place) }
      let factor = String(text.dropFirst()).trimmedOfBlanks
      if factor.isEmpty {
        report(.shareWithoutNumber(text), place)
        return .invalid
      }
      var ofFactor = place
      ofFactor.measure = .factor
      let cell = number(factor, bounds: .nonNegative, ofFactor)
      if case .invalid = cell { return .invalid }
      return .relative(cell)
    case .calendarYear:
      let cell = number(text, bounds: .calendarYear, place)
      if case .certain(let year) = cell, year.rounded(.down) != year {
        report(.notAWholeYear(year), place)
        return .invalid
      }
      return cell
    case .certainNumber(let bounds):
      return certainNumber(text, bounds: bounds, place)
    case .wholeNumber(let bounds):
      return wholeNumber(text, bounds: bounds, place)
    case .word(let words):
      guard let word = words.id(of: text) else {
        report(.unknownWord(text, words), place)
        return .invalid
      }
      return .word(word)
    case .code(let kind), .codeOrWildcard(let kind):
      return code(text, kind: kind, table: table, place).map { .text($0) } ?? .invalid
    case .codes(let kind):
      switch CodeSyntax.list(text, kind: kind) {
      case .success(let codes): return .codes(codes)
      case .failure(let problem):
        report(problem, place)
        return .invalid
      }
    case .phaseIn:
      return WordList.phaseIns.id(of: text).map { .word($0) } ?? .text(text.composed)
    case .distributionKey:
      return WordList.distributionKeys.id(of: text).map { .word($0) } ?? .text(text.composed)
    case .item, .settingName, .settingValue:
      preconditionFailure("not a column of values")
    }
  }

  /// The value of a setting that is not blank.
  func setting(_ text: String, _ setting: SettingDescription, _ place: Place) -> Cell {
    switch setting.content {
    case .text: return .text(text)
    case .word(let words): return cell(text, .word(words), table: .settings, place)
    case .code(let kind): return cell(text, .code(kind), table: .settings, place)
    case .distributionKey: return cell(text, .distributionKey, table: .settings, place)
    case .number(let bounds): return number(text, bounds: bounds, place)
    case .wholeNumber(let bounds): return wholeNumber(text, bounds: bounds, place)
    case .seed:
      // Not by way of a floating-point number, which holds only 53 bits.
      if let seed = UInt64(text) { return .text(String(seed)) }
      if text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
        report(.seedOutOfRange(text), place)
        return .invalid
      }
      guard case .certain(let value) = wholeNumber(text, bounds: .nonNegative, place) else { return .invalid }
      return .text(String(UInt64(value)))
    }
  }

  /// A code without forbidden characters; nil if there is a problem with it.
  func code(_ text: String, kind: CodeKind, table: TableID, _ place: Place) -> String? {
    let reservation = kind.definedIn == table ? CodeSyntax.reservation(text, kind: kind) : nil
    if let problem = CodeSyntax.problem(text, kind: kind) ?? reservation {
      report(problem, place)
      return nil
    }
    return text.composed
  }

  /// A number, a distribution or a reference.
  func number(_ text: String, bounds: CellBounds, _ place: Place) -> Cell {
    let (value, ambiguities) = parser.read(text, bounds: bounds, measure: place.measure)
    if !ambiguities.isEmpty {
      diagnostics.ambiguous(ambiguities, file: place.file, row: place.row, column: place.column)
    }
    switch value {
    case .success(.blank): return .blank
    case .success(.certain(let number)): return .certain(number)
    case .success(.distribution(let distribution)): return .distribution(distribution)
    case .success(.reference(let name)): return .reference(name)
    case .failure(let problem):
      report(problem, place)
      if parser.isOfOtherNotation(text) {
        diagnostics.otherNotation(text, file: place.file, row: place.row, column: place.column)
      }
      return .invalid
    }
  }

  func certainNumber(_ text: String, bounds: CellBounds, _ place: Place) -> Cell {
    let cell = number(text, bounds: bounds, place)
    switch cell {
    case .distribution, .reference:
      report(.mustBeCertain(text), place)
      return .invalid
    default:
      return cell
    }
  }

  func wholeNumber(_ text: String, bounds: CellBounds, _ place: Place) -> Cell {
    let cell = certainNumber(text, bounds: .unbounded, place)
    guard case .certain(let value) = cell else { return cell }
    guard value.rounded(.down) == value, value >= bounds.lower, value <= bounds.upper else {
      report(.notWhole(text, bounds: bounds), place)
      return .invalid
    }
    return cell
  }
}
