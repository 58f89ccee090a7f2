/// What a cell holds, before a format gives it a shape.
package enum RowValue: Equatable, Sendable {
    /// Unknown or absent; never written as 0.
    case null
    case text(String)
    case number(Int64)
    case decimal(Double)
    case truth(Bool)
    /// An instant in milliseconds since 1970, UTC.
    case time(Int64)
    /// In the order in which it is to be written.
    case list([String])
    case numbers([Int64])
}

extension Double {
    /// With four digits behind the point: more of a share, a mean or a score would only be noise.
    var toFourPlaces: Double { (self * 10_000).rounded() / 10_000 }
}
