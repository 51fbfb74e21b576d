import { Bytes, room } from './bytes';
import { JsonReader } from './json';

/** One line of the cart. */
export class Line {
  quantity: i64 = 0;
  /** The line's property `_vip_proof`. */
  proof: Bytes | null = null;
  /** The digits of the product's id. */
  product: Bytes = NOTHING;
  /** The campaigns that open the product, by their ids with spaces between them; null: it is not gated. */
  gate: Bytes | null = null;
}

/** What Shopify hands in: the answer to `src/run.graphql`. */
export class Checkout {
  step: Bytes = NOTHING;
  /** Such as `EN` or `PT_BR`. */
  language: Bytes = NOTHING;
  /** In lower case, without space around it; null as long as nobody has typed one. */
  email: Bytes | null = null;
  readonly lines: Array<Line> = [];
  /** The JSON in the validation's metafield. */
  config: Bytes | null = null;
}

const NOTHING = new Bytes(0, 0);
const SLASH: u8 = 0x2f;

export function readCheckout(input: Bytes): Checkout {
  const checkout = new Checkout();
  const json = new JsonReader(input);
  if (!json.beginObject()) return checkout;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('cart')) readCart(json, checkout);
    else if (name.isText('buyerJourney')) checkout.step = orNothing(memberOf(json, 'step'));
    else if (name.isText('localization')) checkout.language = orNothing(innerMemberOf(json, 'language', 'isoCode'));
    else if (name.isText('validation')) checkout.config = innerMemberOf(json, 'metafield', 'value');
    else json.pass();
  }
  return checkout;
}

function readCart(json: JsonReader, checkout: Checkout): void {
  if (!json.beginObject()) return;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('buyerIdentity')) checkout.email = addressOf(memberOf(json, 'email'));
    else if (name.isText('lines')) readLines(json, checkout);
    else json.pass();
  }
}

function readLines(json: JsonReader, checkout: Checkout): void {
  if (!json.beginList()) return;
  while (json.nextElement()) checkout.lines.push(readLine(json));
}

function readLine(json: JsonReader): Line {
  const line = new Line();
  if (!json.beginObject()) return line;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('quantity')) line.quantity = json.readInteger();
    else if (name.isText('attribute')) line.proof = memberOf(json, 'value');
    else if (name.isText('merchandise')) readMerchandise(json, line);
    else json.pass();
  }
  return line;
}

function readMerchandise(json: JsonReader, line: Line): void {
  if (!json.beginObject()) return;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('product')) readProduct(json, line);
    else json.pass();
  }
}

function readProduct(json: JsonReader, line: Line): void {
  if (!json.beginObject()) return;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('id')) line.product = orNothing(json.readText()).behindLast(SLASH);
    else if (name.isText('metafield')) line.gate = memberOf(json, 'value');
    else json.pass();
  }
}

/** The text of one member of the object here; null where there is none. */
function memberOf(json: JsonReader, wanted: string): Bytes | null {
  let found: Bytes | null = null;
  if (!json.beginObject()) return found;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText(wanted)) found = json.readText();
    else json.pass();
  }
  return found;
}

function innerMemberOf(json: JsonReader, outer: string, wanted: string): Bytes | null {
  let found: Bytes | null = null;
  if (!json.beginObject()) return found;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText(outer)) found = memberOf(json, wanted);
    else json.pass();
  }
  return found;
}

function orNothing(bytes: Bytes | null): Bytes {
  return bytes === null ? NOTHING : bytes;
}

/** The address as the app compares it: ASCII letters small, no space around it; null where it is empty. */
function addressOf(typed: Bytes | null): Bytes | null {
  if (typed === null) return null;
  let from = 0;
  let to = typed.length;
  while (from < to && typed.byte(from) <= 0x20) from += 1;
  while (to > from && typed.byte(to - 1) <= 0x20) to -= 1;
  if (from == to) return null;
  const at = room(to - from);
  for (let place = from; place < to; place += 1) {
    const byte = typed.byte(place);
    store<u8>(at + place - from, byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  }
  return new Bytes(at, to - from);
}
