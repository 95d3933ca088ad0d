import CostEngine

/// What a figure measures, and per what: hours a year per person, EUR per exam.
public struct Unit: Sendable, Equatable {
  public enum Measure: Sendable, CaseIterable {
    case euro, euroAYear, people, positions, pieces, inhabitants, municipalities, draws
    case hours, hoursAYear, years, calendarYear
    /// 0...1; growth and discount rates may be any number above -1.
    case share, shareAYear
    /// A factor by which something is multiplied.
    case factor
  }

  /// What one figure applies to.
  public enum Base: Sendable, CaseIterable {
    /// The whole of a region.
    case region
    /// One unit of the row's column `per`: a region, a municipality, 100,000 inhabitants or the country.
    case unit
    case country
    case person, newcomer, inhabitant, hundredThousandInhabitants, position, hour, participantHour, exam, week
  }

  public var measure: Measure
  /// Nil if the figure applies to nothing in particular.
  public var base: Base?

  init(_ measure: Measure, per base: Base? = nil) {
    self.measure = measure
    self.base = base
  }

  /// In words: `uur per jaar, per persoon`.
  public var words: Bilingual {
    guard let base else { return measure.words }
    return Bilingual(
      nl: "\(measure.words.dutch), per \(base.words.dutch)", en: "\(measure.words.english), per \(base.words.english)")
  }
}

extension Unit.Measure {
  public var words: Bilingual {
    switch self {
    case .euro: return Bilingual(same: "EUR")
    case .euroAYear: return Bilingual(nl: "EUR per jaar", en: "EUR a year")
    case .people: return Bilingual(nl: "mensen", en: "people")
    case .positions: return Bilingual(nl: "posities", en: "positions")
    case .pieces: return Bilingual(nl: "stuks", en: "pieces")
    case .inhabitants: return Bilingual(nl: "inwoners", en: "inhabitants")
    case .municipalities: return Bilingual(nl: "gemeenten", en: "municipalities")
    case .draws: return Bilingual(nl: "trekkingen", en: "draws")
    case .hours: return Bilingual(nl: "uur", en: "hours")
    case .hoursAYear: return Bilingual(nl: "uur per jaar", en: "hours a year")
    case .years: return Bilingual(nl: "jaren", en: "years")
    case .calendarYear: return Bilingual(nl: "kalenderjaar", en: "calendar year")
    case .share: return Bilingual(nl: "deel", en: "share")
    case .shareAYear: return Bilingual(nl: "deel per jaar", en: "share a year")
    case .factor: return Bilingual(same: "factor")
    }
  }
}

extension Unit.Base {
  public var words: Bilingual {
    switch self {
    case .region: return Bilingual(nl: "regio", en: "region")
    case .unit: return Bilingual(nl: "eenheid", en: "unit")
    case .country: return Bilingual(nl: "land", en: "country")
    case .person: return Bilingual(nl: "persoon", en: "person")
    case .newcomer: return Bilingual(nl: "nieuwkomer", en: "newcomer")
    case .inhabitant: return Bilingual(nl: "inwoner", en: "inhabitant")
    case .hundredThousandInhabitants: return Bilingual(nl: "100.000 inwoners", en: "100,000 inhabitants")
    case .position: return Bilingual(nl: "positie", en: "position")
    case .hour: return Bilingual(nl: "uur", en: "hour")
    case .participantHour: return Bilingual(nl: "deelnemer en uur", en: "participant and hour")
    case .exam: return Bilingual(nl: "examen", en: "exam")
    case .week: return Bilingual(nl: "positie en week", en: "position and week")
    }
  }
}
