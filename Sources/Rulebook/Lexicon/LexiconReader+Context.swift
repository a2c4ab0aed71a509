import Signals

/// Reads `context.yaml`.
///
/// - `cues:` holds, by kind and side, phrases or `{say, reach}`; `reach:` beside the sides is the kind's usual reach.
/// - `list_ends:`, `list_joins:`, `negators:` and `dictated:` name the words of lists, of denials and of spoken punctuation.
/// - Kinds for which the side means nothing may hold their phrases at once.
extension LexiconReader {
    private static let usualReach = 8
    private static let reaches = 0...60

    func readContext(_ root: ConfigNode, into source: inout LexiconSource) {
        var cues: [ContextCue] = []
        _ = root.map(problems) { map in
            _ = map.required("cues")?.map(problems) { kinds in
                for kind in ContextCue.Kind.allCases {
                    if let node = kinds.optional(kind.rawValue) { cues += self.cues(of: kind, node) }
                }
                return true
            }
            source.aboutAnyone = (map.optional("about_anyone")?.list(problems) ?? []).compactMap(conceptOrDomain)
            source.listEnds = map.strings("list_ends", else: [])
            source.listJoins = map.strings("list_joins", else: [])
            source.negators = map.strings("negators", else: [])
            if let dictated = map.optional("dictated") { source.dictation = dictation(dictated) }
            source.untilAccepted = Set(
                map.optional("until_accepted").map { concepts.concepts($0, problems) } ?? [])
            for entry in map.optional("outweighed")?.entries(problems) ?? [] {
                guard let concept = concepts.concept(entry.key, at: entry.keyPlace, problems) else { continue }
                source.outweighed[concept] = concepts.concepts(entry.value, problems)
            }
            source.goodNews = Set(map.optional("good_news").map { concepts.concepts($0, problems) } ?? [])
            return true
        }
        source.cues = cues
    }

    private func dictation(_ node: ConfigNode) -> Dictation {
        var dictation = Dictation()
        _ = node.map(problems) { map in
            dictation.signs = map.strings("signs", else: [])
            dictation.sentences = map.strings("sentence", else: [])
            dictation.clauses = map.strings("clause", else: [])
            dictation.fields = map.strings("field", else: [])
            return true
        }
        return dictation
    }

    private func cues(of kind: ContextCue.Kind, _ node: ConfigNode) -> [ContextCue] {
        if case .list(let members) = node.content {
            return members.compactMap { cue($0, kind, .before, reach: Self.usualReach) }
        }
        var cues: [ContextCue] = []
        _ = node.map(problems) { map in
            let reach = map.int("reach", in: Self.reaches, else: Self.usualReach)
            for side in ContextCue.Side.allCases {
                let members = map.optional(side.rawValue)?.list(problems) ?? []
                cues += members.compactMap { cue($0, kind, side, reach: reach) }
            }
            return true
        }
        return cues
    }

    private func cue(
        _ node: ConfigNode, _ kind: ContextCue.Kind, _ side: ContextCue.Side, reach: Int
    ) -> ContextCue? {
        guard case .map = node.content else {
            return node.phrase(problems).map { ContextCue(phrase: $0, kind: kind, side: side, reach: reach) }
        }
        return node.map(problems) { map in
            let phrase = map.required("say")?.phrase(problems)
            let own = map.int("reach", in: Self.reaches, else: reach)
            return phrase.map { ContextCue(phrase: $0, kind: kind, side: side, reach: own) }
        }
    }

    /// A concept, or `domain.*` for all of a domain.
    func conceptOrDomain(_ node: ConfigNode) -> String? {
        guard let name = node.string(problems) else { return nil }
        guard name.hasSuffix(".*") else { return concepts.concept(node, problems)?.rawValue }
        let domain = String(name.dropLast(2))
        if concepts.domains.isEmpty || concepts.domains.contains(domain) { return name }
        problems.report(
            .unknownDomain, at: node.place, "unknown domain \"\(domain)\"",
            suggestion: nearestName(to: domain, in: concepts.domains).map { $0 + ".*" })
        return nil
    }
}
