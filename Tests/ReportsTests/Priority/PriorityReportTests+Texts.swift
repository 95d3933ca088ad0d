import CostEngine

extension PriorityReportTests {
  static let dutch = """
    Klein onderzoek
    ===============

    Wat vraagt u de regio's eerst?
    ------------------------------
    Meerkosten, scenario SAMEN, alle regio's, 2027-2028: in 90 % van de trekkingen tussen EUR 40 mln en
    EUR 150 mln (elk ± EUR 0,8 mln). Hieronder de gegevens die voor regio's zijn aangenomen, als vraag
    aan al die regio's samen: welk deel van de onzekerheid (de variantie) naar verwachting verdwijnt als
    ze antwoorden, en hoeveel smaller de band van P5 tot P95 dan wordt. Achter ± staat hoeveel het
    toeval van de steekproef daaraan kan schelen.

    vraag                                       regio's  onzekerheid     band       keuze, EUR
    1. mensen in de pool: Officier van dienst         2         40 % ±2  22 % ±0,4           0
    2. aantal nu: Coördinatie                         1      < 0,1 % ±2   0 % ±0,4      12.000
    de eerste 2 samen                                           41 % ±2  23 % ±0,4      13.000

    Per regio: de eerste vraag, en wat hij en de eerste 5 wegnemen van de onzekerheid van de regio zelf
    ---------------------------------------------------------------------------------------------------
    Regio                     vragen  eerste vraag                            eerste  eerste 5
    VR02 Fryslân                   2  mensen in de pool: Officier van dienst    50 %      51 %
    VR17 Rotterdam-Rijnmond        1  mensen in de pool: Officier van dienst    70 %      70 %
    Met --region en een code ziet u alle vragen aan die regio.

    "Keuze" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit ALLEEN, SAMEN: het
    verschil in netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's
    samen ALLEEN). 0 betekent dat geen antwoord de keuze verandert.

    Berekend uit 10.000 trekkingen (lhs, startwaarde 7) met regressie.

    """

  static let english = """
    Klein onderzoek
    ===============

    What to ask the regions first?
    ------------------------------
    Extra cost, scenario SAMEN, all regions, 2027-2028: in 90% of the draws between EUR 40 million and
    EUR 150 million (each ± EUR 0.8 million). Below are the figures that were assumed for regions, as a
    question to all of these together: which part of the uncertainty (the variance) is expected to go
    once they answer, and how much narrower the band from P5 to P95 then is. Behind ± is what the chance
    of sampling may do to it.

    question                                     regions  uncertainty     band       choice, EUR
    1. people in the pool: Officier van dienst         2          40% ±2   22% ±0.4            0
    2. quantity now: Coördinatie                       1       < 0.1% ±2    0% ±0.4       12,000
    the first 2 together                                          41% ±2   23% ±0.4       13,000

    By region: the first question, and what it and the first 5 take off the region's own uncertainty
    ------------------------------------------------------------------------------------------------
    Region                    questions  first question                           first  first 5
    VR02 Fryslân                      2  people in the pool: Officier van dienst    50%      51%
    VR17 Rotterdam-Rijnmond           1  people in the pool: Officier van dienst    70%      70%
    With --region and a code you see all questions to that region.

    "Choice" is what the answer is expected to save because you choose otherwise among ALLEEN, SAMEN:
    the difference in net present value from what is expected to be cheapest now (for all regions
    together ALLEEN). 0 means that no answer changes the choice.

    From 10,000 draws (lhs, seed 7) by regression.

    """

  static let regionInDutch = """
    Klein onderzoek
    ===============

    Wat vraagt u VR02 Fryslân eerst?
    --------------------------------
    Meerkosten, scenario SAMEN, VR02 Fryslân, 2027-2028: in 90 % van de trekkingen tussen EUR 1.000.000
    en EUR 3.000.000 (elk ± EUR 20.000). Hieronder wat voor de regio is aangenomen: welk deel van die
    onzekerheid naar verwachting verdwijnt als de regio het gegeven opgeeft, en hoeveel smaller de band
    wordt; en wat het doet voor de onzekerheid van alle regio's samen. Achter ± staat hoeveel het toeval
    van de steekproef kan schelen.

    vraag                                       onzekerheid      band       alle regio's  keuze, EUR
    1. mensen in de pool: Officier van dienst          50 % ±2   25 % ±0,4          20 %       1.000
    2. aantal nu: Coördinatie                         2,0 % ±2  1,0 % ±0,4       < 0,1 %       1.000
    de eerste 2 samen                                  51 % ±2   30 % ±0,4                     1.000

    "Keuze" is wat het antwoord naar verwachting bespaart doordat u anders kiest uit ALLEEN, SAMEN: het
    verschil in netto contante waarde met wat nu naar verwachting het goedkoopst is (voor alle regio's
    samen ALLEEN). 0 betekent dat geen antwoord de keuze verandert.

    Berekend uit 10.000 trekkingen (lhs, startwaarde 7) met regressie.

    """
}
