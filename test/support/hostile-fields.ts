import type { CallId, CallOutput } from '../../shared/contract/contract.ts';
import type { Rewriting } from './hostile-answers.ts';

/** The calls whose answers the window shows. */
export const shownCalls = [
  'system.about',
  'desk.settings',
  'desk.choose',
  'desk.help',
  'rules.packs',
  'law.search',
  'law.complete',
  'sign.verify',
  'cases.list',
  'cases.search',
  'cases.open',
  'cases.check',
  'cases.audit',
  'cases.gate',
  'cases.preview',
  'cases.signers',
  'cases.issued',
  'cases.deliver',
] as const satisfies readonly CallId[];

/** Fields by which the window finds its way: ids, codes, moments, paths, and the text that offsets lead into. */
const kept: readonly RegExp[] = [
  /\.(?:id|key|block|code|check|finding|issue|item|run\[\]|utc|since|takenAt|changedAt|savedAt|pack)$/u,
  /^cases\.open\.work\.issues\[\]\.items\[\]$/u,
  /^cases\.search\.hits\[\]\.case$/u,
  /^cases\.gate\.entries\[\]\.material$/u,
  /^cases\.open\.work\.issues\[\]\.anchor\.(?:before|after)$/u,
  // The draft's own words are put through with a real document.
  /^cases\.open\.draft\.(?:text|blocks\[\]\..+|xray\[\]\.kind)$/u,
  /^cases\.issued\.(?:files\[\]\.path|draftPath)$/u,
];

/** Fields in which a word, or an entry, says that the case is another one. */
const staysEmpty: readonly RegExp[] = [
  /^cases\.open\.(?:readOnlyReason|draftProblem|repairs|draft\.references)$/u,
  /^cases\.open\.work\.(?:issues|dismissals)/u,
  /^cases\.check\.findings$/u,
];

/** Whether a field keeps what the services said. */
export function isKept(field: string): boolean {
  return /^\w+\.[\w-]+\W/u.test(field) && kept.some((pattern) => pattern.test(field));
}

/** How every answer is rewritten, whatever words are put in. */
export function rewritingWith(fill: Rewriting['fill']): Rewriting {
  return { fill, isKept, staysEmpty: (field) => staysEmpty.some((pattern) => pattern.test(field)) };
}

/**
 * Fields that are shown, but not every word of them: cut short to fit a line, or taken apart. The value says how.
 */
export const shownInPart: Readonly<Record<string, string>> = {
  'desk.help.markdown': 'as Markdown, in which a NUL is another character',
  'desk.choose.paths[]': 'only the last part of a path',
  'law.search.entries[].replacement': 'taken apart into name and remark',
};

/** Fields that no screen shows, or none in a form that could hold these words. */
export const shownNowhere: Readonly<Record<string, string>> = {
  'system.about.name': 'the window has its own name',
  'system.about.checks[].title': 'only counted',
  'rules.packs.packs[].citeAs': 'for documents',
  'rules.packs.packs[].items[].group': 'for the checklist, which has its own',
  'rules.packs.packs[].items[].quote': 'only marks words of the article',
  'law.search.sha256': 'the first 16 characters',
  'law.complete.names[].level': 'not asked for',
  'cases.list.store': 'the settings show it',
  'cases.open.work.reviewer.role': 'for the opinion',
  'cases.open.work.dismissals[].quote': 'the finding shows its own',
  'cases.open.work.issued.claimedTime': 'verification shows it',
  'cases.open.work.issued.signer': 'verification shows it',
  'cases.open.work.issued.files[].name': 'the files show their own',
  'cases.open.draft.title': 'the head shows it',
  'cases.open.checklist[].quote': 'only marks words of the article',
  'cases.open.checklist[].packVersion': 'the status line shows it',
  'cases.open.notices[]': 'for the opinion',
  'cases.open.rulePacks[].title': 'the settings show it',
  'cases.check.lawPack.version': 'the status line shows it',
  'cases.audit.head': 'the first 16 characters',
  'cases.signers.statements[]': 'the window has them from the same source',
};

/** Another state of a case than the one it is in. */
export type Variant = 'usual' | 'held' | 'without draft';

/** Gives the answers a state in which the window shows more of them: what is written into them comes afterwards. */
export function reshape(id: CallId, value: unknown, variant: Variant): unknown {
  // The dispatcher has checked each answer against the schema of its call.
  if (id === 'cases.open') return asVariant(value as CallOutput<'cases.open'>, variant);
  if (id === 'cases.check') return withOneFirst(value as CallOutput<'cases.check'>, variant);
  if (id === 'cases.signers') return { ...(value as CallOutput<'cases.signers'>), selfSigned: false };
  if (id === 'sign.verify') return asDoubtful(value as CallOutput<'sign.verify'>);
  if (id === 'rules.packs') return underOneArticle(value as CallOutput<'rules.packs'>);
  return value;
}

function asVariant(opened: CallOutput<'cases.open'>, variant: Variant): CallOutput<'cases.open'> {
  const roles = Object.fromEntries(opened.files.slice(-1).map(({ sha256 }) => [sha256, 'x']));
  const usual = { ...opened, work: { ...opened.work, roles } };
  if (variant === 'usual') return usual;
  if (variant === 'without draft') return { ...usual, draft: null, draftProblem: 'x' };
  return {
    ...usual,
    mode: 'read-only',
    readOnlyReason: 'x',
    heldBy: { user: 'x', workstation: 'x', since: '2026-01-05T09:00:00Z' },
    repairs: ['x'],
  };
}

/** The first finding leads the list; a case that is held has none, and the checks that did not run are named. */
function withOneFirst(checked: CallOutput<'cases.check'>, variant: Variant): CallOutput<'cases.check'> {
  if (variant === 'held') return { ...checked, findings: [] };
  const findings = checked.findings.map((finding, index) =>
    index === 0 ? { ...finding, severity: 'blocking' as const } : finding,
  );
  return { ...checked, findings };
}

/** A signature by somebody else's certificate, over another draft than the one at hand. */
function asDoubtful(report: CallOutput<'sign.verify'>): CallOutput<'sign.verify'> {
  const signatures = report.signatures.map((signature) => ({ ...signature, selfSigned: false }));
  return { ...report, signatures, draft: { ...report.draft, given: true, matches: false } };
}

/** Every item of a rule pack lies under its first article, where all of them are seen at once. */
function underOneArticle({ packs }: CallOutput<'rules.packs'>): CallOutput<'rules.packs'> {
  return {
    packs: packs.map((pack) => ({
      ...pack,
      items: pack.items.map((item) => ({ ...item, article: pack.articles[0]?.number ?? item.article })),
    })),
  };
}
