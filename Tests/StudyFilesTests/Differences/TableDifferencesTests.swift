import Terms
import Testing

@testable import StudyFiles

@Suite struct TableDifferencesTests {
  private static func between(_ a: String?, _ b: String?, _ table: TableID) -> [String] {
    func reading(_ text: String?) -> StudyReading {
      var files = ["settings.csv": Array("setting,value\n".utf8)]
      if let text { files[table.file] = Array(text.utf8) }
      return StudyReader.read(files: files, folderName: "x")
    }
    return TableDifferences.between(reading(a), reading(b), table: table).map {
      "\($0.name): \($0.from ?? "none") > \($0.to ?? "none")"
    }
  }

  @Test func rowsAndWords() {
    let a = "function,name,per,hourly_cost\nOVD,Officer,region,50\nINF,Info,region,40\n"
    let b = "function,name,per,hourly_cost\nOVD,Other,municipality,60\nCOM,New,region,40\n"
    #expect(
      Self.between(a, b, .functions) == [
        "functions.per[OVD]: region > municipality", "functions[INF]: per region; hourly_cost 40 > none",
        "functions[COM]: none > per region; hourly_cost 40",
      ])
    #expect(Self.between(a, a, .functions).isEmpty)
    #expect(Self.between(nil, nil, .functions).isEmpty)
    #expect(Self.between(nil, "factor,table,column,item,loading\nF,staffing,persons,*,0.5\n", .correlations).count == 1)
  }

  /// The same study in the other language and dialect says the same.
  @Test func aLanguageIsNoDifference() {
    let english = "scenario,name,level,phase_in,from,until,measures,note\nS,One,norm,linear,2027,2030,,x\n"
    let dutch = "scenario;naam;niveau;ingroei;van;tot;maatregelen;bron\nS;Een;norm;Lineair;2028;2031;;y\n"
    #expect(Self.between(english, dutch, .scenarios).isEmpty)
    let otherwise = "scenario;naam;niveau;ingroei;van;tot;maatregelen\nS;Een;norm;s-curve;2028;2031;POOL\n"
    #expect(
      Self.between(english, otherwise, .scenarios) == [
        "scenarios.measures[S]:  > POOL", "scenarios.phase_in[S]: linear > scurve",
      ])
  }

  /// Numbers are the ledger's; how a study asks to be run changes no amount.
  @Test func settings() {
    let a = "setting,value\ntitle,A\nyears,3\nprices,constant\ndraws,100\nreference_level,low\n"
    let b = "setting,value\ntitle,B\nyears,4\nprices,current\ndraws,200\nseed,3\nreference_level,high\n"
    #expect(
      Self.between(a, b, .settings) == [
        "settings.value[prices]: constant > current", "settings.value[reference_level]: low > high",
      ])
  }

  /// `60%` is 0.6, and a column, a driver and a list say the same in another language or order.
  @Test func aNotationIsNoDifference() {
    let a =
      "factor,table,column,item,loading\nF,staffing,turnover,*,0.6\nG,measure-effects,factor,P/OVD/turnover,-0.5\n"
    let b =
      "factor;tabel;kolom;onderdeel;lading\nF;staffing.csv;verloop;*/*;60%\nG;measure-effects;factor;P/OVD/verloop;-0,50\n"
    #expect(Self.between(a, b, .correlations).isEmpty)
    #expect(
      Self.between(a, b.replacing("60%", with: "61%"), .correlations) == [
        "correlations.loading[F/staffing/turnover/*/*]: 0.6 > 0.61"
      ])
    let effects = "measure,item,driver,factor\nP,OVD,turnover,0.9\n"
    #expect(Self.between(effects, "maatregel;onderdeel;factor_op;factor\nP;OVD;verloop;0,9\n", .measureEffects).isEmpty)
    let funds = "fund,name,year,amount,share,key\nR,,2027,5,,population\n"
    #expect(
      Self.between(funds, "middelen;naam;jaar;bedrag;aandeel;verdeelsleutel\nR;;2027;5;;inwoners\n", .funding).isEmpty)
    let oneOffs = "item,name,per,amount,from,until,index,scenarios\nP,,national,5,2027,2027,wage,A+B\n"
    #expect(Self.between(oneOffs, oneOffs.replacing("A+B", with: "B + A"), .oneOffs).isEmpty)
    #expect(Self.between("setting,value\nprices,current\n", "setting,value\nprijzen,lopend\n", .settings).isEmpty)
  }
}
