import CostEngine

extension PriorityReportTests {
  static let dutch = """
    Klein onderzoek
    ===============

    Welke vraag eerst?
    ------------------
    Meerkosten, scenario SAMEN, alle regio's, 2027-2028: in 90 % van de trekkingen tussen EUR 40 mln en
    EUR 150 mln (elk ± EUR 0,8 mln).
    De vragen staan in de volgorde waarin u ze het best stelt: eerst die de meeste onzekerheid wegneemt,
    dan die daar het meest aan toevoegt, en zo verder, zolang een vraag meer toevoegt dan haar foutmarge
    (±).
    Alleen: het deel van de onzekerheid (de variantie) dat verdwijnt met deze vraag alleen. Erbij: wat
    zij toevoegt aan de vragen erboven. Samen: wat de vragen tot en met deze wegnemen.
    Band: hoeveel smaller de afstand van P5 tot P95 met die vragen gemiddeld wordt. 80 %: met zoveel
    antwoorden, van de regio's die het zwaarst wegen, heeft u vier vijfde van wat de vraag alleen doet.

    vraag                                       regio's  80 %  alleen     erbij     samen  band  keuze, EUR
    1. mensen in de pool: Officier van dienst         2     1    40 % ±2   40 % ±2   40 %  22 %           0
    2. verloop per jaar: Officier van dienst          2     2    20 % ±2   15 % ±2   55 %  33 %      13.000

    Alle 3 vragen samen nemen 56 % weg. De andere 44 % neemt geen vraag weg: dat komt van wat niet aan
    de regio's te vragen is, zoals prijzen en normen, en van wat zij zelf al onzeker opgaven.
    Nog 1 vraag staat met --out in priority.csv.

    Per regio: de eerste vraag, en de onzekerheid van de regio zelf
    ---------------------------------------------------------------
    Die: wat de eerste vraag wegneemt van de onzekerheid van de regio zelf. Volgende: hoeveel vragen
    daar nog iets aan toevoegen (ten hoogste 9). Samen: wat zij met elkaar wegnemen.
    Regio                     vragen  eerste vraag                             die  volgende  samen
    VR02 Fryslân                   2  mensen in de pool: Officier van dienst  50 %         0   50 %
    VR17 Rotterdam-Rijnmond        1  mensen in de pool: Officier van dienst  70 %         0   70 %
    Met --region en een code ziet u alle vragen aan die regio.

    "Keuze" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit ALLEEN, SAMEN: het
    verschil in netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's
    samen ALLEEN). 0 betekent dat het antwoord de keuze niet verandert, of minder bespaart dan de
    foutmarge.

    Berekend uit 10.000 trekkingen (Latin hypercube, startwaarde 7) met regressie.

    """

  static let english = """
    Klein onderzoek
    ===============

    Which question first?
    ---------------------
    Extra cost, scenario SAMEN, all regions, 2027-2028: in 90% of the draws between EUR 40 million and
    EUR 150 million (each ± EUR 0.8 million).
    The questions stand in the order in which to ask them: first the one that takes off most
    uncertainty, then the one that adds most to it, and so on, as long as a question adds more than its
    error (±).
    Alone: the part of the uncertainty (the variance) that goes with this question alone. Adds: what it
    adds to the questions above. Together: what the questions up to this one take off.
    Band: how much narrower the distance from P5 to P95 becomes on average with those questions. 80%:
    with so many answers, of the regions that weigh most, you have four fifths of what the question does
    alone.

    question                                     regions  80%  alone     adds     together  band  choice, EUR
    1. people in the pool: Officier van dienst         2    1    40% ±2   40% ±2       40%   22%            0
    2. turnover a year: Officier van dienst            2    2    20% ±2   15% ±2       55%   33%       13,000

    All 3 questions together take off 56%. The other 44% no question takes off: it comes from what
    regions cannot be asked, such as prices and norms, and from what they reported as uncertain
    themselves.
    1 further question is in priority.csv with --out.

    By region: the first question, and the region's own uncertainty
    ---------------------------------------------------------------
    It: what the first question takes off the region's own uncertainty. Next: how many questions add
    something to that (at most 9). Together: what they take off.
    Region                    questions  first question                            it  next  together
    VR02 Fryslân                      2  people in the pool: Officier van dienst  50%     0       50%
    VR17 Rotterdam-Rijnmond           1  people in the pool: Officier van dienst  70%     0       70%
    With --region and a code you see all questions to that region.

    "Choice" is what the answer is expected to save because you choose otherwise among ALLEEN, SAMEN:
    the difference in net present value from what is expected to be cheapest now (for all regions
    together ALLEEN). 0 means that the answer does not change the choice, or saves less than the error.

    From 10,000 draws (Latin hypercube, seed 7) by regression.

    """

  static let regionInDutch = """
    Klein onderzoek
    ===============

    Wat vraagt u VR02 Fryslân eerst?
    --------------------------------
    Meerkosten, scenario SAMEN, VR02 Fryslân, 2027-2028: in 90 % van de trekkingen tussen EUR 1.000.000
    en EUR 3.000.000 (elk ± EUR 20.000). Hieronder wat voor de regio is aangenomen, in de volgorde
    waarin u het best vraagt: eerst wat de meeste onzekerheid wegneemt, dan wat daar het meest aan
    toevoegt. Alleen: het deel van de onzekerheid van de regio dat verdwijnt als zij dit ene gegeven
    opgeeft. Erbij: wat het toevoegt aan wat erboven staat; leeg waar dat niet boven het toeval uitkomt.
    Samen, en band: wat alles tot en met deze regel wegneemt, en hoeveel smaller de band van P5 tot P95
    gemiddeld wordt. Alle regio's: wat dit ene gegeven doet voor de onzekerheid van alle regio's samen.
    Achter ± staat de foutmarge.

    vraag                                       alleen     erbij     samen  band  alle regio's  keuze, EUR
    1. mensen in de pool: Officier van dienst     50 % ±2   50 % ±2   50 %  25 %          20 %       1.000
    2. aantal nu: Coördinatie                    2,0 % ±2                              < 0,1 %       1.000

    "Keuze" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit ALLEEN, SAMEN: het
    verschil in netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's
    samen ALLEEN). 0 betekent dat het antwoord de keuze niet verandert, of minder bespaart dan de
    foutmarge.

    Berekend uit 10.000 trekkingen (Latin hypercube, startwaarde 7) met regressie.

    """
}
