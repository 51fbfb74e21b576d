import { beforeEach, expect, test } from 'vitest';
import { MemoryAtRest } from './memory-at-rest.ts';

let process: { held: number; busy: number; needed: number; givenBack: number };
let atRest: MemoryAtRest;

beforeEach(() => {
  process = { held: 260, busy: 0, needed: 200, givenBack: 0 };
  atRest = new MemoryAtRest({
    held: () => process.held,
    busy: () => process.busy,
    giveBack: () => {
      process.givenBack += 1;
      process.held = process.needed;
    },
  });
  atRest.start();
});

test('what the start alone needed is given back at once', () => {
  expect(process).toMatchObject({ held: 200, givenBack: 1 });
});

test('after a rush it is given back once the process rests, and not before', () => {
  Object.assign(process, { held: 340, busy: 0.4 });
  atRest.look();
  expect(process.held).toBe(340);

  process.busy = 0.01;
  atRest.look();
  expect(process).toMatchObject({ held: 200, givenBack: 2 });
});

test('a process that rests is left alone while it holds little more than it needs', () => {
  process.held = 215;
  atRest.look();

  expect(process.givenBack).toBe(1);
});

test('what is needed now, such as a larger catalog, is not asked for again and again', () => {
  Object.assign(process, { held: 340, needed: 330 });
  atRest.look();
  atRest.look();
  atRest.look();

  expect(process.givenBack).toBe(2);
});
