import type {measures as english} from "../en/measures.ts";
import type {Translated} from "../translated.ts";

/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures: Translated<typeof english> = {
  "measure.readers": "独立用户",
  "measure.megabytes-per-day": "每日兆字节",
  "measure.documents-per-day": "每日文件数",
  "measure.different-documents": "不同文件数",
  "measure.documents-per-reader": "人均文件数",
  "measure.returning-readers-percent": "跨月用户",
  "measure.section-readers:NAME": "{name}的用户",
  "measure.sent-to:NAME": "前往{name}的用户",
  "measure.total-item-requests": "条目请求总数",
  "measure.unique-item-requests": "独立条目请求数",
  "measure.sessions": "会话数",
  "measure.pageviews": "页面浏览量",
  "measure.daily-visitors": "逐日访客",
  "measure.hits": "点击数",
  "measure.static-hits": "静态文件请求",
  "readers-means":
    "至少有一次请求被计入的不同客户端。一个客户端是一个IPv4地址、一个主机名或{bits, select, 128 {一个IPv6地址} other {一个IPv6地址的/{bits}网段}}。{agents, select, told {同一地址的两种代理算两个客户端。} other {}}一个月是一个集合，整个时段也是：来过十天或每个月都来的客户端，只算一个。",
  "megabytes-per-day-means": "服务器记录的计入请求的字节数，除以有日志的天数。一兆字节为1,000,000字节。",
  "documents-per-day-means": "计入的请求数，除以有日志的天数。",
  "different-documents-means":
    "计入的请求中不同的路径，不含查询部分和片段。连续的斜杠算作一个，/index.html与/是同一文件。",
  "documents-per-reader-means": "计入的请求数除以独立用户数：少数热心读者会拉高这一平均值。",
  "returning-readers-percent-means": "时段内在不止一个月来过的独立用户。地址变更的读者无法认出，因此真实比例更高。",
  "section-readers-means": "在{paths}之下至少有一次请求被计入的不同客户端。",
  "sent-to-means": "请求过{paths}并得到应答或被转往他处的不同客户端。同一客户端去多少次都算一个，是否到达不得而知。",
  "total-item-requests-means": "计入的请求，已除去重复点击。COUNTER称之为Total_Item_Requests。",
  "unique-item-requests-means":
    "一次会话内请求的不同条目，按会话累加。同一文件的各种格式算一个条目。COUNTER称之为Unique_Item_Requests。",
  "sessions-means": "用户有计入请求的不同钟点，按用户和日期累加：没有会话记录时，COUNTER以此代替会话。",
  "pageviews-means": "计入的请求：提供给未自称爬虫的代理的页面。",
  "daily-visitors-means": "每日不同的地址与代理组合，按日累加：来十天就算十个。GoAccess称之为Unique Visitors。",
  "hits-means": "全部请求，无论结果如何。GoAccess称之为Valid Requests。",
  "static-hits-means":
    "路径以GoAccess所列静态文件扩展名结尾的请求，未找到的除外：图片、样式、脚本，以及pdf、txt、zip等可下载的文件。",
  "not-recorded": "未记录",
  "no-byte-count": "未记录：此格式没有字节数",
  "clients-not-named": "未记录：这些日志不记客户端",
  "asked-of-period": "按整个时段统计，不按月",
  "no-logs-for-month": "本月没有日志",
  "no-logs-for-period": "本时段没有日志",
  "a-month-was-reported": "未计算：其中一个月取自旧报告，并非测得",
  "no-counted-request": "没有计入的请求",
  "fewer-readers": "不足{smallest, number}个用户；人数如此之少，不予列出，以免指向任何人",
  "beside-others-fewer-readers": "不予列出：与另一数字相减，便会指向不足{smallest, number}个用户",
};
