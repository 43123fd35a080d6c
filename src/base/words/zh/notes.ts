import type {notes as english} from "../en/notes.ts";
import type {Translated} from "../translated.ts";

/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes: Translated<typeof english> = {
  "users-in-month": "{month}有{count, number}名独立用户。",
  "users-in-each-month": "每月有{count, number}名独立用户。",
  "users-between": "每月独立用户在{least}名（{leastMonth}）与{most}名（{mostMonth}）之间。",
  "users-as-many": "{month}为{users}名，与{before}持平。",
  "users-more": "{month}为{users}名，比{before}多{share}。",
  "users-fewer": "{month}为{users}名，比{before}少{share}。",
  "requests-counted": "{all, number}次请求中计入{counted, number}次，占{share}。",
  "largest-part-left-out": "未计部分中最大的一项：{label}（{share}）。",
  "left-out": "{label}：未计{requests, number}次请求。",
  "left-out-by": "{label}：未计{requests, number}次请求（{by}）。",
  "left-out-blacklisted":
    "{when}未计：{clients, plural, =0 {黑名单上的客户端；并无此类。} other {黑名单上的#个客户端（{requests, number}次请求）。}}",
  "left-out-heavy":
    "{when}未计：{clients, plural, =0 {当月取用超过{limit, number}个文件的客户端；并无此类。} other {#个当月取用超过{limit, number}个文件的客户端（{requests, number}次请求）。这可能误将热心读者和共用线路排除在外。}}",
  "left-out-heavy-by-limits":
    "{when}未计：{clients, plural, =0 {当月取用超过{limit, number}个文件（{later}）的客户端；并无此类。} other {#个当月取用超过{limit, number}个文件（{later}）的客户端（{requests, number}次请求）。这可能误将热心读者和共用线路排除在外。}}",
  "undecided-clients":
    "{clients, number}个尚未裁定的客户端在某月取用超过{limit, number}个文件，或可能是不自报身份的机器人。仍按规则原来的判定处理。",
  "undecided-clients-over-limit":
    "{clients, number}个尚未裁定的客户端在某月取用超过{limit, number}个文件。仍按规则原来的判定处理。",
  "restated-figure": "{period}现为{now}，原为{published}",
  "restated-since": "已更正；{day}发表时的数字不同：{figures}。",
  "restated-because": "原因：{reason}。",
  "no-figure": "无数字",
  "from-month-on": "{month}起为{what}",
  "rules-from": "{month}起规则有变：{changes}。此前的数字并非同样统计。",
  "compared-by-other-rules": "{months}与所比较的月份按不同规则（{settings}）统计：变化中有一部分来自规则。",
  "index-by-other-rules": "{months}与基期（{base}）按不同规则（{settings}）统计：变化中有一部分来自规则。",
  "ranks-by-other-rules": "此前的名次（{period}）按不同规则（{settings}）统计：名次变动中有一部分来自规则。",
  "moved-by-other-rules": "两者按不同规则（{settings}）统计：变化中有一部分来自规则。",
  "setting-changed": "{setting} {now}（此前：{before}）",
  "setting-others": "{setting} {now}，与此前不同",
  "setting-with": "{setting}增加{added}",
  "setting-without": "{setting}去掉{removed}",
  "setting-with-and-without": "{setting}增加{added}，去掉{removed}",
  "setting-not-set": "未设",
  "clients-listed": "{count, number}个客户端",
  "entries-listed": "{count, number}条",
  "entries-more": "另外{count, number}项",
  "period-is-a-set": "整个时段的数字是集合，不是总和：来过几个月的人只算一个，各月相加并不等于它。",
  "no-logs-for": "{months}没有日志。",
  "month-covered-in-part":
    "{month}：日志覆盖{days}天中的{covered}天；{monthName}缺{missing}日。每日数字除以有日志的天数。",
  "agents-not-recorded":
    "{count, number}次计入的请求来自不记录代理的日志：其中的机器人只有请求过/robots.txt的才能认出。",
  "bytes-not-recorded": "{count, number}次计入的请求来自不记录大小的日志；兆字节数是其余请求的。",
  "given-by-older-reports": "取自旧报告，并非此次测得：{figures}。",
  "base-has-no-value": "基期（{base}）没有数值：{reason}",
  "base-is-zero": "基期（{base}）为0",
  "compared-month-in-part": "{month}在{days}天中有{covered, number}天有日志：与之相比的变化不是整月之间的变化。",
  "range-of": "{label}：在{low}与{high}之间。",
  "range-none": "{label}：{value}，无论哪条规则改变。",
  "range-bound": "{value}（{why}）",
  "range-bound-times": "{value}，为其{times}倍（{why}）",
  "as-reported": "如报告所示",
  "range-at-most": "至多{value}（{why}）",
  "range-at-least": "至少{value}（{why}）",
  "ranges-rounded-outwards":
    "“至多”与“至少”：造成差异的用户不足{smallest, number}个，故差异向外取整，不指向其中任何人。",
  "standing-computer": "这里的读者是一台电脑，而不是一个人。几个人可能共用一台，一个人也可能使用几台。",
  "standing-address": "同一家庭、办公室或服务商的许多读者可能共用一个地址，因而只算一个；地址变更的读者会被再算一次。",
  "standing-cache": "浏览器或服务商缓存中保存并再次显示的文件不会到达服务器，因而不计。",
  "standing-delivered": "计入的请求都已送达；文件是否被阅读，不得而知。",
};
