import type { CallOutput } from '../../shared/contract/contract.ts';
import { useCase } from './case-store.ts';
import { useDesk, type Command } from './desk-store.ts';
import { useImport } from './import-store.ts';
import { runCommand } from './keyboard.ts';
import { caseRooms } from './rooms.ts';
import { text } from './text.ts';

type CaseRow = CallOutput<'cases.list'>['cases'][number];

/** How many entries the palette shows at once; more would not be read. */
const shownAtOnce = 100;

/** Everything the palette offers: what rooms have registered, the rooms, cases by title, and the window's own actions. */
export function paletteEntries(commands: readonly Command[], cases: readonly CaseRow[]): readonly Command[] {
  const { palette } = text.app;
  const { navigate, show, changeSettings } = useDesk.getState();
  const current = useCase.getState();
  const hasCase = current.state === 'open';
  const known = Object.keys(text.app.rooms) as (keyof typeof text.app.rooms)[]; // exactly the keys of that literal
  const toRooms = known
    .filter((room) => hasCase || !caseRooms.includes(room))
    .map((room) => ({
      id: `room.${room}`,
      group: palette.rooms,
      title: palette.goto(text.app.rooms[room].name),
      run: () => navigate(room),
    }));
  const toCases = cases.map((row) => ({
    id: `case.${row.case}`,
    group: palette.cases,
    title: [row.title, row.registration].filter((part) => part !== '').join(' · '),
    run: () => {
      navigate('desk');
      void current.open(row.case);
    },
  }));
  const action = (id: string, title: string, run: () => void, keys?: string): Command => ({
    id: `app.${id}`,
    group: palette.actions,
    title,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const themes = (['system', 'light', 'dark'] as const).map((theme) =>
    action(`theme-${theme}`, palette.theme[theme], () => changeSettings({ theme })),
  );
  const { choose } = useImport.getState();
  return [
    ...commands,
    ...toRooms,
    ...(hasCase && current.isEditable
      ? [
          action('undo', palette.undo, () => runCommand('undo'), 'Ctrl+Z'),
          action('redo', palette.redo, () => runCommand('redo'), 'Ctrl+Shift+Z'),
        ]
      : []),
    action('import-files', palette.importFiles, () => void choose('submission-files'), 'Ctrl+O'),
    action('import-folder', palette.importFolder, () => void choose('submission-folder')),
    ...(hasCase
      ? [
          action('audit', palette.audit, () => show('audit')),
          action('leave', palette.leave, () => {
            navigate('cases');
            void current.leave();
          }),
        ]
      : []),
    action('help', palette.help, () => runCommand('help'), 'F1'),
    action('shortcuts', palette.shortcuts, () => runCommand('shortcuts'), '?'),
    action('about', palette.about, () => runCommand('about')),
    ...themes,
    ...toCases,
  ];
}

/** Those entries that contain every word of what was typed, in their order. */
export function filterEntries(entries: readonly Command[], query: string): readonly Command[] {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return entries
    .filter(({ title, group }) => {
      const haystack = `${title} ${group}`.toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .slice(0, shownAtOnce);
}
