import ChangeDetection

/// How one carer writes; the same carer writes alike about all clients.
struct CarerVoice: Sendable {
    enum Subject: Sendable { case pronoun, firstName, family, initial, client, dropped }

    enum Layout: Sendable { case sentences, commas, lines, template }

    var id: String
    var region: Region
    var register: Register
    var subject: Subject
    var layout: Layout
    /// Multiplies the odds that a matter of judgement is written down as bad.
    var gloom: Double
    /// Multiplies the chance that something fine is mentioned.
    var mentions: Double
    var fillers: ClosedRange<Int>
    /// Per word.
    var typos: Double
    var isLowerCase: Bool
    /// The chance that a visit's note is the carer's last one, pasted.
    var copies: Double
    /// Which of several wordings the carer likes.
    var taste: Int

    init(id: String, region: Region, random: inout SplitMix64) {
        self.id = id
        self.region = region
        register = [.plain, .terse, .chatty, .formal][random.index(weights: [0.45, 0.25, 0.15, 0.15])]
        let subjects: [Subject] = [.pronoun, .firstName, .family, .initial, .client, .dropped]
        subject = subjects[random.index(weights: register == .terse ? [1, 1, 0, 2, 2, 4] : [4, 3, 1.5, 0.5, 1.5, 1])]
        let layouts: [Layout] = [.sentences, .commas, .lines, .template]
        layout = layouts[random.index(weights: register == .terse ? [4, 3, 1, 1] : [7, 1, 0.7, 1.3])]
        gloom = power8(1 + 0.35 * random.normal() / 8)
        mentions = random.within(register == .terse ? 0.5...0.9 : 0.7...1.2)
        fillers = register == .terse ? 0...2 : register == .chatty ? 2...5 : 1...4
        typos = random.chance(0.4) ? random.within(0.002...0.012) : 0
        isLowerCase = random.chance(register == .terse ? 0.35 : 0.08)
        copies = random.chance(0.05) ? 0.3 : 0
        taste = random.below(1_000)
    }
}

/// Close to `exp(8 * (x - 1))` near 1, with the same digits everywhere.
private func power8(_ x: Double) -> Double {
    let square = x * x
    return square * square * square * square
}
