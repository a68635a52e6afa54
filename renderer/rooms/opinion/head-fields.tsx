import { useId, type ReactNode } from 'react';
import type { CaseHead } from '../../../shared/cases/case-work.ts';
import { useCase } from '../../app/case-store.ts';
import { opinionText } from '../../text/opinion.ts';

const words = opinionText.head;

/** What stands at the head and the foot of the opinion; an empty field leaves the words to the form. */
export function HeadFields(): ReactNode {
  const head = useCase((open) => open.work?.head);
  if (head === undefined) return null;
  return (
    <section className="opinion-head-fields" aria-label={words.title}>
      <h3>{words.title}</h3>
      <HeadField field="number" head={head} />
      <HeadField field="addressee" head={head} />
      <HeadField field="organ" head={head} />
      <HeadField field="date" head={head} />
    </section>
  );
}

function HeadField(props: {
  readonly field: 'number' | 'addressee' | 'organ' | 'date';
  readonly head: CaseHead;
}): ReactNode {
  const { field, head } = props;
  const id = useId();
  const edit = useCase((open) => open.edit);
  const isEditable = useCase((open) => open.isEditable);
  const isDate = field === 'date';
  const write = (value: string): void =>
    edit({
      kind: 'head.change',
      change: isDate ? { date: value === '' ? null : value } : { [field]: value },
      group: `head.${field}`,
    });
  return (
    <div className="opinion-head-field">
      <label htmlFor={id}>{words[field]}</label>
      <input
        id={id}
        type={isDate ? 'date' : 'text'}
        value={head[field] ?? ''}
        readOnly={!isEditable}
        maxLength={isDate ? undefined : 500}
        placeholder={isDate ? undefined : words.blank}
        title={isDate ? words.today : words.blank}
        onChange={(event) => write(event.target.value)}
      />
    </div>
  );
}
