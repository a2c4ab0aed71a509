import Signals

extension Scenario {
    /// Clients for whom no alert is right but a red flag.
    package static let controls: [Scenario] = [stable] + special

    package static let stable = control("stable")

    /// Things that look like a change and are none.
    static let special = [
        control("carer-gloomier", .gloomyCarer),
        control("carer-terser", .terseCarer),
        control("hospital-stay", .hospitalStay, lasts: 6...14),
        control("holiday", .holiday, lasts: 7...14),
        control("copied-notes", .copiedNotes, lasts: 10...20),
        Scenario(
            "chronic", domains: [], kind: "none",
            changes: [
                Change(topic: "mobility", before: .rate(0.25...0.5), after: .rate(0.25...0.5)),
                Change(topic: "bladder", before: .rate(0.2...0.4), after: .rate(0.2...0.4)),
            ]),
    ]

    private static func control(_ id: String, _ course: Course = .levels, lasts: ClosedRange<Double>? = nil) -> Scenario {
        Scenario(id, domains: [], kind: "none", course: course, lasts: lasts)
    }
}
