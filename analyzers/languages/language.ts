import type { Place } from '../../src/domain/index.ts';

/**
 * `office`: a post or function; `rank`: military or academic; `role`: what no office-holder is
 * announced as; `court`: what anyone may come to be before a court, office-holders too.
 */
export type HeadKind = 'office' | 'rank' | 'role' | 'court';

/**
 * A word that begins a title. `deputy` sets "Phó Chủ tịch" apart from "Chủ tịch"; both have the
 * same `head`.
 */
export interface TitleHead {
  readonly words: string;
  readonly head: string;
  readonly deputy: boolean;
  readonly kind: HeadKind;
  /** Key of the organization it says by itself: "Health Minister"; one that follows wins. */
  readonly organization?: string;
  /** Alone it is nobody's unless the item gives it to somebody registered: "Ngoại trưởng". */
  readonly needsBearer?: true;
  /** A rank of the army or police. */
  readonly uniformed?: true;
  /** Said of several people ("Deputy Prime Ministers"): alone it is nobody's. */
  readonly several?: true;
}

export interface Honorific {
  readonly words: string;
  readonly gender: 'female' | 'male' | null;
  /**
   * A familiar one ("anh", "chị") is said of anyone, so it never identifies an office-holder
   * alone.
   */
  readonly familiar: boolean;
}

/** An organization as titles name it. */
export interface OrganizationWords {
  readonly key: string;
  readonly forms: readonly string[];
  /** A body that every province has: its title takes the place of the next one in a row. */
  readonly local?: true;
  /** Said of a province ("Tỉnh ủy") or a city ("Thành ủy") only. */
  readonly level?: 'province' | 'city';
  /** Fields of a ministry in order: "Giáo dục", "Đào tạo"; gives leading parts and initials. */
  readonly fields?: readonly string[];
}

/** Words that say how a title or name is used; all lower case. */
export interface ContextWords {
  /** A post held before: "nguyên", "cựu", "former". */
  readonly former: readonly string[];
  /** Acting: part of the title's span. */
  readonly acting: readonly string[];
  /** Newly appointed: part of the span, and of two holders of the day the one who comes. */
  readonly incoming: readonly string[];
  /** Before a title: the post is spoken of, not its holder ("giữ chức", "làm", "khi còn là"). */
  readonly predicate: readonly string[];
  /** Before a title: the office is addressed ("trình", "thừa ủy quyền của"). */
  readonly institutional: readonly string[];
  /**
   * After a title so addressed: the holder is spoken to in person ("đề nghị Bộ trưởng trả lời"),
   * so it counts.
   */
  readonly addressedAfter: readonly string[];
  /** Before a title: a person or body near the holder, not the holder ("Văn phòng", "Phu nhân"). */
  readonly nearby: readonly string[];
  /** Bodies whose names hold a head: "Ban Bí thư", "Đoàn Chủ tịch" are no titles. */
  readonly bodies: readonly string[];
  /** Before a title: many holders ("các", "hai", "những"). */
  readonly plural: readonly string[];
  /** After a title: no one in particular ("Chủ tịch UBND các tỉnh", "Bộ trưởng đầu tiên"). */
  readonly pluralAfter: readonly string[];
  /** The same, where the clause then ends ("Bộ trưởng mới", but "Thủ tướng mới ký"). */
  readonly pluralAtEnd: readonly string[];
  /** Before a number: what is counted so is no holder ("ngày 12/7 Thủ tướng", "khóa 14"). */
  readonly counted: readonly string[];
  /** After a title: another country's ("nước này", "nước bạn"). */
  readonly elsewhere: readonly string[];
  /** Inside or after a title without changing it: "thường trực", "Việt Nam", "khóa XIV". */
  readonly qualifiers: readonly string[];
  /** Between a head and its organization or place: "of the". */
  readonly connectors: readonly string[];
  /** Before a title without saying anything: "the". */
  readonly articles: readonly string[];
  /** Of `qualifiers`, the one that sets one deputy above the others. */
  readonly standing: readonly string[];
  /** Between a name and a post in apposition: "nay là", "hiện là". */
  readonly leads: readonly string[];
  /** Numbered acts: "Quyết định số 15 của Thủ tướng" cites the act, not the person. */
  readonly acts: readonly string[];
  /** The preposition between an object and whom it is addressed to: "to"; empty where none is. */
  readonly toWord: string;
  /** The preposition between an act and its author: "của". */
  readonly ofWord: string;
  /** Words joining two posts of one person: "kiêm". */
  readonly joiners: readonly string[];
  /** Before a name: a street, school, ship named after someone. */
  readonly namedAfter: readonly string[];
  /** The same, after a name: "Nguyen Hue Street". */
  readonly namedBefore: readonly string[];
  /** Verbs whose object stands between them and "to" + office: "submitted the plan to the …". */
  readonly addressing: readonly string[];
  /** Words that end a title phrase read backwards from a name (verbs and the like). */
  readonly breaks: readonly string[];
  /** Verbs that begin like an organization: "hội đàm", "ban hành". */
  readonly organizationLike: readonly string[];
  /** Words after a title in upper case that go on the sentence and begin no town's name. */
  readonly sentenceWords: readonly string[];
  /** Words that may stand inside an organization's name. */
  readonly organizationNouns: readonly string[];
  /** Before a place's name: which kind it is. */
  readonly provinceKinds: readonly string[];
  readonly districtKinds: readonly string[];
  readonly countryKinds: readonly string[];
  /** Own country's names: they do not make a title foreign. */
  readonly homeNames: readonly string[];
  /** Words that show that an item is about the home country's public life. */
  readonly homeMarks: readonly string[];
  /** After a name: says that the person is a private one ("trú tại"). */
  readonly privateAfter: readonly string[];
  /** After a name and a comma: what private people are said to be ("chủ tiệm vàng"). */
  readonly privateRoles: readonly string[];
  /** After a name that opens its clause, without a comma: a private home ("ở thôn"). */
  readonly homesAfter: readonly string[];
  /** Before a bare name: someone who happens to be called so ("một Nguyễn Văn A"). */
  readonly indefinite: readonly string[];
  /** After a name: another one who is called so ("khác"). */
  readonly another: readonly string[];
  /** Words of homes and families, anywhere in an item ("vợ ông", "cả xóm"). */
  readonly privateLife: readonly string[];
  /** Before a bare name: of one known by another ("tên thật của ông là"). */
  readonly realNames: readonly string[];
  /** Between a trade and the name of who follows it: "Trọng tài là ông A"; also the reverse. */
  readonly copulas: readonly string[];
  /** Of the roles, those that anyone plays in some event: "nạn nhân"; they tell no trade. */
  readonly eventRoles: readonly string[];
  /** Heads of posts that nobody holds beside a public office: "hiệu trưởng". */
  readonly smallHeads: readonly string[];
  /** In a title: a body whose officers hold no public office meanwhile ("Công ty"). */
  readonly privateBodies: readonly string[];
  /** Whoever asks an office-holder in person: "đại biểu A đề nghị Bộ trưởng …". */
  readonly askers: readonly string[];
  /** Between an asker and a title: verbs of asking, which of anyone else address the office. */
  readonly asking: readonly string[];
  /** After a title: what the office is asked for, by whomever ("xem xét", "cho phép"). */
  readonly petitions: readonly string[];
  /** After a title: a rule about whoever holds the post ("phải là", "có nhiệm kỳ"). */
  readonly rules: readonly string[];
  /** Around who elects the holder: "do Quốc hội bầu" (a rule about the post too). */
  readonly electedBy: readonly string[];
  readonly electing: readonly string[];
  /** Before a colon: works whose titles name no holder of a day ("phim truyện: Thủ tướng"). */
  readonly fiction: readonly string[];
  /** After a name: a fact of anyone's life ("sinh năm"), so it tells nothing of a known holder. */
  readonly birthAfter: readonly string[];
  /** Begin a credit, after which a name is an author's ("Ảnh:"). */
  readonly credits: readonly string[];
  /** In the label of a post whose holders bear a rank: "Công an", "Quân khu". */
  readonly uniformed: readonly string[];
  /** End a span of somebody's life: "nay" in "2019 - nay: Bí thư Tỉnh ủy". */
  readonly untilNow: readonly string[];
  /** Skipped inside an organization's name: "và". */
  readonly conjunctions: readonly string[];
}

/** How a list of those present is told from people who do something. */
export interface AttendanceWords {
  /** Begin such a sentence or clause: "Dự", "Cùng đi". */
  readonly heads: readonly string[];
  /** Words that only begin like a head or tail: "dự án". */
  readonly compounds: readonly string[];
  /** Between it and the first name: "có", "gồm". */
  readonly links: readonly string[];
  /** Anywhere, head and link in one: "với sự tham dự của". */
  readonly complete: readonly string[];
  /** End such a sentence, after the names: "cùng dự". */
  readonly tails: readonly string[];
  /** What those present do not just attend: "chủ trì", "phát biểu". */
  readonly acts: readonly string[];
}

/** How the language's personal names are built. */
export interface NameWords {
  readonly familyNames: readonly string[];
  /** Frequent middle and given syllables, to tell a longer name. */
  readonly commonSyllables: readonly string[];
  /** Families frequent enough that one more capital is enough to see a name. */
  readonly frequentFamilies: readonly string[];
  /**
   * Families and syllables so frequent that a full name made of them only may belong to several
   * people.
   */
  readonly sharedFamilies: readonly string[];
  readonly sharedSyllables: readonly string[];
  /** What a syllable of the language looks like without marks, to tell foreign names. */
  readonly syllable?: RegExp;
  /** Before the given name in names that end with the family: "Y" of "Y Khăm Mlô". */
  readonly leadingParticles?: readonly string[];
  /** Syllables that only women bear: "Thị". */
  readonly femaleSyllables?: readonly string[];
  readonly maxSyllables: number;
}

/**
 * A title with an organization or place left out, and what it then means: "Chủ tịch" + province →
 * its People's Committee.
 */
export interface ImpliedOrganization {
  readonly head: string;
  readonly organization: string;
  /**
   * Only where a place follows; otherwise the head alone implies it ("Thủ tướng" → the
   * government).
   */
  readonly needsPlace: boolean;
}

/**
 * All that detection must know of a language. Adding one = a folder with this and one line in
 * `index.ts`.
 */
export interface Language {
  /** BCP 47. */
  readonly id: string;
  readonly hasMarks: boolean;
  readonly abbreviations: readonly string[];
  readonly gluedStarts: readonly string[];
  /**
   * Phrases of `context` and `heads` that without marks are another, more frequent word: "cố" and
   * "có".
   */
  readonly lostWithoutMarks?: readonly string[];
  /**
   * `head` is the name of the post's kind in all languages that share registers: an English
   * "chairman" with head "chủ tịch" finds a post that the register labels in Vietnamese.
   */
  readonly heads: readonly TitleHead[];
  /** Another language in which registers of this country label their posts, read as well. */
  readonly labels?: Language;
  /** Labels also count as they stand, word by word; always so where no organizations are listed. */
  readonly literalLabels?: true;
  /** A place may stand before a title: "Nghe An Chairman", "Japanese Prime Minister". */
  readonly placesBefore?: true;
  /** After the full name the last name alone goes on: "Khang said". */
  readonly bareShortNames?: true;
  readonly honorifics: readonly Honorific[];
  readonly organizations: readonly OrganizationWords[];
  readonly implied: readonly ImpliedOrganization[];
  /**
   * The word before a ministry's fields ("Bộ") and the heads that may leave it out ("Bộ trưởng Y
   * tế").
   */
  readonly ministry: { readonly word: string; readonly heads: readonly string[] };
  /**
   * The word before a province's department ("Sở Y tế"), which bears a ministry's fields; or null.
   */
  readonly departmentWord: string | null;
  /** Of `provinceKinds`, the word for a province; the others are cities. */
  readonly provinceWord: string;
  readonly context: ContextWords;
  readonly attendance: AttendanceWords;
  readonly names: NameWords;
  readonly places: readonly Place[];
  readonly countries: readonly string[];
}
