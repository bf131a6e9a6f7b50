export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  /** Unit, numerator and denominator in words. */
  readonly text: string;
}

/** The few numbers a page is about, each with what it counts. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            <span className="key-value">{figure.value}</span>
            <span className="quiet">{figure.text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
