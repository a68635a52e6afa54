import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { CaseWork, Issue } from '../../../shared/cases/case-work.ts';

/** An open case as the services hand it over. */
export type OpenedCase = CallOutput<'cases.open'>;
/** A draft as the desk shows it. */
export type DeskDraft = NonNullable<OpenedCase['draft']>;
/** One line of the outline. */
export type OutlineEntry = DeskDraft['outline'][number];
/** One question of the checklist. */
export type DeskItem = OpenedCase['checklist'][number];
/** One material that the rules ask for. */
export type DeskMaterial = OpenedCase['materials'][number];
/** What the checks answer. */
export type CheckAnswer = CallOutput<'cases.check'>;
/** One finding with the key by which a decision about it is found again. */
export type DeskFinding = CheckAnswer['findings'][number];

/** What of an issue matters beyond its own editor: a letter typed into it changes nothing here. */
export type IssueLink = Pick<Issue, 'id' | 'anchor' | 'check' | 'finding' | 'category' | 'weight' | 'items'>;

/** What a question of the checklist is answered with. */
export type Verdict = CaseWork['answers'][string]['verdict'];
