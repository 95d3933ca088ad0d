import CostEngine
import Terms

/// Reads the rows below the headings of a table of answers.
struct AnswerRows {
  let table: AnswerTable
  let layout: AnswerLayout
  let names: AnswerNames
  let about: AboutPage?

  func read(into content: inout AnswerReader.Content) {
    let heading = table.rows.first { $0.number == layout.headingRow }
    func title(_ column: Int) -> String { heading.map { table.text($0, column) } ?? "" }
    for (column, first) in layout.doubled {
      let (one, other) = (quoted(title(first)), quoted(title(column)))
      content.diagnostics.append(
        problem(
          heading, column,
          Bilingual(
            nl: "De kolommen \(one) en \(other) zeggen hetzelfde: er is niet te zien welke geldt.",
            en: "The columns \(one) and \(other) say the same: it cannot be seen which one holds."),
          remedy: Bilingual(nl: "Laat er één staan.", en: "Leave one of them.")))
    }
    if layout.lacksAnswers {
      content.diagnostics.append(
        problem(
          heading, nil,
          Bilingual(nl: "De kolom antwoord is weg.", en: "The column answer is gone."),
          remedy: Bilingual(
            nl: "Zet boven de antwoorden weer: antwoord.", en: "Put above the answers again: answer.")))
      return
    }
    for column in layout.unread {
      let said = title(column)
      let text =
        said.isEmpty
        ? Bilingual(
          nl: "Boven deze getallen staat niets; zij zijn niet gelezen.",
          en: "There is nothing above these numbers; they were not read.")
        : Bilingual(
          nl: "De getallen onder \(quoted(said)) zijn niet gelezen.",
          en: "The numbers below \(quoted(said)) were not read.")
      var found = problem(
        heading, column, text,
        remedy: Bilingual(
          nl: "Moet dat wel? Noem de kolom naar wat erin staat, zoals personen, verloop of bijscholingsuren.",
          en: "Should they be? Call the column by what it holds, such as persons, turnover or annual_hours."))
      if !said.isEmpty || !layout.isForm { found.severity = .notice }
      content.diagnostics.append(found)
    }
    if layout.isForm, isOfOtherRegion(&content) { return }
    var above: String?
    for row in table.rows where row.number > layout.headingRow {
      if layout.isForm {
        readForm(row, &content)
      } else {
        // A region is written once for all rows below it, in a cell that was merged or left out.
        let own = table.text(row, layout.column(.region))
        if !own.isEmpty { above = own }
        readOwnTable(row, region: above, &content)
      }
    }
  }

  /// Whether a form was filled in by another region than it is for; then that is told.
  private func isOfOtherRegion(_ content: inout AnswerReader.Content) -> Bool {
    guard let named = layout.named.last else { return false }
    let answered = table.rows.filter { row in
      row.number > layout.headingRow
        && [FormColumn.answer, .low, .high].contains { layout.column($0).map { row.cells[$0] != nil } ?? false }
    }
    let keys = answered.compactMap { InputName(table.text($0, layout.column(.key)))?.region }
    guard let other = keys.first, !keys.contains(named) else { return false }
    content.diagnostics.append(
      problem(
        answered.first, layout.column(.answer),
        Bilingual(
          nl: "Dit formulier is dat van \(other), en het bestand noemt \(named).",
          en: "This is the form of \(other), and the file names \(named)."),
        remedy: Bilingual(
          nl:
            "Vraag van welke regio de cijfers zijn. Zijn ze van \(other), geef het bestand dan een andere naam; anders "
            + "moeten ze in het formulier van \(named).",
          en:
            "Ask which region's figures these are. If they are \(other)'s, rename the file; otherwise they belong in the "
            + "form of \(named).")))
    return true
  }

  // MARK: The form

  private func readForm(_ row: AnswerTable.Row, _ content: inout AnswerReader.Content) {
    let columns = [FormColumn.answer, .low, .high].map { layout.column($0) }
    guard columns.contains(where: { $0.map { row.cells[$0] != nil } ?? false }) else {
      guard let subject = subject(row) else { return }
      guard !table.text(row, layout.column(.note)).isEmpty else {
        // The list of questions has no room for answers.
        if layout.column(.answer) != nil { content.blank.append(subject) }
        return
      }
      content.answers.append(
        answer(
          subject, .unchanged, nil, given: [], isOfWholeRegion: true, row, place(row, layout.column(.note))))
      return
    }
    guard let subject = subject(row) else {
      content.diagnostics.append(
        problem(
          row, layout.column(.key) ?? layout.column(AnswerLayout.Role.item),
          Bilingual(
            nl: "Bij dit antwoord is niet te zien welke vraag het is.",
            en: "It cannot be seen which question this answers."),
          remedy: Bilingual(
            nl: "Zet het kenmerk terug dat in het formulier stond, zoals staffing.persons[VR17/OvD-BZ].",
            en: "Put back the key that was in the form, such as staffing.persons[VR17/OvD-BZ].")))
      return
    }
    let reader = AnswerValueReader(notation: table.notation, figure: subject.figure)
    var read: [AnswerValueReader.Reading] = []
    for column in columns {
      let reading = reader.read(column.flatMap { row.cells[$0] })
      if case .problem(let problem, let remedy) = reading {
        content.diagnostics.append(self.problem(row, column, problem, remedy: remedy))
        return
      }
      read.append(reading)
    }
    let place = place(row, columns.first { $0.map { row.cells[$0] != nil } ?? false } ?? nil)
    if read.allSatisfy({ $0 == .unknown || $0 == .blank }) {
      content.answers.append(
        answer(
          subject, .unknown, nil, given: columns.map { table.text(row, $0) }, isOfWholeRegion: true, row, place))
      return
    }
    read = read.map { $0 == .unknown ? .blank : $0 }
    switch combined(read) {
    case .success(let (value, readAs)):
      content.answers.append(
        answer(
          subject, value, readAs, given: columns.map { table.text(row, $0) }, isOfWholeRegion: true, row, place))
    case .failure(let problem):
      content.diagnostics.append(
        self.problem(row, layout.column(problem.column), problem.text, remedy: problem.remedy))
    }
  }

  private struct Mismatch: Error {
    let column: FormColumn
    let text: Bilingual
    let remedy: Bilingual
  }

  /// What an answer, and low and high, say together.
  private func combined(
    _ read: [AnswerValueReader.Reading]
  ) -> Result<(GivenAnswer.Value, Bilingual?), Mismatch> {
    func number(_ index: Int) -> Double? {
      if case .number(let number, _) = read[index] { return number }
      return nil
    }
    let said = read.compactMap { reading -> Bilingual? in
      if case .number(_, let readAs) = reading { return readAs }
      return nil
    }
    let readAs =
      said.isEmpty
      ? nil
      : Bilingual(
        nl: said.map { $0.dutch }.joined(separator: ", "), en: said.map { $0.english }.joined(separator: ", "))
    switch (number(1), number(2)) {
    case (nil, nil):
      let isAlone = read[1] == .blank && read[2] == .blank
      switch isAlone ? read[0] : .blank {
      case .number(let number, _): return .success((.certain(number), readAs))
      case .range(let low, let high, let readAs):
        return .success((low == high ? .certain(low) : .range(low: low, likely: nil, high: high), readAs))
      case .written(let text): return .success((.written(text, decimalComma: table.notation.decimalComma), nil))
      case .blank, .unknown, .problem: break
      }
      return .failure(
        Mismatch(
          column: .low, text: Bilingual(nl: "Hier hoort één getal.", en: "One number belongs here."),
          remedy: Bilingual(nl: "Schrijf laag en hoog elk als één getal.", en: "Write low and high as one number each.")
        ))
    case (let low?, let high?):
      let likely = number(0)
      guard low <= high, low <= likely ?? low, likely ?? high <= high, read[0] == .blank || likely != nil else {
        return .failure(
          Mismatch(
            column: .low,
            text: Bilingual(
              nl: "Laag, antwoord en hoog staan niet in die volgorde.",
              en: "Low, answer and high are not in that order."),
            remedy: Bilingual(nl: "Zet ze op volgorde.", en: "Put them in order.")))
      }
      return .success((low == high ? .certain(low) : .range(low: low, likely: likely, high: high), readAs))
    default:
      return .failure(
        Mismatch(
          column: number(1) == nil ? .low : .high,
          text: Bilingual(
            nl: "Van laag en hoog is er maar één ingevuld.", en: "Only one of low and high is filled in."),
          remedy: Bilingual(
            nl: "Vul ze allebei in, of geen van beide.", en: "Fill in both of them, or neither.")))
    }
  }

  /// What a row of the form asks: by its key, or else by item and question.
  private func subject(_ row: AnswerTable.Row) -> GivenAnswer.Subject? {
    if let name = InputName(table.text(row, layout.column(.key))),
      let region = name.region.flatMap({ names.region($0) }),
      let figure = CurrentFigure.allCases.first(where: {
        $0.column.name.id == name.column && $0.column.table == name.table
      }),
      let item = name.item.flatMap({ code($0, figure) })
    {
      return GivenAnswer.Subject(region: region, figure: figure, item: item)
    }
    let question = AnswerNames.form(table.text(row, layout.column(.question)))
    guard let region = region(row) else { return nil }
    let asked = table.text(row, layout.column(AnswerLayout.Role.item))
    for figure in CurrentFigure.allCases where figure.words.contains(where: { question.includes($0) }) {
      if let item = code(asked, figure) { return GivenAnswer.Subject(region: region, figure: figure, item: item) }
    }
    return nil
  }

  private func code(_ text: String, _ figure: CurrentFigure) -> String? {
    figure == .provisionQuantity ? names.provision(text) : names.function(text)
  }

  private func region(_ row: AnswerTable.Row) -> String? {
    let own = table.text(row, layout.column(.region))
    return own.isEmpty ? layout.region : names.region(own)
  }

  // MARK: Tables that people make

  /// - Parameter said: how the row, or the last one above it that does, says which region it is of; nil if none does.
  private func readOwnTable(_ row: AnswerTable.Row, region said: String?, _ content: inout AnswerReader.Content) {
    let filled = layout.figures.filter { row.cells[$0.column] != nil }
    let named = table.text(row, layout.column(AnswerLayout.Role.item))
    // Sums, headings in between and remarks below; and what a whole study assumes for all regions.
    let isSum = TotalRowRule.words.contains { AnswerNames.form($0) == AnswerNames.form(named) }
    guard !filled.isEmpty, !named.isEmpty, !isSum, said != "*", named != "*" else { return }
    guard let region = said.map({ names.region($0) }) ?? layout.region else {
      let said = said ?? ""
      let (isNamed, written) = (!said.isEmpty, quoted(said))
      content.diagnostics.append(
        problem(
          row, layout.column(.region) ?? layout.column(AnswerLayout.Role.item),
          isNamed
            ? Bilingual(
              nl: "De studie kent de regio \(written) niet.",
              en: "The study does not know the region \(written).")
            : Bilingual(
              nl: "Er staat niet bij van welke regio dit is.", en: "It does not say which region this is of."),
          remedy: Bilingual(
            nl: "Zet in een kolom regio de code, zoals VR17.", en: "Put its code in a column region, such as VR17.")))
      return
    }
    guard names.function(named) != nil || names.provision(named) != nil else {
      content.diagnostics.append(
        problem(
          row, layout.column(AnswerLayout.Role.item),
          Bilingual(
            nl: "De studie kent geen functie of voorziening \(quoted(named)).",
            en: "The study knows no function or provision \(quoted(named))."),
          remedy: names.nearestItem(named).map { nearest in
            Bilingual(
              nl: "Is \(quoted(nearest)) bedoeld? Schrijf dat.", en: "If \(quoted(nearest)) is meant, write that.")
          }
            ?? Bilingual(
              nl: "Schrijf de code of de naam zoals in functions.csv of provisions.csv.",
              en: "Write the code or the name as in functions.csv or provisions.csv.")))
      return
    }
    for (column, figure) in filled {
      guard let item = code(named, figure) else {
        content.diagnostics.append(
          problem(
            row, column,
            Bilingual(
              nl: "Dit hoort niet bij \(quoted(named)): een functie heeft mensen en uren, een voorziening een aantal.",
              en: "This does not belong to \(quoted(named)): a function has people and hours, a provision a quantity."),
            remedy: Bilingual(
              nl: "Noem de kolom naar wat erin staat, zoals personen.",
              en: "Call the column by what it holds, such as persons.")))
        continue
      }
      let place = place(row, column)
      let reading = AnswerValueReader(notation: table.notation, figure: figure).read(row.cells[column])
      let subject = GivenAnswer.Subject(region: region, figure: figure, item: item)
      func take(_ value: GivenAnswer.Value, _ readAs: Bilingual?) {
        content.answers.append(
          answer(subject, value, readAs, given: [table.text(row, column)], isOfWholeRegion: false, row, place))
      }
      switch reading {
      case .blank: break
      case .unknown: take(.unknown, nil)
      case .number(let number, let readAs): take(.certain(number), readAs)
      case .range(let low, let high, let readAs): take(.range(low: low, likely: nil, high: high), readAs)
      case .written(let text): take(.written(text, decimalComma: table.notation.decimalComma), nil)
      case .problem(let problem, let remedy):
        content.diagnostics.append(self.problem(row, column, problem, remedy: remedy))
      }
    }
  }

  // MARK: Parts

  private func answer(
    _ subject: GivenAnswer.Subject, _ value: GivenAnswer.Value, _ readAs: Bilingual?, given: [String],
    isOfWholeRegion: Bool, _ row: AnswerTable.Row, _ place: GivenAnswer.Place
  ) -> GivenAnswer {
    func text(_ column: FormColumn) -> String { table.text(row, layout.column(column)) }
    return GivenAnswer(
      subject: subject, value: value, isOfWholeRegion: isOfWholeRegion,
      given: given.filter { !$0.isEmpty }.joined(separator: " / "), readAs: readAs, source: text(.source),
      note: text(.note), person: text(.person).isEmpty ? about?.person ?? "" : text(.person),
      date: text(.date).isEmpty ? about?.date ?? "" : text(.date), place: place)
  }

  private func place(_ row: AnswerTable.Row, _ column: Int?) -> GivenAnswer.Place {
    GivenAnswer.Place(
      file: table.file, sheet: table.sheet, cell: CellAddress(row: row.number, column: column ?? 0))
  }

  private func problem(
    _ row: AnswerTable.Row?, _ column: Int?, _ problem: Bilingual, remedy: Bilingual
  ) -> Diagnostic {
    // The heading for people, the cell for who has the spreadsheet before them.
    let headings = table.rows.first { $0.number == layout.headingRow }
    let cell = column.map { column in
      let heading = headings.map { table.text($0, column) } ?? ""
      return (heading.isEmpty ? "" : heading + ", ") + CellAddress(row: row?.number ?? 1, column: column).description
    }
    return Diagnostic(
      .error, file: table.file + (table.sheet.map { " [\($0)]" } ?? ""), row: row?.number, column: cell,
      problem: problem,
      remedy: remedy)
  }
}

extension CurrentFigure {
  /// What a question about it has in it, as ``AnswerNames/form(_:)`` writes it.
  fileprivate var words: [String] {
    switch self {
    case .persons: return ["indepool", "inthepool"]
    case .standbyPositions: return ["opbetaaldpiket", "onpaidstandby"]
    case .turnover: return ["vertrektineenjaar", "leavesinayear"]
    case .certified: return ["geldigcertificaat", "validcertificate"]
    case .initialHours: return ["uuropleiding", "hoursoftrainingdoesanewcomer"]
    case .annualHours: return ["uurbijscholing", "getinayearnow"]
    case .provisionQuantity: return ["hoeveelisernu", "howmanyaretherenow"]
    }
  }
}
