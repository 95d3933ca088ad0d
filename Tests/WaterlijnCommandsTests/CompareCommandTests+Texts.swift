import CostEngine
import Testing

@testable import WaterlijnCommands

/// Whole texts, on the study `tiny`.
extension CompareCommandTests {
  @Test func wholeInDutch() {
    #expect(World().run(["compare", "x"], reading: World.tiny).output == Self.dutch)
  }

  @Test func wholeInEnglish() {
    #expect(World().run(["compare", "x", "--language", "en"], reading: World.tiny).output == Self.english)
  }

  private static let dutch = """
    Tiny: every amount worked out by hand
    =====================================

    Hoeveel verschilt SLIM van BASIS? Verschil is steeds SLIM min BASIS: bij een minteken is SLIM
    goedkoper. In elke trekking heeft invoer die in beide voorkomt in beide dezelfde waarde, zodat
    alleen telt wat verschilt. Het bedrag is: meerkosten.

    BASIS       Op eigen kracht, 2027-2029
    SLIM        Slim samen, 2027-2029
    Trekkingen  300 (Latin hypercube), startwaarde 1, dezelfde voor beide

    Verschil per jaar, alle regio's (EUR)
    -------------------------------------
                 BASIS     SLIM   verschil   kans dat SLIM
    Jaar        bedrag   bedrag     bedrag    goedkoper is
    2027        25.465    5.500    -19.965           100 %
    2028        39.915   15.696    -24.219           100 %
    2029        27.431   -4.089    -31.520           100 %
    2027-2029   92.810   17.107    -75.704           100 %

    Verschil per regio, 2027-2029 (EUR)
    -----------------------------------
                              BASIS      SLIM   verschil   kans dat SLIM
    Regio                    bedrag    bedrag     bedrag    goedkoper is
    AA Fryslân               76.262    32.679    -43.583           100 %
    BB Gooi en Vechtstreek    4.998   -27.122    -32.121           100 %
    Alle regio's             92.810    17.107    -75.704           100 %

    In welke kostenregels zit het verschil? alle regio's, 2027-2029 (EUR)
    ---------------------------------------------------------------------
    Gemiddelden. Elke kolom is zo afgerond dat zij optelt; tussen de kolommen kan het laatste cijfer
    daardoor één schelen.

                                          BASIS      SLIM   verschil
    Opleiding nieuwe instroom            10.910     1.891     -9.019
    Inhaalopleiding                       8.316     8.049       -267
    Opleiding vervangers                  4.974    -2.972     -7.946
    Jaarlijkse bijscholing en oefening   27.560   -21.885    -49.445
    Hercertificering                        738       -32       -771
    Piket                                11.290     1.768     -9.522
    Voorzieningen                        15.072     2.754    -12.318
    Eenmalige posten                     13.950    11.550     -2.400
    Maatregelen: invoering                    0     8.640      8.640
    Maatregelen: jaarlijks                    0     7.344      7.344
    Totaal                               92.810    17.107    -75.704

    In welke onderdelen zit het verschil? alle regio's, 2027-2029 (EUR)
    -------------------------------------------------------------------

                                                BASIS      SLIM   verschil
    Officier van Dienst Bevolkingszorg (OVD)   52.394   -16.223    -68.618
    Regionale pool (POOL)                           0    15.984     15.984
    Oefening (EX)                              15.072     2.754    -12.318
    Informatiemedewerker (INF)                 11.394     3.042     -8.352
    Planherziening (PLAN)                       2.400         0     -2.400
    Programmaleiding (LEAD)                    11.550    11.550          0
    Totaal                                     92.810    17.107    -75.704

    Welke invoer maakt het verschil? alle regio's, 2027-2029 (EUR)
    --------------------------------------------------------------
    Van BASIS naar SLIM in stappen, één wijziging per stap; achter elke stap wat het gemiddelde daardoor
    verandert. Wat een wijziging doet, hangt soms af van wat al eerder is gewijzigd: elk bedrag is het
    midden van de volgorde van voor naar achter en die van achter naar voor. De grootste staan bovenaan.

    -36.164   bandbreedte, SLIM: 0 % -> 25 % (scenarios.bandbreedte[SLIM]); afhankelijk van de volgorde
              tussen -45.045 en -27.283
    -23.383   vrijval, SLIM: 0 % -> 50 % (scenarios.vrijval[SLIM]); afhankelijk van de volgorde tussen
              -23.717 en -23.049
     -5.702   maatregel POOL: niet -> wel (scenarios.maatregelen[SLIM]: POOL); afhankelijk van de
              volgorde tussen -9.115 en -2.287
     -5.366   vertraging jaren, SLIM: 0 -> 0,5 (scenarios.vertraging_jaren[SLIM]); afhankelijk van de
              volgorde tussen -12.387 en 1.655
     -2.689   ingroei, SLIM: lineair 2027-2028 -> ineens 2028 (scenarios.ingroei[SLIM]); afhankelijk van
              de volgorde tussen -7.629 en 2.251
     -2.400   eenmalige post PLAN: wel -> niet (one-offs.scenario's[PLAN])
    -75.704   totaal

    """

  private static let english = """
    Tiny: every amount worked out by hand
    =====================================

    How much does SLIM differ from BASIS? A difference is always SLIM less BASIS: a minus sign means
    that SLIM is cheaper. In each draw an input that both have takes the same value in both, so that
    only what differs counts. The amount is: extra cost.

    BASIS  Op eigen kracht, 2027-2029
    SLIM   Slim samen, 2027-2029
    Draws  300 (Latin hypercube), seed 1, the same for both

    Difference by year, all regions (EUR)
    -------------------------------------
                 BASIS     SLIM   difference   chance that SLIM
    Year        amount   amount       amount         is cheaper
    2027        25,465    5,500      -19,965               100%
    2028        39,915   15,696      -24,219               100%
    2029        27,431   -4,089      -31,520               100%
    2027-2029   92,810   17,107      -75,704               100%

    Difference by region, 2027-2029 (EUR)
    -------------------------------------
                              BASIS      SLIM   difference   chance that SLIM
    Region                   amount    amount       amount         is cheaper
    AA Fryslân               76,262    32,679      -43,583               100%
    BB Gooi en Vechtstreek    4,998   -27,122      -32,121               100%
    All regions              92,810    17,107      -75,704               100%

    Which cost lines hold the difference? all regions, 2027-2029 (EUR)
    ------------------------------------------------------------------
    Means. Each column is rounded so that it adds up; between the columns the last digit may be one off
    because of that.

                                BASIS      SLIM   difference
    Training of recruits       10,910     1,891       -9,019
    Catch-up training           8,316     8,049         -267
    Training of replacements    4,974    -2,972       -7,946
    Annual training            27,560   -21,885      -49,445
    Recertification               738       -32         -771
    Standby                    11,290     1,768       -9,522
    Provisions                 15,072     2,754      -12,318
    One-offs                   13,950    11,550       -2,400
    Measures: introduction          0     8,640        8,640
    Measures: annual                0     7,344        7,344
    Total                      92,810    17,107      -75,704

    Which items hold the difference? all regions, 2027-2029 (EUR)
    -------------------------------------------------------------

                                                BASIS      SLIM   difference
    Officier van Dienst Bevolkingszorg (OVD)   52,394   -16,223      -68,618
    Regionale pool (POOL)                           0    15,984       15,984
    Oefening (EX)                              15,072     2,754      -12,318
    Informatiemedewerker (INF)                 11,394     3,042       -8,352
    Planherziening (PLAN)                       2,400         0       -2,400
    Programmaleiding (LEAD)                    11,550    11,550            0
    Total                                      92,810    17,107      -75,704

    Which input makes the difference? all regions, 2027-2029 (EUR)
    --------------------------------------------------------------
    From BASIS to SLIM in steps, one change each; with what it does to the mean. What a change does may
    depend on what was changed before: each amount is halfway between the order from first to last and
    that from last to first. The largest come first.

    -36,164   bandwidth, SLIM: 0% -> 25% (scenarios.bandwidth[SLIM]); depending on the order between
              -45,045 and -27,283
    -23,383   release, SLIM: 0% -> 50% (scenarios.release[SLIM]); depending on the order between -23,717
              and -23,049
     -5,702   measure POOL: no -> yes (scenarios.measures[SLIM]: POOL); depending on the order between
              -9,115 and -2,287
     -5,366   delay years, SLIM: 0 -> 0.5 (scenarios.delay_years[SLIM]); depending on the order between
              -12,387 and 1,655
     -2,689   phase in, SLIM: linear 2027-2028 -> step 2028 (scenarios.phase_in[SLIM]); depending on the
              order between -7,629 and 2,251
     -2,400   one-off PLAN: yes -> no (one-offs.scenarios[PLAN])
    -75,704   total

    """
}
