/// On which side of its column a text stands.
package enum Alignment: Sendable {
    case left
    case right
}
