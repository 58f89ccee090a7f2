/// What to do next where a list holds nothing, by the name of its document.
enum EmptyListWords {
    static func english(_ document: String) -> String? {
        switch document {
        case "desk.tickets", "desk.hits":
            "desk new files a ticket, desk import FILE brings them in; is:any looks at all there are."
        case "desk.customers": "desk customer add NAME --phone … adds one; so does desk new --customer NAME."
        case "desk.organisations": "desk org add NAME adds one."
        case "desk.teams": "desk team add NAME --member AGENT adds one."
        case "desk.categories": "desk category add CDN/证书 adds one; an import brings its own."
        case "desk.causes": "desk cause new NAME adds one; an import brings its own."
        case "desk.tags": "desk tag 1042 +label puts one on a ticket, desk tag add NAME adds one."
        case "desk.fields": "desk field add NAME --kind number adds one."
        case "desk.views": "desk view save NAME QUERY keeps a query; desk ls @NAME asks it."
        case "desk.canned": "desk canned new NAME -m TEXT keeps one; desk reply 1042 --canned NAME says it."
        case "desk.macros": "desk macro new NAME --do 'tag +x' --do take keeps one."
        case "desk.rules": "desk rule new NAME --when QUERY --do STEP keeps one; desk rule test tries it."
        case "desk.schedules": "desk report schedule add NAME --every monday --into FOLDER -- overview keeps one."
        case "desk.sla": "desk sla new NAME --when QUERY --terms 'first 1bh; resolve 2bd' makes a promise."
        case "desk.articles", "desk.article-hits": "desk import GUIDE.md brings guides in, desk kb new writes one."
        case "desk.tools": "desk tools add NAME --kind url --to … --phrase … adds one."
        case "desk.batches", "desk.sources": "desk import FILE brings tickets in."
        case "desk.problems": "desk problem new TITLE --incidents 1042,1043 makes one."
        case "desk.diagnoses": "desk diagnose URL looks at a site."
        case "desk.domains": "desk domain add NAME --customer NAME claims one."
        case "desk.attachments": "desk attach 1042 FILE attaches one."
        default: nil
        }
    }

    static func chinese(_ document: String) -> String? {
        switch document {
        case "desk.tickets", "desk.hits": "desk new 新建工单，desk import 文件 导入工单；is:any 查看全部。"
        case "desk.customers": "desk customer add 姓名 --phone … 添加；desk new --customer 姓名 也会添加。"
        case "desk.organisations": "desk org add 名称 添加。"
        case "desk.teams": "desk team add 名称 --member 客服 添加。"
        case "desk.categories": "desk category add CDN/证书 添加；导入会带来自己的分类。"
        case "desk.causes": "desk cause new 名称 添加；导入会带来自己的原因。"
        case "desk.tags": "desk tag 1042 +标签 给工单打标签，desk tag add 名称 只添加标签。"
        case "desk.fields": "desk field add 名称 --kind number 添加。"
        case "desk.views": "desk view save 名称 查询 保存查询；desk ls @名称 使用。"
        case "desk.canned": "desk canned new 名称 -m 文字 保存；desk reply 1042 --canned 名称 使用。"
        case "desk.macros": "desk macro new 名称 --do 'tag +x' --do take 保存。"
        case "desk.rules": "desk rule new 名称 --when 查询 --do 步骤 保存；desk rule test 试运行。"
        case "desk.schedules": "desk report schedule add 名称 --every monday --into 文件夹 -- overview 保存。"
        case "desk.sla": "desk sla new 名称 --when 查询 --terms 'first 1bh; resolve 2bd' 作出承诺。"
        case "desk.articles", "desk.article-hits": "desk import 教程.md 导入教程，desk kb new 新写一条。"
        case "desk.tools": "desk tools add 名称 --kind url --to … --phrase … 添加。"
        case "desk.batches", "desk.sources": "desk import 文件 导入工单。"
        case "desk.problems": "desk problem new 标题 --incidents 1042,1043 新建。"
        case "desk.diagnoses": "desk diagnose 网址 检查网站。"
        case "desk.domains": "desk domain add 域名 --customer 客户 登记。"
        case "desk.attachments": "desk attach 1042 文件 添加附件。"
        default: nil
        }
    }
}
