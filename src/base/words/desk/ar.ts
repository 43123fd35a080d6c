import type {DeskMessages} from "./message.ts";

/** What the desk says, in Arabic. */
export const deskArabic: DeskMessages = {
  // The frame.
  desk: "مكتب التحرير",
  "desk-today": "اليوم",
  "desk-months": "الأشهر",
  "desk-review": "المراجعة",
  "desk-books": "الدفاتر",
  "desk-report": "التقرير",
  "desk-publish": "النشر",
  "desk-settings": "الإعدادات",
  "desk-people": "الأشخاص",
  "desk-role.editor": "محرر",
  "desk-role.bookkeeper": "ماسك الدفاتر",
  "desk-role.reviewer": "مراجع",
  "desk-role.reader": "قارئ المسودات",
  "desk-sign-out": "خروج",
  "desk-refused": "غير ممكن",
  "desk-refused-means": "رُفض هذا، ولم يتغير شيء.",
  "desk-try": "ما يمكن فعله",
  "desk-not-yours": "لا يحق لك هذا",
  "desk-not-yours-means": "دورك هنا هو «{role}». ويمكن للمحرر تغييره.",
  "desk-missing": "لا توجد صفحة كهذه",
  "desk-session-ended": "انتهت جلستك",
  "desk-session-ended-means": "سجّل الدخول من جديد. ما كتبته يبقى موجودًا حين تعود إلى الوراء.",
  "desk-sign-in": "تسجيل الدخول",
  "desk-bug": "خطأ داخلي",
  "desk-bug-means": "هذا خلل في Broadsheet؛ لم يُحسب شيء مرتين ولم يضِع شيء. أبلغ عنه بالرقم {number}.",
  "desk-again": "أكّد أنك أنت",
  "desk-again-means": "يُطلب عاملك الثاني مرة أخرى قبل ذلك.",

  // Signing in, people.

  // Today.

  // Months.

  // Jobs.

  // Review.

  // Books.

  // Files.
  "desk-saved": "حُفظ: {file}.",
  "desk-merged":
    "حُفظ: {file}. أضاف شخص آخر في هذه الأثناء {count, plural, zero {لا أسطر} one {سطرًا واحدًا} two {سطرين} few {# أسطر} many {# سطرًا} other {# سطر}}؛ وكلاهما موجود الآن.",
  "desk-merged-between": "ما أُضيف في هذه الأثناء",
  "desk-conflict": "غيّر شخص آخر الملف",
  "desk-conflict-means":
    "لم يعد {file} كما كان حين أُعدّ نموذجك. لم يُحفظ شيء. تجد أدناه حاله الآن وحاله لو حُفظ ما كتبته؛ وما زال النموذج يحتوي عليه. حفظ النموذج يضعه في مكان ما هو موجود الآن.",
  "desk-conflict-gone":
    "لم يعد {file} موجودًا. لم يُحفظ شيء؛ وما زال النموذج يحتوي على ما كتبته. حفظ النموذج ينشئ الملف من جديد.",
  "desk-conflict-theirs": "كما هو الآن",
  "desk-conflict-yours": "كما كتبته أنت",
  "desk-changes": "مواضع الاختلاف",
  "desk-changes-out": "يُحذف",
  "desk-changes-in": "يُضاف",
  "desk-changes-none": "لا اختلاف.",
  "desk-changes-many": "النصان مختلفان في كل شيء تقريبًا.",

  // Report.

  // Settings.

  // Publish.
};
