extension RegionBenchmarkTests {
  static let dutchTables = """
    Tiny: every amount worked out by hand
    =====================================

    Wat de 2 regio's vandaag hebben, naast elkaar en naast de norm: niveau uniform, dat van scenario
    BASIS. Van onzekere gegevens telt de verwachtingswaarde. Plaats 1 is de hoogste waarde; hoger is
    niet beter of slechter. Gelijke waarden delen een plaats; een = staat waar alle regio's gelijk zijn.
    Bij een * is minstens één gegeven erachter aangenomen, niet door de regio opgegeven. Wat nergens is
    ingevuld, telt als 0.

    Alle functies samen
    -------------------
                             personen per 100.000 inw.   uren per persoon, per jaar
    Regio                         waarde  plaats  norm         waarde  plaats  norm
    AA Fryslân                      4,0        2   7,0           6,5        2  11,4
    BB Gooi en Vechtstreek         10,0        1  10,0          24,6        1  14,0

    laagste                         4,0                          6,5
    P25                             4,0                          6,5
    mediaan                         4,0                          6,5
    P75                            10,0                         24,6
    hoogste                        10,0                         24,6

                                    piketposities   EUR per inwoner, per jaar
    Regio                    waarde  plaats  norm              waarde  plaats
    AA Fryslân                1,00        2  2,00               0,06        2
    BB Gooi en Vechtstreek    2,00        1  2,00               0,45        1

    laagste                   1,00                              0,06
    P25                       1,00                              0,06
    mediaan                   1,00                              0,06
    P75                       2,00                              0,45
    hoogste                   2,00                              0,45

    """

  static let englishRegion = """
    Tiny: every amount worked out by hand
    =====================================

    What the 2 regions have today, beside each other and beside the norm: level uniform, that of
    scenario BASIS. Of uncertain figures the expected value counts. Place 1 is the highest value; higher
    is not better or worse. Equal values share a place; where all regions are equal there is an =. A *
    means that at least one figure behind it is assumed, not reported by the region. What is filled in
    nowhere counts as 0.

    BB Gooi en Vechtstreek
    ======================

    All functions together
    ----------------------
                                 value  place (of 2)   lowest  median  highest    norm  above norm
    people per 100,000 inh.     10.0               1     4.0     4.0     10.0    10.0         0.0
    hours a person, a year      24.6               1     6.5     6.5     24.6    14.0        10.6
    standby positions            2.00              1     1.00    1.00     2.00    2.00        0.00
    EUR an inhabitant, a year    0.45*             1     0.06    0.06     0.45    -           -

    Officier van Dienst Bevolkingszorg
    ----------------------------------
                                     value  place (of 2)    lowest   median   highest       norm  above norm
    people per 100,000 inh.          8.0               1      2.0      2.0       8.0        6.0         2.0
    hours a person, a year          30.0               1     10.0     10.0      30.0       20.0        10.0
    hours a newcomer                40.0               1     20.0     20.0      40.0       40.0         0.0
    certified                   100 %                  1   50 %     50 %     100 %      100 %        0 pp
    turnover a year              25 %*                 1   10 %     10 %      25 %          -           -
    standby positions                2.00              1      1.00     1.00      2.00       2.00        0.00
    EUR an inhabitant, a year        0.38*             1      0.04     0.04      0.38       -           -

    Informatiemedewerker
    --------------------
                                    value  place (of 2)    lowest   median  highest   norm  above norm
    people per 100,000 inh.         2.0               =      2.0      2.0      2.0     4.0        -2.0
    hours a person, a year          3.0               =      3.0      3.0      3.0     5.0        -2.0
    hours a newcomer               10.0               =     10.0     10.0     10.0    10.0         0.0
    certified                    0 %                  =    0 %      0 %      0 %       -           -
    turnover a year             20 %*                 =   20 %     20 %     20 %       -           -
    EUR an inhabitant, a year       0.01*             =      0.01     0.01     0.01    -           -

    Oefening
    --------
                                value  place (of 2)   lowest  median  highest   norm  above norm
    quantity per 100,000 inh.   5.00              1     1.00    1.00     5.00   3.00        2.00
    EUR an inhabitant, a year   0.06              1     0.01    0.01     0.06   -           -

    """
}
