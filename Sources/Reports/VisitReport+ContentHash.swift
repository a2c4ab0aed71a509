extension VisitReport {
    /// FNV-1a over every field but `received`: the same in every run and on every machine.
    package var contentHash: UInt64 {
        var hash = ContentHash()
        hash.add(id)
        hash.add(client)
        hash.add(note)
        hash.add(start)
        hash.add(end)
        hash.add(carer)
        hash.add(scheduledStart)
        hash.add(scheduledEnd)
        hash.add(UInt64(tasks.count))
        for task in tasks {
            hash.add(task.task)
            hash.add(byte: task.done ? 1 : 0)
            hash.add(task.reason)
        }
        hash.add(byte: medicationDue.map { $0 ? 2 : 1 } ?? 0)
        hash.add(region)
        return hash.value
    }
}

/// FNV-1a of 64 bits; strings are closed by a byte that UTF-8 never holds, so that neighbours cannot run together.
private struct ContentHash {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ text: String?) {
        if let text {
            let bytes = text.utf8.span
            for index in bytes.indices { add(byte: bytes[index]) }
            add(byte: 0xFF)
        } else {
            add(byte: 0xFE)
        }
    }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func add(_ instant: Instant?) {
        add(UInt64(bitPattern: instant?.seconds ?? .min))
    }
}
