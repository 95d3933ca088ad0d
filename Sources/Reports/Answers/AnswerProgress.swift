import CostEngine
import Terms

/// How far the round of questions to the regions is: what each was asked, what it gave, and what is still to be asked about
/// that.
public struct AnswerProgress: Sendable {
  public enum Standing: Int, Sendable, CaseIterable {
    case notAsked, silent, received, doubt, explained, accepted

    /// Whether there is a figure of the region's own.
    public var isAnswered: Bool { rawValue >= Standing.received.rawValue }

    var name: Bilingual {
      switch self {
      case .notAsked: return Bilingual(nl: "niet gevraagd", en: "not asked")
      case .silent: return Bilingual(nl: "geen antwoord", en: "no answer")
      case .received: return Bilingual(nl: "ontvangen", en: "received")
      case .doubt: return Bilingual(nl: "twijfel", en: "doubt")
      case .explained: return Bilingual(nl: "toegelicht", en: "explained")
      case .accepted: return Bilingual(nl: "akkoord", en: "accepted")
      }
    }

    /// In tables for machines.
    var code: String {
      switch self {
      case .notAsked: return "not_asked"
      case .silent: return "no_answer"
      case .received: return "received"
      case .doubt: return "doubt"
      case .explained: return "explained"
      case .accepted: return "accepted"
      }
    }
  }

  /// A figure that is asked of a region.
  public struct Answer: Sendable {
    /// Name of the cell of the study.
    public var input: String
    public var standing: Standing
    /// As the study has it.
    public var value = ""
    /// Where it came from; nil if nobody noted that.
    public var origin: Origin?
    /// What was given before it, the first first.
    public var earlier: [Origin] = []
    /// What is doubtful about it; nil if nothing is.
    public var doubt: Bilingual?
    public var note = ""
    public var acceptedBy = ""
    public var acceptedOn = ""
    /// The share of the variance of the country's total that knowing it removes, 0...1; 0 if it is known.
    public var worth = 0.0

    public init(input: String, standing: Standing) {
      self.input = input
      self.standing = standing
    }
  }

  /// Where a figure came from, and what was asked about it when it came in.
  public struct Origin: Sendable, Equatable {
    /// As the study had it, as the region wrote it, and what that was taken for if it was not plainly a number.
    public var value, given, readAs: String
    /// The file, and within it sheet and cell.
    public var file, place: String
    public var person, date, source, note: String
    /// Blank if nothing was asked.
    public var doubt: String
    /// SHA-256 of the file.
    public var sha256: String

    public init(
      value: String, given: String, readAs: String, file: String, place: String, person: String, date: String,
      source: String, note: String, doubt: String, sha256: String
    ) {
      (self.value, self.given, self.readAs) = (value, given, readAs)
      (self.file, self.place) = (file, place)
      (self.person, self.date, self.source, self.note) = (person, date, source, note)
      (self.doubt, self.sha256) = (doubt, sha256)
    }

    /// `opgave.xlsx, Vragen!H8`
    var cell: String { [file, place].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// `opgave.xlsx, Vragen!H8 (J. de Vries, 1-10-2026)`
    var text: String {
      let who = [person, date].filter { !$0.isEmpty }.joined(separator: ", ")
      return cell + (who.isEmpty ? "" : " (\(who))")
    }
  }

  /// A figure that is asked of every region.
  public struct Question: Sendable, Equatable {
    public var figure: CurrentFigure
    /// Index in ``Study/functions``, or in ``Study/provisions``.
    public var item: Int

    public init(_ figure: CurrentFigure, item: Int) {
      self.figure = figure
      self.item = item
    }
  }

  public var study: Study
  /// Index in ``Study/scenarios`` of the scenario whose total is uncertain.
  public var scenario: Int
  /// In the order in which to ask them.
  public var questions: [Question]
  /// By region, in the order of ``questions``.
  public var answers: [[Answer]]
  /// The share of the variance of the country's total that all answers that are missing remove, 0...1; nil if that was not
  /// computed.
  public var open: InformationValue?
  /// Whether it is known which regions were asked.
  public var knowsAsked: Bool

  public init(
    _ study: Study, scenario: Int, questions: [Question], answers: [[Answer]], open: InformationValue?, knowsAsked: Bool
  ) {
    self.study = study
    self.scenario = scenario
    self.questions = questions
    self.answers = answers
    self.open = open
    self.knowsAsked = knowsAsked
  }

  func count(_ region: Int, _ standing: Standing) -> Int { answers[region].count { $0.standing == standing } }

  func answered(_ region: Int) -> Int { answers[region].count { $0.standing.isAnswered } }

  /// The standings that occur, in order.
  var standings: [Standing] {
    Standing.allCases.filter { standing in answers.indices.contains { count($0, standing) > 0 } }
  }

  /// Who accepted what a region gave, and when: each once.
  func acceptances(_ region: Int) -> [String] {
    var told: [String] = []
    for answer in answers[region] where answer.standing == .accepted {
      let text = [answer.acceptedBy, answer.acceptedOn].filter { !$0.isEmpty }.joined(separator: ", ")
      if !told.contains(text) { told.append(text) }
    }
    return told
  }

  /// The missing figures that tell most of the country's total, at most so many.
  func wanted(_ most: Int) -> [(region: Int, question: Question, worth: Double)] {
    let all = answers.indices.flatMap { region in
      answers[region].indices.compactMap { index -> (region: Int, question: Question, worth: Double)? in
        let answer = answers[region][index]
        return answer.standing.isAnswered || answer.worth < Self.leastWorth
          ? nil : (region, questions[index], answer.worth)
      }
    }
    // Of equal ones in the order of regions and questions.
    return all.enumerated().sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }.prefix(most)
      .map { $0.element }
  }

  /// Below this share a figure is not worth a telephone call.
  private static let leastWorth = 0.001

  /// Open doubts: the region and what is asked.
  var doubts: [(region: Int, question: Question, answer: Answer)] {
    answers.indices.flatMap { region in
      answers[region].indices.filter { answers[region][$0].standing == .doubt }.map {
        (region, questions[$0], answers[region][$0])
      }
    }
  }

  /// `Rotterdam-Rijnmond (VR17)`
  func name(_ region: Int) -> String {
    let region = study.regions[region]
    return region.name.isEmpty || region.name == region.code ? region.code : "\(region.name) (\(region.code))"
  }

  /// What the whole says, in a few sentences.
  func summary(_ language: Language) -> [String] {
    let format = NumberFormat.people(language)
    let all = answers.reduce(0) { $0 + $1.count }
    let given = answers.indices.reduce(0) { $0 + answered($1) }
    let regions = answers.indices.count { answered($0) > 0 }
    var sentences = [
      language(
        nl:
          "\(regions) van de \(answers.count) \(answers.count == 1 ? "regio" : "regio's") \(regions == 1 ? "gaf" : "gaven") iets op: samen "
          + "\(format.count(given)) van de \(format.count(all)) cijfers.",
        en: "\(regions) of the \(answers.count) \(answers.count == 1 ? "region" : "regions") gave something: "
          + "\(format.count(given)) of \(format.count(all)) figures in all.")
    ]
    let doubts = self.doubts.count
    if doubts > 0 {
      sentences.append(
        language(
          nl: "Bij \(doubts) \(doubts == 1 ? "cijfer is er een vraag" : "cijfers is er een vraag").",
          en: "There is a question about \(doubts) \(doubts == 1 ? "figure" : "figures")."))
    }
    if let open {
      let chosen = study.scenarios[scenario]
      let scenario = PlainText.line(chosen.name.isEmpty ? chosen.code : chosen.name)
      let share = ShareText.share(
        of: Int((1_000 * min(1, max(0, open.value))).rounded()), in: 1_000, language: language)
      sentences.append(
        given == all
          ? language(nl: "Er is niets meer te vragen.", en: "There is nothing left to ask.")
          : language(
            nl: "Van de onzekerheid over wat \"\(scenario)\" in totaal kost, komt nog \(share) uit cijfers die regio's "
              + "kunnen geven.",
            en:
              "Of the uncertainty about what \(scenario) costs in all, \(share) still comes from figures that regions "
              + "can give."))
    }
    return sentences
  }
}
