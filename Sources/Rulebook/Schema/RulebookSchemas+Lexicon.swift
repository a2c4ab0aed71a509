import Signals

/// Files about how notes are understood.
extension RulebookSchemas {
    var concepts: SchemaPart {
        let direction = SchemaPart.choice(Catalogue.Direction.allCases.map(\.rawValue))
        return .map([
            "concepts": .names(.map(["direction": direction, "title": .text]), keys: #"^[a-z0-9-]+\.[a-z0-9-]+$"#),
            "readings": .names(.map(["unit": .text, "title": .text]), keys: #"^reading\.[a-z0-9-]+$"#),
        ])
    }

    var lexicon: SchemaPart {
        let wording = SchemaPart.map(
            ["say": .text],
            optional: [
                "also": conceptList, "as": .choice(Assertion.allCases.map(\.rawValue)), "region": region,
                "regions": .list(region),
            ])
        let entry = SchemaPart.map(
            [],
            optional: [("phrases", .list(.either([.text, wording]))), ("ignore", texts), ("says", texts), ("not", texts)])
        let entries = SchemaPart.map([], optional: catalogue.ids.map { ($0, entry) })
        return .map(["concepts": entries], optional: ["classes": .names(texts)])
    }

    var wordClasses: SchemaPart { .map(["classes": .names(texts)]) }

    var abbreviations: SchemaPart {
        .map(["abbreviations": .names(form)], optional: ["no_sentence_end": texts])
    }

    var spelling: SchemaPart {
        .map(
            [],
            optional: [
                ("variants", .names(form)), ("contractions", .names(form)), ("misspellings", .names(form)),
                ("symbols", .names(.text)), ("times", .names(.list(.text, 2...2))),
                ("periods", .map(["regions": .list(region), "parts": .names(.text)])),
                ("irregular", .list(.list(.text, 2...Int.max))), ("real_words", texts),
            ])
    }

    /// One text everywhere, or texts by region.
    private var form: SchemaPart {
        .either([.text, .map([], optional: AgencySettings.knownRegions.map { ($0, .text) })])
    }

    var context: SchemaPart {
        let cue = SchemaPart.either([.text, .map(["say": .text], optional: ["reach": .whole(0...60)])])
        let sides = SchemaPart.map(
            [], optional: [("reach", .whole(0...60))] + ContextCue.Side.allCases.map { ($0.rawValue, .list(cue)) })
        let kinds = SchemaPart.map(
            [], optional: ContextCue.Kind.allCases.map { ($0.rawValue, .either([.list(cue), sides])) })
        return .map(
            ["cues": kinds],
            optional: [
                "about_anyone": .list(conceptOrDomain), "list_ends": texts, "list_joins": texts, "negators": texts,
                "until_accepted": conceptList,
                "good_news": conceptList, "outweighed": .map([], optional: catalogue.ids.map { ($0, conceptList) }),
                "dictated": .map(
                    [], optional: [("signs", texts), ("sentence", texts), ("clause", texts), ("field", texts)]),
            ])
    }

    /// A concept, or `domain.*` for all of a domain.
    private var conceptOrDomain: SchemaPart { .choice(catalogue.ids + catalogue.domains.map { $0 + ".*" }) }

    var details: SchemaPart {
        let kind = SchemaPart.map(["of": .list(conceptOrDomain), "values": .names(texts)])
        return .map(["details": .map([], optional: SignalDetail.Kind.allCases.map { ($0.rawValue, kind) })])
    }

    var readings: SchemaPart {
        let roles = NumberLanguage.Role.allCases.map { ($0.rawValue.replacing("-", with: "_"), texts) }
        return .map(
            ["readings": .map([], optional: catalogue.ids.filter { Concept($0).isReading }.map { ($0, readingForm) })],
            optional: ["numbers": .names(.whole(0...90)), "words": .map([], optional: roles)])
    }

    private var readingForm: SchemaPart {
        let factor = SchemaPart.number(-1e6...1e6)
        let unit = SchemaPart.map(
            ["words": texts], optional: ["factor": factor, "offset": factor, "smaller": .number(0...1e6)])
        let guess = SchemaPart.map(["range": range], optional: ["factor": factor, "offset": factor, "regions": .list(region)])
        return .map(
            ["labels": texts, "plausible": range],
            optional: [
                "short_labels": texts, "behind": texts, "unless": texts, "despite": texts, "changes": texts,
                "units": .list(unit), "guesses": .list(guess), "bare": .list(guess), "decimals": .whole(0...1),
                "unit_suffices": .yesOrNo, "pair": .yesOrNo, "lists": .yesOrNo, "out_of": .number(1...1_000),
                "after_pressure": range,
            ])
    }

    var noteTests: SchemaPart {
        let told = SchemaPart.matching(
            #"^((no|maybe|past|planned|other) )?[a-z]+\.[a-z-]+( [0-9./]+)?$"#, "a concept, \"no\" or \"maybe\" before it")
        return .map(["notes": .list(.map(["note": .text, "tells": .list(told)], optional: ["region": region]))])
    }

    var literature: SchemaPart {
        let limit = SchemaPart.map(["source": .text], optional: ["low": range, "high": range])
        func between(_ part: SchemaPart) -> SchemaPart { .map(["between": .list(part, 2...2), "source": .text]) }
        return .map(
            [],
            optional: [
                ("reading_limits", .map([], optional: catalogue.ids.filter { Concept($0).isReading }.map { ($0, limit) })),
                ("weight_losses", .list(.map(["over": .days, "percent": range, "source": .text]))),
                ("false_alerts", between(.budget)), ("worth", between(.count(of: "visit"))), ("pattern_window", between(.days)),
            ])
    }
}
