import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import type { AdminOperation } from '../admin-operation.ts';

const known = new WeakMap<object, boolean>();

/** Whether the operation changes something. Each document is read once. */
export function isMutation(operation: AdminOperation<unknown, never>): boolean {
  const before = known.get(operation);
  if (before !== undefined) return before;
  const isOne = getOperationAST(parse(operation.document))?.operation === OperationTypeNode.MUTATION;
  known.set(operation, isOne);
  return isOne;
}
