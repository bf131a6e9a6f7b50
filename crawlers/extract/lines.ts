/** What short lines of a page say about themselves, in the languages of its outlets. */

const BYLINE =
  /^(?:by|written by|words by|posted by|published by|author:?|reviewed by|edited by|from|von|par|por|di|door|av|af|автор:?|tác giả:?|thực hiện:?|theo|bài,? ảnh:?|bài và ảnh:?|tin,? ảnh:?|ảnh:|nguồn:|文\/|记者|編集|작성자)(?:\s|:|$)/iu;

const DATE_LINE =
  /^(?:(?:published|updated|posted|last updated|last modified|date|on|cập nhật|đăng lúc|ngày đăng|xuất bản|publié|veröffentlicht|publicado|aggiornato|опубликовано)\b[:,\s]*(?:on\s|at\s|le\s|am\s|el\s)?)?(?:thứ \p{L}+,?\s*(?:ngày\s*)?|chủ nhật,?\s*(?:ngày\s*)?|\p{L}{3,9}\.?,?\s+)?(?:\d{1,2}:\d{2}.*\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4})(?:.{0,40})$/iu;

const READING_TIME =
  /^(?:\d+|\w+)[\s-]*(?:min(?:ute)?s?\.?)[\s-]*(?:read(?:ing)?(?: time)?)?$|^reading time\b/iu;

const RELATED =
  /^(?:related(?: (?:articles?|posts?|stories|content|reading|news|topics|links|resources))?|read (?:more|next|also|on)|see also|also read|more (?:from|on|in|stories|news)\b.*|you (?:may|might) (?:also )?(?:like|enjoy|be interested).*|recommended(?: for you| reading| articles| stories)?|don['’]t miss|trending(?: now)?|popular(?: posts| now)?|most (?:read|popular|viewed)|up next|editor['’]s picks?|latest(?: news| stories| articles| posts)?|further reading|similar (?:posts|articles)|recent (?:posts|articles)|tin liên quan|bài liên quan|bài viết liên quan|tin bài liên quan|xem thêm|đọc thêm|mời (?:độc giả|bạn|quý).{0,40}(?:xem|đọc) (?:thêm|tiếp).*|tham khảo thêm|có thể bạn quan tâm|tin cùng chuyên mục|cùng chuyên mục|tin khác|các tin khác|bài khác|tin mới(?: nhất)?|đọc nhiều(?: nhất)?|xem nhiều|tin đọc nhiều|tin nổi bật|chủ đề|bài cùng chuyên mục|lire aussi|à lire aussi|sur le même sujet|lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren|leggi anche|lee también|te puede interesar|noticias relacionadas|leia também|leia mais|veja também|zobacz także|czytaj także|zobacz też|читайте также|читать также|по теме|также по теме|إقرأ أيضا|اقرأ أيضا|相关(?:阅读|新闻|推荐)|延伸閱讀|関連記事|관련기사|lees ook|les også|läs också|lue myös|baca juga|ilgili haberler)\s*[:：»>….]*$/iu;

const RELATED_START =
  /^(?:>>|»|►|▶|→|(?:read more|read next|read also|also read|see also|related|more|watch|recommended|don['’]t miss|xem thêm|đọc thêm|tin liên quan|mời đọc|lire aussi|lesen sie auch|leggi anche|lee también|leia também|leia mais|czytaj także|читайте также|اقرأ أيضا|baca juga|lees ook|läs också)\s*[:：])/iu;

const SERVICE =
  /(?:sign up (?:for|to)|subscribe (?:to|now|for)|thank you for (?:completing|subscribing|signing up)|by clicking .{1,60}you agree|(?:sign|stay|inbox|loop|miss).{1,80}newsletters?|newsletters?.{1,80}(?:sign up|inbox|subscribe)|join our (?:newsletter|mailing)|our newsletter|follow us (?:on|via)|follow .{1,30} on (?:twitter|facebook|google|instagram|x)\b|all rights reserved|©|click here to (?:subscribe|sign up)|accept (?:all )?cookies|we use cookies|your email address|enable javascript|share (?:this|on)(?: article| story| post)?\b.{0,30}$|leave a (?:comment|reply)|terms of (?:use|service)|to continue reading|subscribers? only|already a subscriber|advertisement$|^ad$|theo dõi .{1,40} trên (?:google|facebook|zalo)|đăng ký nhận (?:tin|bản tin)|vui lòng (?:đăng nhập|nhập)|gửi (?:bình luận|phản hồi)|abonnez-vous|newsletter abonnieren|suscríbete|подпи(?:шитесь|сывайтесь))/iu;

const LABEL_ONLY =
  /^(?:share|tweet|print|email|save|copy(?: link)?|comments?|tags?|topics?|listen|like|reply|follow|subscribe|facebook|twitter|linkedin|pinterest|whatsapp|reddit|advertisement|sponsored|ad|menu|search|home|close|next|previous|back to top|loading\.*|show more|view more|load more|chia sẻ|bình luận|từ khóa|từ khoá|thích|theo dõi|in bài|gửi|quảng cáo|trang chủ|lưu|nghe|zalo|publicidad|anzeige|publicité|реклама|teilen|partager|compartir|kommentare|commentaires)\s*[:：]?$/iu;

const TAGS_LINE =
  /^(?:tags?|keywords?|topics?|filed under|categories|category|từ khóa|từ khoá|chủ đề|thẻ|mots-clés|schlagwörter|etiquetas|теги)\s*[:：]/iu;

const CAPTION_LINE =
  /^(?:\(?(?:photo|image|picture|source|credit|getty|ảnh|nguồn ảnh|ảnh minh họa|ảnh minh hoạ|foto|bild|фото|صورة|图|图片来源|圖)\b[^.]{0,80}\)?|\(?ảnh:.{0,80})$/iu;

/** Whether a line only names who wrote, edited or sent it. */
export function isBylineText(text: string): boolean {
  return text.length <= 90 && BYLINE.test(text) && !/[.!?…]["”’]?$/.test(text);
}

/** Whether a line is only the time of publication. */
export function isDateText(text: string): boolean {
  return text.length <= 90 && (DATE_LINE.test(text) || READING_TIME.test(text));
}

/** Whether a line heads a list of other stories. */
export function isRelatedLabel(text: string): boolean {
  return text.length <= 80 && RELATED.test(text);
}

/** Whether a line points to another story. */
export function isRelatedText(text: string): boolean {
  return text.length <= 300 && RELATED_START.test(text);
}

/** Whether a line is about newsletters, cookies, sharing, subscriptions or the site's rights. */
export function isServiceText(text: string): boolean {
  return text.length <= 260 && (SERVICE.test(text) || LABEL_ONLY.test(text));
}

const POINTER =
  /^(?:read|watch|check out|learn more|listen|see|view|shop|download|check|try|get|explore|discover|visit|book|xem|đọc|tải|voir|lire|siehe|mehr|leggi|lee|ver|leia|veja|czytaj|читайте|смотрите|اقرأ|شاهد)(?=[\s:：])/iu;

/** Whether a mostly linked line asks readers to go elsewhere. */
export function isPointerText(text: string): boolean {
  return POINTER.test(text);
}

/** Whether a line lists the tags of the page. */
export function isTagsText(text: string): boolean {
  return text.length <= 400 && TAGS_LINE.test(text);
}

/** Whether a line of the text flow is a picture's caption or credit. */
export function isCaptionText(text: string): boolean {
  return text.length <= 120 && CAPTION_LINE.test(text);
}
