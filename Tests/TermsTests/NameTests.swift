import CostEngine
import Testing

@testable import Terms

/// The table of names: that every case has an entry is the compiler's to say, what it says is seen to here.
@Suite struct NameTests {
  static let columns = TableID.allCases.flatMap(\.columns)

  static let all =
    Glossary.entries + columns.map(\.name) + Setting.allCases.map(\.name) + Remark.allCases.map(\.name)
    + Driver.allCases.map(\.name) + BenchmarkMeasure.allCases.map(\.name)
    + [Name.inForce]

  @Test(arguments: all) func isCompleteInBothLanguages(_ name: Name) {
    #expect(!name.id.isEmpty)
    #expect(name.id.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (48...57).contains($0) || (97...122).contains($0) })
    #expect(!name.otherWords.contains(""))
    for language in Language.allCases {
      #expect(!name.name(language).isEmpty)
      #expect(name.meaning(language).hasSuffix("."))
      // One line of help: the identifier's column and the meaning.
      #expect(name.meaning(language).count <= 100, "\(name.meaning(language))")
      #expect(!name.meaning(language).contains("\n"))
    }
    #expect(name.meaning.dutch != name.meaning.english)
  }

  /// Neither language's words lead to two of a kind.
  private func expectDistinct(_ names: [Name]) {
    let ids = names.map(\.id)
    #expect(Set(ids).count == ids.count)
    let words = names.flatMap { Set([$0.id] + $0.otherWords) }
    #expect(Set(words).count == words.count)
  }

  @Test func wordsOfAKindAreDistinct() {
    expectDistinct(ReportedQuantity.allCases.map(\.name))
    expectDistinct(CostLine.allCases.map(\.name))
    expectDistinct(Payer.allCases.map(\.name))
    expectDistinct(Glossary.Term.allCases.map(\.name))
    expectDistinct(Setting.allCases.map(\.name))
    expectDistinct(CurrentFigure.allCases.map(\.column.name))
    expectDistinct(Driver.allCases.map(\.name))
    expectDistinct(BenchmarkMeasure.allCases.map(\.name))
    for table in TableID.allCases {
      expectDistinct(table.columns.map(\.name) + Remark.allCases.map(\.name))
    }
    for words in [Payer.allCases.map(\.word), UnitBasis.allCases.map(\.word), PriceIndex.allCases.map(\.word)] {
      #expect(Set(words.map(\.id)).count == words.count && Set(words.map(\.dutch)).count == words.count)
    }
  }

  @Test func tables() {
    #expect(Set(TableID.allCases.map(\.stem)).count == TableID.allCases.count)
    for table in TableID.allCases {
      #expect(Language.allCases.allSatisfy { !table.title($0).isEmpty })
      #expect(table.columns.map(\.ordinal) == Array(table.columns.indices))
      for column in table.columns {
        #expect(column.table == table)
        #expect(table.column(id: column.name.id) == column)
      }
    }
  }

  /// A region has the terms of its scenario, by the same words.
  @Test(arguments: Column.Term.allCases) func terms(_ term: Column.Term) {
    #expect(term.ofScenario.table == .scenarios && term.ofRegion.table == .scenarioRegions)
    #expect(term.ofScenario.name == term.name && term.ofRegion.name == term.name)
  }

  @Test(arguments: CurrentFigure.allCases) func figures(_ figure: CurrentFigure) {
    #expect(figure.column.name.unit != nil)
    #expect(Language.allCases.allSatisfy { !figure.question($0).isEmpty })
  }

  @Test func questionsAreDistinct() {
    for language in Language.allCases {
      #expect(Set(CurrentFigure.allCases.map { $0.question(language) }).count == CurrentFigure.allCases.count)
    }
  }

  @Test func drivers() {
    #expect(
      Driver.allCases.allSatisfy { [.provisions, .provisionNorms].contains($0.column.table) == $0.isOfProvision })
  }

  @Test func units() {
    #expect(Column.staffing(.persons).name.unit?.words.dutch == "mensen, per regio")
    #expect(Column.norms(.positions).name.unit?.words.english == "positions, per unit")
    #expect(Column.staffing(.turnover).name.unit?.words.english == "share a year")
    for language in Language.allCases {
      #expect(Set(Unit.Measure.allCases.map { $0.words(language) }).count == Unit.Measure.allCases.count)
      #expect(Set(Unit.Base.allCases.map { $0.words(language) }).count == Unit.Base.allCases.count)
    }
  }
}
