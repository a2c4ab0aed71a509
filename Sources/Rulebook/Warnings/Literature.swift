import Signals

/// Where thresholds may stand by what has been published: `literature.yaml`. It judges configs, never clients.
struct Literature: Hashable, Sendable {
    struct Span: Hashable, Sendable {
        var range: ClosedRange<Double>
        /// The range as written, and where it comes from.
        var words: String
        var source: String
    }

    struct ReadingLimits: Hashable, Sendable {
        var low: Span?
        var high: Span?
    }

    /// By the reading, in its unit.
    var limits: [Concept: ReadingLimits] = [:]
    /// Percent of the usual weight, by the days in which it is lost.
    var losses: [(days: Double, percent: Span)] = []
    /// False alerts of one client in a year.
    var falseAlerts: Span?
    /// Visits that the usual level over all clients is worth.
    var worth: Span?
    /// Days of a pattern's window.
    var window: Span?

    static func == (a: Literature, b: Literature) -> Bool {
        a.limits == b.limits && a.falseAlerts == b.falseAlerts && a.worth == b.worth && a.window == b.window
            && a.losses.elementsEqual(b.losses) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(limits) }
}

/// Reads `literature.yaml`.
struct LiteratureReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    func literature(_ root: ConfigNode) -> Literature {
        var literature = Literature()
        _ = root.map(problems) { map in
            for entry in map.optional("reading_limits")?.entries(problems) ?? [] {
                let name = ConfigNode(.text(entry.key, isQuoted: false), at: entry.keyPlace)
                guard let reading = concepts.reading(name, problems) else { continue }
                literature.limits[reading] = limits(entry.value)
            }
            literature.losses = (map.optional("weight_losses")?.list(problems) ?? []).compactMap(loss)
            literature.falseAlerts = span(map.optional("false_alerts")) { $0.falseAlertBudget(problems)?.perClientYear }
            literature.worth = span(map.optional("worth")) { $0.count(of: "visit", problems).map(Double.init) }
            literature.window = span(map.optional("pattern_window")) { $0.days(problems) }
            return true
        }
        return literature
    }

    private func limits(_ node: ConfigNode) -> Literature.ReadingLimits? {
        node.map(problems) { map in
            let source = map.string("source") ?? ""
            return Literature.ReadingLimits(
                low: map.optional("low").flatMap { pair($0, source) { $0.double(problems) } },
                high: map.optional("high").flatMap { pair($0, source) { $0.double(problems) } })
        }
    }

    private func loss(_ node: ConfigNode) -> (days: Double, percent: Literature.Span)? {
        node.map(problems) { map in
            let days = map.required("over")?.days(problems)
            let source = map.string("source") ?? ""
            guard let percent = map.required("percent").flatMap({ pair($0, source) { $0.double(problems) } }), let days else {
                return nil
            }
            return (days, percent)
        }
    }

    private func span(_ node: ConfigNode?, _ read: (ConfigNode) -> Double?) -> Literature.Span? {
        node?.map(problems) { map in
            let source = map.string("source") ?? ""
            return map.required("between").flatMap { pair($0, source, read) }
        }
    }

    private func pair(_ node: ConfigNode, _ source: String, _ read: (ConfigNode) -> Double?) -> Literature.Span? {
        guard let members = node.list(problems) else { return nil }
        let numbers = members.compactMap(read)
        guard numbers.count == members.count else { return nil }
        guard numbers.count == 2, numbers[0] <= numbers[1] else {
            problems.report(.outOfRange, at: node.place, "this is no range", expected: "[lowest, highest]")
            return nil
        }
        let words = members.compactMap(\.text).joined(separator: " to ")
        return Literature.Span(range: numbers[0]...numbers[1], words: words, source: source)
    }
}
