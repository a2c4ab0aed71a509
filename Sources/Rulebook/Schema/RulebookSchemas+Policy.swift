import Alerts
import Trends

/// Files about measures, rules and plan changes.
extension RulebookSchemas {
    var measuresFile: SchemaPart {
        let share = SchemaPart.number(0...1)
        let portions = SchemaPart.map(["trends": share, "composite": share, "recovery": share, "patterns": share])
        return .map(
            ["false_alerts": .budget, "measures": .list(measure)],
            optional: [
                "portions": portions, "calibration": .number(0.1...1), "written_note": .count(of: "character"),
                "copied_note": .count(of: "character"), "caution": .number(1...100), "not_seen": conceptList,
                "chronic": .map(["clients": .oneIn, "usual": .oneIn, "worth": .count(of: "visit")]),
                "carers": .map(["worth": .count(of: "sign"), "memory": .days]), "leave": leave,
                "review": review,
                "composite": .map(
                    ["id": .text, "title": .text, "members": .list(.choice(measures))],
                    optional: ["shifts": shifts, "named_share": .number(0...1), "why": .text]),
                "weight": weight, "ranges": .list(ownRange),
            ])
    }

    private var review: SchemaPart {
        .map(
            ["limit": .oneIn, "after": .count(of: "visit"), "chance": .count(of: "week")],
            optional: ["sure": .number(0.5...0.999), "spreading": .list(.choice(measures))])
    }

    private var leave: SchemaPart {
        .map(
            ["starts": conceptList, "ends": conceptList],
            optional: ["absence": .days, "announced": conceptList, "notice": .days])
    }

    private var shifts: SchemaPart { .list(.number(1.05...100), 1...3) }

    private var measure: SchemaPart {
        .map(
            [
                "id": .text, "domain": domain, "title": .text, "counted": .text,
                "levels": .list(.map(["concepts": conceptList, "usual": .oneIn]), 1...3),
            ],
            optional: [
                "opportunity": .choice(Opportunity.allCases.map(\.rawValue)), "rise": .choice(Rise.allCases.map(\.rawValue)),
                "fine": conceptList, "worth": .count(of: "visit"), "share": .number(0.01...100), "shifts": shifts,
                "judged": .yesOrNo, "tempering": .number(0.01...1), "why": .text, "tests": tests,
            ])
    }

    private var weight: SchemaPart {
        .map(
            [
                "id": .text, "domain": domain, "title": .text,
                "losses": .list(.map(["percent": .number(0.5...50), "over": .days])),
            ], optional: ["why": .text])
    }

    private var ownRange: SchemaPart {
        .map(
            [
                "id": .text, "reading": reading, "domain": domain, "title": .text, "spread": .number(1...20),
                "least": .number(0...1_000), "after": .count(of: "reading"),
            ], optional: ["why": .text])
    }

    var planChangesFile: SchemaPart {
        .map([
            "plan_changes": .list(.map(["id": .text, "title": .text, "review_after": .days, "success": .text]))
        ])
    }

    /// One shape a kind, so that a key of another kind is told.
    var alerts: SchemaPart {
        let kinds = AlertKind.allCases.map { kind in
            SchemaPart.map(["kind": .choice([kind.rawValue]), "rules": .list(rule(kind))])
        }
        let named = AlertKind.allCases.map { kind in
            JSONValue.object([
                "if": .object(["properties": .object(["kind": .object(["const": .text(kind.rawValue)])]), "required": ["kind"]]),
                "then": SchemaPart.map(["kind": .choice([kind.rawValue]), "rules": .list(rule(kind))]).json,
            ])
        }
        return SchemaPart(
            [
                .init("type", "object"), .init("required", ["kind", "rules"]),
                .init(
                    "properties",
                    .object(["kind": .object(["enum": .list(AlertKind.allCases.map { .text($0.rawValue) })]), "rules": true])),
                .init("additionalProperties", false), .init("allOf", .list(named)),
            ], overlaid: overlay(of: kinds))
    }

    /// An overlay need not name its kind, so that its rules may be of any.
    private func overlay(of kinds: [SchemaPart]) -> [JSONValue.Member] {
        let rules = AlertKind.allCases.map { rule($0).inOverlay }
        return [
            .init("type", "object"), .init("additionalProperties", false),
            .init(
                "properties",
                .object([
                    "kind": .object(["enum": .list(AlertKind.allCases.map { .text($0.rawValue) })]),
                    "rules": .object(["type": "array", "items": .object(["anyOf": .list(rules)])]),
                ])),
        ]
    }

    private func rule(_ kind: AlertKind) -> SchemaPart {
        let closes: [(String, SchemaPart)] = [("closes_after", .days)]
        let all: [(String, SchemaPart)] = [
            ("id", .text), ("domain", .choice(catalogue.domains + ["decline"])), ("title", .text), ("severity", severity),
            ("say", .sentence(SayPlaceholders.known(kind))), ("why", .text), ("propose", .list(planChange, 1...Int.max)),
        ]
        let may: [(String, SchemaPart)] = [
            ("escalates_to", severity), ("quiet_while", .list(.choice(Quiet.allCases.map(\.rawValue)))), ("tests", tests),
        ]
        let own = condition(kind)
        let rule = SchemaPart.map(
            all + own.required + (kind == .silence ? [] : closes), optional: may + own.optional + (kind == .silence ? closes : [])
        )
        return kind == .redFlag ? rule.needing(oneOf: ["any", "readings"]) : rule
    }

    private func condition(_ kind: AlertKind) -> (required: [(String, SchemaPart)], optional: [(String, SchemaPart)]) {
        switch kind {
        case .redFlag:
            let limit = SchemaPart.map(["reading": reading], optional: ["low": .number(), "high": .number()])
            return ([], [("any", conceptList), ("readings", .list(limit)), ("known_for", .days), ("follows_within", .days)])
        case .trend: return ([("measure", .choice(followed))], [])
        case .recovery: return ([("measure", .choice(followed))], [("usual_at_least", .oneIn)])
        case .silence:
            return (
                [],
                [
                    ("factor", .number(1...100)), ("longest", .number(0...100)), ("floor", .days), ("ceiling", .days),
                    ("after", .count(of: "visit")), ("leave", .days), ("known_by", .list(domain)), ("known_for", .days),
                ]
            )
        case .pattern:
            let sign = SchemaPart.map(
                ["name": .text, "any": conceptList, "usual": .oneIn],
                optional: ["at_least": .whole(1...50), "apart": .days])
            return (
                [("within", .days), ("signs", .list(sign))],
                [("least_signs", .whole(1...50)), ("absent", conceptList), ("covers", .list(.choice(followed)))]
            )
        }
    }

    /// Factors of measures that the agency has removed stay in the file.
    var calibration: SchemaPart {
        .map(
            [],
            optional: [
                ("seed", .text), ("date", .text), ("clients", .whole(1...Int(Int32.max))),
                ("factors", .names(.number(0.01...1))),
            ])
    }

    var exceptions: SchemaPart {
        .map([
            "exceptions": .list(
                .map(
                    ["rule": .choice(rules), "client": .text, "because": .text],
                    optional: ["until": .matching(#"^\d{4}-\d{2}-\d{2}$"#, "a day such as 2026-03-31")]))
        ])
    }

    /// Tests beside a rule or a measure.
    var tests: SchemaPart {
        .list(
            .map(
                ["name": .text, "visits": .either([.text, texts]), "expect": .text],
                optional: ["every": .days, "until": .days, "says": .text, "region": region]))
    }
}
