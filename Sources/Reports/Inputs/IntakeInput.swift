/// Something that reports are read from.
package enum IntakeInput: Hashable, Sendable {
    /// A file, a folder with all below it in the order of the paths (names that begin with a dot are left out), or `-`.
    case path(String)
    /// Content that is already in memory, under a name that helps to tell its format.
    case bytes(name: String, content: [UInt8])
}
