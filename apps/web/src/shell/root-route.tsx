import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { Missing } from './missing.tsx';
import { ProblemPage } from '../components/problem-page.tsx';

/** Every page of Coprod. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Missing,
  errorComponent: ProblemPage,
});
