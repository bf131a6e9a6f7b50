/*
 * Third parties that only advertise or track. Their requests are kept back by rule, for every
 * outlet alike: what they would paint differs from reader to reader and is no choice of an editor.
 */
const names = `
2mdn.net adcolony.com adform.net admicro.vn admicro.com adnxs.com adroll.com
adsafeprotected.com adservice.google.com adsrvr.org adtima.vn adtimaserver.vn
amazon-adsystem.com ambientdsp.com analytics.tiktok.com analytics.yahoo.com bat.bing.com
bidswitch.net blueseed.tv bluekai.com casalemedia.com chartbeat.com chartbeat.net clarity.ms
cloudflareinsights.com comscore.com connect.facebook.net criteo.com criteo.net demdex.net
doubleclick.net doubleverify.com eclick.vn everesttech.net exelator.com ezoic.net facebook.net
flashtalking.com google-analytics.com googleadservices.com googlesyndication.com
googletagmanager.com googletagservices.com gammaplatform.com hotjar.com hs-analytics.net
id5-sync.com imrworldwide.com innity.com innity.net insurads.com itim.vn krxd.net liadm.com
lijit.com lkqd.net mathtag.com mc.yandex.ru media.net mgid.com moatads.com mookie1.com
newrelic.com nr-data.net omnitagjs.com onesignal.com openx.net outbrain.com outbrainimg.com
parsely.com permutive.com piano.io polyad.net poly-ad.com popin.cc pubmatic.com quantcount.com
quantserve.com rfihub.com rubiconproject.com scorecardresearch.com segment.io sharethrough.com
smartadserver.com sspsp.com statcounter.com taboola.com tapad.com teads.tv
tiktokcdn-analytics.com tpc.googlesyndication.com trackuity.com turn.com unrulymedia.com
vietid.net vliplatform.com vrtzads.com yieldmo.com yimg-analytics.com zeotap.com zedo.com
`;

const blocked = new Set(names.trim().split(/\s+/));

/** Whether a host, or a domain it belongs to, is on the list. */
export function isBlockedHost(host: string): boolean {
  let name = host.toLowerCase().replace(/\.$/, '');
  while (name.includes('.')) {
    if (blocked.has(name)) return true;
    name = name.slice(name.indexOf('.') + 1);
  }
  return false;
}
