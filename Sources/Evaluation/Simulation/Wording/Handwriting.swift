import ChangeDetection

/// Shorthand, slips of the pen and lower case, as one carer has them.
struct Handwriting {
    let voice: CarerVoice
    let phrases: PhraseBanks

    func finish(_ text: String, random: inout SplitMix64) -> String {
        var text = text
        if voice.register == .terse { text = shortened(text, random: &random) }
        if voice.typos > 0 { text = misspelt(text, random: &random) }
        return voice.isLowerCase ? text.lowercased() : text
    }

    private func shortened(_ text: String, random: inout SplitMix64) -> String {
        phrases.shorthand(region: voice.region).reduce(text) { text, pair in
            random.chance(0.5) ? text.replacing(" " + pair.written + " ", with: " " + pair.instead + " ") : text
        }
    }

    private func misspelt(_ text: String, random: inout SplitMix64) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let slips = Int(Double(words.count) * voice.typos + random.unit())
        for _ in 0..<slips {
            let index = random.below(words.count)
            if random.chance(0.5) { words[index] = swapped(words[index], random: &random) }
        }
        guard slips > 0 || random.chance(voice.typos * 8) else { return text }
        let known = phrases.misspellings
        for (index, word) in words.enumerated() {
            if let slip = known.first(where: { $0.written == word }) {
                words[index] = slip.instead
                break
            }
        }
        return words.joined(separator: " ")
    }

    /// Two neighbouring letters of a long plain word change places.
    private func swapped(_ word: String, random: inout SplitMix64) -> String {
        var letters = Array(word.utf8)
        guard letters.count >= 7, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        letters.swapAt(letters.count - 3, letters.count - 2 - (random.chance(0.5) ? 0 : 2))
        return String(decoding: letters, as: UTF8.self)
    }
}
