import { decoded, encoded } from './base64url';
import { Bytes, utf8 } from './bytes';
import { JsonReader } from './json';
import { MacKey } from './mac-key';
import { Proof } from './proof';

/** 128 bits of the MAC, and 96 of a person's digest, in base64url. */
const MAC_BYTES: i32 = 16;
const PERSON_BYTES: i32 = 12;

/** A campaign that is open now: the key of its epoch, and what the merchant wants said. */
export class OpenCampaign {
  private macKey: MacKey | null = null;
  private digestOfPerson: Bytes | null = null;

  constructor(
    /** As products name it. */
    readonly id: Bytes,
    readonly keyId: Bytes,
    private readonly key: Bytes,
    /** Replaces our own words to those without a pass; null: our own. */
    readonly message: Bytes | null,
  ) {}

  /** Whether the app wrote this proof, and nobody changed it. */
  signed(proof: Proof): bool {
    return encoded(this.mac().of(proof.signed).part(0, MAC_BYTES)).equals(proof.mac);
  }

  /** Whether the proof belongs to this address, in lower case. */
  isOf(proof: Proof, email: Bytes): bool {
    let digest = this.digestOfPerson;
    if (digest === null) {
      digest = encoded(this.mac().of(joined(utf8('person:'), email)).part(0, PERSON_BYTES));
      this.digestOfPerson = digest;
    }
    return digest.equals(proof.person);
  }

  private mac(): MacKey {
    const known = this.macKey;
    if (known !== null) return known;
    const made = new MacKey(this.key);
    this.macKey = made;
    return made;
  }
}

/** What the app wrote into the validation's metafield. Empty where it is missing or broken: then nothing gated is sold. */
export class Config {
  /** The minute since 1970 in which it was written: a function has no clock of its own. */
  now: i64 = 0;
  readonly campaigns: Array<OpenCampaign> = [];
  /** Passes, codes and links that were revoked one by one: the 8 signs of each as one number. */
  private revoked: StaticArray<u64> = [];

  campaignOf(proof: Proof): OpenCampaign | null {
    for (let place = 0; place < this.campaigns.length; place += 1) {
      if (this.campaigns[place].keyId.equals(proof.keyId)) return this.campaigns[place];
    }
    return null;
  }

  campaignWithId(id: Bytes): OpenCampaign | null {
    for (let place = 0; place < this.campaigns.length; place += 1) {
      if (this.campaigns[place].id.equals(id)) return this.campaigns[place];
    }
    return null;
  }

  isRevoked(proof: Proof): bool {
    const pass = proof.pass.lastEight();
    const origin = proof.origin.lastEight();
    const revoked = this.revoked;
    for (let place = 0, end = revoked.length; place < end; place += 1) {
      const one = revoked[place];
      if (one == pass || one == origin) return true;
    }
    return false;
  }

  revoke(passesAndOrigins: Array<u64>): void {
    this.revoked = StaticArray.fromArray(passesAndOrigins);
  }
}

/** Reads `{"now", "campaigns": [{"id", "keyId", "key", "message"}], "revoked": []}`. */
export function readConfig(value: Bytes | null): Config {
  const config = new Config();
  if (value === null) return config;
  const json = new JsonReader(value);
  if (!json.beginObject()) return config;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('now')) config.now = json.readInteger();
    else if (name.isText('campaigns')) readCampaigns(json, config);
    else if (name.isText('revoked')) readRevoked(json, config);
    else json.pass();
  }
  return json.isBroken ? new Config() : config;
}

function readCampaigns(json: JsonReader, config: Config): void {
  if (!json.beginList()) return;
  while (json.nextElement()) {
    const campaign = readCampaign(json);
    if (campaign !== null) config.campaigns.push(campaign);
  }
}

function readCampaign(json: JsonReader): OpenCampaign | null {
  let id: Bytes | null = null;
  let keyId: Bytes | null = null;
  let key: Bytes | null = null;
  let message: Bytes | null = null;
  if (!json.beginObject()) return null;
  for (let name = json.nextName(); name !== null; name = json.nextName()) {
    if (name.isText('id')) id = json.readText();
    else if (name.isText('keyId')) keyId = json.readText();
    else if (name.isText('key')) key = json.readText();
    else if (name.isText('message')) message = json.readText();
    else json.pass();
  }
  if (id === null || keyId === null || key === null) return null;
  const bytes = decoded(key);
  // A short key could be guessed, and an empty one is known to everybody.
  if (bytes === null || bytes.length != 32) return null;
  return new OpenCampaign(id, keyId, bytes, message);
}

function readRevoked(json: JsonReader, config: Config): void {
  if (!json.beginList()) return;
  const revoked: Array<u64> = [];
  while (json.nextElement()) {
    const text = json.readText();
    if (text !== null && text.length == 8) revoked.push(text.lastEight());
  }
  config.revoke(revoked);
}

function joined(one: Bytes, other: Bytes): Bytes {
  const at = heap.alloc(<usize>(one.length + other.length));
  memory.copy(at, one.at, one.length);
  memory.copy(at + one.length, other.at, other.length);
  return new Bytes(at, one.length + other.length);
}
