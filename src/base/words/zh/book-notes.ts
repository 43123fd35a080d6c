import type {bookNotes as english} from "../en/book-notes.ts";
import type {Translated} from "../translated.ts";

/** Notes below the figures of the books. */
export const bookNotes: Translated<typeof english> = {
  "sentence-of": "{clause}。",
  "figures-are-of": "{bounds}：整个时段的数字是{period}的数字。",
  "index-base": "指数：{period} = {value}。",
  "index-rebased": "指数：{period} = {value}。基期已改：{begins}。",
  "index-rebased-stands": "指数：{period} = {value}。基期已改：{begins}；以此为基期，{start}为{points}。",
  "titles-not-of-base": "本时段所印的刊名（{now}）与基期的（{before}）不同：总指数比较的是不同的印数。",
  "issues-not-delivered": "未计入发行量：没有发行记录的{count, number}期，{issues}。",
  "issue-printed": "{edition}（印{copies}份）",
  "speed-of-period": "发出{percent}%所需天数：本时段中位数{median}；{record}。",
  "speed-none": "无（{reason}）",
  "speed-best": "迄今最快为{days}（{edition}，{on}印刷）",
  "speed-no-best": "迄今没有一期达到",
  "editions-late": "尚未发出{percent}%：{editions}。",
  "panel-reached": "名单上的{cities, number}个城市中，有{reached}个在整个时段收到至少{copies, number}份。",
  "panel-missed": "未到达：{cities}。",
  "panel-unplaced": "{copies}份发往与名单上某城市同名的城市，但未注明地区或国家：不计入该城市。",
  "regions-new": "与{period}相比新增：{regions}。",
  "regions-not-noted": "{copies, number}份发往未注明地区的地方。",
  "mail-not-noted": "未计入各比例：寄出后再无记录的{pieces, number}件。",
  "mail-returns-alone": "未计入送达比例：只记了退回或拒收的{pieces, number}件。",
  "mail-unknown": "寄出的{pieces, number}件中，有{unknown}件既未记为送达，也未记为退回或拒收。",
  "mail-purposes": "计为邮寄资金：{counted}。不计：{others}。",
  "for-mail": "邮寄",
  "funds-spent": "{purpose}收入{cameIn}，此后邮寄花费{spent}：剩余{left}。",
  "funds-by-book": "据资金账，{purpose}收入{cameIn}，支出{wentOut}：剩余{left}。",
  "mailings-cost": "同期邮寄花费{spent}。",
  "lasts-between":
    "按最近{months, number}个月中最高的月费用（{dear}），可维持{least}个月；按最低的（{cheap}），{most}个月。",
  "lasts-open": "按最近{months, number}个月中最高的月费用（{dear}），可维持{least}个月；其中有一个月没有支出。",
};
