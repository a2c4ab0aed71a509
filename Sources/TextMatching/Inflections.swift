/// English inflections by rule, with a table of the irregular ones.
package struct Inflections: Sendable {
    private var irregular: [String: [String]] = [:]

    package init(irregular groups: [[String]]) {
        for group in groups {
            guard let base = group.first else { continue }
            irregular[base] = group
        }
    }

    /// The word with its verb and plural forms.
    package func forms(of word: String) -> [String] {
        var forms = [word]
        if let known = irregular[word] {
            forms += known
            if !known.contains(where: { $0.hasSuffix("ing") }) { forms.append(present(word)) }
            if !known.contains(where: { $0 == plural(word) }) { forms.append(plural(word)) }
        } else {
            forms += [plural(word), past(word), present(word)]
        }
        var seen = Set<String>()
        return forms.filter { seen.insert($0).inserted }
    }

    private func plural(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        let sibilant = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        return word + (sibilant ? "es" : "s")
    }

    private func past(_ word: String) -> String {
        if endsInConsonantY(word) { return word.dropLast() + "ied" }
        if word.hasSuffix("e") { return word + "d" }
        return stem(word) + "ed"
    }

    private func present(_ word: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), word.count > 2 { return word.dropLast() + "ing" }
        return stem(word) + "ing"
    }

    private func stem(_ word: String) -> String {
        let letters = Array(word)
        guard letters.count >= 3, letters.count <= 5 else { return word }
        let (before, vowel, last) = (letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1])
        let doubles = !isVowel(before) && isVowel(vowel) && !isVowel(last) && !"wxy".contains(last)
        let isOneSyllable = letters.dropLast(2).allSatisfy { !isVowel($0) }
        return doubles && isOneSyllable ? word + String(last) : word
    }

    private func endsInConsonantY(_ word: String) -> Bool {
        word.hasSuffix("y") && !(word.dropLast().last.map(isVowel) ?? true)
    }

    private func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
