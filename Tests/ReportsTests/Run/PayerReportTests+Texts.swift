extension PayerReportTests {
  static let introduction = """

    Wie betaalt: het Rijk en de veiligheidsregio betalen wat hun fondsen geven (funding.csv); wat geen
    fonds dekt, betalen de gemeenten van elke regio zelf. Een minteken bij de gemeenten: er zijn meer
    middelen dan meerkosten, of het scenario bespaart; dat voordeel is voor hen.


    """

  /// A base amount of 21,345,678: a quarter is the State's and certain, a tenth the region's, the rest the municipalities';
  /// 60 % of it in 2028, for two million inhabitants.
  static let block = """

    Wie betaalt
    -----------
                                             mln EUR in 2028                 mln EUR 2027-2028
                             gem.    P5           P95           gem.     P5          P95
    Rijk                     3,20  3,20 ±0       3,20 ±0        5,34   5,34 ±0      5,34 ±0
    Veiligheidsregio         1,28  0,86 ±0,006   1,70 ±0,006    2,13   1,43 ±0,01   2,84 ±0,01
    Gemeenten                8,32  4,1  ±0,06   12,5  ±0,06    13,9    6,9  ±0,1   20,9  ±0,1
    Samen (de meerkosten)   12,81  8,6  ±0,06   17,0  ±0,06    21,3   14,3  ±0,1   28,4  ±0,1

                                   EUR per inwoner in 2028
                            gem.    P5          P95
    Rijk                    1,60  1,60 ±0      1,60 ±0
    Veiligheidsregio        0,64  0,43 ±0,003  0,85 ±0,003
    Gemeenten               4,16  2,06 ±0,03   6,27 ±0,03
    Samen (de meerkosten)   6,40  4,30 ±0,03   8,51 ±0,03


    """

  static let regions = """

    Wie betaalt per regio in 2028 (EUR per inwoner, gemiddeld)
    ----------------------------------------------------------
                                              ALLEEN                     SAMEN
    Regio                     Rijk  regio  gemeenten    Rijk  regio  gemeenten
    VR02 Fryslân              1,47   0,59       3,82   -0,24  -0,10      -0,62
    VR17 Rotterdam-Rijnmond   1,67   0,67       4,33   -0,27  -0,11      -0,70
    Alle regio's              1,60   0,64       4,16   -0,26  -0,10      -0,67


    """

  static let pooled = """

    Who pays: the State and the safety region pay what their funds bring (funding.csv); what no fund
    covers is borne by all municipalities together, each region an equal part.


    """

  static let english = """

    Who pays
    --------
                                             EUR million in 2028             EUR million 2027-2028
                                 mean    P5           P95           mean     P5          P95
    State                        3.20  3.20 ±0       3.20 ±0        5.34   5.34 ±0      5.34 ±0
    Safety region                1.28  0.86 ±0.006   1.70 ±0.006    2.13   1.43 ±0.01   2.84 ±0.01
    Municipalities               8.32  4.1  ±0.06   12.5  ±0.06    13.9    6.9  ±0.1   20.9  ±0.1
    Together (the extra cost)   12.81  8.6  ±0.06   17.0  ±0.06    21.3   14.3  ±0.1   28.4  ±0.1

                                    EUR per inhabitant in 2028
                                mean    P5          P95
    State                       1.60  1.60 ±0      1.60 ±0
    Safety region               0.64  0.43 ±0.003  0.85 ±0.003
    Municipalities              4.16  2.06 ±0.03   6.27 ±0.03
    Together (the extra cost)   6.40  4.30 ±0.03   8.51 ±0.03


    """

  static let missing = """

    Wie betaalt
    -----------
    Wie betaalt is niet berekend: de gemeenten van alle regio's dragen samen wat geen fonds dekt
    (instelling gemeentelijke_verdeelsleutel), en niet alle regio's zijn gekozen. Laat --region weg om
    het te zien.


    """

  /// Of EUR 10,000 by inhabitants two thirds are AA's.
  static let explained = """

    Wie betaalt, 2028
    -----------------
      Rijk = RIJK = 6666,666667
      veiligheidsregio = RESERVE = 150
      gemeenten = meerkosten - Rijk - veiligheidsregio = 17345,9375 - 6666,666667 - 150 = 10529,270833


    """

  static let explainedPool = """

    Who pays, 2028
    --------------
      State = RIJK = 3333.333333
      safety region = RESERVE = 150
      municipalities = net of all regions and national one-offs * key / sum of the keys
          = 23647.575 * 1 / 4
          = 5911.89375


    """

  static let explainedCountry = """

    Wie betaalt, 2028
    -----------------
      Rijk = RIJK = 10000
      veiligheidsregio = RESERVE = 300
      gemeenten = meerkosten - Rijk - veiligheidsregio = 33947,575 - 10000 - 300 = 23647,575


    """
}
