import type { ReactNode } from 'react';
import { useDesk } from '../../app/desk-store.ts';
import { text } from '../../app/text.ts';
import { CallFailure } from '../../ui/call-failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** What the application is, on which law and rules it stands, and where it keeps what. */
export function AboutSection(): ReactNode {
  const words = text.settings.about;
  const { about, aboutError, start } = useDesk();
  return (
    <section aria-labelledby="settings-about">
      <h3 id="settings-about">{words.title}</h3>
      {about === null && aboutError === null && <Skeleton lines={4} label={words.loading} />}
      {aboutError !== null && <CallFailure title={words.failed} {...aboutError} retry={() => void start()} />}
      {about !== null && (
        <ul className="settings-about">
          <li>{words.version(about.version)}</li>
          <li>
            {words.law(about.lawPack.version, about.lawPack.statutes, about.lawPack.repealed)}
            <small>{words.hash(about.lawPack.sha256)}</small>
          </li>
          {about.rulePacks.map((pack) => (
            <li key={pack.id}>
              {words.pack(pack.title, pack.version)}
              {pack.notice !== null && <em>{pack.notice}</em>}
              <small>{words.hash(pack.sha256)}</small>
            </li>
          ))}
          <li>{words.checks(about.checks.length)}</li>
        </ul>
      )}
      <p className="settings-note">{words.offline}</p>
      <p className="settings-note">{words.kept}</p>
    </section>
  );
}
