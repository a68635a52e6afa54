import type { ReactNode } from 'react';
import { documentTypes } from '../../../shared/check/finding.ts';
import { text } from '../../app/text.ts';
import { DateField, TextField } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { Intake } from './use-intake.ts';

const fields = ['title', 'registration', 'submittedBy', 'submissionNumber'] as const;
const days = ['receivedOn', 'dueOn'] as const;

/** What kind of document this is, and on which day law is judged. */
export function DocumentTypeChoice(props: { readonly intake: Intake }): ReactNode {
  const { work, isEditable, edit } = props.intake;
  const words = text.intake;
  return (
    <section className="intake-card" aria-labelledby="intake-type">
      <h3 id="intake-type">{words.type.title}</h3>
      <Segments
        label={words.type.title}
        options={documentTypes.map((type) => ({ value: type, label: text.app.types[type] }))}
        value={work.type}
        isDisabled={!isEditable}
        onChange={(type) => edit({ kind: 'type.set', type })}
      />
      <p className="intake-note">{words.type.note}</p>
      <DateField
        label={words.asOf.label}
        note={words.asOf.note}
        value={work.asOf}
        isDisabled={!isEditable}
        onChange={(asOf) => {
          if (asOf !== null) edit({ kind: 'as-of.set', asOf });
        }}
      />
    </section>
  );
}

/** What the register and the head of the opinion say of the case. */
export function CaseHeadForm(props: { readonly intake: Intake }): ReactNode {
  const { work, isEditable, edit } = props.intake;
  const words = text.intake.head;
  return (
    <section className="intake-card" aria-labelledby="intake-head">
      <h3 id="intake-head">{words.title}</h3>
      <div className="intake-form">
        {fields.map((field) => (
          <TextField
            key={field}
            label={words.fields[field]}
            value={work.head[field]}
            isDisabled={!isEditable}
            onChange={(value) => edit({ kind: 'head.change', change: { [field]: value }, group: `head.${field}` })}
          />
        ))}
        {days.map((day) => (
          <DateField
            key={day}
            label={words[day]}
            value={work.head[day]}
            isDisabled={!isEditable}
            onChange={(value) => edit({ kind: 'head.change', change: { [day]: value }, group: `head.${day}` })}
          />
        ))}
      </div>
    </section>
  );
}
