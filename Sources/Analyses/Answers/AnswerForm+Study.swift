import CostEngine
import Reports
import StudyFiles
import Terms

extension AnswerForm {
  /// The questions to a region: every figure of what it has today that its study knows.
  ///
  /// - Parameters:
  ///   - region: index in ``Study/regions``.
  ///   - scenario: index of the scenario whose level is the norm, without its bandwidth and measures.
  ///   - first: the figures to ask first, in this order; all others follow, by function and provision.
  public init(_ study: Study, _ reading: StudyReading, region: Int, scenario: Int, first: [PriorityContent.Cell]) {
    let questions = RegionQuestions(study, reading, region: region, scenario: scenario)
    self.init(
      title: study.title, region: study.regions[region].code, regionName: study.regions[region].name,
      questions: questions.inOrder(first: first.map { ($0.figure, $0.item) }))
  }
}

extension AnswerForm {
  /// The figures that are asked of every region: those that can cost anything (standby without a fee, and certificates
  /// without exams, do not), by function and provision.
  static func figures(of study: Study) -> [(figure: CurrentFigure, item: Int)] {
    func isPaid(_ figure: CurrentFigure, _ function: CrisisFunction) -> Bool {
      switch figure {
      case .provisionQuantity: return false
      case .standbyPositions: return function.standbyFee != .certain(0)
      case .certified: return function.examPrice != .certain(0)
      case .persons, .turnover, .initialHours, .annualHours: return true
      }
    }
    return study.functions.indices.flatMap { function in
      CurrentFigure.allCases.filter { isPaid($0, study.functions[function]) }.map { ($0, function) }
    } + study.provisions.indices.map { (.provisionQuantity, $0) }
  }
}

private struct RegionQuestions {
  let study: Study
  let region: Int
  let scenario: Int
  let values: [Double]
  let today: WorkedCalculation
  let standing: [StudyReading.CurrentCell]

  init(_ study: Study, _ reading: StudyReading, region: Int, scenario: Int) {
    self.study = study
    self.region = region
    self.scenario = scenario
    values = study.meanValues
    today = WorkedCalculation(study, scenario: scenario, region: region, values: values)
    standing = reading.currentCells.filter { $0.region == region }
  }

  func inOrder(first: [(figure: CurrentFigure, item: Int)]) -> [AnswerForm.Question] {
    var left = AnswerForm.figures(of: study)
    left.removeAll { asked in first.contains { $0.figure == asked.figure && $0.item == asked.item } }
    return (first + left).map { question($0.figure, $0.item) }
  }

  private func question(_ figure: CurrentFigure, _ item: Int) -> AnswerForm.Question {
    let provision = figure == .provisionQuantity ? study.provisions[item] : nil
    let code = provision?.code ?? study.functions[item].code
    let cell = standing.first { $0.figure == figure && $0.item == item }
    let isReported = cell?.isReported == true
    let shown = shown(figure, item)
    let norm = norm(figure, item)
    let kind: InputText.Kind = figure.isShare ? .share : .number
    let expected = [norm, isReported ? nil : mean(figure, item)].compactMap { $0 }.filter { $0 > 0 && $0.isFinite }
    return AnswerForm.Question(
      key: InputName(figure.column, key: [study.regions[region].code, code]).text, figure: figure,
      item: provision?.name ?? study.functions[item].name, assumed: isReported ? Bilingual(same: "") : shown,
      norm: norm.map { InputText.text(about: $0, kind) } ?? Bilingual(same: ""),
      reported: isReported ? shown : Bilingual(same: ""),
      plausible: PlausibleRange.around(expected).map { range in
        figure.isShare ? min(1, range.lowerBound)...min(1, range.upperBound) : range
      })
  }

  /// By what a number of the study becomes that of the whole region.
  private func scale(_ figure: CurrentFigure, _ item: Int) -> Double {
    switch figure {
    case .provisionQuantity: return today.provisions[item].units
    case .persons:
      guard case .share(let share) = study.current[region][item].persons else { return 1 }
      let mean = study.value(of: share, in: values)
      return mean > 0 ? today.functions[item].persons / mean : 0
    default: return 1
    }
  }

  private func mean(_ figure: CurrentFigure, _ item: Int) -> Double {
    study.value(of: study.quantity(figure, of: item, region: region), in: values) * scale(figure, item)
  }

  private func shown(_ figure: CurrentFigure, _ item: Int) -> Bilingual {
    InputText.text(
      study.quantity(figure, of: item, region: region), times: scale(figure, item), in: study,
      figure.isShare ? .share : .number)
  }

  /// What the level asks, of the whole region; nil if it asks nothing.
  private func norm(_ figure: CurrentFigure, _ item: Int) -> Double? {
    let level = study.scenarios[scenario].terms[region].level
    func value(_ quantity: Quantity) -> Double { study.value(of: quantity, in: values) }
    if figure == .provisionQuantity {
      return value(study.provisionNorms[level][item]) * today.provisions[item].units
    }
    let norm = study.norms[level][item]
    switch figure {
    case .persons: return value(norm.positions) * today.functions[item].units * value(norm.personsPerPosition)
    case .standbyPositions: return value(norm.positions) * today.functions[item].units
    case .initialHours: return value(norm.initialHours)
    case .annualHours: return value(norm.annualHours)
    case .certified: return norm.certified == .certain(0) ? nil : value(norm.certified)
    case .turnover, .provisionQuantity: return nil
    }
  }
}
