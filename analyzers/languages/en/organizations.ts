import type { OrganizationWords } from '../language.ts';
import { englishMinistries } from './titles.ts';

const list = (text: string): string[] => text.split(';').map((part) => part.trim());

const ministries = englishMinistries.map(([fields, key]): OrganizationWords => {
  const names = fields.startsWith('culture') ? [fields, 'culture'] : fields.split(', ');
  return { key, forms: names.flatMap((name) => [name, `Ministry of ${name}`]) };
});

/** Bodies by the keys that all languages of the country share. */
export const englishOrganizations: readonly OrganizationWords[] = [
  ...ministries,
  { key: 'nuoc', forms: list('Vietnam; the Socialist Republic of Vietnam') },
  { key: 'quoc-hoi', forms: list('National Assembly; NA') },
  { key: 'chinh-phu', forms: list('Government; Cabinet') },
  {
    key: 'ubnd',
    forms: list(`People's Committee; People’s Committee; provincial People's Committee;
      municipal People's Committee; city People's Committee`),
    local: true,
  },
  {
    key: 'hdnd',
    forms: list(`People's Council; People’s Council; provincial People's Council;
      municipal People's Council; city People's Council`),
    local: true,
  },
  { key: 'cap-uy', forms: list('provincial Party Committee'), level: 'province', local: true },
  {
    key: 'cap-uy',
    forms: list('municipal Party Committee; city Party Committee'),
    level: 'city',
    local: true,
  },
  { key: 'cap-uy', forms: list('Party Committee'), local: true },
  { key: 'cap-uy-duoi', forms: list('district Party Committee; ward Party Committee') },
  {
    key: 'trung-uong-dang',
    forms: list(`Party Central Committee; Communist Party of Vietnam; CPV Central Committee;
      Communist Party; CPV`),
  },
  { key: 'bo-chinh-tri', forms: list('Politburo') },
  { key: 'mttq', forms: list('Vietnam Fatherland Front; Fatherland Front; VFF Central Committee') },
  { key: 'vpcp', forms: list('Government Office; Office of the Government') },
  { key: 'vpctn', forms: list('Office of the President; Presidential Office') },
  { key: 'vpqh', forms: list('National Assembly Office; Office of the National Assembly') },
  { key: 'nhnn', forms: list('State Bank of Vietnam; State Bank; SBV') },
  { key: 'tandtc', forms: list("Supreme People's Court") },
  { key: 'vksndtc', forms: list("Supreme People's Procuracy") },
  { key: 'ttcp', forms: list('Government Inspectorate') },
];
