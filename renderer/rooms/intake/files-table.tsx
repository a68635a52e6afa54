import { AutoComplete } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { draftRole } from '../../../shared/import/guess-role.ts';
import type { OpenedCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { formatSize } from '../../app/format.ts';
import { text } from '../../app/text.ts';
import type { Intake } from './use-intake.ts';
import { visibleText } from '../../ui/visible-text.ts';

type File = OpenedCase['files'][number];

/** The files that were taken, which of them is the draft, and what the others are. */
export function FilesTable(props: { readonly intake: Intake }): ReactNode {
  const { opened, work, isEditable, edit } = props.intake;
  const group = useId();
  const words = text.intake.files;
  const roles = [...new Set([draftRole, ...opened.materials.map(({ role }) => role), ...text.intake.otherRoles])];
  const setRole = (file: File, role: string): void => {
    edit({ kind: 'role.set', sha256: file.sha256, role });
    if (role === draftRole && work.draft !== file.sha256) edit({ kind: 'draft.choose', sha256: file.sha256 });
  };
  return (
    <section className="intake-card" aria-labelledby={`${group}-title`}>
      <h3 id={`${group}-title`}>{words.title}</h3>
      <table className="intake-table">
        <thead>
          <tr>
            {(['draft', 'name', 'format', 'size', 'hash', 'role'] as const).map((column) => (
              <th key={column} scope="col" className={`intake-col-${column}`}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {opened.files.map((file) => (
            <tr key={file.sha256} className={file.sha256 === work.draft ? 'intake-draft' : undefined}>
              <td>
                <input
                  type="radio"
                  name={group}
                  aria-label={words.draft(file.name)}
                  checked={file.sha256 === work.draft}
                  disabled={!isEditable}
                  onChange={() => edit({ kind: 'draft.choose', sha256: file.sha256 })}
                />
              </td>
              <td className="intake-name">{visibleText(file.name)}</td>
              <td className="intake-quiet">{formatName(file.format)}</td>
              <td className="intake-quiet intake-number">{formatSize(file.size)}</td>
              <td>
                <CopyHash file={file} />
              </td>
              <td>
                <RoleField
                  label={words.role(file.name)}
                  value={work.roles[file.sha256] ?? file.role}
                  options={roles}
                  isDisabled={!isEditable}
                  onChange={(role) => setRole(file, role)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="intake-note">{words.note}</p>
    </section>
  );
}

function formatName(format: string): string {
  const names: Readonly<Record<string, string>> = text.intake.files.formats;
  return names[format] ?? format;
}

function CopyHash(props: { readonly file: File }): ReactNode {
  const { name, sha256 } = props.file;
  const toast = useDesk((desk) => desk.toast);
  const words = text.intake.files;
  const copy = (): void => {
    navigator.clipboard.writeText(sha256).then(
      () => toast('done', words.copied),
      () => toast('failed', words.notCopied),
    );
  };
  return (
    <button type="button" className="intake-hash" title={sha256} onClick={copy}>
      {`${sha256.slice(0, 6)}…${sha256.slice(-4)}`}
      <span className="visually-hidden"> {words.copy(name)}</span>
    </button>
  );
}

/** The role of a file: chosen or typed; typed letters are reported once the field is left or an entry is chosen. */
function RoleField(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (role: string) => void;
}): ReactNode {
  const { label, value, options, isDisabled, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (role: string): void => {
    setTyped(null);
    if (role.trim() !== value) onChange(role.trim());
  };
  return (
    <AutoComplete
      className="intake-role"
      aria-label={label}
      placeholder={text.intake.files.rolePlaceholder}
      maxLength={200}
      disabled={isDisabled}
      value={typed ?? value}
      options={options.map((role) => ({ value: role }))}
      showSearch={{
        onSearch: setTyped,
        filterOption: (input, option) => typed === null || (option?.value ?? '').includes(input),
      }}
      onSelect={settle}
      onBlur={() => {
        if (typed !== null) settle(typed);
      }}
    />
  );
}
