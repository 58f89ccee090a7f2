#!/bin/sh
# A day at a desk, told by its commands: `make demo` runs it in an empty folder with the program as $DESK. What it prints is
# what a person would see; a command that fails ends it.
set -eu

say() { printf '\n# %s\n' "$*"; }
desk() {
    printf '$ desk'
    for word in "$@"; do case $word in *[!A-Za-z0-9_./:@%+,=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done
    echo
    "$DESK" "$@"
}

say 'Monday, nine o’clock. The old desk left files; the new one takes them in and says what it had to guess.'
desk init --sample --tz Asia/Shanghai

say 'The manager looks what customers ask about.'
desk report category

say 'The telephone rings: the certificate of 王女士 expires tomorrow. li files it while she speaks.'
desk new 证书明天到期 --customer 王女士 --channel phone -p 重要 -c CDN/证书问题 -m '网站提示证书不安全，明天就到期了'

say 'Had anybody that before? Old cases answer, and say why they were chosen.'
desk suggest 33 --n 2

say 'She takes it, answers, and waits for two working days.'
desk take 33
desk reply 33 -m '您好，请在控制台购买新证书并替换，完成后告诉我们' --then pend --until 2bd

say 'A text that is not finished goes to nobody.'
desk reply 33 -m '您好 [客户姓名]，TODO' || echo "(refused, as it should be)"

say 'The customer answers, and the ticket is open again by itself.'
desk receive 33 -m '已经替换，可以打开了，谢谢'

say 'Done: with what helped and what it came from.'
desk resolve 33 --resolution fixed --cause 证书已过期未替换 -m '不客气，已确认新证书生效'

say 'A slip of the hand is taken back.'
desk edit 33 -p low
desk undo -y

say 'All of it stands on the ticket.'
desk show 33

say 'A guide comes in, and from then on a log of a server is read by it.'
printf '# 上传排查\n\n### 1.1 SecretKey\n**问题现象**：头像上传失败。\n**可能原因**：密钥过期，日志关键字 `ERROR_UPLOAD_AUTH_FAILED` 可以确认。\n**解决办法**：更换密钥。\n' >guide.md
printf '08:02 upload ERROR_UPLOAD_AUTH_FAILED\n08:07 connection refused by 10.0.0.7\n' >server.log
desk import guide.md
desk kb match -F server.log

say 'What the week brought, for the manager; desk report overview tells it in one page.'
desk report volume --from thisweek
