import ArgumentParser
import Reports

/// By which time silence and ages are judged.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Judge silence and ages as of this date or time, e.g. 2026-03-02. (default: the newest visit in the store)",
            valueName: "time"))
    var time: AsOf?

    var instant: Instant? { time?.instant }
}

/// A point in time as it is typed: a day means its last second, in UTC.
struct AsOf: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        let endOfDay = argument.count == 10 ? argument + "T23:59:59Z" : argument
        guard let instant = Instant(iso8601: endOfDay) else { return nil }
        self.instant = instant
    }
}
