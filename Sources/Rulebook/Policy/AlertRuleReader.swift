import Alerts
import Signals

/// Reads a file of `alerts/`: a kind, and rules of that kind.
struct AlertRuleReader {
    let names: RuleNames
    let problems: ConfigProblems

    func rules(_ root: ConfigNode, _ places: inout RulebookPlaces) -> [AlertRule] {
        root.map(problems) { map -> [AlertRule] in
            let kind: AlertKind? = map.required("kind")?.choice(problems)
            let members = map.required("rules")?.list(problems) ?? []
            guard let kind else { return [] }
            return members.compactMap { rule($0, of: kind, &places) }
        } ?? []
    }

    private func rule(_ node: ConfigNode, of kind: AlertKind, _ places: inout RulebookPlaces) -> AlertRule? {
        node.map(problems) { map in
            let id = map.identifier(in: &places.rules, what: "rule")
            let domain = map.required("domain")?.reference(to: names.domains, problems, code: .unknownDomain, what: "domain")
            let severity: Severity? = map.required("severity")?.choice(problems)
            let condition = condition(kind, map)
            places.tests += RuleTestReader(concepts: names.concepts, problems: problems)
                .tests(map.optional("tests"), of: .rule(id), domain: domain ?? "")
            return AlertRule(
                id: id, domain: domain ?? "", title: map.string("title") ?? "", severity: severity ?? .medium,
                escalatesTo: escalation(map, from: severity), condition: condition,
                closesAfter: closing(map, kind), say: say(map, kind), why: map.string("why") ?? "",
                propose: proposals(map.required("propose")), quietWhile: quiet(map.optional("quiet_while")))
        }
    }

    /// Silence ends with the next report, so that it has no time of its own to close.
    private func closing(_ map: ConfigMap, _ kind: AlertKind) -> Double {
        let node = kind == .silence ? map.optional("closes_after") : map.required("closes_after")
        return node?.days(problems) ?? 14
    }

    /// A milder second severity, left over when an overlay raises the first, counts for nothing.
    private func escalation(_ map: ConfigMap, from severity: Severity?) -> Severity? {
        guard let node = map.optional("escalates_to"), let next: Severity = node.choice(problems) else { return nil }
        guard let severity, next > severity else { return next }
        problems.report(
            .noEffect, at: node.place,
            "\"\(next.rawValue)\" is milder than the rule's \"\(severity.rawValue)\": it has no effect",
            mend: "Write \(severity.rawValue) or something more pressing, or remove the line.")
        return severity
    }

    private func proposals(_ node: ConfigNode?) -> [String] {
        guard let node, let members = node.list(problems) else { return [] }
        if members.isEmpty {
            problems.report(.outOfRange, at: node.place, "the rule proposes nothing", expected: "at least one plan change")
        }
        return members.compactMap {
            $0.reference(
                to: names.planChanges, problems, code: .unknownPlanChange, what: "plan change",
                mend: "Plan changes are listed in plan-changes.yaml.")
        }
    }

    private func quiet(_ node: ConfigNode?) -> [Quiet] {
        (node?.list(problems) ?? []).compactMap { $0.choice(problems) }
    }

    private func say(_ map: ConfigMap, _ kind: AlertKind) -> String {
        guard let node = map.required("say"), let text = node.string(problems) else { return "" }
        let known = SayPlaceholders.known(kind)
        for gap in SayPlaceholders.gaps(in: text) where !known.contains(gap) {
            problems.report(
                .badPlaceholder, at: node.place, "\"say\" has no placeholder {\(gap)}",
                expected: "one of " + known.map { "{\($0)}" }.joined(separator: " "), suggestion: nearestName(to: gap, in: known))
        }
        return text
    }
}

/// What a rule of each kind may put into its sentence.
enum SayPlaceholders {
    static func known(_ kind: AlertKind) -> [String] {
        switch kind {
        case .redFlag: ["signs", "visits", "carers", "first", "last"]
        case .pattern: ["signs", "visits", "within", "years", "carers"]
        case .silence: ["last", "gap", "usual"]
        case .recovery: ["bad", "of", "since", "counted", "usual", "years", "carers"]
        case .trend:
            ["bad", "of", "since", "counted", "usual", "years", "carers", "value", "reference", "change", "span"]
        }
    }

    /// What stands between braces; a brace without its partner counts as a gap of its own.
    static func gaps(in text: String) -> [String] {
        var gaps: [String] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return gaps + [String(rest[open...])] }
            gaps.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return gaps
    }
}
