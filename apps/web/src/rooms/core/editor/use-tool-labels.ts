import type { RichTextEditorLabels } from '@mantine/tiptap';
import { useTranslation } from 'react-i18next';

/** What Mantine's own tools are called in the reader's language. */
export function useToolLabels(): Partial<RichTextEditorLabels> {
  const { t } = useTranslation('editor');
  return {
    boldControlLabel: t('tool.bold'),
    italicControlLabel: t('tool.italic'),
    codeControlLabel: t('tool.code'),
    linkControlLabel: t('tool.link'),
    unlinkControlLabel: t('tool.unlink'),
    linkEditorInputLabel: t('tool.address'),
    linkEditorInputPlaceholder: t('tool.addressPlaceholder'),
    linkEditorExternalLink: t('tool.newTab'),
    linkEditorInternalLink: t('tool.sameTab'),
    linkEditorSave: t('tool.setLink'),
    undoControlLabel: t('tool.undo'),
    redoControlLabel: t('tool.redo'),
  };
}
