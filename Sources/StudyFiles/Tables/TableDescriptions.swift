extension TableID {
  /// What stands in the table: the one place where files, columns, bounds and defaults are written down.
  var description: TableDescription { TableDescription.all[rawValue] }
}

extension TableDescription {
  /// In the order of ``TableID``.
  static let all: [TableDescription] = TableID.allCases.map { describe($0) }

  private static let region = ColumnDescription("region", "regio", .codeOrWildcard(.region))
  private static let function = ColumnDescription("function", "functie", .codeOrWildcard(.function))
  private static let level = ColumnDescription("level", "niveau", .code(.level))
  private static let provision = ColumnDescription("provision", "voorziening", .code(.provision))
  private static let measure = ColumnDescription("measure", "maatregel", .code(.measure))
  private static let scenario = ColumnDescription("scenario", "scenario", .code(.scenario))
  private static let year = ColumnDescription("year", "jaar", .wholeNumber(.calendarYear))
  private static let name = ColumnDescription("name", "naam", .text, blank: .followsRuleOrLeftOut)
  private static let per = ColumnDescription("per", "per", .word(.units))
  private static let index = ColumnDescription("index", "index", .word(.indices))

  /// A number that must be given.
  private static func number(_ id: String, _ dutch: String, _ bounds: CellBounds = .nonNegative) -> ColumnDescription {
    ColumnDescription(id, dutch, .number(bounds))
  }

  /// A number that a blank cell stands for.
  private static func number(
    _ id: String, _ dutch: String, _ bounds: CellBounds = .nonNegative, blank: Double
  ) -> ColumnDescription {
    ColumnDescription(id, dutch, .number(bounds), blank: .stands(for: blank))
  }

  /// The terms of a scenario, which a region may replace.
  private static func terms(overriding: Bool) -> [ColumnDescription] {
    func blank(_ blank: ColumnDescription.Blank) -> ColumnDescription.Blank {
      overriding ? .followsRuleOrLeftOut : blank
    }
    return [
      ColumnDescription("level", "niveau", .code(.level), blank: blank(.isError)),
      ColumnDescription("phase_in", "ingroei", .phaseIn, blank: blank(.isError)),
      ColumnDescription("from", "van", .calendarYear, blank: blank(.followsRule)),
      ColumnDescription("until", "tot", .calendarYear, blank: blank(.followsRule)),
      ColumnDescription("delay_years", "vertraging_jaren", .number(.nonNegative), blank: blank(.stands(for: 0))),
      ColumnDescription("bandwidth", "bandbreedte", .number(.share), blank: blank(.stands(for: 0))),
      ColumnDescription("release", "vrijval", .number(.share), blank: blank(.stands(for: 0))),
      ColumnDescription("measures", "maatregelen", .codes(.measure), blank: .followsRuleOrLeftOut),
    ]
  }

  private static func describe(_ table: TableID) -> TableDescription {
    switch table {
    case .settings:
      return TableDescription(
        .settings, isRequired: true, keys: [ColumnDescription("setting", "instelling", .settingName)],
        columns: [ColumnDescription("value", "waarde", .settingValue, blank: .followsRule)])
    case .regions:
      return TableDescription(
        .regions, isRequired: true, keys: [region],
        columns: [name, number("population", "inwoners"), number("municipalities", "gemeenten")],
        allowsFurtherColumns: true)
    case .functions:
      return TableDescription(
        .functions, isRequired: true, keys: [function],
        columns: [
          name, per, number("hourly_cost", "uurtarief"), number("course_price", "opleidingsprijs", blank: 0),
          number("exam_price", "examenprijs", blank: 0), number("standby_fee", "piketvergoeding", blank: 0),
        ])
    case .norms:
      return TableDescription(
        .norms, isRequired: true, keys: [level, function],
        columns: [
          number("positions", "posities"), number("persons_per_position", "personen_per_positie"),
          number("initial_hours", "opleidingsuren"), number("annual_hours", "bijscholingsuren"),
          number("certified", "gecertificeerd", .share, blank: 0),
          number("recertify_years", "hercertificering_jaren", blank: 0),
        ])
    case .staffing:
      return TableDescription(
        .staffing, isRequired: true, keys: [region, function],
        columns: [
          ColumnDescription("persons", "personen", .number(.nonNegative), blank: .followsRuleOrLeftOut),
          ColumnDescription("persons_share", "personen_aandeel", .number(.nonNegative), blank: .followsRuleOrLeftOut),
          number("standby_positions", "piketposities", blank: 0), number("turnover", "verloop", .share),
          number("certified", "gecertificeerd", .share, blank: 0),
        ], oneOf: [["persons", "persons_share"]])
    case .training:
      return TableDescription(
        .training, isRequired: true, keys: [region, function],
        columns: [number("initial_hours", "opleidingsuren"), number("annual_hours", "bijscholingsuren")])
    case .provisions:
      return TableDescription(
        .provisions, keys: [provision], columns: [name, per, number("unit_cost", "prijs"), index])
    case .provisionNorms:
      return TableDescription(.provisionNorms, keys: [level, provision], columns: [number("quantity", "aantal")])
    case .provisionCurrent:
      return TableDescription(
        .provisionCurrent, keys: [region, provision], columns: [number("quantity", "aantal", blank: 0)])
    case .oneOffs:
      return TableDescription(
        .oneOffs, keys: [ColumnDescription("item", "post", .code(.oneOff))],
        columns: [
          name, ColumnDescription("per", "per", .word(.unitsOrNational)), number("amount", "bedrag", .unbounded),
          ColumnDescription("from", "van", .calendarYear), ColumnDescription("until", "tot", .calendarYear), index,
          ColumnDescription("scenarios", "scenario's", .codes(.scenario), blank: .followsRuleOrLeftOut),
        ])
    case .measures:
      return TableDescription(
        .measures, keys: [measure],
        columns: [
          name, ColumnDescription("from", "van", .calendarYear),
          number("ramp_years", "invoerjaren", .rampYears, blank: 1), per,
          number("one_off", "eenmalig", .unbounded, blank: 0), number("annual", "jaarlijks", .unbounded, blank: 0),
          number("adoption", "deelname", .share, blank: 1),
        ])
    case .measureEffects:
      return TableDescription(
        .measureEffects,
        keys: [
          measure, ColumnDescription("item", "onderdeel", .item),
          ColumnDescription("driver", "factor_op", .word(.drivers)),
        ], columns: [number("factor", "factor")])
    case .scenarios:
      return TableDescription(
        .scenarios, isRequired: true, keys: [scenario], columns: [name] + terms(overriding: false))
    case .scenarioRegions:
      return TableDescription(.scenarioRegions, keys: [scenario, region], columns: terms(overriding: true))
    case .phaseIn:
      return TableDescription(
        .phaseIn, keys: [ColumnDescription("profile", "profiel", .code(.profile)), year],
        columns: [number("share", "aandeel", .share, blank: 1)])
    case .indices:
      return TableDescription(
        .indices, keys: [year],
        columns: [
          ColumnDescription("wage_growth", "loongroei", .number(.growth), blank: .followsRuleOrLeftOut),
          ColumnDescription("price_growth", "prijsgroei", .number(.growth), blank: .followsRuleOrLeftOut),
        ])
    case .funding:
      return TableDescription(
        .funding, keys: [ColumnDescription("fund", "middelen", .code(.fund)), year],
        columns: [
          name, number("amount", "bedrag", .unbounded), number("share", "aandeel", .share, blank: 1),
          ColumnDescription("key", "verdeelsleutel", .distributionKey, blank: .followsRule),
          ColumnDescription("payer", "betaler", .word(.payers), blank: .followsRuleOrLeftOut),
        ])
    case .variables:
      return TableDescription(
        .variables, keys: [ColumnDescription("variable", "variabele", .code(.variable))],
        columns: [number("value", "waarde", .unbounded)])
    case .correlations:
      return TableDescription(
        .correlations,
        keys: [
          ColumnDescription("factor", "factor", .code(.factor)), ColumnDescription("table", "tabel", .text),
          ColumnDescription("column", "kolom", .text), ColumnDescription("item", "onderdeel", .text),
        ], columns: [ColumnDescription("loading", "lading", .certainNumber(.loading))])
    }
  }
}
