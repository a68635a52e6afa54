import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';

/** Which application this is, and on which packs it stands. */
export function AboutDialog(): ReactNode {
  const show = useDesk((desk) => desk.show);
  const about = useDesk((desk) => desk.about);
  const error = useDesk((desk) => desk.aboutError);
  const { about: words, offline } = text.app;
  return (
    <Dialog title={words.title} shape="box" close={() => show(null)}>
      <div className="dialog-body about" tabIndex={0} role="group" aria-label={words.title}>
        <p className="about-name">{text.app.name}</p>
        <p>{text.app.tagline}</p>
        {error !== null && (
          <p role="alert">
            {words.failed}。{error.message}
          </p>
        )}
        {about !== null && (
          <ul className="about-facts">
            <li>{words.version(about.version)}</li>
            <li>{words.law(about.lawPack.version, about.lawPack.statutes)}</li>
            {about.rulePacks.map((pack) => (
              <li key={pack.id}>
                {words.rules(pack.title, pack.version)}
                {pack.notice !== null && <span className="about-notice">▲ {pack.notice}</span>}
              </li>
            ))}
            <li>{words.checks(about.checks.length)}</li>
          </ul>
        )}
        <p>
          {offline.title}。{words.human}
        </p>
      </div>
    </Dialog>
  );
}
