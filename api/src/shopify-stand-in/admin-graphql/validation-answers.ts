import { digitsOf, gid } from '../world/gid.ts';
import { fullNamespace } from '../world/stand-in-metafield.ts';
import { MAX_VALIDATIONS, type StandInValidation } from '../world/stand-in-validation.ts';
import { type AdminCall, answers, type UserError } from './admin-call.ts';
import { metafieldAnswers } from './metafield-answers.ts';

/** `Validation` of the Admin API. */
export const validationAnswers = answers<StandInValidation>({
  id: ({ id }) => gid('Validation', id),
  enabled: ({ isEnabled }) => isEnabled,
  blockOnFailure: ({ blocksOnFailure }) => blocksOnFailure,
  errorHistory: () => null,
  shopifyFunction: ({ functionHandle }, _args, { world }) => {
    const known = world.app.functions.find(({ handle }) => handle === functionHandle);
    return { ...known, id: functionHandle, apiVersion: '2026-10', appKey: world.app.apiKey, app: world.app };
  },
  ...metafieldAnswers('Validation'),
});

interface MetafieldWish {
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
}

interface ValidationWish {
  readonly functionHandle?: string | null;
  readonly functionId?: string | null;
  readonly title?: string | null;
  readonly enable?: boolean | null;
  readonly blockOnFailure?: boolean | null;
  readonly metafields?: readonly MetafieldWish[] | null;
}

/** The mutations about validations. */
export const validationMutations = answers<unknown>({
  validationCreate: (_root, { validation: wish }: { validation: ValidationWish }, call) => {
    const refused = refusalOf(wish, call);
    if (refused !== null) return { validation: null, userErrors: [refused] };
    const validation: StandInValidation = {
      ...{ kind: 'Validation', id: call.world.ids.next(), functionHandle: wish.functionHandle ?? '', title: '' },
      ...{ isEnabled: false, blocksOnFailure: false },
    };
    call.shop.validations.set(validation.id, validation);
    return { validation: change(validation, wish, call), userErrors: [] };
  },
  validationUpdate: (_root, { id, validation: wish }: { id: string; validation: ValidationWish }, call) => {
    const known = call.shop.validations.get(digitsOf('Validation', id) ?? '');
    if (known === undefined) return { validation: null, userErrors: [notFound()] };
    if (wish.enable === true && !known.isEnabled && isFull(call)) return { validation: null, userErrors: [full()] };
    return { validation: change(known, wish, call), userErrors: [] };
  },
  validationDelete: (_root, { id }: { id: string }, { shop }) => {
    const isGone = shop.validations.delete(digitsOf('Validation', id) ?? '');
    return isGone ? { deletedId: id, userErrors: [] } : { deletedId: null, userErrors: [notFound()] };
  },
});

function refusalOf({ functionHandle, enable }: ValidationWish, call: AdminCall): UserError | null {
  const { app } = call.world;
  if (!functionHandle) return refusal('functionHandle', 'MISSING_FUNCTION_IDENTIFIER', 'Name a function.');
  const known = app.functions.find(({ handle }) => handle === functionHandle);
  if (known === undefined)
    return refusal('functionHandle', 'FUNCTION_NOT_FOUND', `Function ${functionHandle} not found.`);
  if (known.apiType !== 'cart_checkout_validation')
    return refusal('functionHandle', 'FUNCTION_DOES_NOT_IMPLEMENT', 'The function does not implement the interface.');
  if (!app.isPublic && !call.shop.plan.isPlus)
    return refusal(
      'functionHandle',
      'CUSTOM_APP_FUNCTION_NOT_ELIGIBLE',
      'Shop must be on a Shopify Plus plan to activate functions from a custom app.',
    );
  return enable === true && isFull(call) ? full() : null;
}

/** What is absent is set to its default, also in an update: Shopify's schema says so. */
function change(validation: StandInValidation, wish: ValidationWish, { shop, world }: AdminCall): StandInValidation {
  validation.title = wish.title ?? (validation.title || 'Validation');
  validation.isEnabled = wish.enable ?? false;
  validation.blocksOnFailure = wish.blockOnFailure ?? false;
  const ownerId = gid('Validation', validation.id);
  for (const { namespace, key, type, value } of wish.metafields ?? []) {
    const place = { ownerId, namespace: fullNamespace(namespace, world.app.id), key: key ?? '' };
    shop.metafields.set(
      place,
      { type: type ?? shop.metafields.get(place)?.type ?? '', value: value ?? '' },
      world.clock.now(),
    );
  }
  return validation;
}

function isFull({ shop }: AdminCall): boolean {
  return [...shop.validations.values()].filter(({ isEnabled }) => isEnabled).length >= MAX_VALIDATIONS;
}

function full(): UserError {
  return {
    field: [],
    code: 'MAX_VALIDATIONS_ACTIVATED',
    message: `Cannot have more than ${MAX_VALIDATIONS} active validation functions.`,
  };
}

function notFound(): UserError {
  return { field: ['id'], code: 'NOT_FOUND', message: 'Extension not found.' };
}

function refusal(field: string, code: string, message: string): UserError {
  return { field: ['validation', field], code, message };
}
