import Reports

/// Reports of a few clients, some of whom change; a function of the seed.
struct MadeUpYear {
    private var state: UInt64
    private(set) var reports: [VisitReport] = []

    private let quiet = [
        "All care given. Ate well, took all tablets.", "Meds given, good appetite, slept well.", "Washed and dressed. Happy.",
        "Had a chat, tea and toast eaten.",
    ]
    private let bad = [
        "Refused her tablets this morning.", "Found on bathroom floor on arrival.", "Would not eat her lunch, refused meds.",
        "Red area on sacrum. Very confused today.", "Nearly fell in the kitchen, unsteady.",
    ]

    init(seed: UInt64, clients: Int = 6, days: Int = 60) {
        state = seed
        for client in 0..<clients {
            for day in 0..<days where next(10) > 0 {
                for visit in 0..<2 { add(client: client, day: day, visit: visit, of: days) }
            }
        }
        reports.sort { ($0.time, $0.id) < ($1.time, $1.id) }
    }

    private mutating func add(client: Int, day: Int, visit: Int, of days: Int) {
        let isChanging = client.isMultiple(of: 2) && day > days / 2
        let notes = next(100) < (isChanging ? 35 : 3) ? bad : quiet
        let start = Instant.utc(year: 2026, month: 1, day: 1, hour: 8 + visit * 9, minute: next(50)).adding(days: Double(day))
        reports.append(
            VisitReport(
                id: "r\(client)-\(day)-\(visit)", client: "C\(client)", note: notes[next(notes.count)], start: start,
                end: start.adding(days: 0.02), carer: "K\(next(4))", medicationDue: true, region: "UK"))
    }

    /// SplitMix64 (Steele, Lea, Flood 2014), reduced to `0 ..< bound`.
    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(bound))
    }

    mutating func shuffled(_ reports: [VisitReport]) -> [VisitReport] {
        var result = reports
        for index in result.indices.dropFirst() { result.swapAt(index, next(index + 1)) }
        return result
    }
}
