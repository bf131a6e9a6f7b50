import type { Place } from '../../../src/domain/index.ts';
import { withoutMarks } from '../../text/tone.ts';
import { vietnamPlaces } from '../vi/places.ts';

const others: Readonly<Record<string, readonly string[]>> = {
  'ha-noi': ['Hanoi'],
  'ho-chi-minh': ['Ho Chi Minh City', 'HCM City', 'HCMC', 'Saigon'],
  hue: ['Thua Thien-Hue', 'Hue'],
  'da-nang': ['Danang'],
  'hai-phong': ['Haiphong'],
};

/** Vietnam's provinces as the English-language press writes them: without marks. */
export const englishPlaces: readonly Place[] = vietnamPlaces.map((place) => ({
  ...place,
  otherNames: [withoutMarks(place.name), ...(others[place.id] ?? [])],
}));

/** Countries and their adjectives, before or after a title. */
export const englishCountries: readonly string[] = `
Lao,Laos,Cambodia,Cambodian,Thailand,Thai,Myanmar,Malaysia,Malaysian,Singapore,Singaporean,
Indonesia,Indonesian,Philippines,Philippine,Brunei,Timor-Leste,China,Chinese,Taiwan,Taiwanese,
Hong Kong,Japan,Japanese,South Korea,South Korean,Korea,Korean,RoK,North Korea,North Korean,DPRK,
Mongolia,Mongolian,India,Indian,Pakistan,Pakistani,Bangladesh,Sri Lanka,Nepal,Iran,Iranian,Iraq,
Iraqi,Israel,Israeli,Turkey,Turkish,Saudi Arabia,Saudi,UAE,Qatar,Kuwait,Egypt,Egyptian,Russia,
Russian,Ukraine,Ukrainian,Belarus,Belarusian,Poland,Polish,Germany,German,France,French,Britain,
British,UK,United Kingdom,England,English,Scotland,Scottish,Ireland,Irish,Italy,Italian,Spain,
Spanish,Portugal,Portuguese,Netherlands,Dutch,Belgium,Belgian,Switzerland,Swiss,Austria,Austrian,
Czech,Czech Republic,Slovakia,Slovak,Hungary,Hungarian,Romania,Romanian,Bulgaria,Bulgarian,Greece,
Greek,Serbia,Serbian,Finland,Finnish,Sweden,Swedish,Norway,Norwegian,Denmark,Danish,Iceland,
United States,US,U.S.,America,American,Canada,Canadian,Mexico,Mexican,Cuba,Cuban,Brazil,Brazilian,
Argentina,Argentine,Chile,Chilean,Peru,Peruvian,Venezuela,Venezuelan,Australia,Australian,
New Zealand,South Africa,South African,Nigeria,Nigerian,Kenya,Kenyan,Algeria,Algerian,Morocco,
Moroccan,Mozambique,Angola,European Union,EU,European,ASEAN,United Nations,UN,World Bank,IMF,Vatican
`
  .replaceAll('\n', '')
  .split(',')
  .map((name) => name.trim())
  .filter(Boolean);
