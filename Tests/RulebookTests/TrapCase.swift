import Foundation
import Reports
import Signals
import TestKit

/// One line of `Fixtures/traps`: words of a note and what must be read of them.
struct TrapCase {
    enum Expectation: Hashable {
        case told(Concept)
        case read(Concept, Assertion)
        case untold(Concept)
    }

    var place: String
    var kind: String
    var region: String
    var note: String
    var expectations: [Expectation]

    /// Every case of every file, in order of files and lines.
    static func all() throws -> [TrapCase] {
        let folder = Fixture.url("traps").path()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        return try names.flatMap { name in
            cases(in: try String(contentsOfFile: folder + "/" + name, encoding: .utf8), name: name)
        }
    }

    private static func cases(in text: String, name: String) -> [TrapCase] {
        var cases: [TrapCase] = []
        var kind = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("## ") { kind = String(line.dropFirst(3)) }
            guard !line.hasPrefix("#"), let arrow = line.range(of: " => ", options: .backwards) else { continue }
            var words = String(line[..<arrow.lowerBound])
            var region = "UK"
            if words.hasPrefix("["), let bracket = words.firstIndex(of: "]") {
                region = String(words[words.index(after: words.startIndex)..<bracket])
                words = String(words[words.index(bracket, offsetBy: 2)...])
            }
            cases.append(
                TrapCase(
                    place: "\(name):\(index + 1)", kind: kind, region: region,
                    note: words.replacing("\\n", with: "\n"),
                    expectations: line[arrow.upperBound...].split(separator: ",").map(expectation)))
        }
        return cases
    }

    private static func expectation(_ text: Substring) -> Expectation {
        let words = text.split(separator: " ").map(String.init)
        if words[0].hasPrefix("!") { return .untold(Concept(String(words[0].dropFirst()))) }
        if words.count > 1, let assertion = Assertion(rawValue: words[1]) { return .read(Concept(words[0]), assertion) }
        return .told(Concept(words[0]))
    }

    /// The expectations that the signals do not meet; none when the case passes.
    func unmet(by signals: [Signal]) -> [Expectation] {
        expectations.filter { expectation in
            switch expectation {
            case .told(let concept): !signals.contains { $0.concept == concept && $0.counts }
            case .read(let concept, let assertion): !isRead(concept, assertion, in: signals)
            case .untold(let concept): signals.contains { $0.concept == concept && $0.counts }
            }
        }
    }

    /// What counts must be read; what does not may also be passed over.
    private func isRead(_ concept: Concept, _ assertion: Assertion, in signals: [Signal]) -> Bool {
        let read = signals.filter { $0.concept == concept }
        if assertion == .present || assertion == .possible { return read.contains { $0.assertion == assertion } }
        return read.isEmpty || (read.contains { $0.assertion == assertion } && !read.contains(where: \.counts))
    }

    func report(id: Int) -> VisitReport {
        VisitReport(id: "trap-\(id)", client: "C1", note: note, start: Instant(seconds: 0), region: region)
    }
}
