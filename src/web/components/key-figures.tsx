export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  /** Unit, numerator and denominator in words. */
  readonly text: string;
}

/** The few numbers a page is about, each with what it counts. */
export function KeyFigures(props: {
  readonly figures: readonly KeyFigure[];
  /** Address of the form to contest a figure, and what its link says. */
  readonly challenge: string;
  readonly label: string;
}) {
  const { figures, challenge, label } = props;
  return (
    <dl className="key-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            <span className="key-value">{figure.value}</span>
            <span className="quiet">{figure.text}</span>
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
