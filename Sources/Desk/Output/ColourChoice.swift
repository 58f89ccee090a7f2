/// What `--color` says.
enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never
}
