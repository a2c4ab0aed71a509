import ChangeDetection
import Signals

/// Turns a draft into words as one carer would write them about one client.
struct NoteWriter {
    let phrases: PhraseBanks
    let persona: Persona
    let voice: CarerVoice
    let slot: Persona.Slot
    /// 0 = Monday.
    let weekday: Int

    private struct Sentence {
        var part: NotePart
        var text: String
    }

    func note(for draft: NoteDraft, random: inout SplitMix64) -> WrittenNote {
        var note = WrittenNote()
        var sentences: [Sentence] = []
        let ordered = draft.ordered
        for item in ordered.filter({ !$0.isTrap }) + ordered.filter(\.isTrap) {
            guard let phrase = phrase(item.bank, note: note, random: &random) else { continue }
            for label in phrase.labels { note.add(label) }
            sentences.append(Sentence(part: item.part, text: render(phrase, random: &random)))
        }
        if let weight = draft.weight, let phrase = phrase("readings/reading.weight", note: note, random: &random) {
            let scales = Scales(kilograms: weight, region: persona.region, random: &random)
            let text = render(phrase, random: &random).replacing("{kg}", with: scales.text)
            sentences.append(Sentence(part: .health, text: text))
            note.readings.append(LabelledReading(kind: "reading.weight", value: scales.kilograms, unit: "kg"))
        }
        let told = sentences.enumerated().sorted { ($0.element.part, $0.offset) < ($1.element.part, $1.offset) }
        note.text = Handwriting(voice: voice, phrases: phrases).finish(layOut(told.map(\.element)), random: &random)
        return note
    }

    /// A fitting phrase of the bank that does not contradict what is written already.
    private func phrase(_ bank: String, note: WrittenNote, random: inout SplitMix64) -> Phrase? {
        let fitting = phrases.phrases(bank, region: voice.region).filter { !note.contradicts($0) }
        guard !fitting.isEmpty else { return nil }
        if random.chance(0.4) {
            let favourite = fitting[(voice.taste + 7 * random.below(3)) % fitting.count]
            if favourite.register == nil || favourite.register == voice.register { return favourite }
        }
        let weights = fitting.map { phrase -> Double in
            guard let register = phrase.register else { return 2 }
            return register == voice.register ? 5 : 0.25
        }
        return fitting[random.index(weights: weights)]
    }

    private func layOut(_ sentences: [Sentence]) -> String {
        switch voice.layout {
        case .sentences: sentences.map(\.text).joined(separator: ". ") + (sentences.isEmpty ? "" : ".")
        case .commas: sentences.map(\.text).joined(separator: ", ")
        case .lines: sentences.map { "- " + $0.text }.joined(separator: "\n")
        case .template: template(sentences)
        }
    }

    private func template(_ sentences: [Sentence]) -> String {
        var lines: [String] = []
        var field = ""
        for sentence in sentences {
            let names = phrases.words("templates/" + sentence.part.template, region: voice.region)
            let name = names.isEmpty ? sentence.part.template : names[voice.taste % names.count]
            if name == field, let last = lines.popLast() {
                lines.append(last + ". " + sentence.text)
            } else {
                lines.append(name + ": " + sentence.text)
            }
            field = name
        }
        return lines.joined(separator: "\n")
    }

    private func render(_ phrase: Phrase, random: inout SplitMix64) -> String {
        var text = ""
        for part in phrase.parts {
            switch part {
            case .words(let words): text += text.isEmpty ? String(words.trimmingPrefix(" ")) : words
            case .slot(let name): text += word(for: name, isFirst: text.isEmpty, random: &random)
            }
        }
        guard voice.register != .terse, let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}

extension NoteWriter {
    private func word(for slot: String, isFirst: Bool, random: inout SplitMix64) -> String {
        switch slot {
        case "S": return subject(random: &random)
        case "s": return persona.isWoman ? "she" : "he"
        case "her": return persona.isWoman ? "her" : "his"
        case "him": return persona.isWoman ? "her" : "him"
        case "self": return persona.isWoman ? "herself" : "himself"
        case "kin": return isFirst ? persona.kin : (persona.isWoman ? "her " : "his ") + persona.kin.lowercased()
        case "meal": return listed(self.slot.mealKey, random: &random)
        case "food": return listed(self.slot.mealKey + "-food", random: &random)
        case "day":
            return ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][
                (weekday + 7 - random.within(1...4)) % 7]
        case "n": return String(random.within(3...5))
        case "mins": return String(5 * random.within(4...9))
        case "clock": return clock(random: &random)
        case "kg": return "{kg}"
        default: return listed(slot, random: &random)
        }
    }

    private func listed(_ key: String, random: inout SplitMix64) -> String {
        let words = phrases.words("slots/" + key, region: voice.region)
        return random.chance(0.5) && !words.isEmpty ? words[voice.taste % words.count] : random.pick(words) ?? key
    }

    private func clock(random: inout SplitMix64) -> String {
        let hour = slot.minute / 60 + random.within(0...1)
        let minute = 5 * random.within(0...11)
        return "\(hour)\(voice.taste % 2 == 0 ? "." : ":")\(minute < 10 ? "0" : "")\(minute)"
    }

    private func subject(random: inout SplitMix64) -> String {
        let pronoun = persona.isWoman ? "She" : "He"
        if random.chance(0.3) { return pronoun }
        switch voice.subject {
        case .pronoun: return pronoun
        case .firstName: return persona.firstName
        case .family: return (persona.isWoman ? "Mrs " : "Mr ") + persona.familyName
        case .initial: return String(persona.firstName.prefix(1))
        case .client: return voice.register == .terse ? (voice.region == .us ? "pt" : "SU") : "Client"
        case .dropped: return ""
        }
    }
}
