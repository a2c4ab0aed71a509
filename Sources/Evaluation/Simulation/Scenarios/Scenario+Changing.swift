import Signals

extension Scenario {
    private static let slow = 0.15...0.40

    /// Scenarios in which something happens.
    package static let changing: [Scenario] = steps + drifts + spells + events + better + service

    private static func step(_ id: String, _ domain: String, _ topic: String, bad: [Topic.Weighted]? = nil) -> Scenario {
        Scenario(
            id, domains: [domain], kind: "trend", concept: (bad ?? Topic.index(topic).map { Topic.all[$0].bad })?.first?.concept,
            changes: [Change(topic: topic, after: .rate(slow), bad: bad)])
    }

    private static let steps = [
        step("medicines-missed", "medication", "medication"),
        step("eating-less", "nutrition", "eating"),
        step("drinking-less", "hydration", "drinking"),
        step("low-mood", "mood", "mood", bad: [("mood.low", 9), ("mood.anxious", 1)]),
        step("mobility-down", "mobility", "mobility"),
        step("sleep-worse", "sleep", "sleep"),
        step("incontinence", "continence", "bladder"),
        step("agitation", "mood", "agitation"),
        step("pain", "pain", "pain"),
        step("confusion", "cognition", "mind"),
        step("care-refused", "selfcare", "self-care"),
    ]

    private static let drifts = [
        Scenario(
            "mobility-drift", domains: ["mobility"], kind: "trend", concept: "mobility.worse",
            changes: [Change(topic: "mobility", after: .rate(0.25...0.40), ramp: 75)]),
        Scenario(
            "memory-drift", domains: ["cognition"], kind: "trend", concept: "cognition.forgetful",
            changes: [
                Change(
                    topic: "mind", after: .rate(0.25...0.40), ramp: 75,
                    bad: [("cognition.forgetful", 7), ("cognition.confused", 3)])
            ]),
        Scenario(
            "general-decline",
            domains: ["decline", "mobility", "nutrition", "cognition", "continence", "selfcare", "mood", "hydration"],
            kind: "trend",
            changes: ["mobility", "eating", "drinking", "mind", "bladder", "self-care", "mood", "independence", "drowsiness"].map
            {
                Change(topic: $0, after: .odds(2.2...3.2), ramp: 40)
            }),
        Scenario(
            "weight-loss", domains: ["nutrition", "reading"], kind: "trend", concept: "nutrition.weight-loss",
            changes: [Change(topic: "eating", after: .odds(1.2...1.8))], course: .weightLoss(0.7...1.1)),
    ]

    private static let spells = [
        Scenario(
            "near-falls", domains: ["mobility"], kind: "pattern", concept: "mobility.near-fall",
            changes: [Change(topic: "near-falls", after: .rate(0.25...0.40))], lasts: 12...18),
        Scenario(
            "urine-infection", domains: ["illness", "continence", "cognition"], kind: "pattern",
            concept: "continence.urine-change",
            changes: [
                Change(topic: "urine", after: .rate(0.3...0.45)),
                Change(topic: "mind", after: .rate(0.3...0.45), bad: [("cognition.confused", 1)]),
                Change(topic: "bladder", after: .rate(0.2...0.35)), Change(topic: "drowsiness", after: .rate(0.1...0.2)),
            ], lasts: 6...10, ending: ["illness.infection", "medication.changed"]),
        Scenario(
            "chest-infection", domains: ["illness"], kind: "pattern", concept: "illness.cough",
            changes: [
                Change(topic: "chest", after: .rate(0.4...0.6)), Change(topic: "fever", after: .rate(0.15...0.25)),
                Change(topic: "eating", after: .rate(0.2...0.35)), Change(topic: "illness", after: .rate(0.15...0.3)),
            ], lasts: 8...12, ending: ["illness.infection", "medication.changed"]),
        Scenario(
            "pressure-damage", domains: ["skin"], kind: "pattern", concept: "skin.pressure",
            changes: [Change(topic: "pressure", after: .rate(0.35...0.55), ramp: 14)]),
        Scenario(
            "dehydration", domains: ["hydration", "continence", "cognition", "illness"], kind: "pattern",
            concept: "hydration.poor",
            changes: [
                Change(topic: "drinking", after: .rate(0.35...0.5)), Change(topic: "urine", after: .rate(0.2...0.3)),
                Change(topic: "drowsiness", after: .rate(0.2...0.3)),
            ], lasts: 8...14),
        Scenario(
            "family-strain", domains: ["family"], kind: "pattern", concept: "family.strain",
            changes: [Change(topic: "family", after: .rate(0.15...0.3), bad: [("family.strain", 1)])]),
    ]

    private static let events = [
        Scenario("fall", domains: ["mobility"], kind: "red-flag", concept: "mobility.fall", course: .event("mobility.fall")),
        Scenario(
            "chest-pain", domains: ["emergency"], kind: "red-flag", concept: "emergency.chest-pain",
            course: .event("emergency.chest-pain")),
        Scenario(
            "stroke", domains: ["emergency"], kind: "red-flag", concept: "emergency.stroke", course: .event("emergency.stroke")),
        Scenario(
            "unresponsive", domains: ["emergency"], kind: "red-flag", concept: "emergency.unresponsive",
            course: .event("emergency.unresponsive")),
        Scenario(
            "self-harm", domains: ["mood"], kind: "red-flag", concept: "mood.self-harm", course: .event("mood.self-harm")),
        Scenario(
            "safeguarding", domains: ["safeguarding"], kind: "red-flag", concept: "safeguarding.concern",
            course: .event("safeguarding.concern")),
    ]

    private static let better = [
        Scenario(
            "mobility-recovery", domains: ["mobility"], kind: "recovery", concept: "mobility.better",
            changes: [Change(topic: "mobility", before: .rate(0.3...0.45), after: .rate(0.02...0.05), ramp: 10)],
            goodNews: [("mobility.better", 0.15)]),
        Scenario(
            "appetite-recovery", domains: ["nutrition"], kind: "recovery", concept: "nutrition.good",
            changes: [Change(topic: "eating", before: .rate(0.3...0.45), after: .rate(0.02...0.05))]),
        Scenario(
            "self-care-recovery", domains: ["selfcare"], kind: "recovery", concept: "selfcare.better",
            changes: [
                Change(topic: "self-care", before: .rate(0.25...0.4), after: .rate(0.02...0.05)),
                Change(topic: "independence", before: .rate(0.1...0.2), after: .rate(0.005...0.02)),
            ], goodNews: [("selfcare.better", 0.2)]),
    ]

    private static let service = [
        Scenario("silence", domains: ["visit"], kind: "silence", course: .silence),
        Scenario(
            "service-failure", domains: ["visit"], kind: "trend", concept: "visit.late",
            changes: [Change(topic: "service", after: .rate(0.25...0.4))], course: .missedVisits),
    ]
}
