import '@mantine/tiptap/styles.layer.css';
import { getRouteApi } from '@tanstack/react-router';
import { RefusalOf } from '../../../components/refusal.tsx';
import { useMember } from '../../../shell/member.ts';
import { DraftContext } from './draft-context.ts';
import { DraftEditor } from './draft-editor.tsx';
import { useDraft } from './use-draft.ts';

const route = getRouteApi('/o/$organization/proposals/$proposal/edit');

/** Where the text of a proposal is written, by one person or several at once. */
export function EditorPage() {
  const { proposal } = route.useParams();
  return <OneDraft key={proposal} proposal={proposal} />;
}

function OneDraft({ proposal }: { readonly proposal: string }) {
  const { slug, membership, organization } = useMember();
  const { keeper, data: draft, error, refetch } = useDraft(slug, membership, proposal);
  if (draft === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <DraftContext value={{ slug, draft, certifies: organization.waysIn.includes('certification') }}>
      <DraftEditor draft={draft} keeper={keeper} slug={slug} />
    </DraftContext>
  );
}
