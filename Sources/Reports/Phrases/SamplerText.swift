import CostEngine
import Terms

/// How draws were made, in words: the word of settings.csv is a word for the program.
enum SamplerText {
  /// `Latin hypercube`: the field's own name where there is one.
  static func name(_ sampler: Sampler) -> Bilingual {
    switch sampler {
    case .random: return Bilingual(nl: "onafhankelijk getrokken", en: "independent")
    case .latinHypercube: return Bilingual(same: "Latin hypercube")
    case .sobol: return Bilingual(same: "Sobol")
    }
  }

  /// `gespreid getrokken (Latin hypercube)`.
  static func text(_ sampler: Sampler) -> Bilingual {
    switch sampler {
    case .random: return Bilingual(nl: "onafhankelijk getrokken", en: "independent draws")
    case .latinHypercube:
      return Bilingual(nl: "gespreid getrokken (Latin hypercube)", en: "evenly spread draws (Latin hypercube)")
    case .sobol:
      return Bilingual(nl: "in samenhang gespreid getrokken (Sobol)", en: "draws evenly spread together (Sobol)")
    }
  }
}
