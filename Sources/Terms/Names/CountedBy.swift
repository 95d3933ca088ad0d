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

  /// What is added to a number that is counted by it: `per gemeente`; nothing where it holds for the whole of a place.
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
