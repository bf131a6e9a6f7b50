/*
 * What short lines of a page say about themselves, in the languages of its outlets.
 * Lines are given in lower case unless said otherwise: patterns that ignore case are several times
 * slower. Lists hold one pattern a row.
 */

function alternatives(rows: string): string {
  const patterns = rows.split('\n').map((row) => row.trim());
  return `(?:${patterns.filter((row) => row !== '').join('|')})`;
}

const BYLINE_LABEL = new RegExp(
  `^${alternatives(`
    (?:written|posted|published|reviewed|edited|photographs?|reporting|words) by
    (?:authors?|tác giả|thực hiện|bài,? ảnh|bài và ảnh|tin,? ảnh|ảnh|nguồn|автор|autor|auteur)\\s?:
    (?:المصدر|источник|quelle|fuente|fonte|źródło|zdroj|forrás|kaynak|sumber|bron|kilde|källa|lähde|πηγή|джерело|извор|izvor|ที่มา|מקור|स्रोत|出處|来源|來源|出典|출처|责任编辑|编辑|責任編輯)\\s?[:：]
    [(（【]?(?:责编|責編|责任编辑|責任編輯|编辑|作者|文|记者|本报记者)\\s?[:：丨|]|文/|记者|編集|작성자
  `)}`,
);

/** Before a name these begin a byline, before anything else a sentence; as written. */
const BYLINE_WORD = /^(?:By|BY|From|Von|Par|Por|Di|Door|Av|Af|Theo|THEO)\s+["“(]?([^\s\d])/;

/** A name, or nothing, and an e-mail address. */
const SIGNED = /^[^.!?]{0,40}[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?$/;

const NAME = '[^\\s\\d.,:;/()|+-]';

const DATE_LINE = new RegExp(
  `^(?:${alternatives(`
    published|updated|posted|last updated|last modified|date|on
    cập nhật|đăng lúc|ngày đăng|xuất bản
    publié|mis à jour|veröffentlicht|publiziert|erschienen|aktualisiert|stand|erstellt
    publicado|actualizado|pubblicato|aggiornato|opublikowano|опубликовано|обновлено
  `)}[:,\\s]+(?:on\\s|at\\s|le\\s|am\\s|el\\s)?)?` +
    `(?:thứ ${NAME}+,?\\s*(?:ngày\\s*)?|chủ nhật,?\\s*(?:ngày\\s*)?|${NAME}{3,9}\\.?,?\\s+)?` +
    alternatives(`
      \\d{1,2}:\\d{2}.{0,30}\\d{4}
      \\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}
      \\d{1,2}[:.h]\\d{2}\\s*(?:[ap]\\.?m\\.?|uhr|h|giờ)?\\s*(?:\\(?(?:gmt|utc|bst|cet|cest|est|edt|et|pt|pst|ist)(?:[+-]\\d{1,2})?\\)?)?$
      \\d{1,2}[:h]\\d{2}[\\s,|–-]{1,3}(?:ngày\\s)?\\d{1,2}[/.-]\\d{1,2}$
      \\d{1,2}[/.-]\\d{1,2}[\\s,|–-]{1,3}\\d{1,2}[:h]\\d{2}$
      \\d{4}年\\d{1,2}月\\d{1,2}日
      ${NAME}{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}
      \\d{1,2}\\.?\\s+${NAME}{3,9}\\.?,?\\s+\\d{4}
    `) +
    '.{0,60}$',
);

const READING_TIME =
  /^(?:\d+|\w{3,6})[\s-]*min(?:ute)?s?\.?[\s-]*(?:read(?:ing)?(?: time)?)?$|^reading time\b/;

const RELATED = new RegExp(
  `^${alternatives(`
    (?:other )?related(?: (?:articles?|posts?|stories|content|reading|news|searches))?
    related (?:topics|(?:internet )?links|resources)|related (?:articles|stories|posts|searches)\\b.{0,40}
    what others are reading|more to read|keep reading
    more to explorer?|(?:other|more) (?:articles|posts|stories)(?: (?:you|by|from|in)\\b.*)?
    read (?:more|next|also|on)|see also|also read
    more (?:from|on|in|stories|news)\\b.*
    you (?:may|might) (?:also )?(?:like|enjoy|be interested).*
    recommended(?: for you| reading| articles| stories)?
    don['’]t miss|trending(?: now)?|popular(?: posts| now)?|most (?:read|popular|viewed)
    up next|editor['’]s picks?|latest(?: news| stories| articles| posts)?
    further reading|similar (?:posts|articles)|recent (?:posts|articles)
    (?:tin|bài|bài viết|tin bài) liên quan|xem thêm|đọc thêm|tham khảo thêm
    mời (?:độc giả|bạn|quý).{0,40}(?:xem|đọc) (?:thêm|tiếp).*
    có thể bạn quan tâm|(?:tin |bài )?cùng chuyên mục|(?:các )?tin khác|bài khác
    tin mới(?: nhất)?|(?:tin )?đọc nhiều(?: nhất)?|xem nhiều|tin nổi bật|chủ đề
    (?:à )?lire aussi|sur le même sujet
    lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren
    leggi anche|lee también|te puede interesar|noticias relacionadas
    leia também|leia mais|veja também|zobacz (?:także|też)|czytaj także
    читайте также|читать также|(?:также )?по теме|إقرأ أيضا|اقرأ أيضا
    相关(?:阅读|新闻|推荐)|延伸閱讀|関連記事|관련기사
    lees ook|les også|läs också|lue myös|baca juga|ilgili haberler
  `)}\\s*[:：»>….]*$`,
);

/** Heads of what follows an article: who wrote it, comments, ways to get in touch. */
const CLOSING = new RegExp(
  `^${alternatives(`
    article sources|about the authors?|about (?:me|us)|meet the author|author bio
    share(?: this(?: article| post| story)?)?|(?:\\d+ )?comments?(?: \\(\\d+\\))?
    leave a (?:comment|reply)|categories|archives|tags|newsletter|blog\\.?|our blog
    subscribe(?: now| today)?|follow us|contact us(?: today)?!?|get in touch
    (?:bình luận|ý kiến|phản hồi)(?: (?:của )?(?:bạn đọc|độc giả))?(?: \\(\\d+\\))?|về tác giả
    über den autor|à propos de l['’]auteur|sobre el autor|sull['’]autore|об авторе
    kommentare|commentaires|comentarios|комментарии
  `)}\\s*:?$`,
);

const CONTENTS_LABEL = new RegExp(
  `^${alternatives(`
    (?:table of )?contents|on this page|jump to|quick links
    in this (?:article|post|guide|story)
    mục lục|nội dung(?: chính| bài viết)?|inhaltsverzeichnis|sommaire|índice|indice
  `)}\\s*[:：]?$`,
);

const RELATED_START = new RegExp(
  `^(?:>>|»|►|▶|→|${alternatives(`
    read more|read next|read also|also read|see also|related|more|watch|recommended|don['’]t miss
    xem thêm|đọc thêm|tin liên quan|mời đọc|lire aussi|lesen sie auch|leggi anche|lee también
    leia também|leia mais|czytaj także|читайте также|اقرأ أيضا|baca juga|lees ook|läs också
  `)}\\s*[:：])`,
);

/** The same before a link and without a colon, in the languages of newsrooms. */
const RELATED_LINK = new RegExp(
  `^[\\s>»►▶→•*-]{0,4}${alternatives(`
    read (?:more|next|also)|also read|see also|related(?: story| article)?\\b|don['’]t miss
    xem thêm|đọc thêm|mời đọc|à lire aussi|lire aussi|à lire\\b|lesen sie auch|mehr zum thema|leggi anche
    (?:lea|lee|leer|mirá|mira|ve|vea|te puede) (?:también|además|interesar)|más información\\b
    (?:leia|veja|confira|saiba) (?:também|mais)|czytaj (?:też|także|również)|zobacz (?:też|także|również)
    čtěte (?:také|více)|prečítajte si|olvassa el|citește și|citiți și|διαβάστε (?:επίσης|ακόμη)
    читайте (?:также|також|ещё)|вижте още|прочетете още|ayrıca bkz|ilgili haber|lees ook|läs (?:också|även|mer)
    les også|læs også|lue myös|baca (?:juga|selengkapnya)|اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|بیشتر بخوانید|مطالب مرتبط
    קראו (?:גם|עוד)|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|आणखी वाचा|மேலும் படிக்க|อ่าน(?:ข่าว)?(?:เพิ่มเติม|ประกอบ|ต่อ)|ข่าวที่เกี่ยวข้อง
    អានបន្ថែម|អត្ថបទទាក់ទង|関連記事|あわせて読みたい|延伸(?:阅读|閱讀)|相关(?:阅读|新闻|报道|链接)|관련기사|관련 기사
  `)}`,
);

/**
 * One of these begins a word of every service line: the long pattern below is tried only then.
 * Looking at the beginnings of words alone makes it twice as fast.
 */
const SERVICE_STEM = new RegExp(
  '(?:^|[^a-z])' +
    alternatives(`
    newsletter|subscri|sign(?:ing)? up|follow|rights reserved|©|cookie|javascript|your email|share
    leave a|terms of|copyright|bản quyền|weiterlesen|abos?\\b|abonnement|bereits|réservé|il vous reste|hazte|assin[ea]|suscr|únete|read the full|continue reading|advert|completing|by clicking|listen to|submission|went wrong
    already|amazon associate|ad$|in full size|your inbox|with the form|google news|external|nghe đọc|theo dõi|đăng ký|đăng nhập|mời bạn|trải nghiệm|vui lòng|gửi |abonn|abbon|suscr|подпис|подпиш|если вы|заметили|нашли|line@|ติดตาม|この記事|有料|残り|会員|contenuto|contenido|conteúdo|artykuł
  `),
);

/** Asks the reader, at the head of a sentence; inside one, others do it: "those who follow her". */
const ASKS = new RegExp(
  `(?:^|[.!?:;|•→»–—-]["”’)]?\\s{1,3}|\\b(?:please|now|or|bạn|hãy|để|độc giả|quý vị)\\s)${alternatives(`
    sign up (?:for|to|and|with|here|now|today)|subscribe (?:to|now|for|today|here|and)
    share (?:this|on)(?: article| story| post)?\\b.{0,30}$
    follow .{1,30} on (?:twitter|facebook|google|instagram|threads|bluesky|telegram|x)\\b
    theo dõi .{1,40} trên (?:google|facebook|zalo|telegram|youtube)|gửi (?:bình luận|phản hồi)
  `)}`,
);

const SERVICE = new RegExp(
  alternatives(`
    by clicking .{1,60}you agree
    your submission (?:has|was)|something went wrong while
    as an amazon associate
    click to view image in full size|check your inbox|(?:issue|problem) with the form
    (?:favou?rite|follow|find|add|preferred).{1,40} on google news
    thank you for (?:completing|subscribing|signing up)
    (?:sign|stay|inbox|loop|miss).{1,80}newsletters?
    newsletters?.{1,80}(?:sign up|inbox|subscribe)
    join our (?:newsletter|mailing)|our newsletter
    follow us (?:on|via)
    all rights reserved|(?:^|[\\s\\d])©|click here to (?:subscribe|sign up)
    listen to (?:this|the) (?:article|story)|nghe đọc bài
    accept (?:all )?cookies|we use cookies|your email address|enable javascript
    leave a (?:comment|reply)|to continue reading
    terms of (?:use|service)\\b.{0,40}(?:privacy|apply|polic|©|[|])|privacy.{0,60}terms of (?:use|service)
    (?:agree|accept|agreeing).{1,40}terms of (?:use|service)|^.{0,30}terms of (?:use|service).{0,15}$
    subscribers? only|already (?:a (?:subscriber|member)|have an account|registered)\\b.{0,3}\\?|advertisement$|^ad$
    đăng ký nhận (?:tin|bản tin)|vui lòng (?:đăng nhập|nhập)
    ^(?:bạn|quý (?:vị|độc giả)|độc giả|hãy|xin|mời).{0,30}(?:đăng nhập|đăng ký).{0,40}(?:để|đọc|xem|bình luận)
    (?:chúng tôi|trang(?: web)?|website)\\b.{0,30}(?:sử dụng|dùng) (?:các )?cookies?\\b
    ^bài viết (?:này )?(?:chỉ )?dành (?:riêng )?cho (?:thuê bao|thành viên|người đăng ký|độc giả)
    abonnez-vous|newsletter abonnieren|suscríbete|подпи(?:шитесь|сывайтесь)
    ^copyright\\b.{0,40}\\d{4}|^bản quyền (?:thuộc|©|\\d)
    möchten sie? weiterlesen|weiterlesen\\?$|\\b(?:mit|im) .{0,30}\\babo(?:nnement)?\\b.{0,90}(?:kündigen|lesen|werbung)
    bereits abonnent|jetzt abonnieren|article réservé|réservé (?:à nos|aux) abonnés|il vous reste .{1,30} à lire
    ^(?:если вы )?(?:заметили|нашли|увидели) (?:ошибку|опечатку)(?: в|[?,]|$)|line@|ติดตาม.{0,60}(?:ได้ที่|ผ่าน)
    ^有料(?:記事|会員)|この記事は(?:有料|会員)|残り\\s?[\\d,]+\\s?文字|会員(?:登録|限定)
    (?:contenido|conteúdo|contenuto) (?:exclusivo|esclusivo|riservato).{0,30}(?:suscript|assinant|abbonat)
    ^abbonati (?:per|a|ora)\\b|artykuł (?:jest )?dostępny (?:tylko )?dla|réservée? aux abonnés
    hazte (?:socio|suscriptor)|únete .{1,60}(?:suscri|leer)|assine (?:já|agora|a)\\b
    (?:this|full) (?:article|story|content) is (?:only )?(?:for|available to) subscribers
    newsletters may contain|not responsible for the content of external
  `),
);

const LABEL_ONLY = new RegExp(
  `^${alternatives(`
    share|tweet|print|email|save|copy(?: link)?|topics?|listen|like|reply|follow
    facebook|twitter|linkedin|pinterest|whatsapp|reddit|advertisement|sponsored|ad|menu|search
    home|close|next|previous|back to top|loading\\.*|show more|view more|load more
    page \\d+ of \\d+
    nghe (?:bài(?: viết)?|tin|đọc)|listen to (?:this )?article|\\d{1,2}:\\d{2}\\s?/\\s?\\d{1,2}:\\d{2}
    chia sẻ|từ khóa|từ khoá|thích|theo dõi|in bài|gửi|quảng cáo|trang chủ|lưu|nghe|zalo|qc
    publicidad|anzeige|publicité|реклама|teilen|partager|compartir|publicidade|pubblicità|reklama?|reklam
    iklan|annonce|mainos|διαφήμιση|advertentie|oglas|hirdetés|โฆษณา|広告|广告|廣告|광고|إعلان|اعلان|विज्ञापन|פרסומת
    (?:advertisement\\W{1,5})?scroll (?:down )?to (?:continue|resume)(?: with content| reading)?
    (?:story|article) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|continue reading below
  `)}\\s*[:：]?$`,
);

/** A row of buttons that were read as one line. */
const LABELS_ROW = new RegExp(
  `^(?:${alternatives(`
    chia sẻ|facebook|zalo|twitter|linkedin|pinterest|telegram|messenger|whatsapp|reddit|e-?mail
    copy link|sao chép|lưu bài viết|lưu bài|in bài|in|print|share|tweet|bình luận|theo dõi|thích
  `)}(?:[\\s|,·•/:-]+|$)){3,12}$`,
);

/** What the law has papers print of themselves: each form begins so, or has more that is theirs. */
const IMPRINT_START = new RegExp(
  `^${alternatives(`
    (?:cơ quan )?chủ quản\\s?:
    (?:phó )?tổng biên tập\\s?:(?![^.]{0,160}\\s(?:được|đã|bị|sẽ|vừa|nói|cho biết)\\s)
    (?:số )?giấy phép.{0,80}\\d\\s?/?\\s?(?:\\d{4}\\s?/\\s?)?(?:gp|gxn|bttt)(?!.{0,160}\\s(?:bị|đã)\\s)
  `)}`,
);
const LICENCE = /giấy phép .{0,80}gp\s?[-–]\s?(?:b|tt)/;
const IMPRINT_MARK =
  /[©®]|bản quyền|(?:tổng biên tập|điện thoại|t(?:òa|oà) soạn|chủ quản|trụ sở)\s?:/;
/** An order to those who copy: it begins its sentence. */
const CITE =
  /(?:^|[.®©|*–-]\s?)(?:(?:xin|vui lòng|yêu cầu|đề nghị) )?ghi rõ nguồn (?!gốc).{0,40}khi (?:phát hành|sao chép|sử dụng|trích)/;
const WRITE_TO = new RegExp(
  `^${alternatives(`
    mọi .{0,60}(?:xin|vui lòng) (?:được )?(?:gửi|liên hệ)
    (?:xin|vui lòng|hãy) (?:gửi|liên hệ)
  `)}`,
);
/** Whose address it is: articles ask people to call an office, too. */
const OWN_OFFICE = new RegExp(
  alternatives(`
    t(?:òa|oà) soạn|ban biên tập|bài cộng tác|bài vở|tin bài|bạn đọc|độc giả
    (?:liên hệ|phòng|ban|hợp tác) quảng cáo
    (?:gửi|liên hệ)(?: về| với| tới| đến| cho)?\\s?:?\\s(?:báo(?! cáo)|tạp chí|đài)\\s
  `),
);
const TELEPHONE = /\d[\d .-]{6,15}\d/;
const TELEPHONE_AND_MAIL = /(?:điện thoại|đt|tel|hotline)[:.\s].{0,60}e-?mail\s?:/;

function isImprint(line: string): boolean {
  if (IMPRINT_START.test(line)) return true;
  if (WRITE_TO.test(line)) {
    return (line.includes('@') || TELEPHONE.test(line)) && OWN_OFFICE.test(line);
  }
  // Plain searches first: they cost next to nothing, and nearly every line has none of these.
  if (line.includes('ghi rõ nguồn') && CITE.test(line)) return true;
  if (line.includes('giấy phép') && LICENCE.test(line) && IMPRINT_MARK.test(line)) return true;
  if (!line.includes('@') || !TELEPHONE_AND_MAIL.test(line)) return false;
  return !/liên hệ|người dân/.test(line) || OWN_OFFICE.test(line);
}

const TAGS_LINE = new RegExp(
  `^${alternatives(`
    tags?|keywords?|related searches|topics?|filed under|categories|category|từ khóa|từ khoá|chủ đề|thẻ
    mots-clés|schlagwörter|etiquetas|теги
  `)}\\s*[:：]`,
);

const CAPTION_LINE = new RegExp(
  `^(?:\\(?${alternatives(`
    photo|image|picture|source|credit|getty|ảnh|nguồn ảnh|ảnh minh họa|ảnh minh hoạ
    foto|bild|фото|صورة|图|图片来源|圖
  `)}(?!${NAME})[^.]{0,80}\\)?|\\(?ảnh:.{0,80})$`,
);

/** A sentence with the photographer after it, in the languages of newsrooms. */
const CAPTION_CREDIT =
  /[([](?:photo|image|picture|foto|ảnh|bild|фото|图|写真|사진)(?: by| von| de|s)?\s?[:：/ ].{1,60}[)\]]\.?$/;

const POINTER = new RegExp(
  `^${alternatives(`
    read|watch|check out|learn more|listen|see|view|shop|download|check|try|get|explore|discover
    visit|book|xem|đọc|tải|voir|lire|siehe|mehr|leggi|lee|ver|leia|veja|czytaj|читайте|смотрите
    اقرأ|شاهد
  `)}(?=[\\s:：])`,
);

/** Whether a line only names who wrote, edited or sent it. `text` is the line as written. */
export function isBylineText(line: string, text: string): boolean {
  if (line.length > 90 || /[.!?…]["”’]?$/.test(line.slice(-2))) return false;
  const inner = text.startsWith('(') ? /^\(([^()]+)\)$/.exec(text)?.[1] : undefined;
  if (inner !== undefined) return isBylineText(inner.toLowerCase(), inner);
  if (BYLINE_LABEL.test(line) || (line.includes('@') && SIGNED.test(line))) return true;
  const initial = BYLINE_WORD.exec(text)?.[1] ?? '';
  return initial !== initial.toLowerCase();
}

/** Whether a line is only the time of publication, or how long it takes to read. */
export function isDateText(line: string): boolean {
  if (line.length > 90) return false;
  return (
    (/\d/.test(line) && DATE_LINE.test(line.replace(/^[\s(|–-]+/, ''))) || READING_TIME.test(line)
  );
}

/** Whether a line heads the list of a page's own parts. */
export function isContentsLabel(line: string): boolean {
  return line.length <= 60 && CONTENTS_LABEL.test(line);
}

/** Whether a line heads a list of other stories. */
export function isRelatedLabel(line: string): boolean {
  return line.length <= 80 && RELATED.test(line);
}

/** Whether a line heads what stands below articles, such as comments. */
export function isClosingLabel(line: string): boolean {
  return line.length <= 40 && CLOSING.test(line);
}

const COMMENTS =
  /^(?:\d+ )?(?:comments?|bình luận|ý kiến|kommentare|commentaires|comentarios|комментарии)(?:[\s(:]|$)/;

/** Whether a line heads what readers wrote. */
export function isCommentsLabel(line: string): boolean {
  return line.length <= 40 && COMMENTS.test(line.trim());
}

/** Whether a line points to another story. */
export function isRelatedText(line: string): boolean {
  return line.length <= 300 && RELATED_START.test(line);
}

/** Whether a mostly linked line points to another story. */
export function isRelatedLink(line: string): boolean {
  return line.length <= 300 && RELATED_LINK.test(line);
}

/** Whether a line is about newsletters, cookies, sharing, subscriptions or the site's rights. */
export function isServiceText(line: string): boolean {
  if (isImprint(line)) return true;
  if (line.length > 260) return false;
  return (
    (line.length <= 120 && LABELS_ROW.test(line)) ||
    (line.length <= 40 && LABEL_ONLY.test(line)) ||
    (SERVICE_STEM.test(line) && (SERVICE.test(line) || ASKS.test(line)))
  );
}

/** A shortcode that its plugin did not draw: `[video-player id="7"]`. */
const SHORTCODE =
  /^\[\/?[a-z][a-z\d]*[-_][\w-]*(?:\s[^\]]*)?\]$|^\[[a-z][\w-]*(?:\s+[\w-]+=[^\]]*)\]$/;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;

/** Whether a text is no sentence of anybody: a shortcode, or nothing but addresses of pages. */
export function isMachineText(text: string): boolean {
  if (text.startsWith('[') && SHORTCODE.test(text)) return true;
  if (!text.includes('://') && !text.startsWith('www.')) return false;
  const rest = text.replace(ADDRESS, '');
  return rest.length < 0.2 * text.length;
}

/** Whether a mostly linked line asks readers to go elsewhere. */
export function isPointerText(line: string): boolean {
  return POINTER.test(line);
}

/** Whether a line lists the tags of the page. */
export function isTagsText(line: string): boolean {
  return line.length <= 400 && TAGS_LINE.test(line);
}

/** Whether a line of the text flow is a picture's caption or credit. */
export function isCaptionText(line: string): boolean {
  if (line.length > 200) return false;
  return (line.length <= 120 && CAPTION_LINE.test(line)) || CAPTION_CREDIT.test(line);
}
