import { useMemo, type ReactNode } from 'react';
import Markdown from 'react-markdown';
import { CallFailure } from '../ui/call-failure.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';
import { useCall } from './use-call.ts';

/** Nothing of the help leads out of the application, so a link is its words. */
const components = { a: (props: { readonly children?: ReactNode }): ReactNode => props.children, img: () => null };

/** The help of a room or a check (F1), beside the work. */
export function HelpDrawer(props: { readonly topic: string }): ReactNode {
  const { topic } = props;
  const help = useDesk((desk) => desk.help);
  const input = useMemo(() => ({ topic }), [topic]);
  const [state, retry] = useCall('desk.help', input);
  return (
    <Dialog title={text.app.help.title} shape="drawer" close={() => help(null)}>
      <div className="dialog-body help" tabIndex={0} role="group" aria-label={text.app.help.title}>
        {state.kind === 'loading' && <Skeleton lines={8} label={text.app.help.loading} />}
        {state.kind === 'failed' && <CallFailure title={text.app.help.failed} {...state.error} retry={retry} />}
        {state.kind === 'ready' && (
          <Markdown skipHtml components={components}>
            {state.value.markdown}
          </Markdown>
        )}
      </div>
    </Dialog>
  );
}
