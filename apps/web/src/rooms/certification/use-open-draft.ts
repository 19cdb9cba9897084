import { useNavigate } from '@tanstack/react-router';
import { useMember } from '../../shell/member.ts';

/** Opens a draft where it is written. */
export function useOpenDraft(): (proposal: string) => void {
  const navigate = useNavigate();
  const { slug } = useMember();
  return (proposal) =>
    void navigate({ to: '/o/$organization/proposals/$proposal/edit', params: { organization: slug, proposal } });
}
