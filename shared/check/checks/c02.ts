import type { ReviewedDocument, Span } from '../../document/document.ts';
import type { Structure } from '../../document/structure/structure.ts';
import { creditCodeFault, findCreditCodes, plainCreditCode, type CreditCodeFault } from '../../text/credit-code.ts';
import { defineCheck, type Report } from '../check.ts';
import type { Basis } from '../finding.ts';
import { plainPartyName } from '../party-sides.ts';

type MessageId = 'differs' | 'blank' | 'unsigned' | 'unnamed' | 'shared-code' | `code-${CreditCodeFault}`;

const named: readonly Basis[] = [{ source: '民法典', article: '第四百七十条', confirmed: true }];
const coded: readonly Basis[] = [{ source: 'GB 32100—2015', article: '', confirmed: false }];
const placeholder = /^[×xX＊*某]{2,}$/u;

/** Where a name stands inside the cell that holds it; the cell where the name is blank. */
function nameSpan(document: ReviewedDocument, cell: Span, name: string): Span {
  const at = name === '' ? -1 : document.text.indexOf(name, cell.start);
  return at < 0 || at + name.length > cell.end
    ? { start: cell.start, end: cell.end }
    : { start: at, end: at + name.length };
}

function nameReports(document: ReviewedDocument, { parties, signatures }: Structure): readonly Report<MessageId>[] {
  const blank = parties
    .filter(({ name }) => name === '' || placeholder.test(name))
    .map((party): Report<MessageId> => ({
      messageId: 'blank',
      start: party.start,
      end: party.end,
      data: { role: party.role },
      basis: named,
    }));
  if (parties.length === 0 || signatures.length === 0) return blank;
  const unsigned = parties
    .filter(({ role }) => !signatures.some((signature) => signature.role === role))
    .map((party): Report<MessageId> => ({
      messageId: 'unsigned',
      ...nameSpan(document, party, party.name),
      data: { role: party.role },
      basis: named,
    }));
  const compared = signatures.flatMap((signature): readonly Report<MessageId>[] => {
    const { role, name } = signature;
    const party = parties.find((each) => each.role === role);
    const at = nameSpan(document, signature, name);
    if (!party) return [{ messageId: 'unnamed', ...at, data: { role }, basis: named }];
    if (name === '' || party.name === '' || plainPartyName(name) === plainPartyName(party.name)) return [];
    return [{ messageId: 'differs', ...at, data: { role, head: party.name, signed: name }, basis: named }];
  });
  return [...blank, ...unsigned, ...compared];
}

function codeReports(document: ReviewedDocument, { parties }: Structure): readonly Report<MessageId>[] {
  const faults = findCreditCodes(document.text).flatMap(({ text, start, end }): readonly Report<MessageId>[] => {
    const fault = creditCodeFault(text);
    return fault === null
      ? []
      : [{ messageId: `code-${fault}`, start, end, data: { length: plainCreditCode(text).length } }];
  });
  const coded = parties.flatMap(({ name, creditCode }) => (creditCode ? [{ name, ...creditCode }] : []));
  const shared = coded
    .filter((party, index) =>
      coded
        .slice(0, index)
        .some((other) => plainCreditCode(other.text) === plainCreditCode(party.text) && other.name !== party.name),
    )
    .map(({ start, end }): Report<MessageId> => ({ messageId: 'shared-code', start, end, data: {} }));
  return [...faults, ...shared];
}

/** C02: the parties are named, named alike at head and signature, and carry codes that can exist. */
export const c02 = defineCheck<MessageId>({
  meta: {
    id: 'C02',
    title: '相对方',
    appliesTo: ['agreement'],
    severity: 'major',
    certainty: 'A',
    basis: coded,
    messages: {
      differs: '{role}在首部为“{head}”，签章处为“{signed}”，名称不一致。',
      blank: '{role}的名称空白。',
      unsigned: '首部列有{role}，签章处没有{role}的签章栏。',
      unnamed: '签章处有{role}，首部没有列出{role}。',
      'code-length': '统一社会信用代码应为18位，此处为{length}位。',
      'code-character': '统一社会信用代码含有不使用的字符（I、O、S、V、Z 等）。',
      'code-check': '统一社会信用代码的校验码不符，请核对证照。',
      'shared-code': '不同当事人使用了同一个统一社会信用代码。',
    },
    falseAlarms: ['签章处用简称而当事人实为同一主体', '营业执照尚未换发统一社会信用代码'],
  },
  run: (document, { structure }) => [...nameReports(document, structure), ...codeReports(document, structure)],
});
