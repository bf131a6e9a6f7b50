import type { Day } from '../domain/index.ts';
import type { Bulletin } from './broadcast.ts';
import { rfc822 } from './feeds.ts';
import { dayAfter, isoLocal, localParts, two } from './moment.ts';
import { officeHolders } from './people.ts';
import { escape, longDate, numericDate, type Visit } from './pages/html.ts';
import { plainTime, type Programme, scheduleOf } from './schedule.ts';

/** A page or file of the broadcaster's air, before the theme goes round it. */
export interface AirPage {
  readonly title: string;
  readonly path: string;
  readonly html: string;
  readonly changedMs?: number;
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** `PT24M35S`. */
function isoDuration(seconds: number): string {
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}

function hourOf({ startAt }: Bulletin): string {
  const { hour, minute } = localParts(Date.parse(startAt));
  return `${hour}h${two(minute)}`;
}

function fullTitle(bulletin: Bulletin): string {
  return `${bulletin.title} ${hourOf(bulletin)} ngày ${numericDate(Date.parse(bulletin.startAt))}`;
}

/** Bulletins whose page is up, newest first. */
function bulletinsBy({ press, atMs }: Visit): Bulletin[] {
  return press.truth.air.bulletins.filter(({ publishedMs }) => publishedMs <= atMs).toReversed();
}

function videoObject(bulletin: Bulletin, { origin, sheet }: Visit): string {
  const page = origin + bulletin.path;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: fullTitle(bulletin),
    description: bulletin.items.map(({ title }) => title).join('; '),
    thumbnailUrl: `${origin}/anh/ban-tin-${bulletin.id}.svg`,
    uploadDate: isoLocal(bulletin.publishedMs),
    duration: isoDuration(bulletin.seconds),
    inLanguage: 'vi',
    caption: { '@type': 'MediaObject', contentUrl: `${page}.vtt`, encodingFormat: 'text/vtt' },
    publication: {
      '@type': 'BroadcastEvent',
      startDate: bulletin.startAt,
      isLiveBroadcast: false,
      publishedOn: { '@type': 'BroadcastService', name: 'STV1' },
    },
    publisher: { '@type': 'Organization', name: sheet.name },
    hasPart: bulletin.items.map(({ title, startSeconds, seconds }) => ({
      '@type': 'Clip',
      name: title,
      startOffset: startSeconds,
      endOffset: startSeconds + seconds,
      url: `${page}?t=${startSeconds}`,
    })),
  };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

/** The page of one bulletin: player, duration, rundown with times. */
export function bulletinPage(visit: Visit, path: string): AirPage | null {
  const bulletin = bulletinsBy(visit).find((entry) => entry.path === path);
  if (!bulletin) return null;
  const paths = new Map(visit.press.articles.map(({ id, path: link }) => [id, link]));
  const rows = bulletin.items.map(
    ({ title, startSeconds, seconds, articleId }) =>
      `<li><time>${clock(startSeconds)}</time> <a href="${paths.get(articleId)}">${escape(title)}</a> <em>${clock(seconds)}</em>
</li>`,
  );
  const html = `${videoObject(bulletin, visit)}<div class="detail">
<div class="post-date">Phát sóng: ${hourOf(bulletin)}, ${longDate(Date.parse(bulletin.startAt))} · Thời lượng: <span class="duration">${clock(bulletin.seconds)}</span>
</div><div class="player" role="img" aria-label="Video minh họa">▶</div><ol class="rundown">
<li><time>00:00</time> <span>Tin chính</span> <em>${clock(bulletin.headlines.seconds)}</em>
</li>${rows.join('')}</ol><p><a href="${bulletin.path}.vtt">Phụ đề (WebVTT)</a></p></div>`;
  return { title: fullTitle(bulletin), path, html, changedMs: bulletin.publishedMs };
}

/** The list of bulletins, newest first. */
export function bulletinList(visit: Visit): AirPage {
  const rows = bulletinsBy(visit)
    .slice(0, 30)
    .map(
      (bulletin) =>
        `<li><time>${clock(bulletin.seconds)}</time> <a href="${bulletin.path}">${fullTitle(bulletin)}</a> <em>${bulletin.items.length} tin</em>
</li>`,
    );
  const html = `<ol class="rundown">${rows.join('')}</ol>
<p><a href="/ban-tin/rss.xml">RSS bản tin</a></p>`;
  return { title: 'Bản tin', path: '/ban-tin', html };
}

function vttTime(timeMs: number): string {
  const whole = Math.floor(timeMs / 1000);
  const thousandths = String(timeMs % 1000).padStart(3, '0');
  return `${two(Math.floor(whole / 3600))}:${clock(whole % 3600)}.${thousandths}`;
}

/** Subtitles with speakers: `<v PTV>` is the presenter. */
export function bulletinSubtitles(visit: Visit, path: string): string | null {
  const bulletin = bulletinsBy(visit).find((entry) => `${entry.path}.vtt` === path);
  if (!bulletin) return null;
  const names = new Map(officeHolders.map(({ id, name }) => [id, name]));
  const cues = bulletin.cues.map(({ startMs, endMs, text, speakerId }, index) => {
    const voice = speakerId === null ? 'PTV' : names.get(speakerId);
    return `${index + 1}\n${vttTime(startMs)} --> ${vttTime(endMs)}\n<v ${voice}>${escape(text)}</v>`;
  });
  return `WEBVTT\n\nNOTE Báo hư cấu — dữ liệu minh họa\n\n${cues.join('\n\n')}\n`;
}

/** Media RSS of the bulletins with their durations. */
export function bulletinFeed(visit: Visit): string {
  const { origin, sheet } = visit;
  const items = bulletinsBy(visit)
    .slice(0, 20)
    .map((bulletin) => {
      const chapters = bulletin.items
        .map(({ title, startSeconds }) => `${clock(startSeconds)} ${title}`)
        .join('\n');
      return `<item><title>${fullTitle(bulletin)}</title><link>${origin}${bulletin.path}</link>
<guid isPermaLink="false">${bulletin.id}</guid><pubDate>${rfc822(bulletin.publishedMs)}</pubDate>
<description>${escape(chapters)}</description>
<media:content url="${origin}${bulletin.path}.mp4" medium="video" duration="${bulletin.seconds}"/>
</item>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${sheet.name} - Bản tin</title><link>${origin}/ban-tin</link>
<description>Báo hư cấu — dữ liệu minh họa</description><language>vi-VN</language>
${items.join('\n')}
</channel></rss>
`;
}

/** Bulletins in the sitemap's video extension. */
export function videoSitemap(visit: Visit): string {
  const { origin } = visit;
  const urls = bulletinsBy(visit).map(
    (bulletin) =>
      `<url><loc>${origin}${bulletin.path}</loc>
<video:video><video:thumbnail_loc>${origin}/anh/ban-tin-${bulletin.id}.svg</video:thumbnail_loc>
<video:title>${fullTitle(bulletin)}</video:title>
<video:description>${escape(bulletin.items.map(({ title }) => title).join('; '))}
</video:description><video:player_loc>${origin}${bulletin.path}</video:player_loc>
<video:duration>${bulletin.seconds}
</video:duration><video:publication_date>${isoLocal(bulletin.publishedMs)}</video:publication_date>
</video:video></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">\n${urls.join('\n')}\n</urlset>\n`;
}

function programmesOf({ press, atMs }: Visit, day: Day): Programme[] {
  const { handover } = press.truth;
  return scheduleOf(day, {
    startDay: press.startDay,
    handoverDay: handover.day,
    seenMs: atMs,
  });
}

/** Days whose listing is public: all past days and the next two. */
function listedDays({ press, atMs }: Visit): Day[] {
  const today = localParts(atMs).day;
  const last = dayAfter(today, 2);
  const days: Day[] = [];
  for (let day = press.startDay; day <= last; day = dayAfter(day, 1)) days.push(day);
  return days.slice(0, press.days + 2);
}

/** The day's listing as a table. */
export function schedulePage(visit: Visit, path: string): AirPage | null {
  const today = localParts(visit.atMs).day;
  const day = path === '/lich-phat-song' ? today : path.slice('/lich-phat-song/'.length);
  const days = listedDays(visit);
  if (!days.includes(day)) return null;
  const rows = programmesOf(visit, day).map(({ startAt, title, news }) => {
    const time = startAt.slice(11, 16);
    return `<tr${news ? ' class="news"' : ''}><td>${time}</td><td>${escape(title)}</td></tr>`;
  });
  const links = days.slice(-7).map((other) => {
    const label = numericDate(Date.parse(`${other}T00:00:00+07:00`)).slice(0, 5);
    return other === day ? `<b>${label}</b>` : `<a href="/lich-phat-song/${other}">${label}</a>`;
  });
  const date = Date.parse(`${day}T00:00:00+07:00`);
  const html = `<div class="days">${links.join('')}</div>
<table class="schedule" data-day="${day}"><tbody>${rows.join('')}</tbody></table>
<p><a href="/lich-phat-song/${day}.txt">Bản chữ</a> · <a href="/lich-phat-song/xmltv.xml">XMLTV</a>
</p>`;
  return { title: `Lịch phát sóng STV1 - ${longDate(date)}`, path, html };
}

/** The day's listing in the plain form of provincial stations. */
export function scheduleText(visit: Visit, day: Day): string | null {
  if (!listedDays(visit).includes(day)) return null;
  const lines = programmesOf(visit, day).map(
    ({ startAt, title }) => `${plainTime(startAt)} ${title}`,
  );
  return `${lines.join('\n')}\n`;
}

function xmltvTime(iso: string): string {
  return `${iso.slice(0, 19).replace(/\D/g, '')} +0700`;
}

/** XMLTV of yesterday to the day after tomorrow. */
export function xmltv(visit: Visit): string {
  const today = localParts(visit.atMs).day;
  const days = listedDays(visit).filter((day) => day >= dayAfter(today, -1));
  const programmes = days
    .flatMap((day) => programmesOf(visit, day))
    .map(
      ({ startAt, endAt, title, news }) =>
        `<programme start="${xmltvTime(startAt)}" stop="${xmltvTime(endAt)}" channel="stv1.song-thanh.example">
<title lang="vi">${escape(title)}</title>${news ? '<category lang="vi">Thời sự</category>' : ''}
</programme>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<tv source-info-name="${visit.sheet.name} (Báo hư cấu — dữ liệu minh họa)">
<channel id="stv1.song-thanh.example"><display-name lang="vi">STV1</display-name></channel>
${programmes.join('\n')}
</tv>
`;
}
