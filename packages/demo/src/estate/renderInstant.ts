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

import { InputError } from '@backstage/errors';
import { instantText } from './instantText';
import { milliseconds } from './milliseconds';

/** The times that an expression may refer to, ms since the epoch. @internal */
export interface Moment {
  readonly now: number;
  /** When the demo began. */
  readonly start: number;
}

const EXPRESSION =
  /^(?<base>start|last|next)(?:\s+(?:(?<clock>\d\d:\d\d(?::\d\d)?)|(?<offset>\d+[smhd])\s+into\s+(?<cycle>\d+[smhd])))?(?<shifts>(?:\s+[+-]\d+[smhd])*)(?:\s+as\s+(?<form>stamp|go|micro|unix))?$/;

/**
 * A time in a file of the estate. It is always near now:
 *
 * ```
 * start -26h               26 hours before the demo began
 * last 02:00               the newest 02:00 UTC that has come
 * last 02:00:35 -35s -24h
 * next 02:00               the one that comes
 * last 6m into 10m         the newest instant 6 minutes into a ten-minute cycle
 * … as stamp               20261121020000, as names of backups have it
 * … as go                  2026-11-21 02:00:00 +0000 UTC
 * … as micro               2026-11-21T02:00:00.000000Z
 * … as unix                1795226400; a field that is nothing else is a number
 * ```
 *
 * Cycles are counted from the epoch, so that they are the same after a restart.
 *
 * @throws InputError when it is something else
 * @internal
 */
export function renderInstant(expression: string, moment: Moment): string {
  const groups = EXPRESSION.exec(expression)?.groups;
  const recurs = Boolean(groups?.clock ?? groups?.offset);
  if (!groups || recurs === (groups.base === 'start')) {
    throw new InputError(
      `{{ ${expression} }} is no time: write it like {{ start -26h }}, {{ last 02:00 }} or {{ last 6m into 10m }}`,
    );
  }
  const { base, clock, offset, cycle, shifts, form } = groups;
  const shift = shifts
    .split(/\s+/)
    .filter(Boolean)
    .reduce(
      (sum, term) =>
        sum + (term[0] === '-' ? -1 : 1) * milliseconds(term.slice(1)),
      0,
    );
  const time =
    base === 'start'
      ? moment.start
      : recur(moment.now, base === 'next', {
          offset: clock ? sinceMidnight(clock) : milliseconds(offset),
          cycle: milliseconds(cycle ?? '1d'),
        });
  return format(time + shift, form);
}

function recur(
  now: number,
  next: boolean,
  { offset, cycle }: { readonly offset: number; readonly cycle: number },
): number {
  const last = Math.floor((now - offset) / cycle) * cycle + offset;
  return next ? last + cycle : last;
}

function sinceMidnight(clock: string): number {
  const [hours, minutes, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function format(time: number, form?: string): string {
  if (!form) {
    return instantText(time);
  }
  const iso = new Date(time).toISOString();
  switch (form) {
    case 'stamp':
      return iso.slice(0, 19).replace(/\D/g, '');
    case 'go':
      return `${iso.slice(0, 19).replace('T', ' ')} +0000 UTC`;
    case 'unix':
      return String(Math.floor(time / 1000));
    default:
      return iso.replace(/Z$/, '000Z');
  }
}
