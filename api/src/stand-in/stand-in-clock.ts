/** The stand-in's own time, which tests move: windows, jobs and timestamps follow it. */
export class StandInClock {
  private offsetMs = 0;

  /** Milliseconds since 1970, as the stand-in sees it. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Moves on at once by so many milliseconds; what was due until then is done at the next request. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }
}
