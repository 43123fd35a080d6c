import type {DeskMessages} from "./message.ts";

/** What the desk says, in Chinese. */
export const deskChinese: DeskMessages = {
  // The frame.
  desk: "编辑部",
  "desk-today": "今日",
  "desk-months": "月份",
  "desk-review": "审查",
  "desk-books": "账簿",
  "desk-report": "报告",
  "desk-publish": "发布",
  "desk-settings": "设置",
  "desk-people": "人员",
  "desk-role.editor": "编辑",
  "desk-role.bookkeeper": "账务",
  "desk-role.reviewer": "审查员",
  "desk-role.reader": "草稿读者",
  "desk-sign-out": "退出",
  "desk-refused": "无法进行",
  "desk-refused-means": "已被拒绝，没有任何改动。",
  "desk-try": "可以怎样做",
  "desk-not-yours": "您无权这样做",
  "desk-not-yours-means": "您在编辑部的职责是“{role}”。编辑可以更改。",
  "desk-missing": "没有这个页面",
  "desk-session-ended": "您的会话已结束",
  "desk-session-ended-means": "请重新登录。返回后，您写的内容仍在。",
  "desk-sign-in": "登录",
  "desk-bug": "内部错误",
  "desk-bug-means": "这是 Broadsheet 的错误；没有任何内容被重复计算，也没有丢失。请报告编号 {number}。",
  "desk-again": "请确认是您本人",
  "desk-again-means": "在此之前会再次要求您的第二重验证。",

  // Signing in, people.

  // Today.

  // Months.

  // Jobs.

  // Review.

  // Books.

  // Files.
  "desk-saved": "已保存：{file}。",
  "desk-merged": "已保存：{file}。在此期间另有人添加了 {count} 行；现在两者都在。",
  "desk-merged-between": "期间添加的内容",
  "desk-conflict": "另有人更改了该文件",
  "desk-conflict-means":
    "{file} 与您的表单生成时已不相同。没有保存任何内容。下面是文件现在的样子，以及按您的输入会成为的样子；表单中仍保留您的输入。保存表单将取代现有内容。",
  "desk-conflict-gone": "{file} 已不存在。没有保存任何内容；表单中仍保留您的输入。保存表单将重新建立该文件。",
  "desk-conflict-theirs": "现在的样子",
  "desk-conflict-yours": "您输入的样子",
  "desk-changes": "不同之处",
  "desk-changes-out": "去掉",
  "desk-changes-in": "加入",
  "desk-changes-none": "没有不同。",
  "desk-changes-many": "两者几乎完全不同。",

  // Report.

  // Settings.
  "desk-settings-means": "留空的栏使用默认值。您的更改会先显示再保存；文件中的注释会保留。",
  "desk-settings-text": "以文本显示全部设置",
  "desk-settings-form": "以表单显示设置",
  "desk-settings-text-means": "{file} 的全文，包括注释。您的更改会先显示再保存。",
  "desk-settings-look": "查看更改",
  "desk-settings-save": "保存",
  "desk-settings-back": "返回，不保存",
  "desk-settings-lists": "在多行的栏中，每行写一项。",
  "desk-settings-written": "在文本中：{text}",
  "desk-settings-usual": "照常",
  "desk-settings-yes": "是",
  "desk-settings-no": "否",
  "desk-settings-same": "同一文档",
  "desk-settings-different": "不同文档",
  "desk-settings-refused": "这些设置会被拒绝，没有作任何更改。",
  "desk-settings-before-save": "尚未保存。{file} 中将更改以下内容：",
  "desk-settings-nothing": "没有作任何更改。",
  "desk-settings.publication": "刊物",
  "desk-settings.report": "报告",
  "desk-settings.tables": "表格",
  "desk-settings.rules": "谁是读者",
  "desk-settings.documents": "文档",
  "desk-settings.logs": "日志",
  "desk-settings.ledger": "账册与排名",
  "desk-settings.mail": "邮件",
  "desk-setting.publication": "刊物名称",
  "desk-setting.timeZone": "时区",
  "desk-setting.language": "报告的语言",
  "desk-setting.archive.address": "档案的地址",
  "desk-setting.compare": "比较对象",
  "desk-setting.base": "指数的基期",
  "desk-setting.ranges": "数字的范围",
  "desk-setting.smallest": "表格中显示的最少读者数",
  "desk-setting.paper": "PDF 的纸张",
  "desk-setting.site": "报告所涉的唯一网站",
  "desk-setting.methodology.extends": "方法",
  "desk-setting.methodology.blacklist": "关于客户端的决定表",
  "desk-setting.methodology.developers": "开发人员的地址",
  "desk-setting.methodology.heavyReaders.documents": "每月文档多于此数的读者不计",
  "desk-setting.methodology.heavyReaders.months": "仅在这些月份",
  "desk-setting.methodology.doubleClicks.seconds": "此秒数内的第二次点击不计",
  "desk-setting.methodology.robots.askedForRobotsTxt": "请求 robots.txt 者是机器人",
  "desk-setting.methodology.robots.nominated": "行为像机器人者是机器人",
  "desk-setting.methodology.robots.withoutAgent": "不说明浏览器者是机器人",
  "desk-setting.departments": "部门表",
  "desk-setting.titles": "标题表",
  "desk-setting.aliases": "已移动文档表",
  "desk-setting.documents.query": "构成文档的参数",
  "desk-setting.documents.trailingSlash": "末尾有无斜杠",
  "desk-setting.documents.case": "大写与小写",
  "desk-setting.logs": "日志的文件和文件夹",
  "desk-setting.logFormat": "日志的格式",
  "desk-setting.client": "读者地址所在之处",
  "desk-setting.trustedProxies": "可信的代理",
  "desk-setting.places": "查找国家",
  "desk-setting.addresses": "在月份结账前密封保存地址",
  "desk-setting.ledger.printBase": "印数的基期",
  "desk-setting.ledger.mailBase": "邮寄的基期",
  "desk-setting.ledger.cities": "城市表",
  "desk-setting.ledger.smallestCity": "城市计入的最小发行量",
  "desk-setting.ranks.ours": "排名中我们的网站",
  "desk-setting.ranks.others": "排名中的其他网站",
  "desk-setting.mail.host": "邮件服务器",
  "desk-setting.mail.port": "端口",
  "desk-setting.mail.user": "用户",
  "desk-setting.mail.from": "发件人",
  "desk-setting.mail.to": "收件人",

  // Publish.
};
