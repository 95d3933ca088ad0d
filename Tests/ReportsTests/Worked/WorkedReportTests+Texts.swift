extension WorkedReportTests {
  static let region = """
    Uitgewerkte berekening: SLIM Slim samen, AA Fryslân, 2028
    =========================================================
    Elke onzekere invoer staat op zijn gemiddelde. Factoren die 1 zijn, zijn weggelaten. Getallen staan
    hier met hoogstens zes decimalen; er wordt met alle decimalen gerekend. In de resultaten is elk
    bedrag afgerond op hele centen.

    t           het jaar
    W, I        index van lonen, van prijzen
    phi         welk deel van de afstand tot de norm is overbrugd
    psi, F      hoe ver een maatregel werkt; waarmee maatregelen iets vermenigvuldigen
    b, u        bandbreedte; eenheden van de regio
    P, Q        posities; mensen die daarvoor nodig zijn
    S, V        mensen in de pool; posities op piket
    h, H        opleidingsuren van een nieuwkomer voor en na maatregelen
    A, C        bijscholingsuren per persoon per jaar; aandeel met certificaat
    w, d, e, a  EUR per uur eigen inzet, per uur cursus, per examen, per week piket
    0           achter een letter: vandaag
    pos, clamp  wat onder 0 ligt wordt 0; wat buiten 0 tot 1 ligt wordt 0 of 1

    Instellingen en indexen
    -----------------------
      W = (1 + loongroei(2027)) * (1 + loongroei(2028)) = (1 + 0,1) * (1 + 0,1) = 1,21
      I = (1 + prijsgroei(2027)) * (1 + prijsgroei(2028)) = (1 + 0,2) * (1 + 0,2) = 1,44
      disconteringsfactor = 1 / (1 + discontovoet)^(t - 2026) = 1 / (1 + 0,25)^2 = 0,64

    Ingroei
    -------
      d = 0,5 (vertraging)   b = 0,25 (bandbreedte)   vrijval = 0,5
      phi = clamp((t - d - van + 1) / (tot - van + 1)) = clamp((2028 - 0,5 - 2028 + 1) / (2028 - 2028 + 1)) = 0,5

    Maatregelen
    -----------
      POOL Regionale pool: in werking (toevalsgetal 0 < deelname 1)
        psi(POOL) = clamp((t - van + 1) / invoerjaren) = clamp((2028 - 2028 + 1) / 2) = 0,5
        F(personen, OVD) = 1 + psi * (factor - 1) = 1 + 0,5 * (0,8 - 1) = 0,9
        F(opleidingsprijs, OVD) = 1 + psi * (factor - 1) = 1 + 0,5 * (0,5 - 1) = 0,75
        F(opleidingsprijs, INF) = 1 + psi * (factor - 1) = 1 + 0,5 * (0,5 - 1) = 0,75
        maatregelen: invoering = eenmalig * u * I = 1000 * 4 * 1,44 = 5760
        maatregelen: jaarlijks = jaarlijks * u * psi * I = 500 * 4 * 0,5 * 1,44 = 1440

    OVD Officier van Dienst (per regio, u = 1)
    ------------------------------------------
      S0 = 4   V0 = 1   T0 = 0,1   C0 = 0,5   H0 = 20   A0 = 10
      nulsituatie 2028
        S = 4   S(t-1) = 4   V = 1   A = 10   h = 20   H = 20   C = 0,5
        instroom = pos(S - S(t-1)) = pos(4 - 4) = 0
        vervanging = T0 * S(t-1) = 0,1 * 4 = 0,4
        w = uurtarief * W = 50 * 1,21 = 60,5
        d = opleidingsprijs * I = 30 * 1,44 = 43,2
        w + d = 60,5 + 43,2 = 103,7
        e = examenprijs * I = 200 * 1,44 = 288
        a = piketvergoeding * W = 70 * 1,21 = 84,7
        opleiden = H * (w + d) + C * e = 20 * (60,5 + 43,2) + 0,5 * 288 = 2218
        opleiding nieuwe instroom = instroom * opleiden = 0 * 2218 = 0
        inhaalopleiding = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (0 * (60,5 + 43,2) + 0 * 288)
            = 0
        opleiding vervangers = vervanging * opleiden = 0,4 * 2218 = 887,2
        jaarlijkse bijscholing en oefening = S * A * (w + d) = 4 * 10 * (60,5 + 43,2) = 4148
        hercertificering = S * C * e / hercertificering_jaren = 4 * 0,5 * 288 / 4 = 144
        piket = V * 365,25 / 7 * a = 1 * 365,25 / 7 * 84,7 = 4419,525
        eigen uren = (instroom + vervanging) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0 + 0,4) * 20 * 60,5 + 4 * 0 * 60,5 + 4 * 10 * 60,5
            = 2904
      scenario 2028
        P = norm.posities * (1 - b) = 2 * (1 - 0,25) = 1,5
        Q = P * norm.personen_per_positie * F = 1,5 * 3 * 0,9 = 4,05
        S = S0 + phi * (Q - S0) = 4 + 0,5 * (4,05 - 4) = 4,025
        S(t-1) = 4
        V = V0 + phi * (P - V0) = 1 + 0,5 * (1,5 - 1) = 1,25
        A1 = norm.bijscholingsuren * (1 - b) = 20 * (1 - 0,25) = 15
        A = A0 + phi * (A1 - A0) = 10 + 0,5 * (15 - 10) = 12,5
        h = H0 + phi * (norm.opleidingsuren - H0) = 20 + 0,5 * (40 - 20) = 30
        h(t-1) = 20
        H = h = 30
        C = C0 + phi * (norm.gecertificeerd - C0) = 0,5 + 0,5 * (1 - 0,5) = 0,75
        C(t-1) = 0,5
        instroom = pos(S - S(t-1)) = pos(4,025 - 4) = 0,025
        vervanging = T0 * S(t-1) = 0,1 * 4 = 0,4
        w = uurtarief * W = 50 * 1,21 = 60,5
        d = opleidingsprijs * I * F = 30 * 1,44 * 0,75 = 32,4
        w + d = 60,5 + 32,4 = 92,9
        e = examenprijs * I = 200 * 1,44 = 288
        a = piketvergoeding * W = 70 * 1,21 = 84,7
        opleiden = H * (w + d) + C * e = 30 * (60,5 + 32,4) + 0,75 * 288 = 3003
        opleiding nieuwe instroom = instroom * opleiden = 0,025 * 3003 = 75,075
        inhaalopleiding = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (10 * (60,5 + 32,4) + 0,25 * 288)
            = 4004
        opleiding vervangers = vervanging * opleiden = 0,4 * 3003 = 1201,2
        jaarlijkse bijscholing en oefening = S * A * (w + d) = 4,025 * 12,5 * (60,5 + 32,4) = 4674,03125
        hercertificering = S * C * e / hercertificering_jaren = 4,025 * 0,75 * 288 / 4 = 217,35
        piket = V * 365,25 / 7 * a = 1,25 * 365,25 / 7 * 84,7 = 5524,40625
        eigen uren = (instroom + vervanging) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0,025 + 0,4) * 30 * 60,5 + 4 * 10 * 60,5 + 4,025 * 12,5 * 60,5
            = 6235,28125

    INF Informatiemedewerker (per gemeente, u = 4)
    ----------------------------------------------
      S0 = personen_aandeel * posities * u * personen_per_positie = 0,5 * 1 * 4 * 2 = 4
      S0 = 4   V0 = 0   T0 = 0,2   C0 = 0   H0 = 10   A0 = 3
      nulsituatie 2028
        S = 4   S(t-1) = 4   V = 0   A = 3   h = 10   H = 10   C = 0
        instroom = pos(S - S(t-1)) = pos(4 - 4) = 0
        vervanging = T0 * S(t-1) = 0,2 * 4 = 0,8
        w = uurtarief * W = 40 * 1,21 = 48,4
        d = opleidingsprijs * I = 10 * 1,44 = 14,4
        w + d = 48,4 + 14,4 = 62,8
        e = examenprijs * I = 0 * 1,44 = 0
        a = piketvergoeding * W = 0 * 1,21 = 0
        opleiden = H * (w + d) + C * e = 10 * (48,4 + 14,4) + 0 * 0 = 628
        opleiding nieuwe instroom = instroom * opleiden = 0 * 628 = 0
        inhaalopleiding = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (0 * (48,4 + 14,4) + 0 * 0)
            = 0
        opleiding vervangers = vervanging * opleiden = 0,8 * 628 = 502,4
        jaarlijkse bijscholing en oefening = S * A * (w + d) = 4 * 3 * (48,4 + 14,4) = 753,6
        hercertificering = 0 (een certificaat verloopt niet)
        piket = V * 365,25 / 7 * a = 0 * 365,25 / 7 * 0 = 0
        eigen uren = (instroom + vervanging) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0 + 0,8) * 10 * 48,4 + 4 * 0 * 48,4 + 4 * 3 * 48,4
            = 968
      scenario 2028
        P = norm.posities * u * (1 - b) = 1 * 4 * (1 - 0,25) = 3
        Q = P * norm.personen_per_positie = 3 * 2 = 6
        S = S0 + phi * (Q - S0) = 4 + 0,5 * (6 - 4) = 5
        S(t-1) = 4
        V = 0 (geen piketvergoeding)
        A1 = norm.bijscholingsuren * (1 - b) = 5 * (1 - 0,25) = 3,75
        A = A0 + phi * (A1 - A0) = 3 + 0,5 * (3,75 - 3) = 3,375
        h = H0 + phi * (norm.opleidingsuren - H0) = 10 + 0,5 * (10 - 10) = 10
        h(t-1) = 10
        H = h = 10
        C = C0 + phi * (norm.gecertificeerd - C0) = 0 + 0,5 * (0 - 0) = 0
        C(t-1) = 0
        instroom = pos(S - S(t-1)) = pos(5 - 4) = 1
        vervanging = T0 * S(t-1) = 0,2 * 4 = 0,8
        w = uurtarief * W = 40 * 1,21 = 48,4
        d = opleidingsprijs * I * F = 10 * 1,44 * 0,75 = 10,8
        w + d = 48,4 + 10,8 = 59,2
        e = examenprijs * I = 0 * 1,44 = 0
        a = piketvergoeding * W = 0 * 1,21 = 0
        opleiden = H * (w + d) + C * e = 10 * (48,4 + 10,8) + 0 * 0 = 592
        opleiding nieuwe instroom = instroom * opleiden = 1 * 592 = 592
        inhaalopleiding = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (0 * (48,4 + 10,8) + 0 * 0)
            = 0
        opleiding vervangers = vervanging * opleiden = 0,8 * 592 = 473,6
        jaarlijkse bijscholing en oefening = S * A * (w + d) = 5 * 3,375 * (48,4 + 10,8) = 999
        hercertificering = 0 (een certificaat verloopt niet)
        piket = V * 365,25 / 7 * a = 0 * 365,25 / 7 * 0 = 0
        eigen uren = (instroom + vervanging) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (1 + 0,8) * 10 * 48,4 + 4 * 0 * 48,4 + 5 * 3,375 * 48,4
            = 1687,95

    Voorzieningen
    -------------
      EX Oefening (per 100.000 inwoners, u = 2), x0 = 1
        nulsituatie: x = x0 = 1
        nulsituatie: bedrag = x * u * prijs * I = 1 * 2 * 1000 * 1,44 = 2880
        scenario: x1 = norm.aantal * (1 - b) = 3 * (1 - 0,25) = 2,25
        scenario: x = x0 + phi * (x1 - x0) = 1 + 0,5 * (2,25 - 1) = 1,625
        scenario: bedrag = x * u * prijs * I = 1,625 * 2 * 1000 * 1,44 = 4680

    Eenmalige posten
    ----------------
      PLAN Planherziening = bedrag * u * I = 1000 * 1 * 1,44 = 1440

    Bedragen per kostenregel in 2028
    --------------------------------
    Kostenregel                          kosten nu      scenario    meerkosten
    opleiding nieuwe instroom                0         667,075       667,075
    inhaalopleiding                          0        4004          4004
    opleiding vervangers                  1389,6      1674,8         285,2
    jaarlijkse bijscholing en oefening    4901,6      5673,03125     771,43125
    hercertificering                       144         217,35         73,35
    piket                                 4419,525    5524,40625    1104,88125
    voorzieningen                         2880        4680          1800
    eenmalige posten                         0        1440          1440
    maatregelen: invoering                   0        5760          5760
    maatregelen: jaarlijks                   0        1440          1440
    totaal                               13734,725   31080,6625    17345,9375

      structureel = opleiding vervangers + jaarlijkse bijscholing en oefening + hercertificering + piket
            + voorzieningen + maatregelen: jaarlijks
          = 285,2 + 771,43125 + 73,35 + 1104,88125 + 1800 + 1440
          = 5474,8625
      incidenteel = opleiding nieuwe instroom + inhaalopleiding + eenmalige posten + maatregelen:
            invoering
          = 667,075 + 4004 + 1440 + 5760
          = 11871,075
      meerkosten = structureel + incidenteel = 5474,8625 + 11871,075 = 17345,9375
      eigen uren OVD = scenario - nulsituatie = 6235,28125 - 2904 = 3331,28125
      eigen uren INF = scenario - nulsituatie = 1687,95 - 968 = 719,95
      personele inzet in natura (eigen uren) = eigen uren OVD + eigen uren INF = 3331,28125 + 719,95 = 4051,23125
      uitgaven (out of pocket) = meerkosten - personele inzet in natura (eigen uren)
          = 17345,9375 - 4051,23125
          = 13294,70625
      RIJK Rijksbijdrage = bedrag * aandeel * sleutel / som van de sleutels
          = 10000 * 1 * 200000 / 300000
          = 6666,666667
      dekking (middelen) = RIJK = 6666,666667
      netto na dekking = meerkosten - dekking (middelen) = 17345,9375 - 6666,666667 = 10679,270833

    Contante waarde van de meerkosten
    ---------------------------------
    Jaar      meerkosten   disconteringsfactor   contante waarde
    2027         0                       0,8            0
    2028     17345,9375                  0,64       11101,4
    2029     16772,97975                 0,512       8587,765632
    totaal   34118,91725                            19689,165632

    """

  static let profile = """
    Worked calculation: EIGEN, BB Gooi, 2028
    ========================================
    Draw 12. Factors that are 1 are left out. Numbers are shown with six decimals at most; all decimals
    are used. In the results each amount is rounded to whole cents.

    t           the year
    W, I        index of wages, of prices
    phi         share of the gap to the norm closed
    psi, F      how far a measure works; what measures multiply something by
    b, u        bandwidth; the region's units
    P, Q        positions; people needed for them
    S, V        people in the pool; positions on standby
    h, H        hours of training of a newcomer before and after measures
    A, C        hours of annual training a person; share with a certificate
    w, d, e, a  EUR an hour of own staff, an hour of course, an exam, a week on standby
    0           behind a letter: today
    pos, clamp  what lies below 0 becomes 0; what lies outside 0 to 1 becomes 0 or 1

    Settings and indices
    --------------------
      W = (1 + wage_growth(2027)) * (1 + wage_growth(2028)) = (1 + 0.1) * (1 + 0.1) = 1.21
      I = (1 + price_growth(2027)) * (1 + price_growth(2028)) = (1 + 0.2) * (1 + 0.2) = 1.44
      discount factor = 1 / (1 + discount_rate)^(t - 2026) = 1 / (1 + 0.25)^2 = 0.64

    Phase-in
    --------
      d = 0 (delay)   b = 0 (bandwidth)   release = 0
      profile trap: 2027: 0.2; 2029: 1
      t - d = 2028 - 0 = 2028
      phi = share0 + (t - d - y0) / (y1 - y0) * (share1 - share0)
          = 0.2 + (2028 - 2027) / (2029 - 2027) * (1 - 0.2)
          = 0.6

    Measures
    --------
      POOL Regionale pool: in force (random number 0 < adoption 1)
        psi(POOL) = clamp((t - from + 1) / ramp_years) = clamp((2028 - 2028 + 1) / 2) = 0.5
        F(persons, OVD) = 1 + psi * (factor - 1) = 1 + 0.5 * (0.8 - 1) = 0.9
        F(course_price, OVD) = 1 + psi * (factor - 1) = 1 + 0.5 * (0.5 - 1) = 0.75
        F(course_price, INF) = 1 + psi * (factor - 1) = 1 + 0.5 * (0.5 - 1) = 0.75
        measures: introduction = one_off * u * I = 1000 * 2 * 1.44 = 2880
        measures: annual = annual * u * psi * I = 500 * 2 * 0.5 * 1.44 = 720
      LEREN E-learning: not in force (random number 0.95, adoption 0.9)

    OVD Officier van Dienst (per region, u = 1)
    -------------------------------------------
      S0 = 4   V0 = 1   T0 = 0.1   C0 = 0.5   H0 = 20   A0 = 10
      baseline 2028
        S = 4   S(t-1) = 4   V = 1   A = 10   h = 20   H = 20   C = 0.5
        grow = pos(S - S(t-1)) = pos(4 - 4) = 0
        replace = T0 * S(t-1) = 0.1 * 4 = 0.4
        w = hourly_cost * W = 50 * 1.21 = 60.5
        d = course_price * I = 30 * 1.44 = 43.2
        w + d = 60.5 + 43.2 = 103.7
        e = exam_price * I = 200 * 1.44 = 288
        a = standby_fee * W = 70 * 1.21 = 84.7
        train = H * (w + d) + C * e = 20 * (60.5 + 43.2) + 0.5 * 288 = 2218
        training of recruits = grow * train = 0 * 2218 = 0
        catch-up training = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (0 * (60.5 + 43.2) + 0 * 288)
            = 0
        training of replacements = replace * train = 0.4 * 2218 = 887.2
        annual training = S * A * (w + d) = 4 * 10 * (60.5 + 43.2) = 4148
        recertification = S * C * e / recertify_years = 4 * 0.5 * 288 / 4 = 144
        standby = V * 365.25 / 7 * a = 1 * 365.25 / 7 * 84.7 = 4419.525
        staff time = (grow + replace) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0 + 0.4) * 20 * 60.5 + 4 * 0 * 60.5 + 4 * 10 * 60.5
            = 2904
      scenario 2028
        P = norm.positions = 2
        Q = P * norm.persons_per_position * F = 2 * 3 * 0.9 = 5.4
        S = S0 + phi * (Q - S0) = 4 + 0.6 * (5.4 - 4) = 4.84
        S(t-1) = 4.4
        V = V0 + phi * (P - V0) = 1 + 0.6 * (2 - 1) = 1.6
        A = A0 + phi * (norm.annual_hours - A0) = 10 + 0.6 * (20 - 10) = 16
        h = H0 + phi * (norm.initial_hours - H0) = 20 + 0.6 * (40 - 20) = 32
        h(t-1) = 24
        H = h = 32
        C = C0 + phi * (norm.certified - C0) = 0.5 + 0.6 * (1 - 0.5) = 0.8
        C(t-1) = 0.6
        grow = pos(S - S(t-1)) = pos(4.84 - 4.4) = 0.44
        replace = T0 * S(t-1) = 0.1 * 4.4 = 0.44
        w = hourly_cost * W = 50 * 1.21 = 60.5
        d = course_price * I * F = 30 * 1.44 * 0.75 = 32.4
        w + d = 60.5 + 32.4 = 92.9
        e = exam_price * I = 200 * 1.44 = 288
        a = standby_fee * W = 70 * 1.21 = 84.7
        train = H * (w + d) + C * e = 32 * (60.5 + 32.4) + 0.8 * 288 = 3203.2
        training of recruits = grow * train = 0.44 * 3203.2 = 1409.408
        catch-up training = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 4 * (8 * (60.5 + 32.4) + 0.2 * 288)
            = 3203.2
        training of replacements = replace * train = 0.44 * 3203.2 = 1409.408
        annual training = S * A * (w + d) = 4.84 * 16 * (60.5 + 32.4) = 7194.176
        recertification = S * C * e / recertify_years = 4.84 * 0.8 * 288 / 4 = 278.784
        standby = V * 365.25 / 7 * a = 1.6 * 365.25 / 7 * 84.7 = 7071.24
        staff time = (grow + replace) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0.44 + 0.44) * 32 * 60.5 + 4 * 8 * 60.5 + 4.84 * 16 * 60.5
            = 8324.8

    INF Informatiemedewerker (per municipality, u = 2)
    --------------------------------------------------
      S0 = persons_share * positions * u * persons_per_position = 0.5 * 1 * 2 * 2 = 2
      S0 = 2   V0 = 0   T0 = 0.2   C0 = 0   H0 = 10   A0 = 3
      baseline 2028
        S = 2   S(t-1) = 2   V = 0   A = 3   h = 10   H = 10   C = 0
        grow = pos(S - S(t-1)) = pos(2 - 2) = 0
        replace = T0 * S(t-1) = 0.2 * 2 = 0.4
        w = hourly_cost * W = 40 * 1.21 = 48.4
        d = course_price * I = 10 * 1.44 = 14.4
        w + d = 48.4 + 14.4 = 62.8
        e = exam_price * I = 0 * 1.44 = 0
        a = standby_fee * W = 0 * 1.21 = 0
        train = H * (w + d) + C * e = 10 * (48.4 + 14.4) + 0 * 0 = 628
        training of recruits = grow * train = 0 * 628 = 0
        catch-up training = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 2 * (0 * (48.4 + 14.4) + 0 * 0)
            = 0
        training of replacements = replace * train = 0.4 * 628 = 251.2
        annual training = S * A * (w + d) = 2 * 3 * (48.4 + 14.4) = 376.8
        recertification = 0 (a certificate does not expire)
        standby = V * 365.25 / 7 * a = 0 * 365.25 / 7 * 0 = 0
        staff time = (grow + replace) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0 + 0.4) * 10 * 48.4 + 2 * 0 * 48.4 + 2 * 3 * 48.4
            = 484
      scenario 2028
        P = norm.positions * u = 1 * 2 = 2
        Q = P * norm.persons_per_position = 2 * 2 = 4
        S = S0 + phi * (Q - S0) = 2 + 0.6 * (4 - 2) = 3.2
        S(t-1) = 2.4
        V = 0 (no standby fee)
        A = A0 + phi * (norm.annual_hours - A0) = 3 + 0.6 * (5 - 3) = 4.2
        h = H0 + phi * (norm.initial_hours - H0) = 10 + 0.6 * (10 - 10) = 10
        h(t-1) = 10
        H = h = 10
        C = C0 + phi * (norm.certified - C0) = 0 + 0.6 * (0 - 0) = 0
        C(t-1) = 0
        grow = pos(S - S(t-1)) = pos(3.2 - 2.4) = 0.8
        replace = T0 * S(t-1) = 0.2 * 2.4 = 0.48
        w = hourly_cost * W = 40 * 1.21 = 48.4
        d = course_price * I * F = 10 * 1.44 * 0.75 = 10.8
        w + d = 48.4 + 10.8 = 59.2
        e = exam_price * I = 0 * 1.44 = 0
        a = standby_fee * W = 0 * 1.21 = 0
        train = H * (w + d) + C * e = 10 * (48.4 + 10.8) + 0 * 0 = 592
        training of recruits = grow * train = 0.8 * 592 = 473.6
        catch-up training = S0 * (pos(h - h(t-1)) * (w + d) + pos(C - C(t-1)) * e)
            = 2 * (0 * (48.4 + 10.8) + 0 * 0)
            = 0
        training of replacements = replace * train = 0.48 * 592 = 284.16
        annual training = S * A * (w + d) = 3.2 * 4.2 * (48.4 + 10.8) = 795.648
        recertification = 0 (a certificate does not expire)
        standby = V * 365.25 / 7 * a = 0 * 365.25 / 7 * 0 = 0
        staff time = (grow + replace) * H * w + S0 * pos(h - h(t-1)) * w + S * A * w
            = (0.8 + 0.48) * 10 * 48.4 + 2 * 0 * 48.4 + 3.2 * 4.2 * 48.4
            = 1270.016

    Provisions
    ----------
      EX Oefening (per 100,000 inhabitants, u = 1), x0 = 5
        baseline: x = x0 = 5
        baseline: amount = x * u * unit_cost * I = 5 * 1 * 1000 * 1.44 = 7200
        scenario: x = x0 - phi * release * (x0 - norm.quantity) = 5 - 0.6 * 0 * (5 - 3) = 5
        scenario: amount = x * u * unit_cost * I = 5 * 1 * 1000 * 1.44 = 7200

    Amounts by line in 2028
    -----------------------
    Cost line                  cost today    scenario   extra cost
    training of recruits            0        1883.008     1883.008
    catch-up training               0        3203.2       3203.2
    training of replacements     1138.4      1693.568      555.168
    annual training              4524.8      7989.824     3465.024
    recertification               144         278.784      134.784
    standby                      4419.525    7071.24      2651.715
    provisions                   7200        7200            0
    one-offs                        0           0            0
    measures: introduction          0        2880         2880
    measures: annual                0         720          720
    total                       17426.725   32919.624    15492.899

      structural = training of replacements + annual training + recertification + standby + provisions +
            measures: annual
          = 555.168 + 3465.024 + 134.784 + 2651.715 + 0 + 720
          = 7526.691
      incidental = training of recruits + catch-up training + one-offs + measures: introduction
          = 1883.008 + 3203.2 + 0 + 2880
          = 7966.208
      extra cost = structural + incidental = 7526.691 + 7966.208 = 15492.899
      staff time OVD = scenario - baseline = 8324.8 - 2904 = 5420.8
      staff time INF = scenario - baseline = 1270.016 - 484 = 786.016
      own staff time (in kind) = staff time OVD + staff time INF = 5420.8 + 786.016 = 6206.816
      out-of-pocket spending = extra cost - own staff time (in kind) = 15492.899 - 6206.816 = 9286.083
      RIJK Rijksbijdrage = amount * share * key / sum of the keys = 10000 * 1 * 100000 / 300000 = 3333.333333
      funding = RIJK = 3333.333333
      net of funding = extra cost - funding = 15492.899 - 3333.333333 = 12159.565667

    Present value of the extra cost
    -------------------------------
    Year    extra cost   discount factor   present value
    2027     4990.11               0.8       3992.088
    2028    15492.899              0.64      9915.45536
    2029    16573.1591             0.512     8485.457459
    total   37056.1681                      22393.000819

    """

  static let country = """
    Uitgewerkte berekening: EIGEN, alle regio's, 2028
    =================================================
    Trekking 12. Factoren die 1 zijn, zijn weggelaten. Getallen staan hier met hoogstens zes decimalen;
    er wordt met alle decimalen gerekend. In de resultaten is elk bedrag afgerond op hele centen.

    De regio's in 2028
    ------------------
    Regio    kosten nu   kosten in het scenario   meerkosten   structureel   incidenteel   dekking (middelen)
    AA       13734,725               33251,2848   19516,5598     9296,6814    10219,8784          6666,666667
    BB       17426,725               32919,624    15492,899      7526,691      7966,208           3333,333333
    totaal   31161,45                66170,9088   35009,4588    16823,3724    18186,0864         10000
    Hoe het bedrag van een regio is opgebouwd, staat in de uitgewerkte berekening van die regio.

    Landelijke eenmalige posten
    ---------------------------
      LEAD Programmaleiding = bedrag * u * W = 5000 * 1 * 1,21 = 6050

    Bedragen per kostenregel in 2028
    --------------------------------
    Kostenregel                          kosten nu     scenario   meerkosten
    opleiding nieuwe instroom                 0       3903,5264    3903,5264
    inhaalopleiding                           0       5642,56      5642,56
    opleiding vervangers                   2528       3335,2064     807,2064
    jaarlijkse bijscholing en oefening     9426,4    15520,768     6094,368
    hercertificering                        288        557,568      269,568
    piket                                  8839,05   14142,48      5303,43
    voorzieningen                         10080      12268,8       2188,8
    eenmalige posten                          0       6050         6050
    maatregelen: invoering                    0       8640         8640
    maatregelen: jaarlijks                    0       2160         2160
    totaal                                31161,45   72220,9088   41059,4588

      structureel = opleiding vervangers + jaarlijkse bijscholing en oefening + hercertificering + piket
            + voorzieningen + maatregelen: jaarlijks
          = 807,2064 + 6094,368 + 269,568 + 5303,43 + 2188,8 + 2160
          = 16823,3724
      incidenteel = opleiding nieuwe instroom + inhaalopleiding + eenmalige posten + maatregelen:
            invoering
          = 3903,5264 + 5642,56 + 6050 + 8640
          = 24236,0864
      meerkosten = structureel + incidenteel = 16823,3724 + 24236,0864 = 41059,4588
      personele inzet in natura (eigen uren) = AA + BB = 6628,864 + 6206,816 = 12835,68
      uitgaven (out of pocket) = meerkosten - personele inzet in natura (eigen uren)
          = 41059,4588 - 12835,68
          = 28223,7788
      dekking (middelen) = RIJK = 10000
      netto na dekking = meerkosten - dekking (middelen) = 41059,4588 - 10000 = 31059,4588

    Contante waarde van de meerkosten
    ---------------------------------
    Jaar      meerkosten   disconteringsfactor   contante waarde
    2027     14272,22                    0,8        11417,776
    2028     41059,4588                  0,64       26278,053632
    2029     38818,04124                 0,512      19874,837115
    totaal   94149,72004                            57570,666747

    """
}
