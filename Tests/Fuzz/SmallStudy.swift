import Analyses
import StudyFiles
import Terms
import WaterlijnCommands
import WaterlijnPage

/// A study without mistakes, in the folder `S`, and its results in `uit`: what the other files of an input are.
enum SmallStudy {
  static let files = FileContainer(Array(text.utf8)).files.map { OutputFile(name: "S/" + $0.name, bytes: $0.bytes) }

  /// summary.csv, lines.csv, items.csv, pairs.csv and manifest.json, and copies of the inputs.
  static let results: [OutputFile] = {
    let answer = PageRequest(arguments: ["run", "S", "--draws", "200", "--out", "uit"], files: files).answer()
    guard answer.status == 0 else { fatalError(answer.error.text) }
    return answer.files.map { OutputFile(name: String($0.name.dropFirst("uit/".count)), bytes: $0.bytes) }
  }()

  /// What is read of it, without and with a ledger.
  static let readings = [false, true].map { keepsLedger in
    StudyReader.read(
      folder: "S", in: MemoryFiles(files, lock: SingleThread().makeLock()), keepsLedger: keepsLedger)
  }

  private static let text = """
    === settings.csv
    setting,value
    first_year,2027
    years,1
    price_year,2026
    reference_level,basis
    municipal_key,population
    === regions.csv
    region,name,population,municipalities
    VR01,Noord,200000,4
    === functions.csv
    function,name,per,hourly_cost
    OVD,Officier van dienst,region,40..60
    === norms.csv
    level,function,positions,persons_per_position,initial_hours,annual_hours
    basis,OVD,2,3,40,20
    === staffing.csv
    region,function,persons,turnover
    *,OVD,4..8,10%
    === training.csv
    region,function,initial_hours,annual_hours
    *,OVD,20,10
    === scenarios.csv
    scenario,name,level,phase_in,from,until
    SNEL,Meteen,basis,step,2027,
    RUIM,Rustig aan,basis,linear,2027,2028
    === funding.csv
    fund,name,year,amount,share,key
    RIJK,Rijksbijdrage,2027,10000,80%,population

    """
}
