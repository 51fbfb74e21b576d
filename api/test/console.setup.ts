import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let complaints: MockInstance[] = [];

/** What a library complains about on the console is a fault of ours until a test says that it expects it. */
beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

afterEach(() => {
  const calls = complaints.flatMap((complaint) => complaint.mock.calls);
  for (const complaint of complaints) complaint.mockRestore();
  expect(calls, 'unexpected console.error or console.warn').toEqual([]);
});
