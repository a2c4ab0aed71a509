import Alerts
import Signals

/// The condition of a rule, by its kind.
extension AlertRuleReader {
    func condition(_ kind: AlertKind, _ map: ConfigMap) -> AlertCondition {
        switch kind {
        case .redFlag: .redFlag(redFlag(map))
        case .trend: .trend(TrendCondition(measure: measure(map, in: names.followed)))
        case .pattern: .pattern(pattern(map))
        case .silence: .silence(silence(map))
        case .recovery: .recovery(recovery(map))
        }
    }

    private func measure(_ map: ConfigMap, in known: [String]) -> String {
        map.required("measure").flatMap { measure($0, in: known) } ?? ""
    }

    private func measure(_ node: ConfigNode, in known: [String]) -> String? {
        node.reference(
            to: known, problems, code: .unknownMeasure, what: "measure", mend: "Measures are listed in measures.yaml.")
    }

    private func redFlag(_ map: ConfigMap) -> RedFlag {
        let any = map.optional("any")
        let readings = map.optional("readings")
        if any == nil, readings == nil {
            problems.report(
                .missingKey, at: map.place, "neither \"any\" nor \"readings\" is written: the rule can never fire",
                mend: "Add \"any: [concept, …]\" or \"readings: …\".")
        }
        return RedFlag(
            any: any.map { names.concepts.concepts($0, problems) } ?? [],
            readings: (readings?.list(problems) ?? []).compactMap(limit),
            knownFor: map.optional("known_for")?.days(problems) ?? RedFlag().knownFor,
            followsWithin: map.optional("follows_within")?.days(problems))
    }

    private func limit(_ node: ConfigNode) -> ReadingLimit? {
        node.map(problems) { map in
            let limit = ReadingLimit(
                reading: map.required("reading").flatMap { names.concepts.reading($0, problems) } ?? "",
                low: map.optional("low")?.double(problems), high: map.optional("high")?.double(problems))
            reportContradiction(limit, at: node.place)
            return limit
        }
    }

    private func reportContradiction(_ limit: ReadingLimit, at place: ConfigPlace) {
        if limit.low == nil, limit.high == nil {
            problems.report(.missingKey, at: place, "a limit needs \"low\" or \"high\"", mend: "Add one of them.")
        }
        if let low = limit.low, let high = limit.high, low >= high {
            problems.report(
                .contradiction, at: place, "every value is at or below \(inWords(low)) or at or above \(inWords(high))",
                expected: "low smaller than high")
        }
    }

    private func pattern(_ map: ConfigMap) -> Pattern {
        let signs = (map.required("signs")?.list(problems) ?? []).compactMap(sign)
        let covers = (map.optional("covers")?.list(problems) ?? []).compactMap { measure($0, in: names.followed) }
        return Pattern(
            within: map.required("within")?.days(problems) ?? 7, signs: signs,
            leastSigns: map.optional("least_signs")?.int(problems, in: 1...max(1, signs.count)),
            absent: map.optional("absent").map { names.concepts.concepts($0, problems) } ?? [], covers: covers)
    }

    private func sign(_ node: ConfigNode) -> PatternSign? {
        node.map(problems) { map in
            PatternSign(
                name: map.string("name") ?? "", any: map.required("any").map { names.concepts.concepts($0, problems) } ?? [],
                oneIn: map.required("usual")?.oneIn(problems) ?? 30, atLeast: map.int("at_least", in: 1...50, else: 1),
                apart: map.optional("apart")?.days(problems) ?? 0)
        }
    }

    private func silence(_ map: ConfigMap) -> Silence {
        let usual = Silence()
        let silence = Silence(
            factor: map.double("factor", in: 1...100, else: usual.factor),
            longest: map.double("longest", in: 0...100, else: usual.longest),
            floor: map.optional("floor")?.days(problems) ?? usual.floor,
            ceiling: map.optional("ceiling")?.days(problems) ?? usual.ceiling,
            after: map.optional("after")?.count(of: "visit", problems) ?? usual.after,
            leave: map.optional("leave")?.days(problems) ?? usual.leave,
            knownBy: (map.optional("known_by")?.list(problems) ?? []).compactMap {
                $0.reference(to: names.domains, problems, code: .unknownDomain, what: "domain")
            },
            knownFor: map.optional("known_for")?.days(problems) ?? usual.knownFor)
        if silence.floor > silence.ceiling {
            problems.report(
                .contradiction, at: map.place(of: "floor"), "the floor is higher than the ceiling",
                expected: "a floor below the ceiling")
        }
        return silence
    }

    private func recovery(_ map: ConfigMap) -> Recovery {
        Recovery(
            measure: measure(map, in: names.followed), usualAtLeastOneIn: map.optional("usual_at_least")?.oneIn(problems))
    }
}
