/// One file of the config as text.
package struct ConfigFile: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable { case builtIn, pack, agency }

    /// Below the config folder, e.g. `alerts/falls.yaml`.
    package var path: String
    /// As people see it in messages.
    package var shownAs: String
    package var text: String
    package var origin: Origin
    /// The language pack that it belongs to.
    package var pack: String?

    package init(path: String, shownAs: String, text: String, origin: Origin, pack: String? = nil) {
        self.path = path
        self.shownAs = shownAs
        self.text = text
        self.origin = origin
        self.pack = pack
    }
}
