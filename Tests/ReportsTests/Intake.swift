import Reports

/// Everything that comes out of one input, and short ways to look at it.
struct Intake {
    var records: [IntakeRecord] = []

    init(
        _ content: [UInt8], name: String = "in.ndjson", settings: IntakeSettings = IntakeSettings(), format: InputFormat? = nil,
        chunkBytes: Int = 256 << 10
    ) throws {
        var stream = try ReportStream(
            [.bytes(name: name, content: content)], settings: settings, format: format, chunkBytes: chunkBytes)
        while let record = stream.next() { records.append(record) }
    }

    init(
        _ content: String, name: String = "in.ndjson", settings: IntakeSettings = IntakeSettings(), format: InputFormat? = nil,
        chunkBytes: Int = 256 << 10
    ) throws {
        try self.init(Array(content.utf8), name: name, settings: settings, format: format, chunkBytes: chunkBytes)
    }

    init(paths: [String], settings: IntakeSettings = IntakeSettings()) throws {
        var stream = try ReportStream(paths.map { .path($0) }, settings: settings)
        while let record = stream.next() { records.append(record) }
    }

    var reports: [VisitReport] {
        records.compactMap { if case .report(let report, _) = $0 { report } else { nil } }
    }

    var places: [RecordPlace] {
        records.map { record in
            switch record {
            case .report(_, let place): place
            case .putAside(let putAside): putAside.place
            }
        }
    }

    var putAside: [PutAside] {
        records.compactMap { if case .putAside(let putAside) = $0 { putAside } else { nil } }
    }
}

extension String {
    func utf16(bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }
}
