import type {notes as english} from "../en/notes.ts";
import type {Translated} from "../translated.ts";
import {counted, document, request, user} from "./counted.ts";

const users = counted("count", {
  one: "مستخدم فريد واحد",
  two: "مستخدمان فريدان",
  few: "مستخدمين فريدين",
  many: "مستخدمًا فريدًا",
  other: "مستخدم فريد",
});
const requests = counted("requests", request);
const leftOut = counted("requests", {...request, two: "طلبان"});
const countedRequests = counted("count", {
  one: "طلب محتسب واحد",
  two: "طلبان محتسبان",
  few: "طلبات محتسبة",
  many: "طلبًا محتسبًا",
  other: "طلب محتسب",
});
const clients = {one: "عميل واحد", two: "عميلان", few: "عملاء", many: "عميلًا", other: "عميل"};
const limit = counted("limit", document);

/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes: Translated<typeof english> = {
  "users-in-month": `${users} في {month}.`,
  "users-in-each-month": `${users} في كل شهر.`,
  "users-between": "عدد المستخدمين الفريدين في الشهر بين {least} ({leastMonth}) و{most} ({mostMonth}).",
  "users-as-many": "كان العدد {users} في {month}، كما في {before}.",
  "users-more": "كان العدد {users} في {month}، أي أكثر بنسبة {share} مما كان في {before}.",
  "users-fewer": "كان العدد {users} في {month}، أي أقل بنسبة {share} مما كان في {before}.",
  "requests-counted": `احتُسب {counted, number} من ${counted("all", request)}، أي {share}.`,
  "largest-part-left-out": "أكبر جزء مستبعد: {label} ({share}).",
  "left-out": `{label}: استُبعد ${leftOut}.`,
  "left-out-by": `{label}: استُبعد ${leftOut} ({by}).`,
  "left-out-blacklisted": `مستبعد {when}: {clients, plural, =0 {عملاء القائمة السوداء؛ ولم يكن منهم أحد.} other {من القائمة السوداء ${counted("clients", clients)} (${requests}).}}`,
  "left-out-heavy": `مستبعد {when}: {clients, plural, =0 {العملاء الذين أخذوا في الشهر أكثر من ${limit}؛ ولم يكن منهم أحد.} other {من أخذوا في الشهر أكثر من ${limit}: ${counted("clients", clients)} (${requests}). قد يُستبعد بذلك خطأً قراء مواظبون واتصالات مشتركة.}}`,
  "left-out-heavy-by-limits": `مستبعد {when}: {clients, plural, =0 {العملاء الذين أخذوا في الشهر أكثر من ${limit}، {later}؛ ولم يكن منهم أحد.} other {من أخذوا في الشهر أكثر من ${limit}، {later}: ${counted("clients", clients)} (${requests}). قد يُستبعد بذلك خطأً قراء مواظبون واتصالات مشتركة.}}`,
  "undecided-clients": `عملاء لم يقرر أحد بشأنهم (${counted("clients", clients)}): أخذوا أكثر من ${limit} في شهر، أو قد يكونون روبوتات لا تفصح عن نفسها. بقي أمرهم على ما تركته القواعد.`,
  "undecided-clients-over-limit": `عملاء لم يقرر أحد بشأنهم (${counted("clients", clients)}): أخذوا أكثر من ${limit} في شهر. بقي أمرهم على ما تركته القواعد.`,
  "restated-figure": "{period} {now} بدلًا من {published}",
  "restated-since": "صُحّح؛ نُشر في {day} بأرقام أخرى: {figures}.",
  "restated-because": "السبب: {reason}.",
  "no-figure": "لا رقم",
  "from-month-on": "وبدءًا من {month} {what}",
  "rules-from": "بدءًا من {month} تسري قواعد أخرى: {changes}. ما قبله لم يُعَد بالطريقة نفسها.",
  "compared-by-other-rules": "عُدّ {months} وما يقابله بقواعد مختلفة ({settings}): جزء من التغير منها.",
  "index-by-other-rules": "عُدّ {months} وشهر الأساس ({base}) بقواعد مختلفة ({settings}): جزء من التغير منها.",
  "ranks-by-other-rules": "عُدّت المراتب السابقة ({period}) بقواعد أخرى ({settings}): جزء من الحركة منها.",
  "moved-by-other-rules": "عُدّت القيمتان بقواعد مختلفة ({settings}): جزء من التغير منها.",
  "setting-changed": "{setting} {now} (سابقًا: {before})",
  "setting-others": "{setting} {now}، غير ما سبق",
  "setting-with": "{setting} مع {added}",
  "setting-without": "{setting} بلا {removed}",
  "setting-with-and-without": "{setting} مع {added}، بلا {removed}",
  "setting-not-set": "غير محدد",
  "clients-listed": `${counted("count", clients)}`,
  "entries-listed": `${counted("count", {one: "مدخل واحد", two: "مدخلان", few: "مداخل", many: "مدخلًا", other: "مدخل"})}`,
  "entries-more": "و{count, number} غيرها",
  "period-is-a-set": "رقم الفترة كلها مجموعة لا حاصل جمع: من جاء في عدة أشهر واحد، والأشهر لا تُجمع لتبلغه.",
  "no-logs-for": "لا سجلات لـ{months}.",
  "month-covered-in-part":
    "{month}: تشمل السجلات {covered} من {days} يومًا؛ والأيام الناقصة في {monthName}: {missing}. الأرقام اليومية مقسومة على الأيام المشمولة.",
  "agents-not-recorded": `${countedRequests} من سجلات لا تدوّن الوكلاء: لا يُعرف من روبوتاتها إلا ما طلب /robots.txt.`,
  "bytes-not-recorded": `${countedRequests} من سجلات لا تدوّن الحجم؛ والميغابايت للطلبات الباقية.`,
  "given-by-older-reports": "مأخوذ من تقارير سابقة ولم يُقَس هنا: {figures}.",
  "base-has-no-value": "الأساس ({base}) بلا قيمة: {reason}",
  "base-is-zero": "الأساس ({base}) صفر",
  "compared-month-in-part": `{month}: المشمول ${counted("covered", {one: "يوم واحد", two: "يومان", few: "أيام", many: "يومًا", other: "يوم"})} من {days}؛ فالتغير عنه ليس بين أشهر كاملة.`,
  "range-of": "{label}: بين {low} و{high}.",
  "range-none": "{label}: {value}، أيًّا كانت القاعدة التي تتغير.",
  "range-bound": "{value} ({why})",
  "range-bound-times": "{value}، أي {times} أضعاف ({why})",
  "as-reported": "كما في التقرير",
  "range-at-most": "{value} على الأكثر ({why})",
  "range-at-least": "{value} على الأقل ({why})",
  "ranges-rounded-outwards": `«على الأكثر» و«على الأقل»: أقل من ${counted("smallest", user)} يصنعون الفرق، فقُرِّب إلى الخارج كي لا يشير إلى أحد منهم.`,
  "standing-computer": "القارئ هنا حاسوب لا شخص. قد يستعمل عدة أشخاص حاسوبًا واحدًا، وقد يستعمل شخص واحد عدة حواسيب.",
  "standing-address":
    "قد يتشارك قراء كثيرون في بيت أو مكتب أو لدى مزوّد خدمة عنوانًا واحدًا فيُعدّون واحدًا؛ والقارئ الذي يتغير عنوانه يُعدّ مرة أخرى.",
  "standing-cache": "الوثيقة التي يحفظها متصفح أو ذاكرة مزوّد ويعرضها مجددًا لا تصل إلى الخادم ولا تُحتسب.",
  "standing-delivered": "الطلب المحتسب لُبّي؛ أما هل قُرئت الوثيقة فلا يُعرف.",
};
