/*
 * What short lines of a page say about themselves, in the languages of its outlets.
 * Every line is given in lower case: patterns that ignore case are several times slower.
 */

const BYLINE =
  /^(?:by|written by|words by|posted by|published by|author:?|reviewed by|edited by|from|von|par|por|di|door|av|af|автор:?|tác giả:?|thực hiện:?|theo|bài,? ảnh:?|bài và ảnh:?|tin,? ảnh:?|ảnh:|nguồn:|文\/|记者|編集|작성자)(?:\s|:|$)/;

const DATE_LINE =
  /^(?:(?:published|updated|posted|last updated|last modified|date|on|cập nhật|đăng lúc|ngày đăng|xuất bản|publié|veröffentlicht|publicado|aggiornato|опубликовано)\b[:,\s]*(?:on\s|at\s|le\s|am\s|el\s)?)?(?:thứ [^\s\d.,:;/()|+-]+,?\s*(?:ngày\s*)?|chủ nhật,?\s*(?:ngày\s*)?|[^\s\d.,:;/()|+-]{3,9}\.?,?\s+)?(?:\d{1,2}:\d{2}.*\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|[^\s\d.,:;/()|+-]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.?\s+[^\s\d.,:;/()|+-]{3,9}\.?,?\s+\d{4})(?:.{0,40})$/;

const READING_TIME =
  /^(?:\d+|\w+)[\s-]*(?:min(?:ute)?s?\.?)[\s-]*(?:read(?:ing)?(?: time)?)?$|^reading time\b/;

const RELATED =
  /^(?:about the authors?|about (?:me|us)|meet the author|author bio|share(?: this(?: article| post| story)?)?|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply)|categories|archives|tags|newsletter|subscribe(?: now| today)?|follow us|contact us(?: today)?!?|get in touch|blog\.?|our blog|bình luận(?: \(\d+\))?|ý kiến(?: bạn đọc)?|về tác giả|über den autor|à propos de l['’]auteur|sobre el autor|sull['’]autore|об авторе|kommentare|commentaires|comentarios|комментарии|related(?: (?:articles?|posts?|stories|content|reading|news|topics|links|resources))?|read (?:more|next|also|on)|see also|also read|more (?:from|on|in|stories|news)\b.*|you (?:may|might) (?:also )?(?:like|enjoy|be interested).*|recommended(?: for you| reading| articles| stories)?|don['’]t miss|trending(?: now)?|popular(?: posts| now)?|most (?:read|popular|viewed)|up next|editor['’]s picks?|latest(?: news| stories| articles| posts)?|further reading|similar (?:posts|articles)|recent (?:posts|articles)|tin liên quan|bài liên quan|bài viết liên quan|tin bài liên quan|xem thêm|đọc thêm|mời (?:độc giả|bạn|quý).{0,40}(?:xem|đọc) (?:thêm|tiếp).*|tham khảo thêm|có thể bạn quan tâm|tin cùng chuyên mục|cùng chuyên mục|tin khác|các tin khác|bài khác|tin mới(?: nhất)?|đọc nhiều(?: nhất)?|xem nhiều|tin đọc nhiều|tin nổi bật|chủ đề|bài cùng chuyên mục|lire aussi|à lire aussi|sur le même sujet|lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren|leggi anche|lee también|te puede interesar|noticias relacionadas|leia também|leia mais|veja também|zobacz także|czytaj także|zobacz też|читайте также|читать также|по теме|также по теме|إقرأ أيضا|اقرأ أيضا|相关(?:阅读|新闻|推荐)|延伸閱讀|関連記事|관련기사|lees ook|les også|läs också|lue myös|baca juga|ilgili haberler)\s*[:：»>….]*$/;

const RELATED_START =
  /^(?:>>|»|►|▶|→|(?:read more|read next|read also|also read|see also|related|more|watch|recommended|don['’]t miss|xem thêm|đọc thêm|tin liên quan|mời đọc|lire aussi|lesen sie auch|leggi anche|lee también|leia também|leia mais|czytaj także|читайте также|اقرأ أيضا|baca juga|lees ook|läs också)\s*[:：])/;

const SERVICE =
  /(?:sign up (?:for|to)|subscribe (?:to|now|for)|thank you for (?:completing|subscribing|signing up)|by clicking .{1,60}you agree|(?:sign|stay|inbox|loop|miss).{1,80}newsletters?|newsletters?.{1,80}(?:sign up|inbox|subscribe)|join our (?:newsletter|mailing)|our newsletter|follow us (?:on|via)|follow .{1,30} on (?:twitter|facebook|google|instagram|x)\b|all rights reserved|©|click here to (?:subscribe|sign up)|accept (?:all )?cookies|we use cookies|your email address|enable javascript|share (?:this|on)(?: article| story| post)?\b.{0,30}$|leave a (?:comment|reply)|terms of (?:use|service)|to continue reading|subscribers? only|already a subscriber|advertisement$|^ad$|theo dõi .{1,40} trên (?:google|facebook|zalo)|đăng ký nhận (?:tin|bản tin)|vui lòng (?:đăng nhập|nhập)|gửi (?:bình luận|phản hồi)|abonnez-vous|newsletter abonnieren|suscríbete|подпи(?:шитесь|сывайтесь))/;

const LABEL_ONLY =
  /^(?:share|tweet|print|email|save|copy(?: link)?|comments?|tags?|topics?|listen|like|reply|follow|subscribe|facebook|twitter|linkedin|pinterest|whatsapp|reddit|advertisement|sponsored|ad|menu|search|home|close|next|previous|back to top|loading\.*|show more|view more|load more|chia sẻ|bình luận|từ khóa|từ khoá|thích|theo dõi|in bài|gửi|quảng cáo|trang chủ|lưu|nghe|zalo|publicidad|anzeige|publicité|реклама|teilen|partager|compartir|kommentare|commentaires)\s*[:：]?$/;

const TAGS_LINE =
  /^(?:tags?|keywords?|topics?|filed under|categories|category|từ khóa|từ khoá|chủ đề|thẻ|mots-clés|schlagwörter|etiquetas|теги)\s*[:：]/;

const CAPTION_LINE =
  /^(?:\(?(?:photo|image|picture|source|credit|getty|ảnh|nguồn ảnh|ảnh minh họa|ảnh minh hoạ|foto|bild|фото|صورة|图|图片来源|圖)\b[^.]{0,80}\)?|\(?ảnh:.{0,80})$/;

/** Whether a line only names who wrote, edited or sent it. */
export function isBylineText(line: string): boolean {
  return line.length <= 90 && BYLINE.test(line) && !/[.!?…]["”’]?$/.test(line);
}

/** Whether a line is only the time of publication. */
export function isDateText(line: string): boolean {
  return line.length <= 90 && (DATE_LINE.test(line) || READING_TIME.test(line));
}

const CONTENTS_LABEL =
  /^(?:(?:table of )?contents|on this page|in this (?:article|post|guide|story)|jump to|quick links|mục lục|nội dung(?: chính| bài viết)?|inhaltsverzeichnis|sommaire|índice|indice)\s*[:：]?$/;

/** Whether a line heads the list of a page's own parts. */
export function isContentsLabel(line: string): boolean {
  return line.length <= 60 && CONTENTS_LABEL.test(line);
}

/** Whether a line heads a list of other stories. */
export function isRelatedLabel(line: string): boolean {
  return line.length <= 80 && RELATED.test(line);
}

/** Whether a line points to another story. */
export function isRelatedText(line: string): boolean {
  return line.length <= 300 && RELATED_START.test(line);
}

/** Whether a line is about newsletters, cookies, sharing, subscriptions or the site's rights. */
export function isServiceText(line: string): boolean {
  return line.length <= 260 && (SERVICE.test(line) || LABEL_ONLY.test(line));
}

const POINTER =
  /^(?:read|watch|check out|learn more|listen|see|view|shop|download|check|try|get|explore|discover|visit|book|xem|đọc|tải|voir|lire|siehe|mehr|leggi|lee|ver|leia|veja|czytaj|читайте|смотрите|اقرأ|شاهد)(?=[\s:：])/;

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
  return line.length <= 120 && CAPTION_LINE.test(line);
}
