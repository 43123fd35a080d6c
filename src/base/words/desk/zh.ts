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

  // Publish.
};
