import { writeFile } from 'node:fs/promises';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { adminSchema, publicSchema } from './schemas.ts';

/** Writes both schemas into the folder that is named as the first argument. */
const [directory = 'api/schema'] = process.argv.slice(2);

await emit('admin.graphql', adminSchema());
await emit('public.graphql', publicSchema());

async function emit(file: string, schema: GraphQLSchema): Promise<void> {
  await writeFile(`${directory}/${file}`, `${printSchema(lexicographicSortSchema(schema))}\n`);
}
