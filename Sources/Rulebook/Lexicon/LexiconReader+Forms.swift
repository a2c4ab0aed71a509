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
            forms.irregular = (map.optional("irregular")?.list(problems) ?? []).compactMap(inflections)
            forms.realWords = map.strings("real_words", else: [])
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
