import type { CodegenConfig } from '@graphql-codegen/cli';
import { documentIdOf } from './widget/documents.ts';

const scalars = { DateTime: 'string', Decimal: 'string' };

/** Typed documents of the admin and the widget, made from the committed schemas: the only wall between the packages. */
const config: CodegenConfig = {
  generates: {
    'admin/src/gql/': {
      schema: 'api/schema/admin.graphql',
      documents: ['admin/src/**/*.{ts,tsx}', '!admin/src/gql/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: { scalars, useTypeImports: true, enumsAsTypes: true, importExtension: '.ts' },
    },
    'widget/src/gql/': {
      schema: 'api/schema/public.graphql',
      documents: ['widget/src/**/*.graphql'],
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The widget sends a document's hash, not its text; what the hashes stand for is kept by `widget/keep-documents.ts`.
        persistedDocuments: { hashAlgorithm: documentIdOf, mode: 'replaceDocumentWithHash' },
      },
      config: { scalars, useTypeImports: true, enumsAsTypes: true, documentMode: 'string', importExtension: '.ts' },
    },
  },
};

export default config;
