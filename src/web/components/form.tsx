import type { ReactNode } from 'react';
import type { Period } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

/** What a form of the pages behind the gate is sent with. */
export interface FormSetting {
  readonly view: View;
  /** Binds the form to this browser and its session. */
  readonly token: string;
}

/** A form that posts to this site, with its token. */
export function PostForm(props: {
  readonly setting: FormSetting;
  readonly action: string;
  readonly className?: string;
  /** A file goes along. */
  readonly withFile?: boolean;
  readonly children: ReactNode;
}) {
  const { setting, action, className = 'plain-form', withFile, children } = props;
  const encType = withFile ? 'multipart/form-data' : undefined;
  return (
    <form method="post" action={action} className={className} encType={encType}>
      <input type="hidden" name="form" value={setting.token} />
      {children}
    </form>
  );
}

/** A labelled line of text. */
export function TextField(props: {
  readonly view: View;
  readonly name: string;
  readonly label: MessageKey;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date';
  readonly value?: string;
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly optional?: boolean;
}) {
  const { view, name, label, type = 'text', value, autoComplete, hint } = props;
  return (
    <label className="field">
      <span>{view.t(label)}</span>
      <input
        name={name}
        type={type}
        required={props.optional !== true}
        defaultValue={value}
        autoComplete={autoComplete ?? 'off'}
      />
      {hint === undefined ? null : <span className="hint">{hint}</span>}
    </label>
  );
}

/** A labelled list to choose one of; `empty` is the first choice where nothing may be chosen. */
export function ChoiceField(props: {
  readonly view: View;
  readonly name: string;
  readonly label: MessageKey;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly empty?: string;
}) {
  const { view, name, label, choices, value, empty } = props;
  return (
    <label className="field">
      <span>{view.t(label)}</span>
      <select name={name} defaultValue={value}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A labelled box to tick. */
export function CheckField(props: {
  readonly view: View;
  readonly name: string;
  readonly label: MessageKey;
}) {
  return (
    <label className="check-field">
      <input type="checkbox" name={props.name} />
      <span>{props.view.t(props.label)}</span>
    </label>
  );
}

/** A labelled text of many lines. */
export function TextArea(props: {
  readonly view: View;
  readonly name: string;
  readonly label: MessageKey;
  readonly optional?: boolean;
  readonly value?: string;
  /** Lines shown at once; default 5. */
  readonly rows?: number;
}) {
  const { name, rows = 5, value, optional } = props;
  return (
    <label className="field">
      <span>{props.view.t(props.label)}</span>
      <textarea name={name} rows={rows} defaultValue={value} required={optional !== true} />
    </label>
  );
}

/** A labelled file of the visitor's machine; its form must be one with a file. */
export function FileField(props: {
  readonly view: View;
  readonly label: MessageKey;
  readonly optional?: boolean;
}) {
  return (
    <label className="field">
      <span>{props.view.t(props.label)}</span>
      <input type="file" name="upload" required={props.optional !== true} />
    </label>
  );
}

/** First and last day of a period; without a `period` to begin with, both may be left out. */
export function DayFields(props: { readonly view: View; readonly period?: Period | null }) {
  const { view, period } = props;
  const field = (name: 'from' | 'to') => (
    <TextField
      view={view}
      name={name}
      type="date"
      label={name === 'from' ? 'filter.from' : 'person.until'}
      value={period?.[name] ?? ''}
      optional={period === undefined}
    />
  );
  return (
    <>
      {field('from')}
      {field('to')}
    </>
  );
}

/** Of which outlet; the first choice is all of them. */
export function OutletChoice(props: {
  readonly view: View;
  readonly outlets: readonly { readonly value: string; readonly label: string }[];
}) {
  const { view, outlets } = props;
  return (
    <ChoiceField
      view={view}
      name="outlet"
      label="admin.upkeep.which"
      choices={outlets}
      value=""
      empty={view.t('admin.upkeep.all')}
    />
  );
}

/** A button that sends its form. */
export function SendButton(props: {
  readonly view: View;
  readonly label: MessageKey;
  readonly quiet?: boolean;
}) {
  return (
    <button type="submit" className={props.quiet ? 'button-quiet' : 'button'}>
      {props.view.t(props.label)}
    </button>
  );
}

/** What the last form led to; null says nothing. */
export function Outcome({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p className="note" role="status">
      {text}
    </p>
  );
}
