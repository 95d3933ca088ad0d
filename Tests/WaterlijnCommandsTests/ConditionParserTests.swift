import CostEngine
import Reports
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// The language of conditions, apart from the commands that ask for one. `TinyStudy` runs from 2027 on.
@Suite struct ConditionParserTests {
  private let study = TinyStudy.study

  private func read(_ text: String) throws -> Condition {
    try ConditionParser(study: study, scenario: 0).read(text)
  }

  private func message(_ text: String) -> String {
    do {
      _ = try read(text)
      return "(read)"
    } catch {
      return (error as? UsageError)?.text.dutch ?? "\(error)"
    }
  }

  private func amount(
    _ subject: RecordedSubject, _ span: RequestedAmount.Span, region: Int? = nil
  ) -> RequestedAmount {
    RequestedAmount(scenario: 0, region: region, subject: subject, span: span)
  }

  private var all: ClosedRange<Int> { study.firstYear...study.lastYear }

  @Test func figures() throws {
    let (first, last) = (study.firstYear, study.lastYear)
    let net = RecordedSubject.quantity(.net)
    let cases: [(String, ConditionClause.Subject)] = [
      ("net", .statistic(.mean, amount(net, .total))),
      ("p80(netto[NL,\(last)])", .statistic(.percentile(80), amount(net, .year(last)))),
      ("sd( net[AA] )", .statistic(.standardDeviation, amount(net, .total, region: 0))),
      ("mediaan(net[\(first)])", .statistic(.percentile(50), amount(net, .year(first)))),
      ("max(net)", .statistic(.mean, amount(net, .years(all, .highest)))),
      ("max(net[NL,\(first)...\(last)])", .statistic(.mean, amount(net, .years(all, .highest)))),
      ("min(net[\(first)\u{2026}\(last)])", .statistic(.mean, amount(net, .years(all, .lowest)))),
      ("P95(som(net[\(first)...\(last)]))", .statistic(.percentile(95), amount(net, .years(all, .sum)))),
      (
        "max(p80(net[\(first)...\(last)]))",
        .overYears(.highest, .percentile(80), all.map { amount(net, .year($0)) })
      ),
      ("som(gemiddelde(net))", .statistic(.mean, amount(net, .years(all, .sum)))),
      ("delta[NL,end]", .statistic(.mean, amount(.quantity(.structural), .end))),
      ("kosten_nu[eindbeeld]", .statistic(.mean, amount(.quantity(.baseline), .end))),
      ("function:OVD[AA,\(first)]", .statistic(.mean, amount(.item(.function(0)), .year(first), region: 0))),
      ("maatregel:POOL[eind]", .statistic(.mean, amount(.item(.measure(0)), .end))),
      ("annual_training", .statistic(.mean, amount(.line(.annualTraining), .total))),
      ("regel:piket", .statistic(.mean, amount(.line(.standby), .total))),
      ("phase_in[NL,\(last)]", .statistic(.mean, amount(.phaseIn, .year(last)))),
      ("kans(net > 5)", .chance([ConditionEvent(amount(net, .total), .above, limit: 5)])),
      ("chance(net)", .chance([ConditionEvent(amount(net, .total), .above, limit: 0)])),
      (
        "kans(ingroei[\(last)] >= 100% en max(net) <= 2 mln)",
        .chance([
          ConditionEvent(amount(.phaseIn, .year(last)), .atLeast, limit: 1),
          ConditionEvent(amount(net, .years(all, .highest)), .atMost, limit: 2e6),
        ])
      ),
    ]
    for (text, expected) in cases {
      let clause = try #require(try read(text + " <= 0,5").clauses.first, "\(text)")
      #expect(clause == ConditionClause(expected, .atMost, limit: 0.5), "\(text)")
    }
  }

  @Test func severalClausesAndNumbers() throws {
    let condition = try read("max(meerkosten) \u{2264} 12 mln en ingroei[\(study.lastYear)] >= 1 AND net > € 1.000.000")
    #expect(condition.clauses.map { $0.limit } == [12e6, 1, 1e6])
    #expect(condition.clauses.map { $0.comparison } == [.atMost, .atLeast, .above])
    #expect(try read("net<12 miljoen").clauses[0].limit == 12e6)
    #expect(try read("net < 1,5e6").clauses[0].limit == 1.5e6)
    // Amounts are asked for once.
    #expect(try read("net <= 1 and net >= 0").amounts.count == 1)
  }

  @Test func mistakesSayWhatWhereAndHow() {
    let last = study.lastYear
    let cases: [(String, String)] = [
      ("", "\"\" is geen eis. Schrijf MAAT(BEDRAG[REGIO,JAAR]) <= GETAL"),
      ("p80 <= 0", "\"p80\" is een maat, geen bedrag. Schrijf p80(netto[NL,2027]) <= 0, of een ander bedrag."),
      ("net", "achter \"net\" hoort <=, <, >= of > en een getal, zoals \"net <= 5 mln\"."),
      ("net 5", "achter \"net\" hoort <=, <, >= of > en een getal, niet \"5\"."),
      ("p80(net) = 0", "achter \"p80(net)\" hoort <=, <, >= of > en een getal, niet \"= 0\"."),
      ("net <= 0 en", "achter \"net <= 0 en\" ontbreekt een eis."),
      ("net <=", "aan het eind ontbreekt een getal, zoals 0, 5 mln, 5e6 of 80%."),
      ("p80(net[NL] <= 0", "achter p80( hoort een bedrag en dan een ), niet \"<= 0\"."),
      ("net[NL <= 0", "achter \"net[NL <= 0\" ontbreekt een ]."),
      (
        "net[NL,\(last),1] <= 0", "tussen [ en ] in \"net[NL,\(last),1]\" horen een regio en een jaar, zoals [NL,2030]."
      ),
      ("maxx(net) <= 0", "onbekende maat \"maxx\". Bedoelt u \"max\"?"),
      ("functei:OVD <= 0", "onbekend soort \"functei\" voor de dubbele punt. Bedoelt u \"functie\"?"),
      ("functie:OVB <= 0", "de studie kent \"OVB\" niet. Bedoelt u \"OVD\"?"),
      ("rgel:piket <= 0", "onbekend soort \"rgel\" voor de dubbele punt. Bedoelt u \"regel\"?"),
      ("ingroei <= 0", "de ingroei is er van een jaar, zoals ingroei[NL,2032]"),
      (
        "ingroei[NL,\(last)] >= 5",
        "een ingroei ligt van 0 tot en met 1 (100%), niet bij \"5\". Is een percentage bedoeld? Schrijf 5%."
      ),
      ("som(ingroei) >= 1", "de ingroei is een aandeel: een som over jaren zegt niets."),
      ("net[2027...2028] <= 0", "\"net[2027...2028]\" is een reeks van jaren. Schrijf max(net[2027...2028])"),
      ("net[2028...2027] <= 0", "\"2028...2027\" begint niet met het eerste jaar."),
      ("max(net[\(last)]) <= 0", "max gaat over een reeks van jaren"),
      ("net[end] <= 0", "het eindbeeld heeft alleen wat elk jaar terugkomt, zonder dekking."),
      ("som(p80(net)) <= 0", "p80 van jaren telt niet op tot p80 van de som. Schrijf p80(som(...))."),
      ("max(npv) <= 0", "de contante waarde is er alleen van alle jaren samen."),
      ("net <= 5%", "een bedrag is in euro's, geen percentage zoals \"5%\"."),
    ]
    for (text, expected) in cases {
      #expect(message(text).hasPrefix("--such-that: " + expected), "\(text): \(message(text))")
    }
  }
}
