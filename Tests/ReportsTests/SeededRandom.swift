import Reports

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func text(_ pieces: [String], upTo count: Int) -> String {
        (0..<below(count + 1)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func report() -> VisitReport {
        let pieces = ["fell ", "ate ", "\"", "\\", "\n", "\r\n", ",", ";", "é", "😀", "\u{1}", "£2", "' ", "{", "}"]
        let start = Instant(seconds: 1_767_686_700 + Int64(below(10_000_000)))
        var report = VisitReport(id: "r\(below(1_000))", client: "C\(below(9))", note: text(pieces, upTo: 40), start: start)
        if below(2) == 0 { report.end = start.adding(days: Double(below(40)) / 1_440) }
        if below(2) == 0 { report.carer = "W\(below(5))" }
        if below(3) == 0 { report.scheduledStart = start.adding(days: -0.01) }
        if below(3) == 0 { report.medicationDue = below(2) == 0 }
        if below(3) == 0 { report.received = start.adding(days: 1) }
        if below(3) == 0 { report.region = "UK" }
        report.tasks = (0..<below(3)).map {
            TickedTask(task: "task \($0)", done: below(2) == 0, reason: below(2) == 0 ? text(pieces, upTo: 3) : nil)
        }
        return report
    }
}
