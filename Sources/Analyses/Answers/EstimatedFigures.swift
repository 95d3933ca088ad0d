import CostEngine
import Reports
import StudyFiles
import Terms

/// Ranges for the figures that regions have not given, from those that others gave.
public struct EstimatedFigures {
  /// To be taken over as answers are.
  public private(set) var answers: [GivenAnswer] = []
  /// Figures that others gave, though too few of them or all the same, so that the assumption stays.
  public private(set) var left = 0

  private let study: Study
  private let values: [Double]
  private let cells: RegionCells
  private let language: Language

  /// - Parameter reading: of the study with the answers in it.
  public init(_ study: Study, _ reading: StudyReading, _ language: Language) {
    self.study = study
    values = study.meanValues
    cells = RegionCells(reading)
    self.language = language
    let reported = Set(reading.currentCells.filter { $0.isReported })
    for (figure, item) in AnswerForm.figures(of: study) {
      estimate(figure, item) { region in
        reported.contains(StudyReading.CurrentCell(region: region, figure: figure, item: item, isAssumed: false))
      }
    }
  }

  private mutating func estimate(_ figure: CurrentFigure, _ item: Int, isReported: (Int) -> Bool) {
    let given = study.regions.indices.filter {
      isReported($0) && !isDoubted(figure, item, $0) && figureByUnit(figure, item, $0) != nil
    }
    let silent = study.regions.indices.filter { !isReported($0) }
    guard !given.isEmpty, !silent.isEmpty else { return }
    let figures = given.map { figureByUnit(figure, item, $0) ?? 0 }
    let sizes = given.map { population($0) }
    for region in silent {
      let units = units(figure, item, region)
      guard units > 0,
        let estimate = RegionEstimate(
          from: figures, sizes: sizes, size: population(region), isShare: figure.isShare)
      else {
        left += 1
        continue
      }
      let code = figure == .provisionQuantity ? study.provisions[item].code : study.functions[item].code
      answers.append(
        .estimated(
          region: study.regions[region].code, figure, item: code,
          cell: estimate.cell(units: figure == .provisionQuantity ? 1 : units),
          from: estimate.sources.map { study.regions[given[$0]].code }, language))
    }
  }

  /// An answer about which there is a question yet tells nothing of others.
  private func isDoubted(_ figure: CurrentFigure, _ item: Int, _ region: Int) -> Bool {
    let code = figure == .provisionQuantity ? study.provisions[item].code : study.functions[item].code
    let input = InputName(figure.column, key: [study.regions[region].code, code])
    return cells.diagnostics(at: input).contains { cells.diagnostics[$0].severity == .doubt }
  }

  private func population(_ region: Int) -> Double { study.value(of: study.regions[region].population, in: values) }

  /// What a region gave, by the unit of the norm; nil if it has none.
  private func figureByUnit(_ figure: CurrentFigure, _ item: Int, _ region: Int) -> Double? {
    if figure == .persons, case .share = study.current[region][item].persons { return nil }
    let value = study.value(of: study.quantity(figure, of: item, region: region), in: values)
    if figure == .provisionQuantity { return value }
    let units = units(figure, item, region)
    return units > 0 ? value / units : nil
  }

  /// By how many units people and positions of a function are counted; other figures are the same for all.
  private func units(_ figure: CurrentFigure, _ item: Int, _ region: Int) -> Double {
    guard figure == .persons || figure == .standbyPositions else { return 1 }
    switch study.functions[item].per {
    case .region, .national: return 1
    case .municipality: return study.value(of: study.regions[region].municipalities, in: values)
    case .per100k: return population(region) / 100_000
    }
  }
}
