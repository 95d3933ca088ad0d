import CostEngine
import Terms

/// What regions gave, by itself and beside what others gave: ends of ranges, heads that are not whole, copies.
struct GivenFigureRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    guard !context.provenance.entries.isEmpty else { return [] }
    var given: [(region: String, cells: [Given])] = []
    var places: [String: Int] = [:]
    for id in RegionCells.tables {
      let table = context.table(id)
      for row in table.rows where row.key[0] != "*" {
        for column in id.columns.dropFirst(2) {
          guard let entry = table.given(column, row, context.provenance), !entry[.file].isEmpty else { continue }
          let cell = Given(table: table, column: column, row: row, entry: entry)
          if let region = places[row.key[0]] {
            given[region].cells.append(cell)
          } else {
            places[row.key[0]] = given.count
            given.append((row.key[0], [cell]))
          }
        }
      }
    }
    return given.flatMap { $0.cells.compactMap { ends($0) ?? whole($0) } } + copies(given)
  }

  private struct Given {
    let table: ReadTable
    let column: Column
    let row: TableRow
    let entry: Provenance.Entry

    var text: String { table.text(column, row) }
    var place: Doubt.Place { table.place(column, row) }
  }

  /// The least or the most that is many times off what is most likely.
  private func ends(_ given: Given) -> Doubt? {
    guard case .distribution(let distribution) = given.row.cells[given.table.table.position(of: given.column)],
      case .pert(let range) = distribution, range.mode > 0
    else { return nil }
    let isHigh = distribution.support.upper > Thresholds.endOfRange * range.mode
    guard isHigh || distribution.support.lower > 0 && range.mode > Thresholds.endOfRange * distribution.support.lower
    else { return nil }
    let ratio = isHigh ? distribution.support.upper / range.mode : range.mode / distribution.support.lower
    let times = Expectation.about(ratio, .dutch)
    let text = quoted(given.text)
    return Doubt(
      given.place, written: given.text,
      expected: isHigh
        ? Bilingual(
          nl: "In \(text) is wat het hoogstens kan zijn \(times) keer wat het waarschijnlijkst is.",
          en: "In \(text) the most that it can be is \(times) times what is most likely.")
        : Bilingual(
          nl: "In \(text) is wat het waarschijnlijkst is \(times) keer wat het minstens kan zijn.",
          en: "In \(text) what is most likely is \(times) times the least that it can be."),
      correction: .look(
        Bilingual(
          nl:
            "Is er een komma zoekgeraakt? Verbeter laag of hoog, of zeg in de toelichting waarom het zo ver uiteenloopt.",
          en: "Was a decimal mark lost? Mend low or high, or say in the note why they are so far apart.")))
  }

  /// Full-time jobs where heads are asked.
  private func whole(_ given: Given) -> Doubt? {
    guard given.column == .staffing(.persons), let figure = given.table.figure(given.column, given.row),
      figure.isCertain, figure.middle != figure.middle.rounded()
    else { return nil }
    let text = quoted(given.text)
    return Doubt(
      given.place, written: given.text,
      expected: Bilingual(
        nl: "\(text) mensen is geen heel getal: zijn dit voltijdbanen (fte)?",
        en: "\(text) people is not a whole number: are these full-time jobs (fte)?"),
      correction: .look(
        Bilingual(
          nl: "Schrijf hoeveel mensen er in de pool staan, hoe weinig uren zij ook hebben.",
          en: "Write how many people are in the pool, however few hours they have.")))
  }

  /// A region whose answers are those of another.
  private func copies(_ given: [(region: String, cells: [Given])]) -> [Doubt] {
    // Questions and texts as numbers: of hundreds of regions every two are compared.
    var (questions, texts) = ([[String]: Int](), [String: Int]())
    let answers = given.map { region in
      var numbers: [Int: (text: Int, cell: Int)] = [:]
      for (index, cell) in region.cells.enumerated() {
        let question = questions[[cell.column.name.id, cell.row.key[1]], default: questions.count]
        questions[[cell.column.name.id, cell.row.key[1]]] = question
        let text = texts[cell.text, default: texts.count]
        texts[cell.text] = text
        numbers[question] = (text, index)
      }
      return numbers
    }
    var doubts: [Doubt] = []
    for later in given.indices.dropFirst() where answers[later].count >= Thresholds.fewestCopied {
      for earlier in given.indices.prefix(later) where answers[earlier].count >= Thresholds.fewestCopied {
        var (both, same) = (0, 0)
        var first: (own: Int, theirs: Int)?
        for (question, own) in answers[later] {
          guard let theirs = answers[earlier][question] else { continue }
          both += 1
          guard own.text == theirs.text else { continue }
          same += 1
          // The first in the order of the tables, whatever the order of the questions here.
          if own.cell < first?.own ?? Int.max { first = (own.cell, theirs.cell) }
        }
        guard both >= Thresholds.fewestCopied, Double(same) >= Thresholds.copied * Double(both), let first else {
          continue
        }
        let (own, theirs) = (given[later].cells[first.own], given[earlier].cells[first.theirs])
        // Which of the two has the other's figures nobody can tell.
        doubts += [copy(own, of: theirs, same: same, all: both), copy(theirs, of: own, same: same, all: both)]
        break
      }
    }
    return doubts
  }

  private func copy(_ cell: Given, of other: Given, same: Int, all: Int) -> Doubt {
    let (region, theirs, file) = (cell.row.key[0], other.row.key[0], other.entry[.file])
    var doubt = Doubt(
      cell.place, written: cell.text,
      expected: Bilingual(
        nl: "Van \(all) antwoorden van \(region) zijn er \(same) precies die van \(theirs) (\(file)).",
        en: "Of \(all) answers of \(region) \(same) are precisely those of \(theirs) (\(file))."),
      correction: .look(
        Bilingual(
          nl: "Vraag of de cijfers van de regio zelf zijn, en niet die van een ander of van een voorbeeld.",
          en: "Ask whether the figures are the region's own, and not another's or those of an example.")))
    doubt.namesOtherRegion = true
    return doubt
  }
}
