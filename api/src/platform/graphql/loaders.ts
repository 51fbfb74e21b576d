import DataLoader from 'dataloader';

/**
 * A loader for each request, so that what many nodes of one answer ask for is read at once, and nothing is remembered from
 * one request to the next. `read` gives a value for each key, in the keys' order.
 */
export function createLoaders<Context extends object, Value>(
  read: (context: Context, keys: readonly string[]) => Promise<Value[]>,
): (context: Context) => DataLoader<string, Value> {
  const loaders = new WeakMap<Context, DataLoader<string, Value>>();
  return (context) => {
    const known = loaders.get(context);
    if (known) return known;
    const loader = new DataLoader<string, Value>((keys) => read(context, keys));
    loaders.set(context, loader);
    return loader;
  };
}
