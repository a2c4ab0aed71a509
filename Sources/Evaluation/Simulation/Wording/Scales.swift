import ChangeDetection

/// A weight as a carer of the region writes it, and what it is in kilograms.
struct Scales: Sendable {
    var text: String
    /// To one decimal.
    var kilograms: Double

    private static let pound = 0.453_592_37

    init(kilograms exact: Double, region: Region, random: inout SplitMix64) {
        let pounds = (exact / Scales.pound).rounded()
        switch (region, random.chance(0.15)) {
        case (.us, _):
            text = "\(Int(pounds)) lb"
            kilograms = Scales.tenth(pounds * Scales.pound)
        case (.uk, true), (.ie, true):
            text = "\(Int(pounds) / 14)st \(Int(pounds) % 14)lb"
            kilograms = Scales.tenth(pounds * Scales.pound)
        default:
            kilograms = Scales.tenth(exact)
            text = tenths(exact) + (random.chance(0.5) ? "kg" : " kg")
        }
    }

    private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
