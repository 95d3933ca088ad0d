import CostEngine

extension ConsoleReportTests {
  static let country = """
    Klein onderzoek
    ===============

    Wat kost het om van de huidige situatie naar het kwaliteitsniveau van elk scenario te gaan? Alle
    bedragen zijn meerkosten: het verschil met doorgaan zoals nu.

    Regio's           alle 2 (2.000.000 inwoners)
    Scenario's        ALLEEN (Elke regio voor zich); SAMEN (Samenwerken)
    Jaren             2027 tot en met 2028
    Prijspeil         2026, constante prijzen
    Trekkingen        10.000, gespreid getrokken (Latin hypercube), startwaarde 1
    Onzekere invoer   1 waarde
    Huidige situatie  van 37 gegevens is 8 % opgegeven door regio's en 92 % aangenomen
    Meldingen         2; `waterlijn check` toont ze

    Zo leest u de bedragen: het gemiddelde is de verwachte waarde; in 90 % van de trekkingen ligt het
    bedrag tussen P5 en P95. Achter ± staat de steekproeffout: zoveel kan P5 of P95 ernaast zitten
    doordat er niet eindeloos veel trekkingen zijn (in twee van de drie gevallen is het minder). Een
    bedrag met een minteken is een besparing. Elk bedrag heeft zoveel cijfers als het aantal trekkingen
    kan dragen; delen tellen daarom niet altijd precies op.

    Scenario ALLEEN: Elke regio voor zich, alle regio's
    ---------------------------------------------------
    Dit scenario kost naar verwachting EUR 21,3 mln (EUR 10,67 per inwoner) meer dan doorgaan zoals nu,
    over 2027-2028; in 90 % van de trekkingen tussen EUR 14,3 mln en EUR 28,4 mln (elk ± EUR 0,1 mln).
    De structurele meerkosten zijn in het eindbeeld EUR 14,94 mln per jaar; in 90 % van de trekkingen
    tussen EUR 10,0 mln en EUR 19,9 mln (elk ± EUR 0,07 mln).

                                                                               mln EUR   EUR per
                                                        gem.     P5          P95         inwoner
    Meerkosten 2027-2028                               21,3   14,3  ±0,1   28,4  ±0,1      10,67
      waarvan structureel                              17,1   11,5  ±0,08  22,7  ±0,08      8,54
      waarvan incidenteel                               4,27   2,86 ±0,02   5,67 ±0,02      2,13
      waarvan personele inzet in natura (eigen uren)    7,47   5,01 ±0,04   9,93 ±0,04      3,74
      waarvan uitgaven (out of pocket)                 13,87   9,3  ±0,06  18,4  ±0,06      6,94
    Dekking (middelen)                                  5,34   3,58 ±0,03   7,09 ±0,03      2,67
    Netto na dekking                                   16,0   10,7  ±0,07  21,3  ±0,07      8,00
    Contante waarde van de meerkosten                  19,2   12,9  ±0,09  25,5  ±0,09      9,61
    Structureel per jaar in het eindbeeld              14,94  10,0  ±0,07  19,9  ±0,07      7,47

    Scenario SAMEN: Samenwerken, alle regio's
    -----------------------------------------
    Dit scenario bespaart naar verwachting EUR 3,46 mln (EUR 1,73 per inwoner) ten opzichte van doorgaan
    zoals nu, over 2027-2028; in 90 % van de trekkingen een besparing tussen EUR 2,32 mln en
    EUR 4,59 mln (elk ± EUR 0,02 mln).
    De structurele besparing is in het eindbeeld EUR 2,42 mln per jaar; in 90 % van de trekkingen een
    besparing tussen EUR 1,62 mln en EUR 3,22 mln (elk ± EUR 0,02 mln).

                                                                                 mln EUR   EUR per
                                                        gem.     P5           P95          inwoner
    Meerkosten 2027-2028                               -3,46  -4,59 ±0,02   -2,32 ±0,02      -1,73
      waarvan structureel                              -2,77  -3,68 ±0,02   -1,86 ±0,02      -1,38
      waarvan incidenteel                              -0,69  -0,92 ±0,003  -0,46 ±0,003     -0,35
      waarvan personele inzet in natura (eigen uren)   -1,21  -1,61 ±0,006  -0,81 ±0,006     -0,60
      waarvan uitgaven (out of pocket)                 -2,25  -2,99 ±0,01   -1,51 ±0,01      -1,12
    Dekking (middelen)                                 -0,86  -1,15 ±0,004  -0,58 ±0,004     -0,43
    Netto na dekking                                   -2,59  -3,45 ±0,02   -1,74 ±0,02      -1,30
    Contante waarde van de meerkosten                  -3,11  -4,13 ±0,02   -2,09 ±0,02      -1,56
    Structureel per jaar in het eindbeeld              -2,42  -3,22 ±0,02   -1,62 ±0,02      -1,21



    Meerkosten 2027-2028                               besparing
      waarvan structureel                              besparing
      waarvan incidenteel                              besparing
      waarvan personele inzet in natura (eigen uren)   besparing
      waarvan uitgaven (out of pocket)                 besparing
    Dekking (middelen)
    Netto na dekking                                   meer dan gedekt
    Contante waarde van de meerkosten                  besparing
    Structureel per jaar in het eindbeeld              besparing

    Meerkosten per regio, 2027-2028 (EUR x 1.000)
    ---------------------------------------------
                                                        ALLEEN                            SAMEN
    Regio                       gem.      P5          P95          gem.      P5         P95
    VR02 Fryslân               6.400   4.300 ±30    8.510 ±30    -1.037  -1.380 ±5     -700 ±5
    VR17 Rotterdam-Rijnmond   14.940  10.000 ±70   19.900 ±70    -2.420  -3.220 ±20  -1.620 ±20
    Alle regio's              21.300  14.300 ±100  28.400 ±100   -3.460  -4.590 ±20  -2.320 ±20
    "Alle regio's" is de som van de regio's en de landelijke eenmalige posten. P5 en P95 tellen niet op:
    niet alle regio's vallen tegelijk mee of tegen.

    De scenario's vergeleken, 2027-2028
    -----------------------------------
    Verschil in meerkosten, trekking voor trekking. Een positief verschil: het eerste scenario is
    duurder.

                                       mln EUR   naar verwachting   kans dat het eerste
                       gem.  P5       P95               goedkoper          goedkoper is
    ALLEEN min SAMEN   24,8  -8 ±0,5   57 ±0,5              SAMEN                   7 %

    Alle uitkomsten staan in uit: summary.csv, lines.csv, pairs.csv, manifest.json.
    Waterlijn 1.2.3

    """

  static let oneRegion = """
    Klein onderzoek
    ===============

    What does it cost to go from today's situation to the quality level of each scenario? All amounts
    are extra cost: the difference with going on as today.

    Regions            1 of 2: VR17 Rotterdam-Rijnmond (1,345,981 inhabitants). Not all regions were
                       computed: there is no total of them all, and the national one-offs are left out.
    Scenarios          ALLEEN (Elke regio voor zich); SAMEN (Samenwerken)
    Years              2027-2028
    Price level        2026, constant prices
    Draws              1, independent draws, seed 1
    Uncertain input    none: all input is certain
    Current situation  of 17 figures 0% reported by regions and 100% assumed

    All input is certain: there is no spread. Amounts are rounded to whole euros; an amount with a minus
    sign is a saving.

    Scenario ALLEEN: Elke regio voor zich, VR17 Rotterdam-Rijnmond
    --------------------------------------------------------------
    This scenario costs EUR 864 more than going on as today, over 2027-2028.
    The structural extra cost in the end state is EUR 605 a year.

                                              EUR      EUR per
                                           amount   inhabitant
    Extra cost 2027-2028                      864         0.00
      of which structural                     691         0.00
      of which incidental                     173         0.00
      of which own staff time (in kind)       302         0.00
      of which out-of-pocket spending         562         0.00
    Structural per year in the end state      605         0.00
    No funding is given (funding.csv): net equals the extra cost.

    Scenario SAMEN: Samenwerken, VR17 Rotterdam-Rijnmond
    ----------------------------------------------------
    This scenario costs as much as going on as today, over 2027-2028.
    There is no structural extra cost in the end state.

                                              EUR      EUR per
                                           amount   inhabitant
    Extra cost 2027-2028                        0            0
      of which structural                       0            0
      of which incidental                       0            0
      of which own staff time (in kind)         0            0
      of which out-of-pocket spending           0            0
    Structural per year in the end state        0            0
    No funding is given (funding.csv): net equals the extra cost.

    The scenarios compared, 2027-2028
    ---------------------------------
    Difference in extra cost, draw by draw. A positive difference: the first scenario costs more.

                           EUR   expected to    chance that the
                        amount    be cheaper   first is cheaper
    ALLEEN less SAMEN      864         SAMEN                 0%

    Waterlijn 1.2.3

    """

  static let someRegions = """
    Klein onderzoek
    ===============

    What does it cost to go from today's situation to the quality level of each scenario? All amounts
    are extra cost: the difference with going on as today.

    Regions            2 of 3: VR02 Fryslân; VR17 Rotterdam-Rijnmond (2,000,000 inhabitants). Not all
                       regions were computed: there is no total of them all, and the national one-offs
                       are left out.
    Scenarios          ALLEEN (Elke regio voor zich); SAMEN (Samenwerken)
    Years              2027-2028
    Price level        2026, constant prices
    Draws              400, evenly spread draws (Latin hypercube), seed 1
    Uncertain input    1 value
    Current situation  of 37 figures 8% reported by regions and 92% assumed

    How to read the amounts: the mean is the expected value; in 90% of the draws the amount lies between
    P5 and P95. After ± stands the sampling error: P5 or P95 can be off by that much because there are
    not endlessly many draws (in two cases of three it is less). An amount with a minus sign is a
    saving. Each amount has as many digits as the number of draws supports; so parts do not always add
    up exactly.

    Extra cost by region, 2027-2028 (EUR x 1,000)
    ---------------------------------------------
                                              ALLEEN                    SAMEN
    Region                    mean   P5      P95       mean   P5      P95
    VR02 Fryslân               240   80 ±20  400 ±20    240   80 ±20  400 ±20
    VR17 Rotterdam-Rijnmond    570  190 ±30  940 ±30    560  190 ±30  920 ±30

    Structural per year in the end state, by region (EUR x 1,000)
    -------------------------------------------------------------
                                              ALLEEN                    SAMEN
    Region                    mean   P5      P95       mean   P5      P95
    VR02 Fryslân               170   60 ±8   280 ±8     170   60 ±8   280 ±8
    VR17 Rotterdam-Rijnmond    400  140 ±20  660 ±20    390  130 ±20  650 ±20

    Net of funding by region, 2027-2028 (EUR x 1,000)
    -------------------------------------------------
                                              ALLEEN                    SAMEN
    Region                    mean   P5      P95       mean   P5      P95
    VR02 Fryslân               180   60 ±8   300 ±8     180   60 ±8   300 ±8
    VR17 Rotterdam-Rijnmond    430  150 ±20  710 ±20    420  140 ±20  690 ±20

    Chance that the first scenario is cheaper, 2027-2028
    ----------------------------------------------------
                                     ALLEEN
    Region                    against SAMEN
    VR02 Fryslân                         7%
    VR17 Rotterdam-Rijnmond              7%

    Waterlijn 1.2.3

    """

  /// From the regions on.
  static let fourScenarios = """
    Meerkosten per regio, 2027-2028 (EUR x 1.000)
    ---------------------------------------------
                                                           ALLEEN                          SAMEN
    Regio                            gem.      P5         P95         gem.      P5        P95
    VR02 Fryslân                    6.400   5.880 ±7    6.930 ±7    -1.037  -1.122 ±2    -952 ±2
    VR20 Midden- en West-Brabant   14.940  13.710 ±20  16.170 ±20   -2.420  -2.619 ±3  -2.221 ±3
    Alle regio's                   21.350  19.590 ±30  23.100 ±30   -3.457  -3.740 ±4  -3.170 ±4

                                                             SLIM                             PLUS
    Regio                            gem.      P5         P95         gem.      P5         P95
    VR02 Fryslân                    5.630   5.170 ±6    6.090 ±6     9.030   8.290 ±10   9.780 ±10
    VR20 Midden- en West-Brabant   13.140  12.060 ±20  14.220 ±20   21.080  19.340 ±30  22.810 ±30
    Alle regio's                   18.770  17.220 ±20  20.310 ±20   30.110  27.600 ±40  32.600 ±40
    "Alle regio's" is de som van de regio's en de landelijke eenmalige posten. P5 en P95 tellen niet op:
    niet alle regio's vallen tegelijk mee of tegen.

    De scenario's vergeleken, 2027-2028
    -----------------------------------
    Verschil in meerkosten, trekking voor trekking. Een positief verschil: het eerste scenario is
    duurder.

                                                  mln EUR   naar verwachting   kans dat het eerste
                         gem.      P5           P95                goedkoper          goedkoper is
    ALLEEN min SAMEN    24,8    16,6  ±0,2    33,0  ±0,2               SAMEN                   7 %
    ALLEEN min SLIM      2,58    1,73 ±0,02    3,43 ±0,02               SLIM                   7 %
    ALLEEN min PLUS     -8,77  -11,6  ±0,04   -5,9  ±0,04             ALLEEN                  81 %
    SAMEN min SLIM     -22,2   -29,5  ±0,1   -14,9  ±0,1               SAMEN                  81 %
    SAMEN min PLUS     -33,6   -44,6  ±0,2   -22,5  ±0,2               SAMEN                  81 %
    SLIM min PLUS      -11,35  -15,1  ±0,05   -7,6  ±0,05               SLIM                  81 %


    """
}
