import type { FigureSet } from '../../domain/index.ts';
import { type Chart, shareOfCoverage } from '../charts.ts';
import type { Corrected } from '../corrected.ts';
import { ChartFigure } from '../components/chart-figure.tsx';
import { shareFrame, ShareKey, shareRows, shareWords } from '../components/share-figure.tsx';
import type { View } from '../view.ts';

/** The overview's chart of shares as a picture that stands alone. */
export function shareChart(
  view: View,
  figures: FigureSet,
  size: { readonly width: number; readonly standalone: boolean; readonly corrected: Corrected },
): Chart {
  const { corrected, ...frame } = size;
  const said = shareFrame(view, figures);
  return shareOfCoverage({
    ...said,
    ...frame,
    alt: view.world.demo ? `${view.t('demo.mark')}. ${said.alt}` : said.alt,
    formats: view.formats,
    rows: shareRows(view, figures, corrected),
    words: shareWords(view),
  });
}

/** `/embed/share-of-coverage`: the chart, its numbers and where it comes from; for an iframe. */
export function EmbedPage(props: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly corrected: Corrected;
}) {
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
        <link rel="stylesheet" href={`${view.assets}/style.css`} />
      </head>
      <body>
        <main className="embed" id="content">
          {view.world.demo ? (
            <p className="demo-band">
              <strong>{t('demo.label')}</strong> {t('demo.text')}
            </p>
          ) : null}
          <ChartFigure
            view={view}
            frame={shareFrame(view, figures)}
            legend={<ShareKey view={view} corrected={corrected} />}
            draw={(frame) =>
              shareOfCoverage({
                ...frame,
                rows: shareRows(view, figures, corrected),
                words: shareWords(view),
              })
            }
          />
          <p className="quiet">
            <a href={view.href('/')} rel="noopener">
              Column Inches
            </a>{' '}
            · {t('site.footer', { version: view.version, method: figures.methodVersion })}
          </p>
        </main>
      </body>
    </html>
  );
}
