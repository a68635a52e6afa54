import type { ReactNode } from 'react';
import { invoke } from '../../api.ts';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { CallFailure } from '../../ui/call-failure.tsx';
import { TextField } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AboutSection } from './about-section.tsx';
import './settings-room.css';

const themes = ['system', 'light', 'dark'] as const;
const paperSizes = { min: 14, max: 26 } as const;

/** 设置: who reviews, for which office, how the desk looks, and where cases are kept. */
export function SettingsRoom(): ReactNode {
  const words = text.settings;
  const state = useDesk((desk) => desk.settingsState);
  return (
    <div className="settings" data-pane="settings">
      <header>
        <h2>{words.title}</h2>
        <p className="settings-note">{words.lead}</p>
      </header>
      {state.kind === 'loading' && <Skeleton lines={8} label={words.loading} />}
      {state.kind === 'failed' && (
        <CallFailure title={words.failed} {...state.error} retry={() => void useDesk.getState().start()} />
      )}
      {/* Fields that showed defaults in place of what is kept would be filled in and would overwrite it. */}
      {state.kind === 'ready' && <OwnSettings />}
      <AboutSection />
    </div>
  );
}

function OwnSettings(): ReactNode {
  const words = text.settings;
  const { settings, changeSettings } = useDesk();
  const { reviewer, organ, theme, paperSize } = settings;
  return (
    <>
      <section aria-labelledby="settings-person">
        <h3 id="settings-person">{words.person.title}</h3>
        <div className="settings-pair">
          <TextField
            label={words.person.name}
            value={reviewer.name}
            isDisabled={false}
            onChange={(name) => changeSettings({ reviewer: { ...reviewer, name: name.slice(0, 100) } })}
          />
          <TextField
            label={words.person.role}
            value={reviewer.role}
            isDisabled={false}
            onChange={(role) => changeSettings({ reviewer: { ...reviewer, role: role.slice(0, 100) } })}
          />
        </div>
        <p className="settings-note">{words.person.note}</p>
        <UseForOpenCase />
      </section>
      <section aria-labelledby="settings-organ">
        <h3 id="settings-organ">{words.organ.title}</h3>
        <TextField
          label={words.organ.label}
          value={organ}
          isDisabled={false}
          onChange={(name) => changeSettings({ organ: name.slice(0, 200) })}
        />
        <p className="settings-note">{words.organ.note}</p>
      </section>
      <section aria-labelledby="settings-look">
        <h3 id="settings-look">{words.look.title}</h3>
        <Segments
          label={words.look.theme}
          options={themes.map((value) => ({ value, label: words.look.themes[value] }))}
          value={theme}
          isDisabled={false}
          onChange={(value) => changeSettings({ theme: value })}
        />
        <label className="settings-size">
          {words.look.size} <b>{paperSize}</b>
          <input
            type="range"
            {...paperSizes}
            value={paperSize}
            onChange={(event) => changeSettings({ paperSize: Number(event.target.value) })}
          />
        </label>
        <p className="settings-sample" style={{ fontSize: paperSize }}>
          {words.look.sample}
        </p>
      </section>
      <StoreSection />
    </>
  );
}

/** Offers to write the reviewer into the open case, where it names another or none. */
function UseForOpenCase(): ReactNode {
  const reviewer = useDesk((desk) => desk.settings.reviewer);
  const { work, isEditable, edit } = useCase();
  if (work === null || !isEditable || reviewer.name.trim() === '') return null;
  if (work.reviewer.name === reviewer.name && work.reviewer.role === reviewer.role) return null;
  return (
    <button type="button" className="quiet-button" onClick={() => edit({ kind: 'reviewer.set', reviewer })}>
      {text.settings.person.useHere}
    </button>
  );
}

function StoreSection(): ReactNode {
  const words = text.settings.store;
  const { settings, changeSettings, toast } = useDesk();
  const choose = async (): Promise<void> => {
    const chosen = await invoke('desk.choose', { kind: 'target-folder' });
    if (!chosen.ok) {
      toast('failed', chosen.error.message);
      return;
    }
    const [store] = chosen.value.paths;
    if (store !== undefined) changeSettings({ store });
  };
  return (
    <section aria-labelledby="settings-store">
      <h3 id="settings-store">{words.title}</h3>
      <p className="settings-path">{settings.store === '' ? words.own : settings.store}</p>
      <button type="button" className="quiet-button" onClick={() => void choose()}>
        {words.choose}
      </button>
      {settings.store !== '' && (
        <button type="button" className="quiet-button" onClick={() => changeSettings({ store: '' })}>
          {words.reset}
        </button>
      )}
      <p className="settings-note">{words.note}</p>
    </section>
  );
}
