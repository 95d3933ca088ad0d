import CostEngine
import Terms

/// The questions to one region about what it has today, as a form that people fill in.
public struct AnswerForm: Sendable {
  /// One figure. Numbers are asked of the whole region, also where the study counts them for each municipality or 100,000
  /// inhabitants: people know what they have, and dividing is for a program.
  public struct Question: Sendable {
    /// Names the cell of the study: `staffing.persons[VR17/OvD-BZ]`.
    public var key: String
    public var figure: CurrentFigure
    /// Name of the function or provision.
    public var item: String
    /// What is assumed today, the mean and P5 to P95; blank if the region reported it.
    public var assumed: Bilingual
    /// What the level asks; blank if it asks nothing.
    public var norm: Bilingual
    /// What the region reported before; blank if nothing.
    public var reported: Bilingual
    /// A figure between these needs no second look; nil if there is nothing to hold it to.
    public var plausible: ClosedRange<Double>?

    public init(
      key: String, figure: CurrentFigure, item: String, assumed: Bilingual, norm: Bilingual, reported: Bilingual,
      plausible: ClosedRange<Double>?
    ) {
      self.key = key
      self.figure = figure
      self.item = item
      self.assumed = assumed
      self.norm = norm
      self.reported = reported
      self.plausible = plausible
    }
  }

  /// What a region wrote beside a question.
  public struct Sent: Sendable {
    public enum Figure: Sendable, Equatable {
      case number(Double)
      case text(String)
    }

    public var answer: Figure?
    public var low: Double?
    public var high: Double?
    public var source, note, person, date: String

    public init(
      answer: Figure?, low: Double? = nil, high: Double? = nil, source: String, note: String, person: String,
      date: String
    ) {
      (self.answer, self.low, self.high) = (answer, low, high)
      (self.source, self.note, self.person, self.date) = (source, note, person, date)
    }

    func text(_ column: FormColumn) -> String {
      switch column {
      case .source: return source
      case .note: return note
      case .person: return person
      case .date: return date
      default: return ""
      }
    }

    func figure(_ column: FormColumn) -> Figure? {
      switch column {
      case .answer: return answer
      case .low: return low.map { .number($0) }
      case .high: return high.map { .number($0) }
      default: return nil
      }
    }
  }

  /// Title of the study.
  public var title: String
  /// The region's code and name.
  public var region: String
  public var regionName: String
  /// In the order in which to ask them.
  public var questions: [Question]
  /// By the key of a question what the region wrote already.
  public var sent: [String: Sent] = [:]

  /// The row of a question in the form's first sheet, and the column of its answer.
  public func place(of key: String) -> (row: Int, column: Int)? {
    questions.firstIndex { $0.key == key }.map { (Sheet.firstRow + $0, FormColumn.answer.rawValue) }
  }

  /// Name of the first sheet.
  public static let sheet = Bilingual(nl: "Vragen", en: "Questions")

  public init(title: String, region: String, regionName: String, questions: [Question]) {
    self.title = title
    self.region = region
    self.regionName = regionName
    self.questions = questions
  }

  /// `Rotterdam-Rijnmond (VR17)`
  var place: String { regionName.isEmpty || regionName == region ? region : "\(regionName) (\(region))" }
}

extension AnswerForm.Question {
  /// In the words of a person.
  var sentence: Bilingual {
    let item = PlainText.line(self.item)
    switch figure {
    case .persons:
      return Bilingual(
        nl: "Hoeveel mensen staan er nu in de pool van \(item), in de hele regio?",
        en: "How many people are in the pool of \(item) now, in the whole region?")
    case .standbyPositions:
      return Bilingual(
        nl: "Hoeveel posities van \(item) heeft u nu op betaald piket, in de hele regio?",
        en: "How many positions of \(item) do you have on paid standby now, in the whole region?")
    case .turnover:
      return Bilingual(
        nl: "Welk deel van de mensen van \(item) vertrekt in een jaar?",
        en: "What share of the people of \(item) leaves in a year?")
    case .certified:
      return Bilingual(
        nl: "Welk deel van de mensen van \(item) heeft nu een geldig certificaat?",
        en: "What share of the people of \(item) holds a valid certificate now?")
    case .initialHours:
      return Bilingual(
        nl: "Hoeveel uur opleiding krijgt iemand die nieuw is bij \(item) nu?",
        en: "How many hours of training does a newcomer to \(item) get now?")
    case .annualHours:
      return Bilingual(
        nl: "Hoeveel uur bijscholing krijgt iemand van \(item) nu in een jaar?",
        en: "How many hours of training does someone of \(item) get in a year now?")
    case .provisionQuantity:
      return Bilingual(
        nl: "\(item): hoeveel is er nu, in de hele regio?", en: "\(item): how many are there now, in the whole region?")
    }
  }

  /// What one figure counts.
  var unit: Bilingual {
    switch figure {
    case .persons: return Bilingual(nl: "mensen, hele regio", en: "people, whole region")
    case .standbyPositions: return Bilingual(nl: "posities, hele regio", en: "positions, whole region")
    case .turnover: return Bilingual(nl: "deel per jaar, zoals 12%", en: "share a year, as 12%")
    case .certified: return Bilingual(nl: "deel, zoals 80%", en: "share, as 80%")
    case .initialHours: return Bilingual(nl: "uur per nieuwe persoon", en: "hours a newcomer")
    case .annualHours: return Bilingual(nl: "uur per persoon per jaar", en: "hours a person a year")
    case .provisionQuantity: return Bilingual(nl: "stuks, hele regio", en: "pieces, whole region")
    }
  }
}
