/** Part of `pnpm codegen`: what the widget may ask is kept, with all that any widget before it asked. */
import { join } from 'node:path';
import { keepDocuments } from './documents.ts';

const here = import.meta.dirname;
await keepDocuments(join(here, 'src', 'gql', 'persisted-documents.json'), join(here, 'documents.json'));
