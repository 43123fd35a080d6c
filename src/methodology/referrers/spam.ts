/**
 * The hosts of a list: one a line, a line that begins with `#` is a remark.
 *
 * @returns Hosts in lower case, without `www.`.
 */
export function parseHostList(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/).map((line) =>
    line
      .trim()
      .toLowerCase()
      .replace(/^www\./, ""),
  );
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")));
}

/**
 * Which hosts put themselves into logs as referrers, though no page of theirs links here?
 *
 * The campaigns that most logs hold, not all there are.
 *
 * @source docs/referrers.md#spam
 */
export const spamHosts: ReadonlySet<string> = parseHostList(`
# Semalt and what belongs to it
semalt.com
semaltmedia.com
kambasoft.com
savetubevideo.com
srecorder.com
fbdownloader.com
baixar-musicas-gratis.com
descargar-musicas-gratis.com
embedle.com
extener.com
extener.org
# share buttons and free traffic
1-free-share-buttons.com
best-seo-offer.com
best-seo-solution.com
buttons-for-website.com
buttons-for-your-website.com
event-tracking.com
floating-share-buttons.com
free-floating-buttons.com
free-share-buttons.com
free-social-buttons.com
free-traffic.xyz
get-free-traffic-now.com
share-buttons.xyz
sharebutton.net
simple-share-buttons.com
social-buttons.com
traffic2money.com
traffic-cash.xyz
trafficmonetize.org
trafficmonetizer.org
webmaster-traffic.com
webmonetizer.net
xtrafficplus.com
# names that look like others
bestwebsitesawards.com
googlsucks.com
guardlink.org
hulfingtonpost.com
humanorightswatch.org
theguardlan.com
# ranks, money, audits
100dollars-seo.com
4webmasters.org
7makemoneyonline.com
adviceforum.info
anticrawler.org
blackhatworth.com
dailyrank.net
keywords-monitoring-your-success.com
makemoneyonline.com
monetizationking.net
priceg.com
rank-checker.online
rankings-analytics.com
ranksonic.info
ranksonic.org
sanjosestartups.com
seoexperimenty.ru
site-auditor.online
sitevaluation.org
success-seo.com
top10-online-games.com
topseoservices.co
uptimechecker.com
video--production.com
videos-for-your-business.com
website-analyzer.info
websites-reviews.com
wordpress-crew.net
yourserverisdown.com
# the darodar and ilovevitaly campaigns
cenoval.ru
darodar.com
econom.co
ilovevitaly.co
ilovevitaly.com
ilovevitaly.ru
iskalko.ru
o-o-6-o-o.com
o-o-6-o-o.ru
o-o-8-o-o.com
smailik.org
# others that many logs hold
abuser.shop
burger-imperia.com
domination.ml
e-buyeasy.com
edakgfvwql.ru
egovaleo.it
gobongo.info
howtostopreferralspam.eu
hundejo.com
hvd-store.com
luxup.ru
mirobuvi.com.ua
nufaq.com
pizza-imperia.com
pops.foundation
pornhub-forum.ga
pozdravleniya-c.ru
qwesa.ru
sady-urala.ru
sexyali.com
slftsdybbg.ru
snip.to
snip.tw
solnplast.ru
spin2016.cf
superiends.org
torture.ml
vodkoved.ru
ykecwqlixx.ru
youporn-forum.ga
# 2020 and after
bot-traffic.icu
bottraffic.live
trafficbot.life
trafficbot.live
# the campaign of 2024
bartikus.site
dertus.site
grets.store
razas.site
seders.website
`);
