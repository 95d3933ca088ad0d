import CostEngine

extension UnitBasis {
  /// Its word in the column `per`.
  public var word: FileWord {
    switch self {
    case .region: return FileWord("region", "regio")
    case .municipality: return FileWord("municipality", "gemeente")
    case .per100k: return FileWord("100k", "100k")
    case .national: return FileWord("national", "landelijk")
    }
  }

  /// The words added to a number that is counted by it: `per gemeente`; nil if the number applies to a region or the
  /// country as a whole.
  public var each: Bilingual? {
    switch self {
    case .region, .national: return nil
    case .municipality: return Bilingual(nl: "per gemeente", en: "a municipality")
    case .per100k: return Bilingual(nl: "per 100.000 inw.", en: "per 100,000 inh.")
    }
  }
}

extension PriceIndex {
  /// Its word in the column `index`.
  public var word: FileWord {
    switch self {
    case .wage: return FileWord("wage", "loon")
    case .price: return FileWord("price", "prijs")
    }
  }
}
