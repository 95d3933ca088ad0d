/// The figures of `tiny` as its worked calculation prints them.
enum TinyWorked {
  /// Of each function; part `-` is the baseline and `Sb` is S(t-1).
  static let functions = """
    part  region function year     Sb      S  grow  h    C     A     V     w     d     e  train
    -     AA     OVD      2027      4      4     0 20  0.5    10     1    55    36   240   1940
    -     AA     OVD      2028      4      4     0 20  0.5    10     1  60.5  43.2   288   2218
    -     AA     OVD      2029      4      4     0 20  0.5    10     1 66.55 51.84 345.6 2540.6
    -     AA     INF      2027      4      4     0 10    0     3     0    44    12     0    560
    -     AA     INF      2028      4      4     0 10    0     3     0  48.4  14.4     0    628
    -     AA     INF      2029      4      4     0 10    0     3     0 53.24 17.28     0  705.2
    -     BB     OVD      2027      8      8     0 40    1    30     2    55    36   240   3880
    -     BB     OVD      2028      8      8     0 40    1    30     2  60.5  43.2   288   4436
    -     BB     OVD      2029      8      8     0 40    1    30     2 66.55 51.84 345.6 5081.2
    -     BB     INF      2027      2      2     0 10    0     3     0    44    12     0    560
    -     BB     INF      2028      2      2     0 10    0     3     0  48.4  14.4     0    628
    -     BB     INF      2029      2      2     0 10    0     3     0 53.24 17.28     0  705.2
    BASIS AA     OVD      2027      4      5     1 30 0.75    15   1.5    55    36   240   2910
    BASIS AA     OVD      2028      5      6     1 40    1    20     2  60.5  43.2   288   4436
    BASIS AA     OVD      2029      6      6     0 40    1    20     2 66.55 51.84 345.6 5081.2
    BASIS AA     INF      2027      4      6     2 10    0     4     0    44    12     0    560
    BASIS AA     INF      2028      6      8     2 10    0     5     0  48.4  14.4     0    628
    BASIS AA     INF      2029      8      8     0 10    0     5     0 53.24 17.28     0  705.2
    BASIS BB     OVD      2027      8      8     0 40    1    30     2    55    36   240   3880
    BASIS BB     OVD      2028      8      8     0 40    1    30     2  60.5  43.2   288   4436
    BASIS BB     OVD      2029      8      8     0 40    1    30     2 66.55 51.84 345.6 5081.2
    BASIS BB     INF      2027      2      3     1 10    0     4     0    44    12     0    560
    BASIS BB     INF      2028      3      4     1 10    0     5     0  48.4  14.4     0    628
    BASIS BB     INF      2029      4      4     0 10    0     5     0 53.24 17.28     0  705.2
    SLIM  AA     OVD      2027      4      4     0 20  0.5    10     1    55    36   240   1940
    SLIM  AA     OVD      2028      4  4.025 0.025 30 0.75  12.5  1.25  60.5  32.4   288   3003
    SLIM  AA     OVD      2029  4.025    3.8     0 40    1    15   1.5 66.55 25.92 345.6 4044.4
    SLIM  AA     INF      2027      4      4     0 10    0     3     0    44    12     0    560
    SLIM  AA     INF      2028      4      5     1 10    0 3.375     0  48.4  10.8     0    592
    SLIM  AA     INF      2029      5      6     1 10    0  3.75     0 53.24  8.64     0  618.8
    SLIM  BB     OVD      2027      8      8     0 40    1    30     2    55    36   240   3880
    SLIM  BB     OVD      2028      8 7.0125     0 40    1 26.25 1.875  60.5  32.4   288   4004
    SLIM  BB     OVD      2029 7.0125    5.8     0 40    1  22.5  1.75 66.55 25.92 345.6 4044.4
    SLIM  BB     INF      2027      2      2     0 10    0     3     0    44    12     0    560
    SLIM  BB     INF      2028      2    2.5   0.5 10    0 3.375     0  48.4  10.8     0    592
    SLIM  BB     INF      2029    2.5      3   0.5 10    0  3.75     0 53.24  8.64     0  618.8
    """

  /// The six lines of each function.
  static let functionLines = """
    part  region function year recruit  catch    replace        annual recert     standby
    -     AA     OVD      2027       0      0        776          3640    120     4017.75
    -     AA     OVD      2028       0      0      887.2          4148    144    4419.525
    -     AA     OVD      2029       0      0    1016.24        4735.6  172.8   4861.4775
    -     AA     INF      2027       0      0        448           672      0           0
    -     AA     INF      2028       0      0      502.4         753.6      0           0
    -     AA     INF      2029       0      0     564.16        846.24      0           0
    -     BB     OVD      2027       0      0       7760         21840    480      8035.5
    -     BB     OVD      2028       0      0       8872         24888    576     8839.05
    -     BB     OVD      2029       0      0    10162.4       28413.6  691.2    9722.955
    -     BB     INF      2027       0      0        224           336      0           0
    -     BB     INF      2028       0      0      251.2         376.8      0           0
    -     BB     INF      2029       0      0     282.08        423.12      0           0
    BASIS AA     OVD      2027    2910   3880       1164          6825    225    6026.625
    BASIS AA     OVD      2028    4436   4436       2218         12444    432     8839.05
    BASIS AA     OVD      2029       0      0    3048.72       14206.8  518.4    9722.955
    BASIS AA     INF      2027    1120      0        448          1344      0           0
    BASIS AA     INF      2028    1256      0      753.6          2512      0           0
    BASIS AA     INF      2029       0      0    1128.32        2820.8      0           0
    BASIS BB     OVD      2027       0      0       7760         21840    480      8035.5
    BASIS BB     OVD      2028       0      0       8872         24888    576     8839.05
    BASIS BB     OVD      2029       0      0    10162.4       28413.6  691.2    9722.955
    BASIS BB     INF      2027     560      0        224           672      0           0
    BASIS BB     INF      2028     628      0      376.8          1256      0           0
    BASIS BB     INF      2029       0      0     564.16        1410.4      0           0
    SLIM  AA     OVD      2027       0      0        776          3640    120     4017.75
    SLIM  AA     OVD      2028  75.075   4004     1201.2    4674.03125 217.35  5524.40625
    SLIM  AA     OVD      2029       0 4044.4   1627.871       5270.79 328.32  7292.21625
    SLIM  AA     INF      2027       0      0        448           672      0           0
    SLIM  AA     INF      2028     592      0      473.6           999      0           0
    SLIM  AA     INF      2029   618.8      0      618.8        1392.3      0           0
    SLIM  BB     OVD      2027       0      0       7760         21840    480      8035.5
    SLIM  BB     OVD      2028       0      0       8008 17100.8578125  504.9 8286.609375
    SLIM  BB     OVD      2029       0      0 7090.33875     12067.335 501.12 8507.585625
    SLIM  BB     INF      2027       0      0        224           336      0           0
    SLIM  BB     INF      2028     296      0      236.8         499.5      0           0
    SLIM  BB     INF      2029   309.4      0      309.4        696.15      0           0
    """

  /// The delta by line, exact; lines that are not here are 0.
  static let deltas = """
    scenario region line                     2027          2028         2029          total
    BASIS    AA     recruit_training         4030          5692            0           9722
    BASIS    AA     catch_up                 3880          4436            0           8316
    BASIS    AA     replacement_training      388          1582      2596.64        4566.64
    BASIS    AA     annual_training          3857       10054.4     11445.76       25357.16
    BASIS    AA     recertification           105           288        345.6          738.6
    BASIS    AA     standby              2008.875      4419.525    4861.4775     11289.8775
    BASIS    AA     provisions               2400          5760         6912          15072
    BASIS    AA     one_offs                 1200             0            0           1200
    BASIS    BB     recruit_training          560           628            0           1188
    BASIS    BB     replacement_training        0         125.6       282.08         407.68
    BASIS    BB     annual_training           336         879.2       987.28        2202.48
    BASIS    BB     one_offs                 1200             0            0           1200
    BASIS    NL     recruit_training         4590          6320            0          10910
    BASIS    NL     catch_up                 3880          4436            0           8316
    BASIS    NL     replacement_training      388        1707.6      2878.72        4974.32
    BASIS    NL     annual_training          4193       10933.6     12433.04       27559.64
    BASIS    NL     recertification           105           288        345.6          738.6
    BASIS    NL     standby              2008.875      4419.525    4861.4775     11289.8775
    BASIS    NL     provisions               2400          5760         6912          15072
    BASIS    NL     one_offs                 7900          6050            0          13950
    SLIM     AA     recruit_training            0       667.075        618.8       1285.875
    SLIM     AA     catch_up                    0          4004       4044.4         8048.4
    SLIM     AA     replacement_training        0         285.2      666.271        951.471
    SLIM     AA     annual_training             0     771.43125      1081.25     1852.68125
    SLIM     AA     recertification             0         73.35       155.52         228.87
    SLIM     AA     standby                     0    1104.88125   2430.73875        3535.62
    SLIM     AA     provisions                  0          1800         4320           6120
    SLIM     AA     measure_one_off             0          5760            0           5760
    SLIM     AA     measure_annual              0          1440         3456           4896
    SLIM     BB     recruit_training            0           296        309.4          605.4
    SLIM     BB     replacement_training        0        -878.4  -3044.74125    -3923.14125
    SLIM     BB     annual_training             0 -7664.4421875   -16073.235 -23737.6771875
    SLIM     BB     recertification             0         -71.1      -190.08        -261.18
    SLIM     BB     standby                     0   -552.440625 -1215.369375       -1767.81
    SLIM     BB     provisions                  0          -990        -2376          -3366
    SLIM     BB     measure_one_off             0          2880            0           2880
    SLIM     BB     measure_annual              0           720         1728           2448
    SLIM     NL     recruit_training            0       963.075        928.2       1891.275
    SLIM     NL     catch_up                    0          4004       4044.4         8048.4
    SLIM     NL     replacement_training        0        -593.2  -2378.47025    -2971.67025
    SLIM     NL     annual_training             0 -6893.0109375   -14991.985 -21884.9959375
    SLIM     NL     recertification             0          2.25       -34.56         -32.31
    SLIM     NL     standby                     0    552.440625  1215.369375        1767.81
    SLIM     NL     provisions                  0           810         1944           2754
    SLIM     NL     one_offs                 5500          6050            0          11550
    SLIM     NL     measure_one_off             0          8640            0           8640
    SLIM     NL     measure_annual              0          2160         5184           7344
    """

  /// The reported amounts, in whole cents.
  static let reported = """
    scenario region quantity       2027      2028      2029     total
    BASIS    AA     baseline   12073.75  13734.73  15652.52  41460.99
    BASIS    AA     cost       29942.63  45966.65  41814.00 117723.27
    BASIS    AA     delta      17868.88  32231.93  26161.48  76262.28
    BASIS    AA     structural  8758.88  22103.93  26161.48  57024.28
    BASIS    AA     incidental  9110.00  10128.00      0.00  19238.00
    BASIS    AA     funding        0.00   6666.67   6666.67  13333.33
    BASIS    AA     net        17868.88  25565.26  19494.81  62928.94
    BASIS    BB     baseline   44675.50  51003.05  58335.36 154013.91
    BASIS    BB     cost       46771.50  52635.85  59604.72 159012.07
    BASIS    BB     delta       2096.00   1632.80   1269.36   4998.16
    BASIS    BB     structural   336.00   1004.80   1269.36   2610.16
    BASIS    BB     incidental  1760.00    628.00      0.00   2388.00
    BASIS    BB     funding        0.00   3333.33   3333.33   6666.67
    BASIS    BB     net         2096.00  -1700.53  -2063.97  -1668.51
    BASIS    NL     baseline   56749.25  64737.78  73987.87 195474.90
    BASIS    NL     cost       82214.13 104652.50 101418.71 288285.34
    BASIS    NL     delta      25464.88  39914.73  27430.84  92810.44
    BASIS    NL     structural  9094.88  23108.73  27430.84  59634.44
    BASIS    NL     incidental 16370.00  16806.00      0.00  33176.00
    BASIS    NL     funding        0.00  10000.00  10000.00  20000.00
    BASIS    NL     net        25464.88  29914.73  17430.84  72810.44
    SLIM     AA     baseline   12073.75  13734.73  15652.52  41460.99
    SLIM     AA     cost       12073.75  29640.66  32425.50  74139.91
    SLIM     AA     delta          0.00  15905.94  16772.98  32678.92
    SLIM     AA     structural     0.00   5474.86  12109.78  17584.64
    SLIM     AA     incidental     0.00  10431.08   4663.20  15094.28
    SLIM     AA     funding        0.00   6666.67   6666.67  13333.33
    SLIM     AA     net            0.00   9239.27  10106.31  19345.58
    SLIM     BB     baseline   44675.50  51003.05  58335.36 154013.91
    SLIM     BB     cost       44675.50  44742.67  37473.33 126891.50
    SLIM     BB     delta          0.00  -6260.38 -20862.03 -27122.41
    SLIM     BB     structural     0.00  -9436.38 -21171.43 -30607.81
    SLIM     BB     incidental     0.00   3176.00    309.40   3485.40
    SLIM     BB     funding        0.00   3333.33   3333.33   6666.67
    SLIM     BB     net            0.00  -9593.72 -24195.36 -33789.08
    SLIM     NL     baseline   56749.25  64737.78  73987.87 195474.90
    SLIM     NL     cost       62249.25  80433.33  69898.83 212581.41
    SLIM     NL     delta       5500.00  15695.55  -4089.05  17106.51
    SLIM     NL     structural     0.00  -3961.52  -9061.65 -13023.17
    SLIM     NL     incidental  5500.00  19657.08   4972.60  30129.68
    SLIM     NL     funding        0.00  10000.00  10000.00  20000.00
    SLIM     NL     net         5500.00   5695.55 -14089.05  -2893.49
    """

  /// In whole cents.
  static let presentValues = """
    scenario region       npv
    BASIS    AA      48318.21
    BASIS    BB       3371.70
    BASIS    NL      59961.91
    SLIM     AA      18767.57
    SLIM     BB     -14688.00
    SLIM     NL      12351.56
    """
}

/// A text table: a heading, then rows, columns parted by blanks.
struct TextTable {
  let heading: [String]
  let rows: [[String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    heading = lines[0]
    rows = Array(lines.dropFirst())
    precondition(rows.allSatisfy { $0.count == lines[0].count }, "a row of another width")
  }

  /// The cells of a row from a column on, as numbers.
  func numbers(_ row: [String], from column: Int) -> [Double] {
    row[column...].map { cell in
      guard let number = Double(cell) else { preconditionFailure("not a number: \(cell)") }
      return number
    }
  }
}
