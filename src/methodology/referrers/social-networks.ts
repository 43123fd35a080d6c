import type {Family} from "./family.ts";

/**
 * Which social networks, forums and messengers send readers?
 *
 * @source docs/referrers.md#social-networks
 */
export const socialNetworks: readonly Family[] = [
  {key: "facebook", label: "Facebook", hosts: ".facebook.com fb.com fb.me com.facebook.katana com.facebook.orca"},
  {key: "instagram", label: "Instagram", hosts: ".instagram.com com.instagram.android"},
  {key: "threads", label: "Threads", hosts: ".threads.net .threads.com"},
  {key: "x", label: "X (Twitter)", hosts: "t.co .x.com .twitter.com com.twitter.android"},
  {key: "linkedin", label: "LinkedIn", hosts: ".linkedin.com lnkd.in com.linkedin.android"},
  {key: "reddit", label: "Reddit", hosts: ".reddit.com redd.it com.reddit.frontpage"},
  {key: "youtube", label: "YouTube", hosts: ".youtube.com youtu.be com.google.android.youtube"},
  {key: "pinterest", label: "Pinterest", hosts: ".pinterest.* pin.it com.pinterest"},
  {key: "tiktok", label: "TikTok", hosts: ".tiktok.com"},
  {key: "bluesky", label: "Bluesky", hosts: ".bsky.app xyz.blueskyweb.app"},
  {
    key: "mastodon",
    label: "Mastodon",
    hosts: `
      mastodon.social mastodon.online mastodon.world mstdn.social mstdn.jp mas.to fosstodon.org hachyderm.io chaos.social
      infosec.exchange pawoo.net troet.cafe piaille.fr techhub.social org.joinmastodon.android`,
  },
  {key: "lemmy", label: "Lemmy", hosts: "lemmy.world lemmy.ml feddit.org feddit.de"},
  {key: "telegram", label: "Telegram", hosts: "t.me telegram.me web.telegram.org org.telegram.messenger"},
  {key: "whatsapp", label: "WhatsApp", hosts: ".whatsapp.com wa.me com.whatsapp"},
  {key: "snapchat", label: "Snapchat", hosts: ".snapchat.com"},
  {key: "discord", label: "Discord", hosts: ".discord.com .discordapp.com com.discord"},
  {key: "hacker-news", label: "Hacker News", hosts: "news.ycombinator.com"},
  {key: "lobsters", label: "Lobsters", hosts: "lobste.rs"},
  {key: "slashdot", label: "Slashdot", hosts: ".slashdot.org"},
  {key: "quora", label: "Quora", hosts: ".quora.com"},
  {key: "tumblr", label: "Tumblr", hosts: ".tumblr.com t.umblr.com"},
  {key: "flipboard", label: "Flipboard", hosts: ".flipboard.com flip.it"},
  {key: "nextdoor", label: "Nextdoor", hosts: ".nextdoor.*"},
  {key: "truth-social", label: "Truth Social", hosts: ".truthsocial.com"},
  {key: "gab", label: "Gab", hosts: ".gab.com"},
  {key: "xing", label: "XING", hosts: ".xing.com"},
  {key: "meneame", label: "Menéame", hosts: ".meneame.net"},
  {key: "vk", label: "VK", hosts: ".vk.com vk.ru away.vk.ru .vkontakte.ru com.vkontakte.android"},
  {key: "ok", label: "Odnoklassniki", hosts: ".ok.ru .odnoklassniki.ru"},
  {key: "livejournal", label: "LiveJournal", hosts: ".livejournal.com"},
  {key: "weibo", label: "Weibo", hosts: ".weibo.com .weibo.cn t.cn"},
  {key: "zhihu", label: "Zhihu", hosts: ".zhihu.com"},
  {key: "douban", label: "Douban", hosts: ".douban.com"},
  {key: "tieba", label: "Baidu Tieba", hosts: "tieba.baidu.com"},
  {key: "qzone", label: "Qzone", hosts: ".qzone.qq.com"},
  {key: "renren", label: "Renren", hosts: ".renren.com"},
  {key: "hatena", label: "Hatena Bookmark", hosts: "b.hatena.ne.jp"},
  {key: "mixi", label: "mixi", hosts: ".mixi.jp"},
  {key: "line", label: "LINE", hosts: "liff.line.me jp.naver.line.android"},
  {key: "digg", label: "Digg", hosts: ".digg.com"},
  {key: "delicious", label: "Delicious", hosts: "del.icio.us .delicious.com"},
  {key: "stumbleupon", label: "StumbleUpon", hosts: ".stumbleupon.com"},
  {key: "myspace", label: "Myspace", hosts: ".myspace.com"},
  {key: "orkut", label: "Orkut", hosts: ".orkut.com"},
  {key: "friendster", label: "Friendster", hosts: ".friendster.com"},
  {key: "friendfeed", label: "FriendFeed", hosts: ".friendfeed.com"},
  {key: "google-plus", label: "Google+", hosts: "plus.google.com plus.url.google.com"},
];
