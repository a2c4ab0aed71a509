import Signals

/// Reads `readings.yaml`: how carers write measured values. The unit that values are converted to stands in `concepts.yaml`.
extension LexiconReader {
    func readReadings(_ root: ConfigNode, into source: inout LexiconSource) {
        _ = root.map(problems) { map in
            source.readings = (map.required("readings")?.entries(problems) ?? []).compactMap(reading)
            for entry in map.optional("numbers")?.entries(problems) ?? [] {
                source.numberWords.numbers[entry.key] = entry.value.int(problems, in: 0...90)
            }
            if let words = map.optional("words") { source.numberWords.words = roles(words) }
            return true
        }
    }

    private func reading(_ entry: ConfigNode.Entry) -> ReadingForm? {
        let name = ConfigNode(.text(entry.key, isQuoted: false), at: entry.keyPlace)
        let concept = concepts.reading(name, problems)
        let form = entry.value.map(problems) { self.form(concept ?? "", $0) }
        return concept == nil ? nil : form
    }

    private func roles(_ node: ConfigNode) -> [NumberLanguage.Role: [String]] {
        node.map(problems) { map in
            NumberLanguage.Role.allCases.reduce(into: [:]) { roles, role in
                roles[role] = map.strings(role.rawValue.replacing("-", with: "_"), else: [])
            }
        } ?? [:]
    }

    private func form(_ concept: Concept, _ map: ConfigMap) -> ReadingForm? {
        let plausible = map.required("plausible").flatMap(range)
        var form = ReadingForm(
            concept: concept, unit: concepts[concept]?.unit ?? "", labels: map.strings("labels") ?? [],
            plausible: plausible ?? 0...0)
        form.shortLabels = map.strings("short_labels", else: [])
        form.behind = map.strings("behind", else: [])
        form.unless = map.strings("unless", else: [])
        form.despite = map.strings("despite", else: [])
        form.changes = map.strings("changes", else: [])
        form.units = (map.optional("units")?.list(problems) ?? []).compactMap(unit)
        form.guesses = (map.optional("guesses")?.list(problems) ?? []).compactMap(guess)
        form.bare = (map.optional("bare")?.list(problems) ?? []).compactMap(guess)
        form.decimals = map.int("decimals", in: 0...1, else: 1)
        form.unitSuffices = map.bool("unit_suffices", else: false)
        form.isPair = map.bool("pair", else: false)
        form.comesInLists = map.bool("lists", else: false)
        form.outOf = map.optional("out_of")?.double(problems, in: 1...1000)
        form.afterPressure = map.optional("after_pressure").flatMap(range)
        return plausible == nil ? nil : form
    }

    private func unit(_ node: ConfigNode) -> ReadingForm.Unit? {
        node.map(problems) { map in
            ReadingForm.Unit(
                words: map.strings("words") ?? [], factor: map.double("factor", in: -1e6...1e6, else: 1),
                offset: map.double("offset", in: -1e6...1e6, else: 0),
                smaller: map.double("smaller", in: 0...1e6, else: 0))
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
