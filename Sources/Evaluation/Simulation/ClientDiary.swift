import ChangeDetection
import Reports
import Signals

/// Writes the visits of one simulated client day by day, and keeps the truth about them.
struct ClientDiary: Sendable {
    let persona: Persona
    let course: ClientCourse
    private let settings: SimulationSettings
    let rota: Rota
    private var random: SplitMix64
    private var visits = 0
    private var redFlags: [ClientTruth.RedFlag] = []
    private var eventTime: Instant?
    /// Days in hospital or on holiday; none when empty.
    private var away = 0..<0
    private var isBackFrom: String?
    private var retellings = 0
    private var lastNotes: [String: WrittenNote] = [:]
    private var hasEnded = false

    init(index: Int, scenario: Scenario, settings: SimulationSettings, phrases: PhraseBanks) {
        var random = SplitMix64(seed: settings.seed, stream: UInt64(index))
        let persona = Persona(index: index, settings: settings, phrases: phrases, random: &random)
        let course = ClientCourse(scenario, persona: persona, days: settings.days, random: &random)
        rota = Rota(persona: persona, course: course, settings: settings, random: &random)
        self.persona = persona
        self.course = course
        self.settings = settings
        self.random = random
        switch scenario.course {
        case .hospitalStay, .holiday: away = course.onset + 1..<course.end + 1
        default: break
        }
    }

    /// The reports of a day with what they say, in order of time.
    mutating func visits(on day: Int, phrases: PhraseBanks) -> [LabelledNote] {
        guard !away.contains(day) else {
            isBackFrom = isBackFrom ?? "holiday"
            return []
        }
        if case .silence = course.scenario.course, day >= course.onset { return [] }
        let weekday = (Int(settings.start.seconds / 86_400) + day + 3) % 7
        guard persona.weekdays.contains(weekday) else { return [] }
        var notes: [LabelledNote] = []
        for slot in persona.slots where !away.contains(day) {
            if case .missedVisits = course.scenario.course, course.holds(on: day), random.chance(0.12) { continue }
            notes.append(visit(day: day, weekday: weekday, slot: slot, isFirst: notes.isEmpty, phrases: phrases))
        }
        return notes
    }

    /// What happened, once all days are written.
    func truth() -> ClientTruth {
        let hasOnset = course.onset < settings.days
        let onset = eventTime ?? settings.start.adding(days: Double(course.onset))
        let isEvent = eventTime != nil
        return ClientTruth(
            client: persona.id, scenario: course.scenario.id, isControl: course.scenario.isControl,
            onset: hasOnset ? onset : nil,
            end: hasOnset ? (isEvent ? onset : settings.start.adding(days: Double(course.end + 1))) : nil,
            domains: course.scenario.domains, kind: course.scenario.kind, concept: course.scenario.concept?.rawValue,
            first: settings.start, last: settings.start.adding(days: Double(settings.days)), visits: visits,
            rates: Topic.all.indices.map { index in
                let rates = course.rates(of: index)
                return ClientTruth.Rate(topic: Topic.all[index].id, before: rates.before, after: rates.after)
            }, redFlags: redFlags)
    }
}

extension ClientDiary {
    private mutating func visit(
        day: Int, weekday: Int, slot: Persona.Slot, isFirst: Bool, phrases: PhraseBanks
    ) -> LabelledNote {
        let carer = rota.carer(on: day, random: &random)
        var times = VisitTimes(persona: persona, slot: slot, midnight: settings.start.adding(days: Double(day)), random: &random)
        let planner = DraftPlanner(persona: persona, course: course, carer: carer, day: day, slot: slot, isFirst: isFirst)
        var draft = planner.draft(random: &random)
        let urgent = addUrgent(to: &draft, day: day)
        addAftermath(to: &draft, day: day, isFirst: isFirst)
        if (isFirst && weekday == persona.weekdays.min()) && (persona.isWeighed || course.weightLoss > 0) {
            draft.weight = weight(on: day)
        }
        let writer = NoteWriter(phrases: phrases, persona: persona, voice: carer, slot: slot, weekday: weekday)
        let note = text(of: draft, by: carer, writer: writer, day: day, isUrgent: urgent)
        lastNotes["\(carer.id)/\(slot.rawValue)"] = note
        if note.counting.contains("visit.late") { times.delay(minutes: random.within(35...80)) }
        if note.counting.contains("visit.short") { times.shorten() }
        visits += 1
        let report = report(times, carer: carer, slot: slot, note: note)
        record(note, in: report)
        return LabelledNote(report: report, labels: note.labels, readings: note.readings)
    }

    /// An urgent thing: the scenario's own, or one of the rare ones that may befall anyone.
    private mutating func addUrgent(to draft: inout NoteDraft, day: Int) -> Bool {
        var concept: Concept?
        if case .event(let planned) = course.scenario.course, day >= course.onset, eventTime == nil { concept = planned }
        if concept == nil, random.chance(0.25 / 365 / Double(persona.slots.count)) { concept = "mobility.fall" }
        if concept == nil, random.chance(0.04 / 365 / Double(persona.slots.count)) {
            concept = random.pick(Array(ClientTruth.urgent.dropFirst()))
        }
        guard let concept else { return false }
        draft.items.removeAll { $0.part == .mobility || $0.part == .arrival }
        draft.items.insert(NoteDraft.Item(part: .arrival, bank: "phrases/" + concept.rawValue), at: 0)
        if concept == "mobility.fall" { retellings = random.within(2...5) }
        if concept.domain == "emergency", random.chance(0.6), away.isEmpty {
            away = day + 1..<day + 1 + random.within(3...10)
            isBackFrom = "hospital"
        }
        return true
    }

    private mutating func addAftermath(to draft: inout NoteDraft, day: Int, isFirst: Bool) {
        if day + 1 == away.lowerBound, isFirst, !away.isEmpty {
            if case .hospitalStay = course.scenario.course {
                draft.add("stays/planned", in: .other)
                isBackFrom = "hospital"
            } else if case .holiday = course.scenario.course {
                draft.add("fillers/away", in: .other)
            }
        }
        if let place = isBackFrom, day >= away.upperBound, !away.isEmpty {
            if place == "hospital" {
                draft.say("care.discharged", in: .arrival)
            } else {
                draft.add("fillers/back", in: .arrival)
            }
            isBackFrom = nil
        }
        if retellings > 0, !draft.items.contains(where: { $0.bank == "phrases/mobility.fall" }), random.chance(0.7) {
            draft.add("traps/retold", in: .health)
            retellings -= 1
        }
        if day > course.end, !course.scenario.ending.isEmpty, !hasEnded {
            for concept in course.scenario.ending { draft.say(concept, in: .health) }
            hasEnded = true
        }
    }

    private func weight(on day: Int) -> Double {
        var noise = SplitMix64(
            seed: settings.seed &+ 77,
            stream: UInt64(day) &* 1_000_003 &+ UInt64(persona.id.utf8.reduce(0) { $0 * 10 + Int($1 & 15) }))
        let weeks = max(0, Double(day - course.onset) / 7)
        return persona.weight * (1 - course.weightLoss / 100 * weeks) + 0.25 * noise.normal()
    }

    private mutating func text(
        of draft: NoteDraft, by carer: CarerVoice, writer: NoteWriter, day: Int, isUrgent: Bool
    ) -> WrittenNote {
        if !isUrgent {
            if random.chance(0.012) { return WrittenNote() }
            var copies = carer.copies
            if case .copiedNotes = course.scenario.course, course.holds(on: day), day > course.onset { copies = 0.75 }
            let last = lastNotes["\(carer.id)/\(writer.slot.rawValue)"]
            if random.chance(copies), let last, last.counting.isDisjoint(with: ClientTruth.urgent) { return last }
        }
        var draft = draft
        if case .copiedNotes = course.scenario.course, day == course.onset { draft.say("pain.present", in: .health) }
        return writer.note(for: draft, random: &random)
    }

    private mutating func record(_ note: WrittenNote, in report: VisitReport) {
        for concept in ClientTruth.urgent where note.counting.contains(concept) {
            redFlags.append(ClientTruth.RedFlag(report: report.id, time: report.time, concept: concept.rawValue))
            if case .event(concept) = course.scenario.course, eventTime == nil,
                report.time >= settings.start.adding(days: Double(course.onset))
            {
                eventTime = report.time
            }
        }
    }

    private mutating func report(_ times: VisitTimes, carer: CarerVoice, slot: Persona.Slot, note: WrittenNote) -> VisitReport {
        let number = String(visits)
        let isDue = persona.medicineSlots.contains(slot)
        var report = VisitReport(
            id: persona.id + "-" + String(repeating: "0", count: max(0, 5 - number.count)) + number,
            client: persona.id, note: note.text, start: times.start, end: times.end, carer: carer.id,
            received: Instant(seconds: times.end.seconds + Int64(60 * random.within(1...90))), region: persona.region.rawValue)
        if persona.knowsMedicineDue { report.medicationDue = isDue }
        if persona.hasSchedule {
            report.scheduledStart = times.scheduledStart
            report.scheduledEnd = times.scheduledEnd
        }
        if persona.hasTasks { report.tasks = tasks(note, isDue: isDue) }
        return report
    }

    private func tasks(_ note: WrittenNote, isDue: Bool) -> [TickedTask] {
        let said = note.counting
        let isWashed = !said.contains("selfcare.refused")
        var tasks = [TickedTask(task: "personal care", done: isWashed, reason: isWashed ? nil : "refused")]
        if isDue {
            let reason: String? =
                said.contains("medication.refused") ? "refused" : said.contains("medication.unavailable") ? "not available" : nil
            tasks.append(
                TickedTask(task: "medication", done: reason == nil && !said.contains("medication.missed"), reason: reason))
        }
        return tasks
    }
}
