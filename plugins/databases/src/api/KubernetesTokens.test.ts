/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { KubernetesTokens } from './KubernetesTokens';

const refusal = new Error('Login failed, popup was closed');

/** Gives these, one after the other; an error refuses. */
function sourceOf(...answers: readonly (string | Error | undefined)[]) {
  const left = [...answers];
  const source = jest.fn(async () => {
    const answer = left.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return { token: answer };
  });
  return source;
}

describe('KubernetesTokens', () => {
  it('asks nobody before somebody wants to sign in', () => {
    const tokens = new KubernetesTokens();
    expect(tokens.current()).toEqual({});
    expect(tokens.stateOf('google')).toEqual({ status: 'signed-out' });
  });

  it('sends what it has, and asks for the next one meanwhile', async () => {
    const tokens = new KubernetesTokens();
    const heard = jest.fn();
    tokens.subscribe(heard);
    const source = sourceOf('first', 'second', 'third');
    const signingIn = tokens.signIn('google', source);
    expect(tokens.stateOf('google')).toEqual({ status: 'signing-in' });
    await signingIn;
    expect(tokens.stateOf('google')).toEqual({ status: 'signed-in' });
    expect(heard).toHaveBeenCalledTimes(2);

    expect(tokens.current()).toEqual({ google: 'first' });
    expect(tokens.current()).toEqual({ google: 'first' });
    expect(source).toHaveBeenCalledTimes(2);
    await Promise.resolve();
    expect(tokens.current()).toEqual({ google: 'second' });
    // Nobody has to be told: the next question takes it.
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('waits for nobody who is asked to sign in again', async () => {
    const tokens = new KubernetesTokens();
    const source = jest
      .fn()
      .mockResolvedValueOnce({ token: 'old' })
      .mockReturnValue(new Promise(() => {}));
    await tokens.signIn('google', source);
    for (let question = 0; question < 5; question += 1) {
      expect(tokens.current()).toEqual({ google: 'old' });
    }
    expect(source).toHaveBeenCalledTimes(2);
  });

  it.each([
    { reason: 'at once', answers: [refusal], error: refusal.message },
    {
      reason: 'when a token is to be renewed',
      answers: ['first', refusal],
      error: refusal.message,
    },
    {
      reason: 'by giving nothing',
      answers: [undefined],
      error: 'There was no token.',
    },
  ])('asks no more after a refusal $reason', async ({ answers, error }) => {
    const tokens = new KubernetesTokens();
    const source = sourceOf(...answers);
    await tokens.signIn('google', source);
    for (let question = 0; question < 5; question += 1) {
      tokens.current();
      await Promise.resolve();
    }
    expect(tokens.current()).toEqual({});
    expect(tokens.stateOf('google')).toMatchObject({
      status: 'refused',
      error: { message: error },
    });
    expect(source).toHaveBeenCalledTimes(answers.length);
  });

  it('keeps providers apart', async () => {
    const tokens = new KubernetesTokens();
    await tokens.signIn('google', sourceOf('a', 'a'));
    await tokens.signIn('oidc-okta', sourceOf(refusal));
    expect(tokens.current()).toEqual({ google: 'a' });
    expect(tokens.stateOf('oidc-okta').status).toBe('refused');
  });
});
