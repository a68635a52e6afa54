import type { ReactNode } from 'react';
import { AboutRoom } from '../rooms/about/about-room.tsx';
import { Notice } from '../ui/notice.tsx';
import { Frame } from './frame.tsx';
import { text } from './text.ts';
import { useCall } from './use-call.ts';

const nothing = {};

/** The window: the frame, and in it the one room there is yet. */
export function App(): ReactNode {
  const [about, retry] = useCall('system.about', nothing);
  const version = about.kind === 'ready' ? about.value.version : null;
  return (
    <Frame version={version}>
      {about.kind === 'failed' ? (
        <Notice
          title={text.failed.title}
          message={about.error.message}
          detail={text.failed.code(about.error.code)}
          action={{ label: text.retry, run: retry }}
        />
      ) : (
        <AboutRoom about={about.kind === 'ready' ? about.value : null} />
      )}
    </Frame>
  );
}
