import ArgumentParser

/// How much is told on standard error.
struct QuietOption: ParsableArguments {
    @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Tell nothing but mistakes on standard error.")
    var isQuiet = false
}
