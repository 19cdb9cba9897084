import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMember } from '../../shell/member.ts';

/** Opens a draft where it is written: in the editor, or on the proposal's page where this program has no editor. */
export function useOpenDraft(): (proposal: string) => void {
  const navigate = useNavigate();
  const router = useRouter();
  const { slug } = useMember();
  const editor = '/o/$organization/proposals/$proposal/edit' in router.routesByPath;
  return (proposal) => void navigate({ href: `/o/${slug}/proposals/${proposal}${editor ? '/edit' : ''}` });
}
