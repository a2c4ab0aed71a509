import Testing

@testable import Reports

struct IntakePropertyTests {
    @Test func `the size of chunks makes no difference`() throws {
        var random = SeededRandom(seed: 11)
        for round in 0..<150 {
            let input = Sample.damaged(&random)
            let settings = Sample.settings(&random)
            let whole = try Intake(input.bytes, name: input.name, settings: settings, chunkBytes: 1 << 20)
            for chunkBytes in [1 + random.below(20), 1 + random.below(2_000)] {
                let parts = try Intake(input.bytes, name: input.name, settings: settings, chunkBytes: chunkBytes)
                #expect(parts.records == whole.records, "round \(round) \(input.name) in chunks of \(chunkBytes)")
            }
        }
    }

    @Test func `any bytes give reports or put-asides, each in its place, and never a crash`() throws {
        var random = SeededRandom(seed: 23)
        for _ in 0..<3_000 {
            let input = Sample.damaged(&random)
            let forced = random.below(4) == 0 ? InputFormat.allCases.randomElement(using: &random) : nil
            let intake = try Intake(input.bytes, name: input.name, settings: Sample.settings(&random), format: forced)
            let places = intake.places
            #expect(places.allSatisfy { $0.line >= 1 && $0.byte >= 0 && $0.byte <= input.bytes.count })
            #expect(zip(places, places.dropFirst()).allSatisfy { $0.byte <= $1.byte && $0.line <= $1.line })
            #expect(intake.putAside.allSatisfy { $0.length >= $0.raw.count && $0.reason.hasSuffix(".") })
        }
    }

    @Test func `reports written as a table are read back the same`() throws {
        var random = SeededRandom(seed: 5)
        for delimiter in [",", ";", "\t"] {
            let reports = (0..<100).map { _ in random.tableReport() }
            let table = Sample.table(reports, delimiter: delimiter)
            let settings = IntakeSettings()
            #expect(try Intake(table, name: "a.csv", settings: settings).reports == reports)
            #expect(try Intake(table.utf16(), name: "a.csv", settings: settings, chunkBytes: 1_001).reports == reports)
        }
    }

    @Test func `one damaged line costs no other line`() throws {
        var random = SeededRandom(seed: 31)
        for _ in 0..<300 {
            let reports = (0..<6).map { _ in random.report() }
            var lines = reports.map(\.ndjsonBytes)
            let bad = random.below(6)
            for _ in 0..<3 { lines[bad][random.below(lines[bad].count)] = UInt8(random.below(255) + 1) }
            lines[bad] = lines[bad].map { $0 == 0x0A ? 0x20 : $0 }
            let intake = try Intake(Array(lines.joined(separator: [0x0A])), name: "a.ndjson", format: .ndjson)
            let others = Set(reports.indices.filter { $0 != bad }.map { reports[$0] })
            #expect(others.isSubset(of: Set(intake.reports)))
        }
    }
}
