import Evaluation
import Foundation
import Reports
import Signals
import Testing

struct SimulationTests {
    private let settings = SimulationSettings(clients: 20, days: 30, seed: 7)

    @Test func `the same seed gives the same bytes, another seed others`() throws {
        let first = try digest(of: settings)
        #expect(try digest(of: settings) == first)
        var other = settings
        other.seed = 8
        #expect(try digest(of: other) != first)
    }

    @Test func `the bytes of a seed are pinned, so that published figures can be repeated`() throws {
        var small = settings
        small.clients = 8
        small.days = 20
        let digest = try digest(of: small)
        #expect(digest == Self.pinned)
    }

    @Test func `reports come in order of time with ids that occur once`() throws {
        var ids: Set<String> = []
        var count = 0
        try simulation(settings).run { notes in
            #expect(notes.map(\.report.time) == notes.map(\.report.time).sorted())
            ids.formUnion(notes.map(\.report.id))
            count += notes.count
        }
        #expect(ids.count == count)
    }

    @Test func `most notes hold a trap or a filler, and no slot is left unfilled`() throws {
        var notes = 0
        var withTrap = 0
        try simulation(settings).run { day in
            for note in day where !note.report.note.isEmpty {
                notes += 1
                if !note.traps.isEmpty { withTrap += 1 }
                #expect(!note.report.note.contains("{") && !note.report.note.contains("|"))
            }
        }
        #expect(Double(withTrap) > 0.4 * Double(notes))
    }

    @Test func `after the onset of missed medicines they are told at 15 to 40 in a hundred due visits`() throws {
        var settings = SimulationSettings(clients: 12, days: 120, seed: 3, only: ["medicines-missed"])
        settings.visitsPerDay = 2...2
        var due: [String: [Bool]] = [:]
        var reports: [(client: String, time: Instant, isMissed: Bool)] = []
        let truths = try simulation(settings).run { day in
            for note in day where note.report.medicationDue == true {
                let isMissed = !note.counting.isDisjoint(with: ["medication.missed", "medication.refused"])
                reports.append((note.report.client, note.report.time, isMissed))
            }
        }
        for truth in truths {
            let onset = try #require(truth.onset)
            let own = reports.filter { $0.client == truth.client }
            guard !own.isEmpty else { continue }
            let before = own.filter { $0.time < onset }
            let after = own.filter { $0.time >= onset }
            #expect(share(before.map(\.isMissed)) < 0.12)
            #expect((0.08...0.50).contains(share(after.map(\.isMissed))))
            due[truth.client] = after.map(\.isMissed)
        }
        #expect(due.count > 4)
    }

    @Test func `every scenario and control is dealt, and controls have no domain in which an alert is right`() throws {
        let truths = try simulation(SimulationSettings(clients: 100, days: 20, seed: 2)).run { _ in }
        let dealt = Set(truths.map(\.scenario))
        #expect(Scenario.changing.count >= 18)
        #expect(dealt == Set((Scenario.changing + Scenario.controls).map(\.id)))
        #expect(truths.filter(\.isControl).allSatisfy { $0.domains.isEmpty })
        #expect(truths.filter { !$0.isControl }.allSatisfy { $0.onset != nil && !$0.domains.isEmpty })
    }

    @Test func `an urgent scenario is told once at its onset`() throws {
        let settings = SimulationSettings(clients: 9, days: 40, seed: 5, only: ["fall", "stroke", "self-harm"])
        let truths = try simulation(settings).run { _ in }
        for truth in truths {
            #expect(truth.redFlags.contains { $0.time == truth.onset && $0.concept == truth.concept })
        }
    }

    @Test func `truth and labels survive being written and read`() throws {
        var notes: [LabelledNote] = []
        let truths = try simulation(SimulationSettings(clients: 40, days: 8, seed: 4)).run { notes += $0 }
        let truthLines = truths.map { $0.ndjson + "\n" }.joined()
        let read = try ClientTruth.truths(inNDJSON: Data(truthLines.utf8))
        #expect(read.map(\.ndjson) == truths.map(\.ndjson))
        let lines = notes.map { $0.ndjson(withNote: true) + "\n" }.joined()
        let labels = try LabelledNote.notes(inNDJSON: Data(lines.utf8))
        #expect(labels.map(\.counting) == notes.map(\.counting))
        #expect(labels.map(\.readings) == notes.map(\.readings))
    }

    @Test func `every concept has a dozen wordings and the shipped phrases are well formed`() throws {
        let sections = try PhraseFile.sections()
        let phrases = try #require(sections["phrases"])
        #expect(phrases.count >= 45)
        for (concept, wordings) in phrases { #expect(Set(wordings).count >= 12, "\(concept)") }
        var broken = sections
        broken["traps"]?["absent"]?.append("No {falls | mobility.fall")
        #expect(throws: BadPhrase.self) { try PhraseBanks(broken) }
    }

    private static let pinned: UInt64 = 17_454_114_490_648_874_953

    private func simulation(_ settings: SimulationSettings) throws -> Simulation {
        Simulation(settings, phrases: try PhraseFile.banks())
    }

    /// FNV-1a over everything that is written.
    private func digest(of settings: SimulationSettings) throws -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ line: String) { for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        let truths = try simulation(settings).run { notes in
            for note in notes {
                add(note.report.ndjsonLine)
                add(note.ndjson(withNote: false))
            }
        }
        for truth in truths { add(truth.ndjson) }
        return hash
    }

    private func share(_ flags: [Bool]) -> Double { Double(flags.filter { $0 }.count) / Double(max(1, flags.count)) }
}
