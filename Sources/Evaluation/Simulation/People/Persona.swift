import ChangeDetection

/// Who a simulated client is and when they are visited.
struct Persona: Sendable {
    enum Slot: Int, Sendable, CaseIterable {
        case morning, lunch, tea, bed

        /// Minutes after local midnight.
        var minute: Int { [480, 735, 1_005, 1_215][rawValue] }
        var mealKey: String { ["breakfast", "lunch", "tea", "supper"][rawValue] }
    }

    var id: String
    var region: Region
    var isWoman: Bool
    var firstName: String
    var familyName: String
    var kin: String
    var slots: [Slot]
    /// Visits only on these days of the week (0 = Monday).
    var weekdays: Set<Int>
    var shift: Int
    var minutes: Int
    var medicineSlots: Set<Slot>
    var knowsMedicineDue: Bool
    var hasSchedule: Bool
    var hasTasks: Bool
    var isWeighed: Bool
    var weight: Double
    private static let regions: [(region: Region, weight: Double)] = [
        (.uk, 0.62), (.us, 0.2), (.ie, 0.1), (.au, 0.05), (.nz, 0.03),
    ]

    /// Usual level of each topic, by its place in the catalogue of topics.
    var rates: [Double]

    init(index: Int, settings: SimulationSettings, phrases: PhraseBanks, random: inout SplitMix64) {
        let number = String(index + 1)
        id = "C" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        let regions = Persona.regions.filter { settings.regions.isEmpty || settings.regions.contains($0.region) }
        region = regions.isEmpty ? .uk : regions[random.index(weights: regions.map(\.weight))].region
        let isWoman = random.chance(0.65)
        self.isWoman = isWoman
        firstName = random.pick(phrases.words(isWoman ? "names/women" : "names/men", region: region)) ?? "Jean"
        familyName = random.pick(phrases.words("names/families", region: region)) ?? "Moss"
        let kins = phrases.words("slots/kin", region: region).filter { $0 != (isWoman ? "Wife" : "Husband") }
        kin = random.pick(kins) ?? "Daughter"
        let pattern = VisitPattern.pick(perDay: settings.visitsPerDay, random: &random)
        let slots = pattern.slots
        self.slots = slots
        weekdays = pattern.weekdays
        shift = random.within(-40...40)
        minutes = [20, 30, 30, 45, 60][random.below(5)]
        medicineSlots = random.chance(0.85) ? Set(slots.filter { $0 == slots.first || $0 == .bed || $0 == .tea }) : []
        knowsMedicineDue = random.chance(0.7)
        hasSchedule = random.chance(0.9)
        hasTasks = random.chance(0.4)
        isWeighed = random.chance(0.3)
        weight = random.within(46.0...88.0)
        rates = Topic.all.map { topic in topic.usualRate(random.unit()) }
    }
}
