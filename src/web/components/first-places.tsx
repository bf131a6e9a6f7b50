import type { FirstPlace, PersonFigures } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { personClass } from './person-name.tsx';

/** Most prominent first, with the ink each has in a bar. */
const places: readonly { readonly place: FirstPlace; readonly ink: number }[] = [
  { place: 'headline', ink: 1 },
  { place: 'standfirst', ink: 0.78 },
  { place: 'first-paragraph', ink: 0.56 },
  { place: 'first-third', ink: 0.4 },
  { place: 'later', ink: 0.26 },
  { place: 'caption-only', ink: 0.14 },
];

export const placeNames: Readonly<Record<FirstPlace, MessageKey>> = {
  headline: 'place.headline',
  standfirst: 'place.standfirst',
  'first-paragraph': 'place.first-paragraph',
  'first-third': 'place.first-third',
  later: 'place.later',
  'caption-only': 'place.caption-only',
};

interface Segment {
  readonly place: FirstPlace;
  readonly ink: number;
  readonly items: number;
  /** Per cent of the bar. */
  readonly start: number;
  readonly width: number;
}

function segmentsOf(figures: PersonFigures): Segment[] {
  const total = places.reduce((sum, { place }) => sum + figures.firstPlaces[place], 0);
  let start = 0;
  return places.map(({ place, ink }) => {
    const items = figures.firstPlaces[place];
    const width = total === 0 ? 0 : (items / total) * 100;
    const segment = { place, ink, items, start, width };
    start += width;
    return segment;
  });
}

/** A small bar of the places where a person's name comes first, darkest for the headline. */
export function FirstPlacesBar(props: { readonly view: View; readonly figures: PersonFigures }) {
  const { view, figures } = props;
  const segments = segmentsOf(figures).filter((segment) => segment.items > 0);
  if (segments.length === 0) return null;
  const written = segments.map(
    ({ place, items }) => `${view.t(placeNames[place])} ${view.formats.count(items)}`,
  );
  return (
    <svg
      className={`places ${personClass(figures.personId)}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={view.t('place.chart', { places: written.join(', ') })}
    >
      {segments.map(({ place, ink, start, width }) => (
        <rect
          key={place}
          x={start.toFixed(1)}
          width={Math.max(0.6, width - 0.8).toFixed(1)}
          height="8"
          fillOpacity={ink}
        />
      ))}
    </svg>
  );
}

/** The same as rows: place, items, part of the items, a bar on one scale. */
export function FirstPlacesList(props: { readonly view: View; readonly figures: PersonFigures }) {
  const { view, figures } = props;
  const { t, formats } = view;
  return (
    <dl
      className={`place-list ${personClass(figures.personId)}`}
      aria-label={t('person.placesCaption')}
    >
      {segmentsOf(figures).map(({ place, ink, items, width }) => (
        <div key={place}>
          <dt>{t(placeNames[place])}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={width.toFixed(1)} height="8" fillOpacity={ink} />
            </svg>
            <span className="figure">{formats.count(items)}</span>{' '}
            <span className="quiet">{formats.percent(width / 100)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
