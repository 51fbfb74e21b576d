import { defineConfig } from 'vitest/config';
import { documentsAsIds } from './build-plugins.ts';

export default defineConfig({
  plugins: [
    {
      name: 'document-ids',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('gql/graphql.ts') ? documentsAsIds(code) : null),
    },
  ],
  test: { name: 'widget', environment: 'happy-dom', include: ['src/**/*.test.ts', '*.test.ts'] },
});
