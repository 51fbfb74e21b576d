import { expect, test } from 'vitest';
import { AnswerMemory } from './answer-memory.ts';

test('an answer is kept for a second and not longer', async () => {
  let now = 0;
  const answers = new AnswerMemory(() => now);
  await answers.make('q', [], async () => 'a');

  now = 999;
  const kept = await answers.find('q');
  now = 1_000;

  expect([kept?.body, answers.find('q')]).toEqual(['a', null]);
});

test('what is forgotten is what is about the thing, and nothing else', async () => {
  const answers = new AnswerMemory();
  await answers.make('one', ['autumn'], async () => '1');
  await answers.make('two', ['winter'], async () => '2');

  answers.forget('autumn');

  expect(answers.find('one')).toBeNull();
  expect((await answers.find('two'))?.body).toBe('2');
});

test('a question whose answer failed is not taken for answered', async () => {
  const answers = new AnswerMemory();

  await expect(answers.make('q', [], async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await answers.make('p', [], async () => null);

  expect([answers.find('q'), answers.find('p')]).toEqual([null, null]);
});

test('whoever asks for thousands of things that are not there does not fill the memory', async () => {
  const answers = new AnswerMemory();
  for (let at = 0; at <= 1_000; at += 1) await answers.make(`q${at}`, [], async () => 'null');
  await answers.make('x'.repeat(1_001), [], async () => 'null');

  expect([answers.find('q0'), answers.find('x'.repeat(1_001))]).toEqual([null, null]);
  expect((await answers.find('q1000'))?.body).toBe('null');
});
