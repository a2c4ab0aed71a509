import ArgumentParser
import Evaluation
import Reports
import Rulebook

/// Which clients to make up.
struct SimulationOptions: ParsableArguments {
    @Option(help: "How many clients. (default: 200; 40 when messy)") var clients: Int?
    @Option(help: "How many days. (default: 180; 70 when messy)") var days: Int?
    @Option(help: "Another seed gives other clients. (default: 1; 2026 when messy)") var seed: UInt64?
    @Option(help: ArgumentHelp("The first day. (default: 2026-01-05; 2026-01-26 when messy)", valueName: "yyyy-mm-dd"))
    var start: String?
    @Option(help: ArgumentHelp("Visits a day, drawn for each client, e.g. 0.4-4.", valueName: "low-high"))
    var visitsPerDay: String?
    @Option(help: "The share of clients to whom something happens. (default: 0.4)") var scenarioShare: Double?
    @Option(
        help: ArgumentHelp("Only these scenarios, parted by commas; see --list-scenarios.", valueName: "id,id…"),
        transform: { $0.split(separator: ",").map { String($0) } })
    var only: [String]?
    @Option(
        help: ArgumentHelp("Where the clients live, parted by commas: UK, US, IE, AU, NZ. (default: all)", valueName: "id,id…"),
        transform: { $0.split(separator: ",").map { $0.uppercased() } })
    var regions: [String]?

    func validate() throws {
        guard clients ?? 1 > 0, clients ?? 1 <= 1_000_000 else { throw ValidationError("--clients: from 1 to 1000000.") }
        guard days ?? 1 > 0, days ?? 1 <= 36_500 else { throw ValidationError("--days: from 1 to 36500.") }
        guard (0...1).contains(scenarioShare ?? 0) else { throw ValidationError("--scenario-share: from 0 to 1.") }
        let scenarios = (Scenario.changing + Scenario.controls).map(\.id)
        for id in only ?? [] where Scenario.named(id) == nil {
            let hint = nearestName(to: id, in: scenarios).map { " Did you mean \($0)?" } ?? " See --list-scenarios."
            throw ValidationError("--only: there is no scenario \(id).\(hint)")
        }
        for id in regions ?? [] where Region(rawValue: id) == nil {
            throw ValidationError("--regions: \(id) is none of \(Region.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        _ = try firstDay()
        _ = try visits()
    }

    func settings(over usual: SimulationSettings) throws -> SimulationSettings {
        var settings = usual
        settings.clients = clients ?? settings.clients
        settings.days = days ?? settings.days
        settings.seed = seed ?? settings.seed
        settings.start = try firstDay() ?? settings.start
        settings.visitsPerDay = try visits() ?? settings.visitsPerDay
        settings.scenarioShare = scenarioShare ?? settings.scenarioShare
        settings.only = only ?? settings.only
        settings.regions = regions?.compactMap { Region(rawValue: $0) } ?? settings.regions
        return settings
    }

    private func firstDay() throws -> Instant? {
        guard let start else { return nil }
        let parts = start.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1900...2200).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2])
        else { throw ValidationError("--start: \(start) is no day such as 2026-01-05.") }
        let day = Instant.utc(year: parts[0], month: parts[1], day: parts[2])
        guard day.civilDate == (parts[0], parts[1], parts[2]) else {
            throw ValidationError("--start: \(start) is a day that does not exist.")
        }
        return day
    }

    private func visits() throws -> ClosedRange<Double>? {
        guard let visitsPerDay else { return nil }
        let parts = visitsPerDay.split(separator: "-").compactMap { Double($0) }
        guard let low = parts.first, let high = parts.last, parts.count <= 2, low > 0, low <= high, high <= 24 else {
            throw ValidationError("--visits-per-day: \(visitsPerDay) is no range such as 0.4-4.")
        }
        return low...high
    }
}
