import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './texts/language.ts';

async function start(): Promise<void> {
  // Browsers without Temporal get it before anything that uses it is even loaded.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const [{ App }] = await Promise.all([import('./app.tsx'), startTexts()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  if (import.meta.env.PROD && 'serviceWorker' in navigator) await navigator.serviceWorker.register('/sw.js');
}

void start();
