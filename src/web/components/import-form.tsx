import type { ReactNode } from 'react';
import type { MessageKey } from '../language.ts';
import { FileField, type FormSetting, PostForm, SendButton, TextArea } from './form.tsx';

/** A section that takes in a file: chosen, or its content pasted. */
export function ImportForm(props: {
  readonly setting: FormSetting;
  readonly title: MessageKey;
  readonly note: MessageKey;
  /** Ends with `/import`: only such addresses take large files. */
  readonly action: `${string}/import`;
  readonly button?: MessageKey;
  /** Above the form. */
  readonly before?: ReactNode;
  /** Further fields. */
  readonly children?: ReactNode;
}) {
  const { setting, title, note, action, button = 'admin.importDo', before, children } = props;
  const { view } = setting;
  return (
    <section>
      <h2>{view.t(title)}</h2>
      <p>{view.t(note)}</p>
      {before}
      <PostForm setting={setting} action={action} withFile>
        <FileField view={view} label="admin.file" optional />
        <TextArea view={view} name="file" label="admin.orPasted" optional />
        {children}
        <SendButton view={view} label={button} />
      </PostForm>
    </section>
  );
}
