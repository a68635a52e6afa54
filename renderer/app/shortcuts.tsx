import { Fragment, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';

/** The list of keys (?). */
export function Shortcuts(): ReactNode {
  const show = useDesk((desk) => desk.show);
  return (
    <Dialog title={text.app.shortcuts.title} shape="box" close={() => show(null)}>
      <div className="dialog-body shortcuts" tabIndex={0} role="group" aria-label={text.app.shortcuts.title}>
        {text.app.shortcuts.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    {keys.split(' / ').map((one, index) => (
                      <Fragment key={one}>
                        {index > 0 && ' / '}
                        <kbd>{one}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
