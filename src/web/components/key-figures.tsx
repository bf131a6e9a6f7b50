export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  /** Unit, numerator and denominator in words. */
  readonly text: string;
  /** The same figure corrected, or in another way; left out where there is none. */
  readonly more?: string | undefined;
}

/** The few numbers a page is about, each with what it counts. */
export function KeyFigures(props: {
  readonly figures: readonly KeyFigure[];
  /** Address of the form to contest a figure, and what its link says. */
  readonly challenge: string;
  readonly label: string;
  /** Where the items they count are listed; left out: nowhere on this page. */
  readonly items?: string;
}) {
  const { figures, challenge, label, items } = props;
  return (
    <dl className="key-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            {items === undefined ? (
              <span className="key-value">{figure.value}</span>
            ) : (
              <a className="key-value" href={items}>
                {figure.value}
              </a>
            )}
            <span className="quiet">{figure.text}</span>
            {figure.more === undefined ? null : <span className="quiet">{figure.more}</span>}
            <a className="challenge" rel="nofollow" href={challenge}>
              {label}
              <span className="hidden"> {figure.name}</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
