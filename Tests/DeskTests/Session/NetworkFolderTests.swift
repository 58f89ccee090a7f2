import Testing

@testable import Desk

struct NetworkFolderTests {
    private static let mounts = """
        /dev/sda1 / ext4 rw 0 0
        server:/home /home nfs4 rw 0 0
        /dev/sdb1 /home/li/disk ext4 rw 0 0
        li@host: /mnt/my\\040files fuse.sshfs rw 0 0
        //box/share /srv/box cifs rw 0 0
        """

    @Test(
        arguments: [
            ("/home/li", "nfs4"), ("/home/li/disk/a", nil), ("/homework", nil), ("/", nil),
            ("/mnt/my files/a", "fuse.sshfs"),
            ("/srv/box", "cifs"),
        ] as [(String, String?)])
    func `what serves a folder is what is mounted deepest above it`(folder: String, kind: String?) {
        #expect(NetworkFolder.kind(of: folder, mounts: Self.mounts) == kind)
    }

    @Test func `a disk of this machine is no cause for a warning`() {
        #expect(NetworkFolder.kind(of: "/nowhere/at/all/desk.sqlite") == nil)
    }
}
