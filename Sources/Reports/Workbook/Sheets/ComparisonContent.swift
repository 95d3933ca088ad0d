import CostEngine
import Terms

extension ComparisonWorkbook {
  init(
    _ comparisons: [StudyComparison], inputs: [Input], toolVersion: String,
    language: Language
  ) {
    let main = comparisons[0]
    var facts = ProvenanceSheet(title: language(nl: "Hoe dit is vergeleken", en: "How this was compared"), language)
    facts.add(language(nl: "Programma", en: "Program"), .text("Waterlijn \(toolVersion)"))
    for (name, side) in [("A", main.a), ("B", main.b)] {
      facts.add(name, .text("\(side.study.title) (\(side.folder)), \(side.code)"))
    }
    facts.add(Glossary.entry(main.quantity).heading(language), .text(Glossary.entry(main.quantity).meaning(language)))
    facts.add(draws: main.settings.draws, seed: main.settings.seed, sampler: main.settings.sampler)
    facts.add(inputs, language)
    facts.addReading()
    self.init(
      title: language(nl: "\(main.a.study.title): vergelijking", en: "\(main.a.study.title): comparison"),
      quantity: main.quantity,
      percentiles: Bilingual(
        nl: "P5, P50 en P95 zijn van het verschil, trekking voor trekking op dezelfde trekkingen.",
        en: "P5, P50 and P95 are of the difference, draw by draw on the same draws."),
      provenance: facts, toolVersion: toolVersion, language: language)
    for comparison in comparisons { add(comparison) }
  }

  private mutating func add(_ comparison: StudyComparison) {
    let (a, b) = (comparison.a.code, comparison.b.code)
    for (index, compared) in comparison.places.enumerated() {
      let isWhole = comparison.includesWhole && index == comparison.places.count - 1
      let own = compared.name.isEmpty ? compared.code : compared.name
      let place = (code: compared.code, name: isWhole ? WholeName.heading(comparison.a.study, language: language) : own)
      for (period, found) in comparison.comparisons[index].enumerated() {
        let difference = found.difference
        rows.append(
          ComparedAmount(
            a: a, b: b, code: place.code, name: place.name,
            year: period < comparison.total ? comparison.years[period] : nil, meanA: found.a.mean,
            meanB: found.b.mean, standardError: difference.standardError, p05: difference.p05, p50: difference.p50,
            p95: difference.p95, chance: found.shareBLess))
      }
      let total = comparison.total
      func add(_ names: [String], _ amounts: [Double], _ kind: PartKind, _ range: (Int) -> (Double, Double)?) {
        let whole = comparison.whole(amounts, index, total, unit: 0.01)
        for (position, cents) in whole.parts.enumerated() {
          let amount = Double(cents) / 100
          // The part in whole cents may lie a cent outside the range of the two orders.
          let range = range(position).map { (min($0.0, amount), max($0.1, amount)) }
          parts.append(
            Part(
              a: a, b: b, code: place.code, name: place.name, kind: kind, part: names[position], amount: amount,
              range: range))
        }
      }
      let lines = comparison.lineParts(index, total) ?? []
      add(lines.map { QuantityPart.name(id: $0.id, language) }, lines.map { $0.difference }, .line) { _ in nil }
      let items = comparison.itemParts(index, total) ?? []
      add(items.map { $0.name(language) }, items.map { $0.difference }, .item) { _ in nil }
      let steps = comparison.steps
      add(steps.map { $0.title(language) }, steps.map { $0.part(index, total) }, .input) {
        steps[$0].range(index, total)
      }
    }
    for step in comparison.steps {
      changes += step.changes.map { change in
        Change(
          a: a, b: b, part: step.title(language),
          input: CellName.text(change.name)(language), from: change.from(language), to: change.to(language))
      }
    }
  }

  init(
    _ comparison: ResultsComparison, inputs: [Input], toolVersion: String,
    language: Language
  ) {
    var facts = ProvenanceSheet(title: language(nl: "Hoe dit is vergeleken", en: "How this was compared"), language)
    facts.add(language(nl: "Programma", en: "Program"), .text("Waterlijn \(toolVersion)"))
    for (name, side) in [("A", comparison.a), ("B", comparison.b)] {
      let draws = NumberFormat.people(language).count(side.draws)
      facts.add(
        name, .text("\(side.title) (\(side.folder)), \(side.scenario)"),
        language(
          nl: "\(draws) trekkingen, startwaarde \(side.seed), steekproef \(SamplerText.name(side.sampler).dutch)",
          en: "\(draws) draws, seed \(side.seed), sampler \(SamplerText.name(side.sampler).english)"))
    }
    for reason in comparison.reasons {
      facts.add(language(nl: "Let op", en: "Note"), .text(reason(language)))
    }
    for file in comparison.files {
      facts.add(language(nl: "Bestand \(file.name)", en: "File \(file.name)"), .text(file.difference.text(language)))
    }
    facts.add(inputs, language)
    facts.addReading()
    self.init(
      title: language(nl: "\(comparison.a.title): vergelijking", en: "\(comparison.a.title): comparison"),
      quantity: comparison.quantity,
      percentiles: Bilingual(
        nl: "P5, P50 en P95 zijn verschillen van percentielen, geen percentielen van het verschil. De standaardfout is "
          + "die van los van elkaar getrokken A en B.",
        en:
          "P5, P50 and P95 are differences of percentiles, not percentiles of the difference. The standard error is that "
          + "of A and B drawn independently."),
      provenance: facts, toolVersion: toolVersion, language: language)
    let (a, b) = (comparison.a.scenario, comparison.b.scenario)
    for row in comparison.rows {
      let year = Int(row.year)
      rows.append(
        ComparedAmount(
          a: a, b: b, code: row.region, name: row.region, year: year, meanA: row.a.mean, meanB: row.b.mean,
          standardError: row.standardError, p05: row.b.p05 - row.a.p05, p50: row.b.p50 - row.a.p50,
          p95: row.b.p95 - row.a.p95))
      guard year == nil else { continue }
      for (part, cents) in zip(row.parts, row.whole(unit: 0.01).parts) {
        parts.append(
          Part(
            a: a, b: b, code: row.region, name: row.region, kind: .line,
            part: QuantityPart.name(id: part.id, language),
            amount: Double(cents) / 100))
      }
    }
  }
}

extension ProvenanceSheet {
  /// The files of each side, each with its folder.
  fileprivate mutating func add(_ inputs: [ComparisonWorkbook.Input], _ language: Language) {
    for input in inputs {
      add(
        "\(input.folder): \(input.file.name)", .text(input.file.sha256),
        language(nl: "SHA-256 van het bestand", en: "SHA-256 of the file"))
    }
  }
}

extension BridgeStep {
  /// As in files, with columns in the language of the reader; its label for what is no cell.
  func title(_ language: Language) -> String {
    CellName.isName(name) ? CellName.text(name)(language) : label(language)
  }
}
