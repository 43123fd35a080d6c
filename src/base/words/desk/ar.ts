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
  "desk-settings-means": "الحقل الفارغ يأخذ القيمة المعتادة. يُعرض ما تغيّره قبل حفظه، وتبقى التعليقات في الملف.",
  "desk-settings-text": "كل الإعدادات نصًّا",
  "desk-settings-form": "الإعدادات نموذجًا",
  "desk-settings-text-means": "{file} كاملًا بتعليقاته. يُعرض ما تغيّره قبل حفظه.",
  "desk-settings-look": "عرض ما يتغير",
  "desk-settings-save": "حفظ",
  "desk-settings-back": "رجوع دون حفظ",
  "desk-settings-lists": "في الحقول ذات الأسطر المتعددة اكتب بندًا في كل سطر.",
  "desk-settings-written": "في النص: {text}",
  "desk-settings-usual": "كالمعتاد",
  "desk-settings-yes": "نعم",
  "desk-settings-no": "لا",
  "desk-settings-same": "المستند نفسه",
  "desk-settings-different": "مستندات مختلفة",
  "desk-settings-refused": "ستُرفض هذه الإعدادات، ولم يتغير شيء.",
  "desk-settings-before-save": "لم يُحفظ شيء بعد. هذا ما سيتغير في {file}:",
  "desk-settings-nothing": "لم يتغير شيء.",
  "desk-settings.publication": "المطبوعة",
  "desk-settings.report": "التقرير",
  "desk-settings.tables": "الجداول",
  "desk-settings.rules": "من هو القارئ",
  "desk-settings.documents": "المستندات",
  "desk-settings.logs": "السجلات",
  "desk-settings.ledger": "الدفاتر والترتيب",
  "desk-settings.mail": "البريد",
  "desk-setting.publication": "اسم المطبوعة",
  "desk-setting.timeZone": "المنطقة الزمنية",
  "desk-setting.language": "لغة التقرير",
  "desk-setting.archive.address": "عنوان الأرشيف",
  "desk-setting.compare": "المقارنة مع",
  "desk-setting.base": "أساس المؤشر",
  "desk-setting.ranges": "مدى الأرقام",
  "desk-setting.smallest": "أقل عدد قراء يظهر في جدول",
  "desk-setting.paper": "ورق ملف PDF",
  "desk-setting.site": "الموقع الوحيد للتقرير",
  "desk-setting.methodology.extends": "المنهجية",
  "desk-setting.methodology.blacklist": "جدول القرارات بشأن العملاء",
  "desk-setting.methodology.developers": "عناوين المطورين",
  "desk-setting.methodology.heavyReaders.documents": "يُستبعد قراء مستندات أكثر من هذا في الشهر",
  "desk-setting.methodology.heavyReaders.months": "في هذه الأشهر فقط",
  "desk-setting.methodology.doubleClicks.seconds": "الثواني التي لا تُحسب فيها نقرة ثانية",
  "desk-setting.methodology.robots.askedForRobotsTxt": "من يطلب robots.txt روبوت",
  "desk-setting.methodology.robots.nominated": "من يتصرف كروبوت روبوت",
  "desk-setting.methodology.robots.withoutAgent": "من لا يسمّي متصفحًا روبوت",
  "desk-setting.departments": "جدول الأقسام",
  "desk-setting.titles": "جدول العناوين",
  "desk-setting.aliases": "جدول المستندات المنقولة",
  "desk-setting.documents.query": "المعاملات التي تكوّن مستندًا",
  "desk-setting.documents.trailingSlash": "بشرطة مائلة في النهاية ودونها",
  "desk-setting.documents.case": "الأحرف الكبيرة والصغيرة",
  "desk-setting.logs": "ملفات السجلات ومجلداتها",
  "desk-setting.logFormat": "صيغة السجلات",
  "desk-setting.client": "موضع عنوان القارئ",
  "desk-setting.trustedProxies": "الوكلاء الموثوقون",
  "desk-setting.places": "البحث عن البلدان",
  "desk-setting.addresses": "حفظ العناوين مختومة حتى إقفال الشهر",
  "desk-setting.ledger.printBase": "أساس عدد النسخ المطبوعة",
  "desk-setting.ledger.mailBase": "أساس الإرساليات",
  "desk-setting.ledger.cities": "جدول المدن",
  "desk-setting.ledger.smallestCity": "أصغر توزيع تُحسب به مدينة",
  "desk-setting.ranks.ours": "موقعنا في قوائم الترتيب",
  "desk-setting.ranks.others": "مواقع أخرى في قوائم الترتيب",
  "desk-setting.mail.host": "خادم البريد",
  "desk-setting.mail.port": "المنفذ",
  "desk-setting.mail.user": "المستخدم",
  "desk-setting.mail.from": "من",
  "desk-setting.mail.to": "إلى",

  // Publish.
};
