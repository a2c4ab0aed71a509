import Foundation
import Reports
import Rulebook
import Signals
import Testing
import VisitPipeline

struct FoldFilterTests {
    @Test func `folding day by day through the filter tells the same alerts as the store`() async throws {
        let year = MadeUpYear(seed: 31, clients: 3, days: 40)
        let agency = try Agency()
        try await agency.run(year.reports)

        let readers = ReaderPool(SignalExtractor(try agency.rulebook.lexicon()))
        var states: [String] = []
        var alerts: [String: String] = [:]
        for part in 0..<4 {
            let reports = year.reports[(part * year.reports.count / 4)..<((part + 1) * year.reports.count / 4)]
            var filter = try FoldFilter(policy: agency.rulebook.policy, settings: agency.rulebook.intake, readers: readers)
            let lines = (reports.reversed().map(\.ndjsonLine) + states + ["neither"]).joined(separator: "\n")
            try filter.read(.bytes(name: "-", content: Array(lines.utf8)))
            #expect(filter.putAside.count == 1)
            states.removeAll()
            try filter.write { bytes in
                for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init) {
                    if line.contains("\"state\":") { states.append(line) } else { note(line, in: &alerts) }
                }
            }
        }
        #expect(states.count == 3)
        #expect(try alerts.values.sorted() == agency.alertLines().sorted())
    }

    private func note(_ line: String, in alerts: inout [String: String]) {
        guard let change = line.range(of: "\"alert\":") else { return }
        let alert = "{" + line[change.lowerBound...]
        let id = String(alert.dropFirst(10).prefix(18))
        alerts[id] = line.contains("\"change\":\"withdrawn\"") ? nil : alert
    }
}
