/** Everything for which a person is asked to choose files or a folder. */
export const choiceKinds = [
  'submission-files',
  'submission-folder',
  'signed-file',
  'draft-file',
  'certificate',
  'target-folder',
] as const;

/** One of {@link choiceKinds}. */
export type ChoiceKind = (typeof choiceKinds)[number];
