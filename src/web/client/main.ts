// Everything works without this module; it saves a page load and a click here and there.
import { closeChoices } from './choices.ts';
import { sortInPlace } from './sort-table.ts';

sortInPlace(document, (address) => history.replaceState(null, '', address));
closeChoices(document);

// Few pages have these, so few readers load them.
const has = (selector: string) => document.querySelector(selector) !== null;
if (has('[data-coding]'))
  void import('./coding.ts').then(({ quickenCoding }) => quickenCoding(document));
if (has('[data-look]')) void import('./look.ts').then(({ quickenLook }) => quickenLook(document));
if (has('.snapshot, .day-looks'))
  void import('./snapshot.ts').then(({ readBoxes, slideThroughDay }) => {
    readBoxes(document);
    slideThroughDay(document, (address) => location.assign(address));
  });
