import type { DocumentType } from '../check/finding.ts';
import type { CaseWork } from './case-work.ts';

/** What is known of a case when it is taken in. */
export interface NewCase {
  readonly type: DocumentType;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly title: string;
  readonly organ: string;
  readonly reviewer: CaseWork['reviewer'];
  readonly draft: string | null;
  readonly materials: CaseWork['materials'];
}

/** What fits into a field of the head. */
const shortText = (text: string): string => text.slice(0, 500);

/** The work of a case on which nobody has worked yet. */
export function newCaseWork(given: NewCase): CaseWork {
  return {
    type: given.type,
    asOf: given.asOf,
    head: {
      title: shortText(given.title),
      registration: '',
      submittedBy: '',
      submissionNumber: '',
      receivedOn: null,
      dueOn: null,
      number: '',
      addressee: '',
      organ: shortText(given.organ),
      date: null,
    },
    reviewer: given.reviewer,
    draft: given.draft,
    roles: {},
    materials: given.materials,
    answers: {},
    issues: [],
    dismissals: [],
    conclusion: null,
    issued: null,
    closedAt: null,
  };
}
