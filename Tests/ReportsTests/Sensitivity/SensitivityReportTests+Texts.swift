extension SensitivityReportTests {
  static let dutch = """
    Klein onderzoek
    ===============

    Wat maakt de uitkomst onzeker?
    ------------------------------
    Netto na dekking, scenario SAMEN, alle regio's, 2027 tot en met 2028: gemiddeld EUR 12,00 mln, met
    een standaardafwijking van EUR 2,0 mln.

    "Alleen" is het deel van de onzekerheid (de variantie) dat verdwijnt als u deze invoer precies kent;
    "samen" het deel dat blijft als u juist al het andere kent. Tussen haakjes wat het, gezien het
    toeval van de steekproef, ook kan zijn (95 %). Daarna het gemiddelde als de invoer laag uitvalt (L:
    P10) of hoog (H: P90) en al het andere onzeker blijft.

    kolom                                  alleen           samen           bij L bij H (mln EUR)
    alles met 2 factoren                     60 % (56-64)    70 % (64-76)
      factor a                               50 % (46-54)    60 % (56-64)   14,50  9,50 H=======|=======L
    bedrag, LEAD                             19 % (17-21)    22 % (20-24)   10,90 13,10     L===|===H
    een naam die veel te lang is voor d…    < 1 %           < 1 % (0-1)     12,00 12,05         |

    Over alle groepen telt "alleen" op tot 79 %; de rest ontstaat doordat groepen elkaar versterken of
    dempen.

    Wat volgens correlations.csv samen beweegt, telt als één groep ("alles met ..."). De ingesprongen
    regels zijn een deel daarvan: alleen wat die gegevens gemeen hebben (de factor), met L en H waar de
    factor op P10 en P90 staat. De rest van de groep komt van elk gegeven apart.
      alles met 2 factoren  2 gegevens: verloop; uren; personen en nog 1; factoren: a; b

    10.000 trekkingen (Latin hypercube, startwaarde 7), 4 groepen en 2 factoren: 200.000 doorrekeningen;
    elke trekking 2 keer, en dan 3 keer voor elke groep en factor.

    """

  static let english = """
    Klein onderzoek
    ===============

    What makes the outcome uncertain?
    ---------------------------------
    Net of funding, scenario SAMEN, all regions, 2027 to 2028: EUR 12.00 million on average, with a
    standard deviation of EUR 2.0 million.

    "Alone" is the part of the uncertainty (the variance) that goes once this input is known; "joint"
    the part that stays when everything else is known instead. Between brackets what it may also be,
    given the chance of sampling (95%). Then the mean when the input turns out low (L: P10) or high (H:
    P90) while all else stays uncertain.

    column                                 alone           joint            at L  at H (EUR million)
    alles met 2 factoren                     60% (56-64)     70% (64-76)
      factor a                               50% (46-54)     60% (56-64)   14.50  9.50 H=======|=======L
    bedrag, LEAD                             19% (17-21)     22% (20-24)   10.90 13.10     L===|===H
    een naam die veel te lang is voor d…    < 1%            < 1% (0-1)     12.00 12.05         |

    Over all groups "alone" sums to 79%; the rest comes from groups reinforcing or damping each other.

    What moves together by correlations.csv counts as one group ("all with ..."). The indented rows are
    a part of it: only what those figures have in common (the factor), with L and H where the factor is
    at P10 and P90. The rest of the group comes from each figure apart.
      alles met 2 factoren  2 figures: verloop; uren; personen and 1 more; factors: a; b

    10,000 draws (Latin hypercube, seed 7), 4 groups and 2 factors: 200,000 evaluations; every draw 2
    times, and then 3 times for each group and factor.

    """
}
