/// Traditional characters of the names that the vocabulary has, each with its simplified one: a name is known in either form.
enum Traditional {
    private static let pairs =
        "問问題题標标類类別别狀状態态處处決决況况詳详細细說说內内訴诉諮咨詢询單单條条現现記记錄录對对話话談谈溝沟會会歷历過过覆复復复應应釋释驟骤結结論论斷断診诊總总統统計计匯汇彙汇錯错誤误優优級级緊紧嚴严負负責责經经辦办創创間间關关閉闭號号編编聯联係系報报饋馈發发員员戶户顧顾專专師师術术務务機机團团隊队組组簽签籤签鍵键詞词時时線线進进體体產产塊块領领簡简資资訊讯訪访買买賣卖連连離离網网絡络圖图視视頻频檔档樣样範范確确認认測测試试驗验證证響响環环執执觸触誘诱歸归屬属項项實实際际緣缘據据議议調调點点舉举備备註注復复陳陈講讲請请謝谢轉转劃划遺遗擱搁掛挂暫暂停停終终後后還还評评"

    private static let mask: UInt32 = 1023
    private static let slots: [(from: UInt32, to: UInt32)] = {
        var slots = [(from: UInt32, to: UInt32)](repeating: (0, 0), count: Int(mask) + 1)
        let scalars = Array(pairs.unicodeScalars)
        for index in stride(from: 0, to: scalars.count - 1, by: 2) {
            let (from, to) = (packed(scalars[index]), packed(scalars[index + 1]))
            var slot = Int(place(of: from))
            while slots[slot].from != 0, slots[slot].from != from { slot = (slot + 1) & Int(mask) }
            slots[slot] = (from, to)
        }
        return slots
    }()

    private static func packed(_ scalar: Unicode.Scalar) -> UInt32 {
        String(scalar).utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    @inline(__always)
    private static func place(of packed: UInt32) -> UInt32 { (packed &* 0x9E37_79B1) >> 22 }

    /// The three bytes of the simplified character, the first the highest; the same where there is no other.
    @inline(__always)
    static func simplified(_ packed: UInt32) -> UInt32 {
        var slot = Int(place(of: packed))
        while true {
            let entry = slots[slot]
            if entry.from == packed { return entry.to }
            if entry.from == 0 { return packed }
            slot = (slot + 1) & Int(mask)
        }
    }
}
