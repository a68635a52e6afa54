import type { ReactNode } from 'react';
import { AboutDialog } from './about-dialog.tsx';
import { AuditDrawer } from './audit-drawer.tsx';
import { useDesk } from './desk-store.ts';
import { HelpDrawer } from './help-drawer.tsx';
import { Palette } from './palette.tsx';
import { Shortcuts } from './shortcuts.tsx';

/** Whatever lies over the rooms at the moment. */
export function Layers(): ReactNode {
  const overlay = useDesk((desk) => desk.overlay);
  const topic = useDesk((desk) => desk.helpTopic);
  const caseId = useDesk((desk) => desk.caseId);
  return (
    <>
      {overlay === 'palette' && <Palette />}
      {overlay === 'shortcuts' && <Shortcuts />}
      {overlay === 'about' && <AboutDialog />}
      {overlay === 'audit' && caseId !== null && <AuditDrawer caseId={caseId} />}
      {topic !== null && <HelpDrawer key={topic} topic={topic} />}
    </>
  );
}
