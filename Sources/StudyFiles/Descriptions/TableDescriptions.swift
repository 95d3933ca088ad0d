import Terms

extension TableID {
  /// The description of the table: its key and its columns.
  var description: TableDescription { TableDescription.all[rawValue] }

  /// Whether a study must have it.
  var isRequired: Bool {
    switch self {
    case .settings, .regions, .functions, .norms, .staffing, .training, .scenarios: return true
    case .levels, .provisions, .provisionNorms, .provisionCurrent, .oneOffs, .measures, .measureEffects,
      .scenarioRegions,
      .phaseIn, .indices, .funding, .variables, .correlations, .plausibility:
      return false
    }
  }
}

extension TableDescription {
  /// In the order of ``TableID``.
  static let all: [TableDescription] = TableID.allCases.map { TableDescription($0) }
}

extension Column {
  /// Its English name, taken from the table's description because ``name`` creates all of a column's texts.
  var id: String { table.description.allColumns[ordinal].id }

  /// How a column's cells are read.
  typealias Reading = (content: ColumnDescription.Content, blank: ColumnDescription.Blank, isKey: Bool)

  /// What its cells may contain and what a blank cell means: the only place where bounds and defaults are defined.
  var reading: Reading {
    switch self {
    case .settings(let column):
      switch column {
      case .setting: return key(.settingName)
      case .value: return cell(.settingValue, blank: .followsRule)
      }
    case .regions(let column):
      switch column {
      case .region: return key(.codeOrWildcard(.region))
      case .name: return readingOfName
      case .population, .municipalities: return number()
      case .reserve: return cell(.number(.nonNegative), blank: .followsRuleOrLeftOut)
      }
    case .functions(let column):
      switch column {
      case .function: return key(.codeOrWildcard(.function))
      case .name: return readingOfName
      case .per: return cell(.word(.units))
      case .hourlyCost: return number()
      case .coursePrice, .examPrice, .standbyFee: return number(blank: 0)
      }
    case .norms(let column):
      switch column {
      case .level: return key(.code(.level))
      case .function: return key(.codeOrWildcard(.function))
      case .positions, .personsPerPosition, .initialHours, .annualHours: return norm()
      case .certified: return norm(.share, blank: 0)
      case .recertifyYears: return norm(blank: 0)
      }
    case .levels(let column):
      switch column {
      case .level: return key(.code(.level))
      case .name: return readingOfName
      case .basedOn: return cell(.code(.level), blank: .followsRuleOrLeftOut)
      }
    case .staffing(let column):
      switch column {
      case .region: return key(.codeOrWildcard(.region))
      case .function: return key(.codeOrWildcard(.function))
      case .persons, .personsShare: return cell(.number(.nonNegative), blank: .followsRuleOrLeftOut)
      case .standbyPositions: return number(blank: 0)
      case .turnover: return number(.share)
      case .certified: return number(.share, blank: 0)
      }
    case .training(let column):
      switch column {
      case .region: return key(.codeOrWildcard(.region))
      case .function: return key(.codeOrWildcard(.function))
      case .initialHours, .annualHours: return number()
      }
    case .provisions(let column):
      switch column {
      case .provision: return key(.code(.provision))
      case .name: return readingOfName
      case .per: return cell(.word(.units))
      case .unitCost: return number()
      case .index: return cell(.word(.indices))
      }
    case .provisionNorms(let column):
      switch column {
      case .level: return key(.code(.level))
      case .provision: return key(.code(.provision))
      case .quantity: return norm()
      }
    case .provisionCurrent(let column):
      switch column {
      case .region: return key(.codeOrWildcard(.region))
      case .provision: return key(.code(.provision))
      case .quantity: return number(blank: 0)
      }
    case .oneOffs(let column):
      switch column {
      case .item: return key(.code(.oneOff))
      case .name: return readingOfName
      case .per: return cell(.word(.unitsOrNational))
      case .amount: return number(.unbounded)
      case .from, .until: return cell(.calendarYear)
      case .index: return cell(.word(.indices))
      case .scenarios: return cell(.codes(.scenario), blank: .followsRuleOrLeftOut)
      case .measure: return cell(.code(.measure), blank: .followsRuleOrLeftOut)
      }
    case .measures(let column):
      switch column {
      case .measure: return key(.code(.measure))
      case .name: return readingOfName
      case .from: return cell(.calendarYear)
      case .rampYears: return number(.rampYears, blank: 1)
      case .per: return cell(.word(.units))
      case .oneOff, .annual: return number(.unbounded, blank: 0)
      case .adoption: return number(.share, blank: 1)
      }
    case .measureEffects(let column):
      switch column {
      case .measure: return key(.code(.measure))
      case .item: return key(.item)
      case .driver: return key(.word(.drivers))
      case .factor: return number()
      }
    case .scenarios(let column):
      switch column {
      case .scenario: return key(.code(.scenario))
      case .name: return readingOfName
      case .level: return cell(.code(.level))
      case .phaseIn: return cell(.phaseIn)
      case .from, .until: return cell(.calendarYear, blank: .followsRule)
      case .delayYears: return number(blank: 0)
      case .bandwidth, .release: return number(.share, blank: 0)
      case .measures: return cell(.codes(.measure), blank: .followsRuleOrLeftOut)
      }
    case .scenarioRegions(let column):
      switch column {
      case .scenario: return key(.code(.scenario))
      case .region: return key(.codeOrWildcard(.region))
      case .level: return cell(.code(.level), blank: .followsRuleOrLeftOut)
      case .phaseIn: return cell(.phaseIn, blank: .followsRuleOrLeftOut)
      case .from, .until: return cell(.calendarYear, blank: .followsRuleOrLeftOut)
      case .delayYears: return cell(.number(.nonNegative), blank: .followsRuleOrLeftOut)
      case .bandwidth, .release: return cell(.number(.share), blank: .followsRuleOrLeftOut)
      case .measures: return cell(.codes(.measure), blank: .followsRuleOrLeftOut)
      }
    case .phaseIn(let column):
      switch column {
      case .profile: return key(.code(.profile))
      case .year: return key(.wholeNumber(.calendarYear))
      case .share: return number(.share, blank: 1)
      }
    case .indices(let column):
      switch column {
      case .year: return key(.wholeNumber(.calendarYear))
      case .wageGrowth, .priceGrowth: return cell(.number(.growth), blank: .followsRuleOrLeftOut)
      }
    case .funding(let column):
      switch column {
      case .fund: return key(.code(.fund))
      case .year: return key(.wholeNumber(.calendarYear))
      case .name: return readingOfName
      case .amount: return number(.unbounded)
      case .share: return number(.share, blank: 1)
      case .key: return cell(.distributionKey, blank: .followsRule)
      case .payer: return cell(.word(.payers), blank: .followsRuleOrLeftOut)
      }
    case .variables(let column):
      switch column {
      case .variable: return key(.code(.variable))
      case .value: return number(.unbounded)
      }
    case .correlations(let column):
      switch column {
      case .factor: return key(.code(.factor))
      case .table, .column, .item: return key(.text)
      case .loading: return cell(.certainNumber(.loading))
      case .name: return readingOfName
      }
    case .plausibility(let column):
      switch column {
      case .table, .column, .item: return key(.text)
      case .low, .high: return cell(.certainNumber(.unbounded), blank: .followsRuleOrLeftOut)
      }
    }
  }

  private func key(_ content: ColumnDescription.Content) -> Reading { (content, .isError, true) }

  private func cell(_ content: ColumnDescription.Content, blank: ColumnDescription.Blank = .isError) -> Reading {
    (content, blank, false)
  }

  private var readingOfName: Reading { cell(.text, blank: .followsRuleOrLeftOut) }

  /// A column of numbers.
  ///
  /// - Parameter blank: the number that a blank cell stands for; nil if a blank cell is an error.
  private func number(_ bounds: CellBounds = .nonNegative, blank: Double? = nil) -> Reading {
    cell(.number(bounds), blank: blank.map { .stands(for: $0) } ?? .isError)
  }

  /// A column of norms of levels.
  private func norm(_ bounds: CellBounds = .nonNegative, blank: Double? = nil) -> Reading {
    cell(.norm(bounds), blank: blank.map { .stands(for: $0) } ?? .isError)
  }
}
