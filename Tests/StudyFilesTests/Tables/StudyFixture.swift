import CostEngine
import StudyFiles
import Terms
import Testing

/// A small study that uses every table, without a single problem or notice.
enum StudyFixture {
  static let files: [String: String] = [
    "settings.csv": """
    setting,value
    first_year,2027
    years,4
    price_year,2026
    prices,current
    wage_growth,2%
    price_growth,3%
    reference_level,basis
    """,
    "regions.csv": """
    region,name,population,municipalities,risk
    VR01,Noord,200000,4,3
    VR02,Zuid,100000,2,1
    """,
    "functions.csv": """
    function,name,per,hourly_cost,course_price,exam_price,standby_fee
    OVD,Officier van dienst,region,50,30,200,70
    INF,Informatiemedewerker,municipality,var(uurtarief),10,,
    """,
    "norms.csv": """
    level,function,positions,persons_per_position,initial_hours,annual_hours,certified,recertify_years
    basis,OVD,2,3,40,20,100%,4
    basis,INF,1,2,10,5,,
    plus,*,3,4..6,50,25,,
    """,
    "staffing.csv": """
    region,function,persons,persons_share,standby_positions,turnover,certified
    VR01,OVD,4,,1,10%,50%
    VR02,OVD,8,,2,25%,100%
    *,INF,,50%,,5%..20%,
    """,
    "training.csv": """
    region,function,initial_hours,annual_hours
    VR01,OVD,20,
    *,OVD,30..50,30
    *,INF,10,3
    """,
    "provisions.csv": """
    provision,name,per,unit_cost,index
    EX,Oefening,100k,1000,price
    """,
    "provision-norms.csv": """
    level,provision,quantity
    basis,EX,3
    plus,EX,4
    """,
    "provision-current.csv": """
    region,provision,quantity
    VR01,EX,1
    """,
    "one-offs.csv": """
    item,name,per,amount,from,until,index,scenarios
    LEAD,Programmaleiding,national,5000,2027,2028,wage,
    PLAN,Planherziening,region,1000,2027,2027,price,SNEL+RUIM
    """,
    "measures.csv": """
    measure,name,from,ramp_years,per,one_off,annual,adoption
    POOL,Regionale pool,2028,2,municipality,1000,500,80%
    ELEARN,E-learning,2027,,region,,,
    """,
    "measure-effects.csv": """
    measure,item,driver,factor
    POOL,OVD,persons,0.8
    POOL,*,course_price,0.4..0.6
    POOL,INF,course_price,1
    ELEARN,EX,unit_cost,0.5..0.9
    """,
    "scenarios.csv": """
    scenario,name,level,phase_in,from,until,delay_years,bandwidth,release,measures
    SNEL,Meteen,basis,step,2028,,0.5,25%,50%,POOL+ELEARN
    RUIM,Rustig aan,basis,linear,2027,2029,0..1,,,
    PLUS,Hoger niveau,plus,eigen,,,,,,ELEARN
    """,
    "scenario-regions.csv": """
    scenario,region,until,delay_years,measures
    RUIM,VR02,2030,1..2,
    SNEL,VR02,,,-
    """,
    "phase-in.csv": """
    profile,year,share
    eigen,2027,25%
    eigen,2029,
    """,
    "indices.csv": """
    year,wage_growth,price_growth
    2028,3%..5%,
    """,
    "funding.csv": """
    fund,name,year,amount,share,key
    RIJK,Rijksbijdrage,2027,10000,80%..100%,population
    RIJK,,2030,20000,,
    VAST,Vaste voet,2030,500,,equal
    """,
    "variables.csv": """
    variable,value
    uurtarief,45..60
    """,
    "correlations.csv": """
    factor,table,column,item,loading
    markt,staffing,turnover,*,0.5
    markt,staffing,turnover,VR01/*,0.3
    prijs,variables,value,uurtarief,0.6
    """,
  ]

  /// Without the notice that its scenario RUIM is not completely in place in 2030, at which ``UnfinishedTests`` look.
  static func read(_ files: [String: String]) -> StudyReading {
    var reading = readWhole(files)
    reading.diagnostics.removeAll {
      $0.severity == .notice && $0.problem.english.contains("the last year of the study")
    }
    return reading
  }

  static func readWhole(_ files: [String: String]) -> StudyReading {
    StudyReader.read(files: files.mapValues { Array($0.utf8) }, folderName: "proef")
  }

  /// The study with pieces of text replaced, each of which must stand in its file exactly once.
  static func files(_ changes: [Change]) throws -> [String: String] {
    var files = files
    for change in changes {
      switch change {
      case .replace(let old, let new, let file):
        let text = try #require(files[file])
        let pieces = text.split(separator: old, omittingEmptySubsequences: false)
        try #require(pieces.count == 2, "\(old) stands \(pieces.count - 1) times in \(file)")
        files[file] = pieces.joined(separator: new)
      case .append(let row, let file):
        files[file] = try #require(files[file]) + "\n" + row
      case .write(let text, let file):
        files[file] = text
      case .remove(let file):
        try #require(files.removeValue(forKey: file) != nil)
      }
    }
    return files
  }

  static func read(_ changes: Change...) throws -> StudyReading { read(try files(changes)) }

  /// The study after changes that leave it without errors.
  static func study(_ changes: Change...) throws -> Study {
    let reading = read(try files(changes))
    return try #require(reading.study, "\(reading.diagnostics)")
  }
}

enum Change: Sendable {
  case replace(String, with: String, in: String)
  case append(String, to: String)
  case write(String, to: String)
  case remove(String)
}

/// A change to the study and the one message that must answer it.
struct Expectation: Sendable, CustomTestStringConvertible {
  let changes: [Change]
  let severity: Diagnostic.Severity
  let file: String
  let row: Int?
  let column: String?
  /// Problem and remedy, joined by a blank; nil where the text is that of the cell grammar, which has tests of its own.
  let dutch: String?

  init(
    _ changes: Change..., severity: Diagnostic.Severity = .error, file: String, row: Int? = nil, column: String? = nil,
    dutch: String? = nil
  ) {
    self.changes = changes
    self.severity = severity
    self.file = file
    self.row = row
    self.column = column
    self.dutch = dutch
  }

  var testDescription: String { "\(file) \(row ?? 0) \(column ?? "-"): \(dutch ?? "")" }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let reading = StudyFixture.read(try StudyFixture.files(changes))
    #expect((reading.study == nil) == (severity == .error), sourceLocation: sourceLocation)
    #expect(reading.diagnostics.count == 1, "\(reading.diagnostics)", sourceLocation: sourceLocation)
    let found = try #require(reading.diagnostics.first, sourceLocation: sourceLocation)
    #expect(found.severity == severity, sourceLocation: sourceLocation)
    #expect(found.file == file, sourceLocation: sourceLocation)
    #expect(found.row == row, sourceLocation: sourceLocation)
    #expect(found.column == column, sourceLocation: sourceLocation)
    if let dutch {
      #expect(found.problem.dutch + " " + found.remedy.dutch == dutch, sourceLocation: sourceLocation)
    }
    #expect(!found.problem.english.isEmpty && !found.remedy.english.isEmpty, sourceLocation: sourceLocation)
  }
}
