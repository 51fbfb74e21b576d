import type { ShopPlan } from './shop-plan.ts';

/** What the Admin API tells of a shop's budget. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** A shop's budget at the Admin API: a bucket of points that fills by the second. */
export class CostBucket {
  private readonly budget: ShopPlan['budget'];
  private readonly now: () => number;
  private level: number;
  private filledAt: number;

  constructor(budget: ShopPlan['budget'], now: () => number) {
    this.budget = budget;
    this.now = now;
    this.level = budget.maximum;
    this.filledAt = now();
  }

  /** Takes so many points; false: there are too few, and none was taken. */
  take(points: number): boolean {
    this.fill();
    if (points > this.level) return false;
    this.level -= points;
    return true;
  }

  /** Gives back what was taken and not used. */
  giveBack(points: number): void {
    this.level = Math.min(this.budget.maximum, this.level + points);
  }

  /** Takes everything out, and lets nothing come back for a while: half a second, unless a test wants it longer. */
  drain(ms = 500): void {
    this.level = 0;
    this.filledAt = this.now() + ms;
  }

  status(): ThrottleStatus {
    this.fill();
    const { maximum, perSecond } = this.budget;
    return { maximumAvailable: maximum, currentlyAvailable: Math.floor(this.level), restoreRate: perSecond };
  }

  private fill(): void {
    const now = this.now();
    const gained = (Math.max(0, now - this.filledAt) / 1000) * this.budget.perSecond;
    this.level = Math.min(this.budget.maximum, this.level + gained);
    this.filledAt = Math.max(this.filledAt, now);
  }
}
