import type { FigureSet } from '../../domain/index.ts';
import { type Chart, shareOfCoverage } from '../charts.ts';
import type { Corrected } from '../corrected.ts';
import { ChartFigure } from '../components/chart-figure.tsx';
import { personCell } from '../components/items-address.ts';
import { emptyPeriodText, PartialNote, StaleNote } from '../components/states.tsx';
import { shareFrame, ShareKey, shareRows, shareWords } from '../components/share-figure.tsx';
import { FontLinks } from '../components/layout.tsx';
import type { View } from '../view.ts';

/** The overview's chart of shares as a picture that stands alone. */
export function shareChart(
  view: View,
  figures: FigureSet,
  size: { readonly width: number; readonly standalone: boolean; readonly corrected: Corrected },
): Chart {
  const { corrected, ...frame } = size;
  const said = shareFrame(view, figures);
  const nothing = nothingText(view, figures);
  return shareOfCoverage({
    ...said,
    ...(nothing === null ? {} : { subtitle: nothing }),
    ...frame,
    alt: view.world.demo ? `${view.t('demo.mark')}. ${said.alt}` : said.alt,
    formats: view.formats,
    rows: shareRows(view, figures, corrected),
    words: shareWords(view),
  });
}

/** Why there is no share to show; null where there is one. */
export function nothingText(view: View, figures: FigureSet): string | null {
  const { itemsCaptured: count, persons } = figures;
  if (persons.some(({ items }) => items > 0)) return null;
  return count > 0
    ? view.t('state.noPersonText', { count })
    : emptyPeriodText(view, figures.query.period);
}

/** Named where they are few enough to be read. */
const outletsNamed = 3;

export function outletsText({ t }: View, { outlets }: FigureSet): string {
  return outlets.length > outletsNamed
    ? t('filter.someOutlets', { count: outlets.length })
    : outlets.map(({ name }) => name).join(', ');
}

/** Frames on other sites are seldom wider: letters of the drawing are then as large as ours. */
const wideWidth = 700;

/** Where the figures come from and are to be found, of which outlets and by which method. */
function Source({ view, figures }: { readonly view: View; readonly figures: FigureSet }) {
  const { t, language } = view;
  const { from, to } = figures.query.period;
  return (
    <p className="quiet">
      <a href={view.href('/', { from, to, lang: language })} rel="noopener">
        {t('embed.source')}
      </a>{' '}
      · {outletsText(view, figures)} · {t('site.methodVersion', { method: figures.methodVersion })}
    </p>
  );
}

function ShareFigure({ view, figures, corrected }: Props) {
  const nothing = nothingText(view, figures);
  const frame = shareFrame(view, figures);
  if (nothing !== null) {
    return (
      <figure className="chart-figure" id={frame.id}>
        <figcaption>
          <h1 className="chart-title">{frame.title}</h1>
          <p>{nothing}</p>
        </figcaption>
      </figure>
    );
  }
  return (
    <ChartFigure
      view={view}
      frame={frame}
      heading="h1"
      wide={wideWidth}
      legend={<ShareKey view={view} corrected={corrected} />}
      items={personCell(view)}
      draw={(given) =>
        shareOfCoverage({
          ...given,
          rows: shareRows(view, figures, corrected),
          words: shareWords(view),
        })
      }
    />
  );
}

interface Props {
  readonly view: View;
  readonly figures: FigureSet;
  readonly corrected: Corrected;
}

/** `/embed/share-of-coverage`: the chart, its numbers and where it comes from; for an iframe. */
export function EmbedPage(props: Props) {
  const { view, figures, corrected } = props;
  const { t } = view;
  return (
    <html lang={view.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Within the frame of another site no page of ours is wanted. */}
        <base target="_blank" />
        <title>{t('overview.shareTitle')}</title>
        <FontLinks view={view} />
        <link rel="stylesheet" href={`${view.assets}/style.css`} />
      </head>
      <body>
        <main className="embed" id="content">
          {view.world.demo ? (
            <p className="demo-band">
              <strong>{t('demo.label')}</strong> {t('demo.text')}
            </p>
          ) : null}
          <StaleNote view={view} />
          <PartialNote
            view={view}
            coverage={figures.coverage}
            at={view.href('/gaps', { ...figures.query.period })}
          />
          <ShareFigure view={view} figures={figures} corrected={corrected} />
          <Source view={view} figures={figures} />
        </main>
      </body>
    </html>
  );
}
