import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * The service worker is a second entry; what it must keep for days without network is known only once everything is
 * built, so the list of files is put into it at the very end.
 */
const precache: Plugin = {
  name: 'precache',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built as sw.js.');
      const files = Object.keys(bundle)
        .filter((name) => name !== 'sw.js' && !name.endsWith('.map'))
        .toSorted();
      const version = createHash('sha256');
      for (const name of files) {
        const output = bundle[name];
        if (output) version.update(name).update(output.type === 'chunk' ? output.code : output.source);
      }
      worker.code = worker.code
        .replaceAll('__VERSION__', () => JSON.stringify(version.digest('hex').slice(0, 12)))
        .replaceAll('__FILES__', () => JSON.stringify(files.map((name) => (name === 'index.html' ? '/' : `/${name}`))));
    },
  },
};

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precache],
  server: { port: 5173, strictPort: true, proxy: { '/api': server, '/openapi.json': server } },
  preview: { host: '127.0.0.1' },
  // The planning engine loads Temporal only where a browser lacks it: a worker of several files.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    rolldownOptions: {
      input: { app: 'index.html', sw: 'worker/sw.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // Loaded by the pages that need them only; together they weigh twice the first page.
          groups: [
            { name: 'tiptap', test: /node_modules\/(@mantine\/tiptap|@tiptap|prosemirror-[a-z]+|linkifyjs)\// },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
          ],
        },
      },
    },
  },
});
