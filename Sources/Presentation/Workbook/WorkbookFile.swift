import Files
import Glibc
import Import
import Workflow

/// The bytes of a workbook, where this build can write them.
package enum WorkbookFile {
    #if XLSX
        package static let isBuiltIn = true

        /// - Parameter folder: where the library may write the file from which the bytes are read.
        package static func bytes(of workbook: Workbook, folder: String) throws -> [UInt8] {
            var template = Array("\(folder)/desk-workbook-XXXXXX".utf8CString)
            let descriptor = mkstemp(&template)
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard descriptor >= 0 else { throw FileError.cannotWrite(path, reason: String(cString: strerror(errno))) }
            close(descriptor)
            defer { unlink(path) }
            try WorkbookWriter.write(workbook, to: path)
            return try FileBytes.read(path)
        }
    #else
        package static let isBuiltIn = false

        /// - Throws: `UsageError.noWorkbooks`
        package static func bytes(of workbook: Workbook, folder: String) throws -> [UInt8] {
            throw UsageError.noWorkbooks
        }
    #endif
}
