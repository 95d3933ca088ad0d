import CostEngine
import Testing

@testable import WaterlijnCommands

/// What `sweep` and `solve` print, whole, in both languages, on ``LinearStudy``.
@Suite struct VariedTextTests {
  private static let oneInputDutch = """
    Rechte lijnen
    =============

    Wat er uitkomt bij andere waarden van "tot". Telkens is de hele studie doorgerekend, met alleen dat
    veranderd en op dezelfde 2.000 trekkingen. Een * is wat de studie zelf zegt. Het verschil is met de
    studie zelf, trekking voor trekking; de standaardfout zegt hoe ver het door toeval in de trekkingen
    kan afwijken.

    tot: scenarios.tot[S]; in de studie: 2030.

    Scenario S, alle regio's: meerkosten, 2027-2032
    -----------------------------------------------
                              EUR x 1.000   verschil met de studie
    tot       gemiddeld    P5   P50   P95                gemiddeld
    2026     kan niet     -     -     -                        -
    2027           42,5  42,0  42,5  42,9                      9,0
    2028           39,5  39,0  39,5  39,9                      6,0
    2029           36,5  36,1  36,5  37,0                      3,0
    2030 *         33,5  33,0  33,5  33,9                      0
    2031           30,5  30,1  30,5  31,0                     -3,0

    tot 2026 kan niet: Het laatste jaar (2026) ligt voor het eerste (2027): scenario S.

    """

  private static let oneInputEnglish = """
    Rechte lijnen
    =============

    What comes out for other values of "until". Each time the whole study was computed, with only that
    changed and on the same 2,000 draws. A * is what the study itself says. The difference is with the
    study itself, draw by draw; the standard error says how far it may be off by chance in the draws.

    until: scenarios.until[S]; in the study: 2030.

    Scenario S, all regions: extra cost, 2027-2032
    ----------------------------------------------
                               EUR x 1,000   difference with the study
    until           mean    P5   P50   P95                        mean
    2026     cannot be     -     -     -                           -
    2027            42.5  42.0  42.5  42.9                         9.0
    2028            39.5  39.0  39.5  39.9                         6.0
    2029            36.5  36.1  36.5  37.0                         3.0
    2030 *          33.5  33.0  33.5  33.9                         0
    2031            30.5  30.1  30.5  31.0                        -3.0

    until 2026 cannot be: The last year (2026) lies before the first (2027): scenario S.

    """

  private static let notInTheStudyDutch = """
    Rechte lijnen
    =============

    Wat er uitkomt bij andere waarden van "bedrag, TOEVAL". Telkens is de hele studie doorgerekend, met
    alleen dat veranderd en op dezelfde 2.000 trekkingen. Geen van deze waarden staat in de studie: die
    staat er apart bij. Het verschil is met de studie zelf, trekking voor trekking; de standaardfout
    zegt hoe ver het door toeval in de trekkingen kan afwijken.

    bedrag, TOEVAL: one-offs.bedrag[TOEVAL]; in de studie: onzeker (een verdeling).
    Met Sobol verschuiven de trekkingen als een onzeker getal vast wordt: het verschil met de studie
    zelf is dan minder zeker. Neem daarvoor Latin hypercube (--sampler lhs).

    Scenario S, alle regio's: meerkosten, 2027-2032
    -----------------------------------------------
                                     EUR x 1.000     verschil met de studie
    bedrag, TOEVAL   gemiddeld    P5   P50   P95   gemiddeld  standaardfout
    de studie zelf        33,5  33,0  33,5  33,9         -              -
    0                     33,0  33,0  33,0  33,0        -0,5          < 0,1
    500                   33,5  33,5  33,5  33,5         0,0          < 0,1
    1.000                 34,0  34,0  34,0  34,0         0,5          < 0,1

    """

  private static let notInTheStudyEnglish = """
    Rechte lijnen
    =============

    What comes out for other values of "amount, TOEVAL". Each time the whole study was computed, with
    only that changed and on the same 2,000 draws. None of these values stands in the study, which is
    shown apart. The difference is with the study itself, draw by draw; the standard error says how far
    it may be off by chance in the draws.

    amount, TOEVAL: one-offs.amount[TOEVAL]; in the study: uncertain (a distribution).
    With Sobol the draws move where an uncertain number becomes certain: the difference with the study
    itself is then less certain. Use Latin hypercube for that (--sampler lhs).

    Scenario S, all regions: extra cost, 2027-2032
    ----------------------------------------------
                                  EUR x 1,000   difference with the study
    amount, TOEVAL     mean    P5   P50   P95        mean  standard error
    the study itself   33.5  33.0  33.5  33.9         -               -
    0                  33.0  33.0  33.0  33.0        -0.5           < 0.1
    500                33.5  33.5  33.5  33.5         0.0           < 0.1
    1,000              34.0  34.0  34.0  34.0         0.5           < 0.1

    """

  private static let twoInputsDutch = """
    Rechte lijnen
    =============

    Wat er uitkomt bij andere waarden van "tot" en "bandbreedte". Telkens is de hele studie
    doorgerekend, met alleen dat veranderd en op dezelfde 2.000 trekkingen. Een * is wat de studie zelf
    zegt. Marges en verschillen staan in sweep.csv (--out).

    tot: scenarios.tot[S]; in de studie: 2030.
    bandbreedte: scenarios.bandbreedte[S]; in de studie: 0 %.

    Scenario S, alle regio's: meerkosten, 2027-2032
    -----------------------------------------------
    EUR x 1.000, gemiddeld; bandbreedte:
    tot     0 %    25 %    50 %
    2028   39,5    31,2    23,0
    2029   36,5    29,0    21,5
    2030   33,5*   26,7    20,0

    """

  private static let twoInputsEnglish = """
    Rechte lijnen
    =============

    What comes out for other values of "until" and "bandwidth". Each time the whole study was computed,
    with only that changed and on the same 2,000 draws. A * is what the study itself says. Ranges and
    differences are in sweep.csv (--out).

    until: scenarios.until[S]; in the study: 2030.
    bandwidth: scenarios.bandwidth[S]; in the study: 0%.

    Scenario S, all regions: extra cost, 2027-2032
    ----------------------------------------------
    EUR x 1,000, mean; bandwidth:
    until     0%     25%     50%
    2028    39.5    31.2    23.0
    2029    36.5    29.0    21.5
    2030    33.5*   26.7    20.0

    """

  private static let yearDutch = """
    Rechte lijnen
    =============

    Gevraagd: de kleinste waarde van "tot" (scenarios.tot[S]), van 2027 tot en met 2032, waarbij P80 van
    "meerkosten" hooguit EUR 8.500 is (scenario S, alle regio's, 2027). In de studie zelf: 2030.

    Antwoord
    --------
    2030. Dan is P80 van "meerkosten" EUR 8.300. Bij 2029 is het EUR 8.800, en dat voldoet niet.

    Hoe zeker is dat?
    -----------------
    Met 2.000 trekkingen ligt de uitkomst bij 2030 met 95 % zekerheid tussen EUR 8.280 en EUR 8.320. Dat
    verandert het antwoord niet.
    Ook bij 2030 blijft het bedrag onzeker: in 90 % van de trekkingen ligt het tussen EUR 7.550 en
    EUR 8.450. De kans dat het boven EUR 8.500 uitkomt is < 1 % (met 95 % zekerheid tussen 0,0 % en
    0,2 %).

    Geprobeerd op dezelfde trekkingen; de uitkomst ligt met 95 % zekerheid tussen "van" en "tot".
                                  EUR
    tot      uitkomst     van     tot   voldoet
    2027       12.800  12.780  12.820       nee
    2028        9.800   9.780   9.820       nee
    2029        8.800   8.780   8.820       nee
    2030 <      8.300   8.280   8.320        ja
    2031        8.000   7.980   8.020        ja
    2032        7.800   7.780   7.820        ja

    """

  private static let yearEnglish = """
    Rechte lijnen
    =============

    Wanted: the smallest value of "until" (scenarios.until[S]), from 2027 to 2032, at which P80 of
    "extra cost" is at most EUR 8,500 (scenario S, all regions, 2027). In the study itself: 2030.

    Answer
    ------
    2030. Then P80 of "extra cost" is EUR 8,300. At 2029 it is EUR 8,800, which does not meet it.

    How certain is that?
    --------------------
    With 2,000 draws the result at 2030 is between EUR 8,280 and EUR 8,320 with 95% certainty. That does
    not change the answer.
    At 2030 the amount is still uncertain: in 90% of the draws it is between EUR 7,550 and EUR 8,450.
    The chance that it is above EUR 8,500 is < 1% (between 0.0% and 0.2% with 95% certainty).

    Tried on the same draws; the result is between "from" and "to" with 95% certainty.
                                EUR
    until    result    from      to   meets it
    2027     12,800  12,780  12,820         no
    2028      9,800   9,780   9,820         no
    2029      8,800   8,780   8,820         no
    2030 <    8,300   8,280   8,320        yes
    2031      8,000   7,980   8,020        yes
    2032      7,800   7,780   7,820        yes

    """

  private static let shareDutch = """
    Rechte lijnen
    =============

    Gevraagd: de kleinste waarde van "bandbreedte" (scenarios.bandbreedte[S]), van 0 % tot en met 40 %,
    waarbij de kans dat "meerkosten" boven EUR 30.000 ligt hooguit 20 % is (scenario S, alle regio's,
    2027-2032). In de studie zelf: 0 %.

    Antwoord
    --------
    14,08 %. Dan is de kans dat "meerkosten" boven EUR 30.000 ligt 20,0 % (met 95 % zekerheid tussen
    18,3 % en 21,8 %). Bij 14,07 % is het 20,2 %, en dat voldoet niet.

    Hoe zeker is dat?
    -----------------
    Met 2.000 trekkingen ligt de uitkomst bij 14,08 % met 95 % zekerheid tussen 18,3 % en 21,8 %.
    Daardoor kan het antwoord liggen van 14,01 % tot en met 14,14 %; meer trekkingen (--draws) maken dat
    kleiner.
    Geprobeerd: 5 waarden over het hele bereik, 28 daartussen met 200 trekkingen, en 17 waar de eis het
    dichtst bij kwam of begon te gelden, tot op 0,01 %-punt. Wat op een nog korter stuk geldt, kan
    gemist zijn.
    Ook bij 14,08 % blijft het bedrag onzeker: in 90 % van de trekkingen ligt het tussen EUR 29.300 en
    EUR 30.200.

    Geprobeerd op dezelfde trekkingen; de uitkomst ligt met 95 % zekerheid tussen "van" en "tot".
                                   %
    bandbreedte    kans   van    tot   voldoet
    0 %           100,0  99,8  100,0       nee
    10 %          100,0  99,8  100,0       nee
    14,01 %        21,7  19,9   23,6       nee
    14,07 %        20,2  18,5   22,0       nee
    14,08 % <      20,0  18,3   21,8        ja
    14,14 %        18,2  16,6   20,0        ja
    20 %            0,0   0,0    0,2        ja
    30 %            0,0   0,0    0,2        ja
    40 %            0,0   0,0    0,2        ja

    """

  private static let shareEnglish = """
    Rechte lijnen
    =============

    Wanted: the smallest value of "bandwidth" (scenarios.bandwidth[S]), from 0% to 40%, at which the
    chance that "extra cost" is above EUR 30,000 is at most 20% (scenario S, all regions, 2027-2032). In
    the study itself: 0%.

    Answer
    ------
    14.08%. Then the chance that "extra cost" is above EUR 30,000 is 20.0% (between 18.3% and 21.8% with
    95% certainty). At 14.07% it is 20.2%, which does not meet it.

    How certain is that?
    --------------------
    With 2,000 draws the result at 14.08% is between 18.3% and 21.8% with 95% certainty. So the answer
    may be from 14.01% to 14.14%; more draws (--draws) make that smaller.
    Tried: 5 values over the whole range, 28 between them with 200 draws, and 17 where the condition
    came nearest or began to hold, to 0.01 percentage points. What holds over a still shorter stretch
    may have been missed.
    At 14.08% the amount is still uncertain: in 90% of the draws it is between EUR 29,300 and
    EUR 30,200.

    Tried on the same draws; the result is between "from" and "to" with 95% certainty.
                                  %
    bandwidth   chance  from     to   meets it
    0%           100.0  99.8  100.0         no
    10%          100.0  99.8  100.0         no
    14.01%        21.7  19.9   23.6         no
    14.07%        20.2  18.5   22.0         no
    14.08% <      20.0  18.3   21.8        yes
    14.14%        18.2  16.6   20.0        yes
    20%            0.0   0.0    0.2        yes
    30%            0.0   0.0    0.2        yes
    40%            0.0   0.0    0.2        yes

    """

  private static let noneDutch = """
    Rechte lijnen
    =============

    Gevraagd: de kleinste waarde van "tot" (scenarios.tot[S]), van 2027 tot en met 2029, waarbij het
    gemiddelde van "structureel" hooguit EUR 500 is (scenario S, alle regio's, 2027). In de studie zelf:
    2030.

    Antwoord
    --------
    Geen enkele waarde van 2027 tot en met 2029 voldoet. Het dichtst bij komt 2029: het gemiddelde van
    "structureel" is dan EUR 2.000. Alle waarden zijn geprobeerd.

    Geprobeerd op dezelfde trekkingen; de uitkomst ligt met 95 % zekerheid tussen "van" en "tot".
                EUR
    tot    uitkomst   voldoet
    2027      6.000       nee
    2028      3.000       nee
    2029      2.000       nee

    """

  private static let noneEnglish = """
    Rechte lijnen
    =============

    Wanted: the smallest value of "until" (scenarios.until[S]), from 2027 to 2029, at which the mean of
    "structural" is at most EUR 500 (scenario S, all regions, 2027). In the study itself: 2030.

    Answer
    ------
    No value from 2027 to 2029 meets the condition. Nearest comes 2029: the mean of "structural" is then
    EUR 2,000. All values were tried.

    Tried on the same draws; the result is between "from" and "to" with 95% certainty.
               EUR
    until   result   meets it
    2027     6,000         no
    2028     3,000         no
    2029     2,000         no

    """

  private static let cases: [([String], String)] = [
    (
      ["sweep", "studie", "--scenario", "S", "--vary", "until=2026...2031", "--draws", "2000", "--language", "nl"],
      oneInputDutch
    ),
    (
      ["sweep", "studie", "--scenario", "S", "--vary", "until=2026...2031", "--draws", "2000", "--language", "en"],
      oneInputEnglish
    ),
    (
      [
        "sweep", "studie", "--scenario", "S", "--vary", "one-offs.bedrag[TOEVAL]=0...1000/3", "--draws", "2000",
        "--sampler", "sobol", "--language", "nl",
      ], notInTheStudyDutch
    ),
    (
      [
        "sweep", "studie", "--scenario", "S", "--vary", "one-offs.bedrag[TOEVAL]=0...1000/3", "--draws", "2000",
        "--sampler", "sobol", "--language", "en",
      ], notInTheStudyEnglish
    ),
    (
      [
        "sweep", "studie", "--scenario", "S", "--vary", "until=2028...2030", "--vary", "bandwidth=0...50%/3", "--draws",
        "2000", "--language", "nl",
      ], twoInputsDutch
    ),
    (
      [
        "sweep", "studie", "--scenario", "S", "--vary", "until=2028...2030", "--vary", "bandwidth=0...50%/3", "--draws",
        "2000", "--language", "en",
      ], twoInputsEnglish
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "until", "--such-that", "p80(delta[2027]) <= 8500", "--draws",
        "2000", "--language", "nl",
      ], yearDutch
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "until", "--such-that", "p80(delta[2027]) <= 8500", "--draws",
        "2000", "--language", "en",
      ], yearEnglish
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "bandwidth", "--range", "0...0.4/5", "--such-that",
        "chance(delta > 30000) <= 20%", "--draws", "2000", "--language", "nl",
      ], shareDutch
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "bandwidth", "--range", "0...0.4/5", "--such-that",
        "chance(delta > 30000) <= 20%", "--draws", "2000", "--language", "en",
      ], shareEnglish
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "until", "--range", "2027...2029", "--such-that",
        "mean(structural[2027]) <= 500", "--language", "nl",
      ], noneDutch
    ),
    (
      [
        "solve", "studie", "--scenario", "S", "--find", "until", "--range", "2027...2029", "--such-that",
        "mean(structural[2027]) <= 500", "--language", "en",
      ], noneEnglish
    ),
  ]

  @Test(arguments: cases)
  func whole(arguments: [String], expected: String) throws {
    let world = World()
    try LinearStudy.write(to: world)
    #expect(world.run(arguments) == World.Outcome(status: .success, output: expected, error: ""))
  }
}
