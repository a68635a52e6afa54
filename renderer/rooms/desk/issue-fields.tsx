import { Select } from 'antd';
import { memo } from 'react';
import { issueCategories, type Issue } from '../../../shared/cases/case-work.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { BasisEditor } from './basis-editor.tsx';
import { changeIssue } from './desk-actions.ts';
import { itemsOf } from './desk-derived.ts';

// Each of these is costly to draw and none of them changes while one writes in the texts beside it.

const categoryOptions = issueCategories.map((value) => ({ value, label: deskText.categories[value] }));

interface FieldProps {
  /** Id of the issue. */
  readonly issue: string;
  readonly isDisabled: boolean;
}

/** 类别 of an issue. */
export const CategoryField = memo((props: FieldProps & { readonly category: Issue['category'] }) => (
  <Select
    className="desk-wide"
    aria-label={deskText.issue.category}
    value={props.category}
    disabled={props.isDisabled}
    options={categoryOptions}
    onChange={(category) => changeIssue(props.issue, { category }, null)}
  />
));

/** 依据 of an issue. */
export const BasisField = memo((props: FieldProps & { readonly bases: Issue['basis'] }) => {
  const asOf = useCase((state) => state.work?.asOf ?? '');
  return (
    <BasisEditor
      bases={props.bases}
      asOf={asOf}
      isDisabled={props.isDisabled}
      onWrite={(basis, group) => changeIssue(props.issue, { basis: [...basis] }, group)}
    />
  );
});

/** 审查项 that an issue bears on. */
export const ItemsField = memo((props: FieldProps & { readonly linked: Issue['items'] }) => {
  const items = useCase(itemsOf);
  return (
    <Select
      className="desk-wide"
      mode="multiple"
      aria-label={deskText.issue.items}
      placeholder={deskText.issue.itemsHint}
      value={[...props.linked]}
      disabled={props.isDisabled}
      showSearch={{ optionFilterProp: 'label' }}
      optionLabelProp="value"
      options={items.map((item) => ({ value: item.id, label: `${item.id} ${item.question}` }))}
      onChange={(linked: string[]) => changeIssue(props.issue, { items: linked }, null)}
    />
  );
});
