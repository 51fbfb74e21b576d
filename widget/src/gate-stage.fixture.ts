import { GateController } from './gate.controller.ts';
import { aStore, FakeGateApi } from './gate-world.fixture.ts';

/** A gate with a public API, a memory and a clock of a test's own; `arrange` prepares the API. */
export function aGate(arrange: (api: FakeGateApi) => void = () => undefined) {
  const api = new FakeGateApi();
  arrange(api);
  const passes = aStore();
  const events: { name: string; detail: object }[] = [];
  const alarms: { ring: () => void; milliseconds: number }[] = [];
  const host = {
    requestUpdate: () => undefined,
    announce: (name: string, detail: object) => void events.push({ name, detail }),
    later: (ring: () => void, milliseconds: number) => {
      const alarm = { ring, milliseconds };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), 1);
    },
  };
  const gate = new GateController({ api, tries: () => api.tries(), passes, pending: api.pending, host });
  const names = () => events.map(({ name }) => name);
  return { gate, api, passes, host, events, names, alarms };
}
