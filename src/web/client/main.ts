// Everything works without this module; it saves a page load and a click here and there.
import { closeChoices } from './choices.ts';
import { quickenCoding } from './coding.ts';
import { quickenLook } from './look.ts';
import { readBoxes, slideThroughDay } from './snapshot.ts';
import { sortInPlace } from './sort-table.ts';

sortInPlace(document, (address) => history.replaceState(null, '', address));
closeChoices(document);
quickenCoding(document);
quickenLook(document);
readBoxes(document);
slideThroughDay(document, (address) => location.assign(address));
