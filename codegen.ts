import type { CodegenConfig } from '@graphql-codegen/cli';

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
      presetConfig: { fragmentMasking: false },
      config: { scalars, useTypeImports: true, enumsAsTypes: true, documentMode: 'string', importExtension: '.ts' },
    },
  },
};

export default config;
