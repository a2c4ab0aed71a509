import TextMatching

/// Reads `abbreviations.yaml` and `spelling.yaml`.
///
/// A written form stands for one text everywhere (`bkfst: breakfast`), or for texts by region
/// (`pc: {UK: "personal care", US: "after meals"}`).
extension LexiconReader {
    func readAbbreviations(_ root: ConfigNode, into forms: inout NormalForms.Source) {
        _ = root.map(problems) { map in
            forms.forms += map.required("abbreviations").map(self.forms) ?? []
            forms.unendingWords = map.strings("no_sentence_end", else: [])
            return true
        }
    }

    func readSpelling(_ root: ConfigNode, into forms: inout NormalForms.Source) {
        _ = root.map(problems) { map in
            for key in ["variants", "contractions", "misspellings"] {
                forms.forms += map.optional(key).map(self.forms) ?? []
            }
            for entry in map.optional("symbols")?.entries(problems) ?? [] {
                if let word = entry.value.string(problems) { forms.symbols.append((entry.key, word)) }
            }
            forms.times = (map.optional("times")?.entries(problems) ?? []).compactMap(time)
            if let periods = map.optional("periods") { readPeriods(periods, into: &forms) }
            forms.irregular = (map.optional("irregular")?.list(problems) ?? []).compactMap(inflections)
            forms.realWords = map.strings("real_words", else: [])
            return true
        }
    }

    /// `smallhours: ["00:00", "05:29"]`.
    private func time(_ entry: ConfigNode.Entry) -> (word: String, minutes: ClosedRange<Int>)? {
        guard let ends = entry.value.strings(problems) else { return nil }
        let minutes = ends.compactMap { text -> Int? in
            let parts = text.split(separator: ":").compactMap { Int($0) }
            guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
            return parts[0] * 60 + parts[1]
        }
        guard ends.count == 2, minutes.count == 2, minutes[0] <= minutes[1] else {
            problems.report(
                .outOfRange, at: entry.value.place, "no part of a day", expected: "two times, e.g. [\"00:00\", \"05:29\"]")
            return nil
        }
        return (entry.key, minutes[0]...minutes[1])
    }

    /// `{regions: [UK], parts: {7: days}}`.
    private func readPeriods(_ node: ConfigNode, into forms: inout NormalForms.Source) {
        _ = node.map(problems) { map in
            forms.periodRegions = (map.required("regions")?.list(problems) ?? []).compactMap { $0.region(problems) }
            for entry in map.required("parts")?.entries(problems) ?? [] {
                guard let parts = Int(entry.key), (2...99).contains(parts) else {
                    problems.report(
                        .outOfRange, at: entry.keyPlace, "no number of parts", expected: "a whole number from 2 to 99")
                    continue
                }
                if let word = entry.value.string(problems) { forms.periods.append((parts, word)) }
            }
            return true
        }
    }

    private func forms(_ node: ConfigNode) -> [NormalForms.Source.Form] {
        (node.entries(problems) ?? []).flatMap { entry -> [NormalForms.Source.Form] in
            guard case .map(let regional) = entry.value.content else {
                return entry.value.string(problems).map { [.init(written: entry.key, words: $0)] } ?? []
            }
            return regional.compactMap { form(entry.key, $0) }
        }
    }

    private func form(_ written: String, _ regional: ConfigNode.Entry) -> NormalForms.Source.Form? {
        let key = ConfigNode(.text(regional.key, isQuoted: true), at: regional.keyPlace)
        guard let region = key.region(problems), let words = regional.value.string(problems) else { return nil }
        return .init(written: written, words: words, regions: [region])
    }

    /// A base form with its inflections: `[eat, eats, eating, ate, eaten]`.
    private func inflections(_ node: ConfigNode) -> [String]? {
        guard let words = node.strings(problems) else { return nil }
        if words.count < 2 {
            problems.report(
                .outOfRange, at: node.place, "an irregular word needs its inflections",
                expected: "the base form and at least one more")
        }
        return words
    }
}
