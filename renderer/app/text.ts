import { appText } from '../text/app.ts';
import { casesText } from '../text/cases.ts';
import { deskText } from '../text/desk.ts';
import { documentPaneText } from '../text/document-pane.ts';
import { intakeText } from '../text/intake.ts';
import { issueText } from '../text/issue.ts';
import { lawText } from '../text/law.ts';
import { opinionText } from '../text/opinion.ts';
import { pdfPagesText } from '../text/pdf-pages.ts';
import { verifyText } from '../text/verify.ts';
import { settingsText } from '../text/settings.ts';
import { rulesText } from '../text/rules.ts';

/** Every word the interface shows, in Chinese, one catalogue an area; a second language is a second object of this shape. */
const chinese = {
  app: appText,
  cases: casesText,
  intake: intakeText,
  desk: deskText,
  documentPane: documentPaneText,
  opinion: opinionText,
  issue: issueText,
  pdfPages: pdfPagesText,
  verify: verifyText,
  settings: settingsText,
  rules: rulesText,
  law: lawText,
};

/** The shape of the catalogues. */
export type Catalogue = typeof chinese;

/** The catalogues in use. */
export const text: Catalogue = chinese;
