import Signals

/// Reads `readings.yaml`: how carers write measured values. The unit that values are converted to stands in `concepts.yaml`.
extension LexiconReader {
    func readings(_ root: ConfigNode) -> [ReadingForm] {
        let entries = root.map(problems) { $0.required("readings")?.entries(problems) } ?? []
        return entries.compactMap { entry in
            let name = ConfigNode(.text(entry.key, isQuoted: false), at: entry.keyPlace)
            let concept = concepts.reading(name, problems)
            let form = entry.value.map(problems) { self.form(concept ?? "", $0) }
            return concept == nil ? nil : form
        }
    }

    private func form(_ concept: Concept, _ map: ConfigMap) -> ReadingForm? {
        let plausible = map.required("plausible").flatMap(range)
        let form = ReadingForm(
            concept: concept, unit: concepts[concept]?.unit ?? "", labels: map.strings("labels") ?? [],
            shortLabels: map.strings("short_labels", else: []),
            units: (map.optional("units")?.list(problems) ?? []).compactMap(unit),
            unless: map.strings("unless", else: []), plausible: plausible ?? 0...0,
            guesses: (map.optional("guesses")?.list(problems) ?? []).compactMap(guess),
            decimals: map.int("decimals", in: 0...4, else: 1), unitSuffices: map.bool("unit_suffices", else: false))
        return plausible == nil ? nil : form
    }

    private func unit(_ node: ConfigNode) -> ReadingForm.Unit? {
        node.map(problems) { map in
            ReadingForm.Unit(
                words: map.strings("words") ?? [], factor: map.double("factor", in: -1e6...1e6, else: 1),
                offset: map.double("offset", in: -1e6...1e6, else: 0))
        }
    }

    private func guess(_ node: ConfigNode) -> ReadingForm.Guess? {
        node.map(problems) { map in
            let range = map.required("range").flatMap(self.range)
            let guess = ReadingForm.Guess(
                range: range ?? 0...0, factor: map.double("factor", in: -1e6...1e6, else: 1),
                offset: map.double("offset", in: -1e6...1e6, else: 0),
                regions: (map.optional("regions")?.list(problems) ?? []).compactMap { $0.region(problems) })
            return range == nil ? nil : guess
        }
    }

    /// `[lowest, highest]`.
    private func range(_ node: ConfigNode) -> ClosedRange<Double>? {
        guard let members = node.list(problems) else { return nil }
        let numbers = members.compactMap { $0.double(problems) }
        guard numbers.count == members.count else { return nil }
        if numbers.count == 2, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
        problems.report(
            .outOfRange, at: node.place, "this is no range", expected: "[lowest, highest]")
        return nil
    }
}
