import ChangeDetection
import Reports

/// When a visit was planned and when it took place.
struct VisitTimes: Sendable {
    var scheduledStart: Instant
    var scheduledEnd: Instant
    var start: Instant
    var end: Instant

    init(persona: Persona, slot: Persona.Slot, midnight: Instant, random: inout SplitMix64) {
        let local = midnight.seconds + Int64(60 * (slot.minute + persona.shift))
        scheduledStart = Instant(seconds: local - AgencyClock.offset(atLocal: local))
        scheduledEnd = Instant(seconds: scheduledStart.seconds + Int64(60 * persona.minutes))
        start = Instant(seconds: scheduledStart.seconds + Int64(60 * random.within(-10...14)))
        end = Instant(seconds: start.seconds + Int64(60 * max(10, persona.minutes + random.within(-4...6))))
    }

    mutating func delay(minutes: Int) {
        let length = end.seconds - start.seconds
        start = Instant(seconds: scheduledStart.seconds + Int64(60 * minutes))
        end = Instant(seconds: start.seconds + length)
    }

    mutating func shorten() { end = Instant(seconds: start.seconds + (end.seconds - start.seconds) / 150 * 60) }
}
