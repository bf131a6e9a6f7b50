import { type Reason, uncheckedWord } from '../../src/domain/index.ts';
import type { NameGround } from './support.ts';
import type { ShortGround } from './short-names.ts';
import type { TitleGround } from './title-only.ts';

const names: Readonly<Record<NameGround, Reason>> = {
  'own-title': {
    vi: 'Họ tên đầy đủ đi liền chức vụ của người này',
    en: 'Full name beside a post of this person',
  },
  'own-apposition': {
    vi: 'Họ tên đầy đủ, sau đó là chức vụ của người này',
    en: 'Full name followed by a post of this person',
  },
  'own-rank': {
    vi: 'Họ tên đầy đủ sau cấp hàm; người này giữ chức trong công an hoặc quân đội',
    en: 'Full name after a rank; the person holds a post of the police or army',
  },
  'supported-elsewhere': {
    vi: 'Họ tên đầy đủ; chức vụ của người này được nêu ở chỗ khác trong bài',
    en: 'Full name; the post of this person is given elsewhere in the item',
  },
  'formal-address': {
    vi: 'Họ tên đầy đủ sau "đồng chí"',
    en: 'Full name after a formal address',
  },
  'rare-name': {
    vi: 'Họ tên đầy đủ, ít người trùng tên',
    en: 'Full name that few people bear',
  },
  'rare-alone': {
    vi: 'Họ tên đầy đủ, ít người trùng tên, nhưng bài không nêu gì khác về người này',
    en: 'Full name that few people bear, but the item says nothing else of this person',
  },
  'office-of-same-item': {
    vi: 'Họ tên đầy đủ; cơ quan hoặc chức vụ của người này có trong bài',
    en: 'Full name; the office or body of this person is named in the item',
  },
  'common-untitled': {
    vi: 'Họ tên hay trùng, không kèm chức vụ: chờ người xem xét',
    en: 'A frequent full name without a post: waits for review',
  },
  'said-as-private': {
    vi: 'Họ tên đầy đủ nhưng nêu như người thường (chỉ có tuổi, gọi thân mật, chức vụ nhỏ hay ở công ty): chờ người xem xét',
    en: 'Full name, but as of a private person (an age alone, a familiar address, a small post or one of a company): waits for review',
  },
  'namesake-in-register': {
    vi: 'Nhiều người trong danh bạ cùng họ tên: chờ người xem xét',
    en: 'Several registered persons bear this name: waits for review',
  },
  'other-office': {
    vi: 'Họ tên đầy đủ với một chức vụ khác, ít người trùng tên',
    en: 'Full name with another post; few people bear the name',
  },
};

const shorts: Readonly<Record<ShortGround, Reason>> = {
  'named-before': {
    vi: 'Tên gọi tắt của người đã nêu đủ họ tên ở trên',
    en: 'Short name of a person named in full before',
  },
  'named-after': {
    vi: 'Tên gọi tắt của người được nêu đủ họ tên ở dưới',
    en: 'Short name of a person named in full further on',
  },
  familiar: {
    vi: 'Người được trích lời gọi thân mật tên của người đã nêu đủ họ tên trong bài',
    en: 'Familiar address, by someone quoted, of a person named in full in the item',
  },
  'dated-title': {
    vi: 'Chức vụ và tên chỉ khớp một người đương nhiệm vào ngày đăng',
    en: 'Post and given name fit only one holder on the day of publication',
  },
  ambiguous: {
    vi: 'Tên gọi tắt có thể là nhiều người: chờ người xem xét',
    en: 'Short name that may be several people: waits for review',
  },
};

const titles: Readonly<Record<TitleGround, Reason>> = {
  'holder-on-date': {
    vi: 'Chức vụ không kèm tên; người giữ chức vào ngày đăng',
    en: 'Post without a name; its holder on the day of publication',
  },
  'named-before': {
    vi: 'Chức vụ không kèm tên, chỉ người đã nêu với chức vụ này ở trên',
    en: 'Post without a name, meaning the person named with it before',
  },
  'named-after': {
    vi: 'Chức vụ không kèm tên, chỉ người được nêu với chức vụ này ở dưới',
    en: 'Post without a name, meaning the person named with it further on',
  },
  'place-of-item': {
    vi: 'Chức vụ không kèm tên; người giữ chức ở địa phương mà bài viết nói tới',
    en: 'Post without a name; its holder in the province the item is about',
  },
  'place-of-outlet': {
    vi: 'Chức vụ không kèm tên; người giữ chức ở địa phương của cơ quan báo chí',
    en: 'Post without a name; its holder in the province of the outlet',
  },
  ambiguous: {
    vi: 'Chức vụ có thể là của nhiều người: chờ người xem xét',
    en: 'A post that may be several people’s: waits for review',
  },
};

export const nameReason = (ground: NameGround): Reason => names[ground];
export const shortReason = (ground: ShortGround): Reason => shorts[ground];
export const titleReason = (ground: TitleGround): Reason => titles[ground];

export const formerNote: Reason = {
  vi: '; nêu là người từng giữ chức',
  en: '; as a former holder',
};
export const institutionalNote: Reason = {
  vi: '; nói tới cơ quan, không tính là nhắc tới người',
  en: '; the office is addressed, so it is not counted',
};
export const typoNote: Reason = {
  vi: '; họ tên viết sai dấu',
  en: '; the name has a misprinted mark',
};
export const uncheckedNote: Reason = {
  vi: `; nhiệm kỳ ${uncheckedWord.vi}`,
  en: `; the term is ${uncheckedWord.en}`,
};

/** A reason with notes added in both languages. */
export function withNotes(reason: Reason, ...notes: readonly Reason[]): Reason {
  if (notes.length === 0) return reason;
  const join = (language: 'vi' | 'en') => [reason, ...notes].map((part) => part[language]).join('');
  return { vi: join('vi'), en: join('en') };
}
