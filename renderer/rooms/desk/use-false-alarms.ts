import { useEffect, useState } from 'react';
import { invoke } from '../../api.ts';
import { deskText } from '../../text/desk.ts';
import { helpSection } from './help-section.ts';

const known = new Map<string, Promise<readonly string[]>>();

async function read(check: string): Promise<readonly string[]> {
  const result = await invoke('desk.help', { topic: check });
  if (!result.ok) known.delete(check);
  return result.ok ? helpSection(result.value.markdown, deskText.finding.falseAlarms) : [];
}

/** What often makes a check's findings false alarms, from its help; empty until it is read, and where it says nothing. */
export function useFalseAlarms(check: string): readonly string[] {
  const [answer, setAnswer] = useState<{ readonly check: string; readonly lines: readonly string[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const reading = known.get(check) ?? read(check);
    known.set(check, reading);
    void reading.then((lines) => {
      if (isWanted) setAnswer({ check, lines });
    });
    return () => {
      isWanted = false;
    };
  }, [check]);
  return answer?.check === check ? answer.lines : [];
}
