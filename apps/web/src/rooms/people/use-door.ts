import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../problem.ts';
import { type AuthRefusal, doorProblem } from './door.ts';

type Answer<Data> = { data: Data | null; error: AuthRefusal | null };

export interface Door {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Runs one call of better-auth; answers with its data, or with null after showing what was refused. */
  knock<Data>(call: () => Promise<Answer<Data>>, told: { what: string; whatToDo: string }): Promise<Data | null>;
}

/** One knock at better-auth's door at a time, with what it refused. */
export function useDoor(): Door {
  const { t } = useTranslation('people');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    async knock(call, told) {
      setBusy(true);
      setProblem(null);
      try {
        const { data, error } = await call().catch(() => ({ data: null, error: { status: 0 } }));
        if (error === null) return data;
        setProblem(doorProblem(error, told, { what: t('signIn.tooMany'), whatToDo: t('signIn.tooManyTodo') }));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
