import { expect, test, vi } from 'vitest';
import { createReach } from './reach.ts';

test('a browser without a network is told from an API that does not answer, and a session that ended from both', () => {
  let isOnline = false;
  const reach = createReach(() => isOnline);

  reach.failed({ kind: 'offline' });
  expect(reach.state).toBe('offline');
  isOnline = true;
  reach.failed({ kind: 'offline' });
  expect(reach.state).toBe('unreached');
  reach.answered();
  reach.failed({ kind: 'busy' });
  expect(reach.state).toBe('unreached');
  reach.failed({ kind: 'session' });
  expect(reach.state).toBe('signedOut');
});

test.each(['server', 'forbidden'] as const)('an answer that says %s is an answer', (kind) => {
  const reach = createReach(() => true);
  reach.failed({ kind: 'offline' });

  reach.failed({ kind });

  expect(reach.state).toBe('reached');
});

test('who listens is told of changes alone, until they have heard enough', () => {
  const reach = createReach(() => true);
  const ear = vi.fn();
  const end = reach.hear(ear);

  reach.answered();
  expect(ear).not.toHaveBeenCalled();
  reach.failed({ kind: 'session' });
  reach.failed({ kind: 'session' });
  expect(ear).toHaveBeenCalledOnce();
  end();
  reach.answered();
  expect(ear).toHaveBeenCalledOnce();
});
