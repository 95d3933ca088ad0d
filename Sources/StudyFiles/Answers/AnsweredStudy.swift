import CostEngine
import Terms

/// A study into which answers are taken over: its files anew, of which only the cells of the answers differ.
public struct AnsweredStudy {
  /// An answer that was taken over.
  public struct Taken: Sendable {
    public var answer: GivenAnswer
    /// What the cell says now, and what it said before; blank if there was none.
    public var written, before: String
    /// Where the cell is in its table: its row, and the heading of its column.
    public var row: Int
    public var column: String

    /// Whether the study says anything else now: a note, or where a figure came from, changes no figure.
    public var isChange: Bool { written != before }
  }

  /// Different answers to one question.
  public struct Conflict: Sendable {
    public var answers: [GivenAnswer]
  }

  /// All files of the study, in order of name.
  public private(set) var files: [OutputFile]
  public private(set) var taken: [Taken] = []
  /// Answers that the study has already.
  public private(set) var known = 0
  public private(set) var conflicts: [Conflict] = []
  /// Notes beside figures that nobody gave.
  public private(set) var notes: [GivenAnswer] = []
  /// Answers by which a region says that it does not know.
  public private(set) var unknown: [GivenAnswer] = []

  private let study: Study
  private let values: [Double]
  private let provenance: Provenance

  /// - Parameters:
  ///   - reading: the study as it was read.
  ///   - values: of the study's variables: their means.
  ///   - prefersNewest: whether of different answers the one with the latest date counts.
  public init(_ study: Study, _ reading: StudyReading, values: [Double], answers: [GivenAnswer], prefersNewest: Bool) {
    self.study = study
    self.values = values
    files = reading.copies
    let cells = RegionCells(reading)
    provenance = cells.provenance
    let isNote = { (answer: GivenAnswer) in answer.value == .unchanged }
    var chosen = choose(answers.filter { !isNote($0) }, cells, prefersNewest: prefersNewest)
    unknown = chosen.filter { $0.value == .unknown }
    // What a region gave before, and does not know any more, is taken back.
    chosen.removeAll { $0.value == .unknown && cells.given($0.subject.name) == nil }
    for note in answers.filter(isNote) {
      if let answered = chosen.firstIndex(where: { $0.subject == note.subject }) {
        chosen[answered].note = Self.joined([chosen[answered].note, note.note])
      } else if conflicts.contains(where: { $0.answers[0].subject == note.subject }) {
        continue
      } else if cells.text(note.subject.name)?.isEmpty == false {
        chosen.append(note)
      } else {
        notes.append(note)
      }
    }
    for table in RegionCells.tables {
      let own = chosen.filter { $0.subject.figure.column.table == table }
      if !own.isEmpty { take(own, into: table) }
    }
  }

  // MARK: One answer to a question

  private mutating func choose(
    _ answers: [GivenAnswer], _ cells: RegionCells, prefersNewest: Bool
  ) -> [GivenAnswer] {
    var order: [GivenAnswer.Subject] = []
    var bySubject: [GivenAnswer.Subject: [GivenAnswer]] = [:]
    for answer in answers {
      if bySubject[answer.subject] == nil { order.append(answer.subject) }
      bySubject[answer.subject, default: []].append(answer)
    }
    var chosen: [GivenAnswer] = []
    for subject in order {
      let all = bySubject[subject] ?? []
      if all.dropFirst().allSatisfy({ $0.value == all[0].value && $0.isOfWholeRegion == all[0].isOfWholeRegion }) {
        // Of the same answer the one that says most, and the newest of those.
        func rank(_ answer: GivenAnswer) -> (Int, Int64) {
          (answer.note.isEmpty ? 0 : 1, AnswerDate(answer.date)?.number ?? 0)
        }
        chosen.append(all.dropFirst().reduce(all[0]) { rank($0) < rank($1) ? $1 : $0 })
      } else if prefersNewest, let newest = newest(all) ?? notOfBefore(all, cells.given(subject.name)) {
        chosen.append(newest)
      } else {
        conflicts.append(Conflict(answers: all))
      }
    }
    return chosen
  }

  /// The answer with the latest date; nil if two have it, or one has none.
  private func newest(_ answers: [GivenAnswer]) -> GivenAnswer? {
    let dated = answers.compactMap { answer in AnswerDate(answer.date).map { (answer, $0.number) } }
    guard dated.count == answers.count, let latest = dated.map({ $0.1 }).max() else { return nil }
    let newest = dated.filter { $0.1 == latest }
    return newest.count == 1 ? newest[0].0 : nil
  }

  /// Of two answers the one that the study does not have yet from an earlier round.
  private func notOfBefore(_ answers: [GivenAnswer], _ before: Provenance.Entry?) -> GivenAnswer? {
    guard let before else { return nil }
    let others = answers.filter { $0.given != before[.given] }
    return others.count == 1 ? others[0] : nil
  }

  // MARK: Tables

  private mutating func take(_ answers: [GivenAnswer], into table: TableID) {
    let index = files.firstIndex { $0.name == table.file }
    let bytes = index.map { files[$0].bytes } ?? Self.emptyTable(table)
    guard var editor = TableEditor(bytes), let document = CSVReader.read(bytes, file: table.file).document else {
      return
    }
    var header = document.header
    func column(_ name: Name) -> Int? { header.firstIndex { $0 == name.id || $0 == name.dutchID } }
    let isDutch = column(Column.Staffing.region.name).map { header[$0] == Column.Staffing.region.name.dutchID } ?? true
    /// The position of a column, which is added if it is not there.
    func position(_ name: Name) -> Int {
      if let known = column(name) { return known }
      header.append(isDutch ? name.dutchID : name.id)
      editor.set(row: document.headerRow, column: header.count - 1, header[header.count - 1])
      return header.count - 1
    }
    let keys = table.columns.prefix(2).map { position($0.name) }
    var rows: [[String]: [GivenAnswer]] = [:]
    var order: [[String]] = []
    for answer in answers {
      let key = [answer.subject.region, answer.subject.item]
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(answer)
    }
    for key in order {
      let row = document.rows.first { $0.cells[keys[0]] == key[0] && $0.cells[keys[1]] == key[1] }
      var cells: [Int: String] = [:]
      var own: [GivenAnswer] = []
      let number = row?.row ?? editor.nextRow
      for answer in rows[key] ?? [] {
        let place = position(answer.subject.figure.column.name)
        let before = row.flatMap { place < $0.cells.count ? $0.cells[place] : nil } ?? ""
        var written = answer.value == .unchanged ? before : text(of: answer, editor.dialect)
        if written == before || isSame(answer, before, editor.dialect) {
          if isKnown(answer) {
            known += 1
            continue
          }
          written = before
        } else {
          cells[place] = written
        }
        own.append(answer)
        taken.append(Taken(answer: answer, written: written, before: before, row: number, column: header[place]))
      }
      guard !own.isEmpty else { continue }
      // What other figures of the row rest on stays.
      let figures = table.columns.dropFirst(2).compactMap { column($0.name) }
      func before(_ place: Int) -> String {
        guard let row, place < row.cells.count else { return "" }
        return row.cells[place]
      }
      let isLeft = figures.contains { cells[$0] == nil && !before($0).isEmpty }
      func remarks(_ remark: Remark, _ new: [String]) -> String {
        Self.joined([isLeft ? column(remark.name).map(before) ?? "" : ""] + new)
      }
      // A table without sources gets none: the other rows would miss them.
      if let source = column(Remark.source.name) {
        let unnamed = isDutch ? "opgave regio" : "reported by the region"
        cells[source] = remarks(.source, own.map { $0.source.isEmpty ? unnamed : $0.source })
      }
      let notes = own.map { $0.note }.filter { !$0.isEmpty }
      if !notes.isEmpty { cells[position(Remark.note.name)] = remarks(.note, notes) }
      if let row {
        for (column, text) in cells { editor.set(row: row.row, column: column, text) }
      } else {
        cells[keys[0]] = key[0]
        cells[keys[1]] = key[1]
        editor.add(header.indices.map { cells[$0] ?? "" })
      }
    }
    guard editor.isChanged else { return }
    let file = OutputFile(name: table.file, bytes: editor.bytes)
    if let index {
      files[index] = file
    } else {
      files.append(file)
      files.sort { $0.name < $1.name }
    }
  }

  private static func emptyTable(_ table: TableID) -> [UInt8] {
    Array((table.columns.map { $0.name.dutchID } + ["bron", "toelichting"]).joined(separator: ";").utf8) + [0x0A]
  }

  /// Each different text once.
  private static func joined(_ texts: [String]) -> String {
    var different: [String] = []
    for text in texts where !text.isEmpty && !different.contains(text) { different.append(text) }
    return different.joined(separator: "; ")
  }

  // MARK: Cells

  /// Whether the list says already where a figure came from that the study has, with the note beside it.
  private func isKnown(_ answer: GivenAnswer) -> Bool {
    answer.note.isEmpty || provenance.latest(answer.subject.name)?[.note].includes(answer.note) == true
  }

  /// Whether a cell says the same in other words: 5% and 0,05.
  private func isSame(_ answer: GivenAnswer, _ cell: String, _ dialect: CSVDialect) -> Bool {
    guard case .certain(let value) = answer.value, !answer.isDivided(in: study),
      let number = try? NumberNotation(decimalComma: dialect.decimalComma).read(cell)
    else { return false }
    return number == value
  }

  private func text(of answer: GivenAnswer, _ dialect: CSVDialect) -> String {
    let format = NumberFormat(
      decimalMark: UInt8(ascii: dialect.decimalComma ? "," : "."), groupMark: nil)
    let units = answer.isOfWholeRegion ? units(answer.subject) : 1
    func number(_ value: Double) -> String { format.shortest(units == 1 ? value : Self.twelveDigits(value / units)) }
    switch answer.value {
    case .certain(let value): return number(value)
    case .unchanged, .unknown: return ""
    case .range(let low, let likely, let high):
      return [low, likely, high].compactMap { $0.map(number) }.joined(separator: "..")
    case .written(let text, let decimalComma):
      if decimalComma == dialect.decimalComma { return text }
      return decimalComma ? text.changing(",", into: ".") : pointsIntoCommas(text)
    }
  }

  /// `8.5..10.5` as `8,5..10,5`.
  private func pointsIntoCommas(_ text: String) -> String {
    text.changing("..", into: "\u{1}").changing(".", into: ",").changing("\u{1}", into: "..")
  }

  /// By how many units the study counts a figure of a region.
  public func units(_ subject: GivenAnswer.Subject) -> Double {
    guard subject.figure == .provisionQuantity,
      let item = study.provisions.firstIndex(where: { $0.code == subject.item }),
      let region = study.regions.firstIndex(where: { $0.code == subject.region })
    else { return 1 }
    let own = study.regions[region]
    let units: Double
    switch study.provisions[item].per {
    case .region, .national: units = 1
    case .municipality: units = study.value(of: own.municipalities, in: values)
    case .per100k: units = study.value(of: own.population, in: values) / 100_000
    }
    return units > 0 ? units : 1
  }

  /// A quotient without the digits that division adds.
  private static func twelveDigits(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var scale = 1.0
    while value.magnitude * scale < 1e11, scale < 1e15 { scale *= 10 }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}

/// A day as people write it, `2026-10-01`, `1-10-2026`, `01/10/2026`, with the time of it if that follows: `2026-10-01 14:03:26`.
struct AnswerDate: Equatable {
  /// Year, month, day and second as one number that rises with them.
  let number: Int64

  init?(_ text: String) {
    let parts = text.prefix { $0 != "T" && $0 != " " }.split { "-/.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let month = parts[1], let last = parts[2] else { return nil }
    let (year, day) = first > 31 ? (first, last) : (last, first)
    guard (1...12).contains(month), (1...31).contains(day), (1900...2200).contains(year) else { return nil }
    let time = text.drop { $0 != "T" && $0 != " " }.dropFirst().split(separator: ":").prefix(3).map { Int($0) ?? 0 }
    let seconds = time.reduce(0) { 60 * $0 + min(59, max(0, $1)) }
    number = Int64(year * 10_000 + month * 100 + day) * 1_000_000 + Int64(time.count == 3 ? seconds : 60 * seconds)
  }
}
