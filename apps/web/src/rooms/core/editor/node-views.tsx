import { Badge, TextInput } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { useDraftContext } from './draft-context.ts';
import { Parameter } from './parameter-node.ts';
import { Picture } from './picture-node.ts';
import classes from './text.module.css';

/** A picture in the text, with the words for those who do not see it right under it. */
export const PictureWithView = Picture.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(PictureView, { stopEvent: ({ event }) => event.target instanceof HTMLInputElement }),
});

/** A parameter in the text, as the chip that the rule page shows. */
export const ParameterWithView = Parameter.extend({
  addNodeView: () => ReactNodeViewRenderer(ParameterView, { as: 'span' }),
});

function PictureView({ node, updateAttributes, editor, selected }: NodeViewProps) {
  const { t } = useTranslation('editor');
  const { slug } = useDraftContext();
  const alternative = String(node.attrs['alternative']);
  return (
    <NodeViewWrapper as="figure" className={classes.figure} data-selected={selected || undefined}>
      <img
        src={`/api/organizations/${slug}/files/${String(node.attrs['file'])}`}
        alt={alternative === '' ? t('picture.missing') : alternative}
        data-drag-handle
      />
      {editor.isEditable ? (
        <TextInput
          size="xs"
          aria-label={t('picture.alternative')}
          placeholder={t('picture.alternative')}
          maxLength={1000}
          value={alternative}
          onChange={(event) => updateAttributes({ alternative: event.currentTarget.value })}
        />
      ) : null}
    </NodeViewWrapper>
  );
}

function ParameterView({ node, selected }: NodeViewProps) {
  const { draft } = useDraftContext();
  const name = String(node.attrs['name']);
  const parameter = draft.parameters.find((one) => one.name === name);
  const value =
    parameter === undefined ? name : `${String(parameter.value)}${parameter.unit === null ? '' : ` ${parameter.unit}`}`;
  return (
    <NodeViewWrapper as="span">
      <Badge
        component="span"
        color="petrol"
        title={parameter?.label ?? name}
        className={selected ? classes.selected : undefined}
      >
        {value}
      </Badge>
    </NodeViewWrapper>
  );
}
