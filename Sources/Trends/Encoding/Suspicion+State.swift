import ChangeDetection
import Reports

extension StateWriter {
    mutating func write(_ suspicion: Suspicion, near base: Instant) {
        var active: UInt8 = 0
        for index in 0..<3 where suspicion.runs[index].evidence > 0 { active |= 1 << UInt8(index) }
        write(byte: active)
        for index in 0..<3 { write(suspicion.levels[index]) }
        for index in 0..<3 where suspicion.runs[index].evidence > 0 {
            let run = suspicion.runs[index]
            write(fixed: run.evidence.bitPattern)
            write(Instant(day: run.onset).seconds &- base.seconds)
            for category in 0..<4 { write(UInt64(run.counts[category])) }
            for category in 1..<4 where run.counts[category] > 0 { write(fixed: run.gains[category].bitPattern) }
        }
    }
}

extension StateReader {
    mutating func suspicion(near base: Instant) throws(StateDamage) -> Suspicion {
        var suspicion = Suspicion()
        let active = try byte()
        for index in 0..<3 { suspicion.levels[index] = try double() }
        for index in 0..<3 where active & (1 << UInt8(index)) != 0 {
            var run = Run()
            run.evidence = Double(bitPattern: try fixed())
            run.onset = try later(than: base).day
            for category in 0..<4 { run.counts[category] = UInt32(truncatingIfNeeded: try number()) }
            for category in 1..<4 where run.counts[category] > 0 {
                run.gains[category] = Double(bitPattern: try fixed())
            }
            suspicion.runs[index] = run
        }
        return suspicion
    }
}
