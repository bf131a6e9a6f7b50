import type { CodedPerson, CodingValue } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { places, roles, textStates } from '../coding-form.ts';
import { codebookTexts, personRoleNames, placeNames, textNames } from '../review-words.ts';
import type { View } from '../view.ts';

const noCoding: CodingValue = { text: 'whole', persons: [] };

function PersonChoice(props: {
  readonly view: View;
  readonly person: RegisterPerson;
  readonly coded: CodedPerson | undefined;
}) {
  const { view, person, coded } = props;
  const { t } = view;
  const { personId } = person;
  return (
    <li data-person={[person.name, ...person.otherNames].join('|')}>
      <label className="person-choice">
        <input type="checkbox" name="person" value={personId} defaultChecked={Boolean(coded)} />
        <span>
          {person.name}
          {person.posts[0] ? <span className="hint">{person.posts.join(' · ')}</span> : null}
        </span>
      </label>
      <span className="person-details">
        <select
          name={`role ${personId}`}
          aria-label={`${t('coding.role')}: ${person.name}`}
          defaultValue={coded?.role ?? 'mentioned'}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(personRoleNames[role])}
            </option>
          ))}
        </select>
        <select
          name={`place ${personId}`}
          aria-label={`${t('coding.place')}: ${person.name}`}
          defaultValue={coded?.place ?? 'later'}
        >
          {places.map((place) => (
            <option key={place} value={place}>
              {t(placeNames[place])}
            </option>
          ))}
        </select>
      </span>
    </li>
  );
}

/** Everything a reading consists of: the text's state and who is in it. */
export function CodingFields(props: {
  readonly view: View;
  readonly persons: readonly RegisterPerson[];
  /** Shown first: whom the machine doubts about; empty in the audit. */
  readonly candidates: readonly string[];
  readonly value: CodingValue | null;
}) {
  const { view, persons, candidates } = props;
  const value = props.value ?? noCoding;
  const { t } = view;
  const isFirst = (person: RegisterPerson) => candidates.includes(person.personId);
  const ordered = [...persons.filter(isFirst), ...persons.filter((one) => !isFirst(one))];
  return (
    <>
      <fieldset className="text-state">
        <legend>{t('coding.textState')}</legend>
        {textStates.map((state) => (
          <label key={state}>
            <input type="radio" name="text" value={state} defaultChecked={value.text === state} />
            {t(textNames[state])}
          </label>
        ))}
      </fieldset>
      <fieldset className="people">
        <legend>{t('coding.people')}</legend>
        <label className="field find" hidden>
          <span>{t('coding.find')}</span>
          <input type="search" autoComplete="off" data-find />
          <span className="hint">{t('coding.findHint')}</span>
        </label>
        <ul>
          {ordered.map((person) => (
            <PersonChoice
              key={person.personId}
              view={view}
              person={person}
              coded={value.persons.find(({ personId }) => personId === person.personId)}
            />
          ))}
        </ul>
        <p className="quiet">{t('coding.nobody')}</p>
      </fieldset>
    </>
  );
}

/** The rules, beside the text at all times. */
export function Codebook({ view }: { readonly view: View }) {
  return (
    <details className="codebook" open>
      <summary>{view.t('coding.codebook')}</summary>
      <dl>
        {codebookTexts.map(([name, text]) => (
          <div key={name}>
            <dt>{view.t(name)}</dt>
            <dd>{view.t(text)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={view.href('/codebook')}>{view.t('coding.codebookWhole')}</a>
      </p>
    </details>
  );
}
