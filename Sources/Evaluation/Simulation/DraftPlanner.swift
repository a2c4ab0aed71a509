import ChangeDetection
import Signals

/// Decides what a carer has to tell after one visit: what was bad, what fine is worth a word, and the rest.
struct DraftPlanner {
    let persona: Persona
    let course: ClientCourse
    let carer: CarerVoice
    let day: Int
    let slot: Persona.Slot
    let isFirst: Bool

    func draft(random: inout SplitMix64) -> NoteDraft {
        var draft = NoteDraft()
        let isBoilerplate = random.chance(carer.register == .terse ? 0.12 : 0.05)
        let bad = badItems(random: &random)
        draft.items = bad
        if !isBoilerplate { addFine(to: &draft, random: &random) }
        addGoodNews(to: &draft, random: &random)
        if !bad.isEmpty, random.chance(0.06) { draft.say("contact.clinician", in: .other) }
        addTraps(to: &draft, random: &random)
        addFillers(to: &draft, isBoilerplate: isBoilerplate, random: &random)
        return draft
    }

    private func badItems(random: inout SplitMix64) -> [NoteDraft.Item] {
        var items: [NoteDraft.Item] = []
        for (index, topic) in Topic.all.enumerated() where arises(topic) {
            let rate = course.rate(index, day: day)
            guard random.chance(topic.isJudged ? scaledOdds(rate, by: carer.gloom) : rate) else { continue }
            let choices = course.bad(index, day: day)
            let concept = choices[random.index(weights: choices.map(\.weight))].concept
            items.append(NoteDraft.Item(part: topic.part, bank: "phrases/" + concept.rawValue))
        }
        return items
    }

    private func arises(_ topic: Topic) -> Bool {
        switch topic.opportunity {
        case .always: true
        case .medicineDue: persona.medicineSlots.contains(slot)
        case .meal: slot != .bed
        case .firstOfDay: isFirst
        }
    }

    /// A part of the note that has something bad is not called fine as well.
    private func addFine(to draft: inout NoteDraft, random: inout SplitMix64) {
        let badParts = Set(draft.items.map(\.part))
        for topic in Topic.all where arises(topic) && !topic.fine.isEmpty {
            let isMentioned = random.chance(min(0.97, topic.mention * carer.mentions))
            if isMentioned, !badParts.contains(topic.part) { draft.say(topic.fine[0].concept, in: topic.part) }
        }
    }

    private func addGoodNews(to draft: inout NoteDraft, random: inout SplitMix64) {
        for news in course.scenario.goodNews where course.holds(on: day) && random.chance(news.rate) {
            draft.say(news.concept, in: news.concept.domain == "mobility" ? .mobility : .care)
        }
        guard day > course.end, day <= course.end + 10, !course.scenario.ending.isEmpty, random.chance(0.2) else { return }
        draft.say("illness.better", in: .health)
    }

    private func addTraps(to draft: inout NoteDraft, random: inout SplitMix64) {
        for chance in [0.55, 0.15] where random.chance(chance) {
            switch random.index(weights: [5, 1, 2, 1, 2.5]) {
            case 0: draft.add("traps/absent", in: .health, isTrap: true)
            case 1: draft.add("traps/historical", in: .other, isTrap: true)
            case 2: draft.add("traps/hypothetical", in: .leaving, isTrap: true)
            case 3: draft.add("traps/other", in: .other, isTrap: true)
            default: draft.add("fillers/lookalikes", in: .home, isTrap: true)
            }
        }
    }

    private func addFillers(to draft: inout NoteDraft, isBoilerplate: Bool, random: inout SplitMix64) {
        let places: [(bank: String, part: NotePart)] = [
            ("fillers/care", .care), ("fillers/allclear", .leaving), ("fillers/house", .home), ("fillers/arrival", .arrival),
            ("fillers/chat", .other), ("fillers/leaving", .leaving),
        ]
        let isWashRefused = draft.items.contains { $0.bank == "phrases/selfcare.refused" }
        let count = max(isBoilerplate ? 1 : 0, random.within(carer.fillers))
        let first = random.below(places.count)
        for index in 0..<count {
            let place = places[(isBoilerplate ? index : first + index) % places.count]
            if place.part == .care && isWashRefused { continue }
            draft.add(place.bank, in: place.part)
        }
    }
}
