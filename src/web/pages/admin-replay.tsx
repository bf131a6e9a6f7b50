import type { BackgroundState, ReplayResult } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { Background } from '../components/background.tsx';
import {
  ChoiceField,
  FileField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

export interface AdminReplayModel {
  readonly outcome: string | null;
  readonly replay: BackgroundState<ReplayResult>;
  readonly outlets: readonly { readonly value: string; readonly label: string }[];
  readonly timeZone: string;
}

const counted = {
  article: 'admin.outlets.leads',
  source: 'admin.replay.sections',
  programmes: 'admin.outlets.programmes',
  cues: 'admin.replay.cues',
  failed: 'admin.replay.failed',
} as const satisfies Readonly<Record<keyof ReplayResult, MessageKey>>;

/** `12 articles, 1 section page`: only what the file was of. */
function resultText({ t }: View, result: ReplayResult): string {
  const names = Object.keys(counted) as (keyof ReplayResult)[];
  const parts = names.flatMap((name) => {
    const count = result[name];
    return count === undefined ? [] : [t(counted[name], { count })];
  });
  return parts.join(', ');
}

/** Saved pages, listings and subtitles, stored as if they had been crawled. */
export function AdminReplayPage(props: {
  readonly setting: FormSetting;
  readonly model: AdminReplayModel;
}) {
  const { setting, model } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.replay" outcome={model.outcome}>
      <p>{t('admin.replay.note')}</p>
      <Background
        view={view}
        state={model.replay}
        timeZone={model.timeZone}
        path="/admin/replay"
        told={(result) => resultText(view, result)}
      >
        <PostForm setting={setting} action="/admin/replay/import" withFile>
          <FileField view={view} label="admin.file" />
          <TextField
            view={view}
            name="address"
            label="admin.replay.address"
            hint={t('admin.replay.addressHint')}
            optional
          />
          <ChoiceField
            view={view}
            name="outlet"
            label="admin.replay.outlet"
            choices={model.outlets}
            value=""
            empty={t('admin.replay.byAddress')}
          />
          <TextField
            view={view}
            name="day"
            type="date"
            label="admin.replay.day"
            hint={t('admin.replay.dayHint')}
            optional
          />
          <TextField view={view} name="bulletin" label="admin.replay.bulletin" optional />
          <SendButton view={view} label="admin.replay.do" />
        </PostForm>
      </Background>
    </AdminFrame>
  );
}
