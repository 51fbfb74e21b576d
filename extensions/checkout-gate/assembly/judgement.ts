import { Bytes } from './bytes';
import { Checkout, Line } from './checkout';
import { Config, OpenCampaign } from './config';
import { Proof, readProof } from './proof';

/** Why a line cannot be bought. */
export enum Reason {
  /** It has no proof, or one that was made up, changed, or made for another product. */
  NO_PASS,
  /** The pass expired or was revoked, or its campaign is over or paused. */
  ENDED,
  /** Somebody else's. */
  OTHER_PERSON,
  /** It belongs to an address, and none is given. */
  NO_EMAIL,
  /** More pieces than the pass is good for. */
  TOO_MANY,
}

export class Refusal {
  constructor(
    readonly reason: Reason,
    /** The merchant's own words; null: ours. */
    readonly message: Bytes | null,
    /** How many pieces the pass is good for. */
    readonly limit: i64,
  ) {}
}

/** How many pieces of a product one pass has taken so far. */
class Tally {
  /** Differs for nearly all products and passes, and costs one comparison. */
  readonly mark: u64;

  constructor(
    readonly proof: Proof,
    public pieces: i64,
  ) {
    this.mark = markOf(proof);
  }

  isOf(proof: Proof): bool {
    return this.proof.product.equals(proof.product) && this.proof.pass.equals(proof.pass);
  }
}

function markOf(proof: Proof): u64 {
  return proof.product.lastEight() ^ rotl(proof.pass.lastEight(), 1);
}

const SPACE: u8 = 0x20;
const ANYBODY = '----------------';

/** Judges the lines of one cart, in their order. */
export class Judge {
  private readonly tallies: Array<Tally> = [];
  private readonly isLast: bool;

  constructor(
    private readonly checkout: Checkout,
    private readonly config: Config,
  ) {
    this.isLast = checkout.step.isText('CHECKOUT_COMPLETION');
  }

  /** Null: the line may be bought. A product that is not gated always may. */
  refusal(line: Line): Refusal | null {
    const gate = line.gate;
    if (gate === null) return null;
    const proof = readProof(line.proof);
    if (proof === null) return this.withoutPass(gate);
    const campaign = this.config.campaignOf(proof);
    // The key of an epoch that is over is gone: whether the proof was genuine once, nobody can tell any more.
    if (campaign === null) return new Refusal(Reason.ENDED, this.words(gate), 0);
    if (!campaign.signed(proof) || !proof.product.equals(line.product) || !names(gate, campaign)) {
      return this.withoutPass(gate);
    }
    return this.unfit(line, proof, campaign);
  }

  /** The proof is genuine; why it is not good for this person, or for so many, or any more. */
  private unfit(line: Line, proof: Proof, campaign: OpenCampaign): Refusal | null {
    if (proof.expires < this.config.now || this.config.isRevoked(proof)) {
      return new Refusal(Reason.ENDED, campaign.message, 0);
    }
    const email = this.checkout.email;
    if (!proof.person.isText(ANYBODY)) {
      if (email === null) {
        if (this.isLast) return new Refusal(Reason.NO_EMAIL, null, 0);
      } else if (!campaign.isOf(proof, email)) {
        return new Refusal(Reason.OTHER_PERSON, null, 0);
      }
    }
    const pieces = this.count(proof, line.quantity);
    return proof.limit > 0 && pieces > proof.limit ? new Refusal(Reason.TOO_MANY, null, proof.limit) : null;
  }

  private count(proof: Proof, quantity: i64): i64 {
    if (proof.limit == 0) return 0;
    const mark = markOf(proof);
    const tallies = this.tallies;
    for (let place = 0, end = tallies.length; place < end; place += 1) {
      const tally = unchecked(tallies[place]);
      if (tally.mark != mark || !tally.isOf(proof)) continue;
      tally.pieces += quantity;
      return tally.pieces;
    }
    this.tallies.push(new Tally(proof, quantity));
    return quantity;
  }

  private withoutPass(gate: Bytes): Refusal {
    return new Refusal(Reason.NO_PASS, this.words(gate), 0);
  }

  /** What the merchant says about the product's campaign, the first one that is open. */
  private words(gate: Bytes): Bytes | null {
    let from = 0;
    for (let place = 0; place <= gate.length; place += 1) {
      if (place < gate.length && gate.byte(place) != SPACE) continue;
      const campaign = this.config.campaignWithId(gate.part(from, place));
      if (campaign !== null) return campaign.message;
      from = place + 1;
    }
    return null;
  }
}

/** Whether the product is one of the campaign's. */
function names(gate: Bytes, campaign: OpenCampaign): bool {
  let from = 0;
  for (let place = 0; place <= gate.length; place += 1) {
    if (place < gate.length && gate.byte(place) != SPACE) continue;
    if (gate.part(from, place).equals(campaign.id)) return true;
    from = place + 1;
  }
  return false;
}
