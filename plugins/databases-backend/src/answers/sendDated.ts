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

import { createHash } from 'node:crypto';
import { Dated } from '@basewell/plugin-databases-common';
import { Response } from 'express';
import { CallerView, nothingOfTheirOwn } from '../callers/CallerView';

/** Within one slot the same question has the same answer, word for word. */
const SLOT_MS = 30_000;

/** @param now - milliseconds since the epoch */
export function slotOf(now: number): number {
  return Math.floor(now / SLOT_MS);
}

/**
 * Sends an answer that says when it was made and until when it may be believed:
 * for half a minute to a minute, or until the first instant at which it can be
 * different.
 *
 * The ETag is over all that is in the answer but `now`, which is different each
 * time. `validUntil` is in it: who gets 304 keeps an answer that still holds.
 *
 * @param options - `nextChanges`: when it may be different, milliseconds since
 *   the epoch; `view`: what of it callers see with tokens of their own, which no
 *   browser may write to its disk
 */
export function sendDated<T extends object>(
  response: Response,
  now: number,
  answer: T,
  options: {
    readonly nextChanges?: readonly (number | undefined)[];
    readonly view?: CallerView;
  } = {},
): void {
  const { nextChanges = [], view = nothingOfTheirOwn } = options;
  const validUntil = Math.min(
    (slotOf(now) + 2) * SLOT_MS,
    ...nextChanges.map(instant => instant ?? Infinity),
  );
  const body: T & Pick<Dated, 'validUntil'> = {
    ...answer,
    validUntil: new Date(validUntil).toISOString(),
  };
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  response.setHeader('ETag', `"${hash.slice(0, 32)}"`);
  response.setHeader(
    'Cache-Control',
    view.sights.length ? 'private, no-store' : 'private, no-cache',
  );
  response.vary('Authorization');
  response.json({ now: new Date(now).toISOString(), ...body });
}
