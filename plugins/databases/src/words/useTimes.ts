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

import { useMemo } from 'react';
import { useReading } from '../reading';
import { useLanguage } from './useLanguage';

/** Instants and lengths of time in the reader's words, seen from the server's now. */
export interface Times {
  /** `3 hours ago`, `in 5 minutes`. */
  ago(instant: string): string;
  /** `3 hours`: from an instant until now. */
  length(instant: string): string;
  /** `40 seconds`. */
  seconds(amount: number): string;
  /** `Nov 21, 2026, 2:00:05 AM UTC`, in the reader's zone. */
  absolute(instant: string): string;
}

const units = [
  { unit: 'day', seconds: 86_400, from: 3 * 86_400 },
  { unit: 'hour', seconds: 3600, from: 2 * 3600 },
  { unit: 'minute', seconds: 60, from: 120 },
] as const;

/** See {@link Times}; what is no instant is shown as it came. */
export function useTimes(): Times {
  const language = useLanguage();
  const { now } = useReading();
  return useMemo(() => timesOf(localeOf(language), now), [language, now]);
}

function timesOf(locale: string, now: string): Times {
  const relative = new Intl.RelativeTimeFormat(locale);
  const absolute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  const until = (instant: string) =>
    (Date.parse(instant) - Date.parse(now)) / 1000;
  return {
    ago(instant) {
      const distance = until(instant);
      if (Number.isNaN(distance)) {
        return instant;
      }
      const { amount, unit } = rounded(Math.abs(distance));
      return relative.format(distance < 0 ? -amount : amount, unit);
    },
    length(instant) {
      const distance = until(instant);
      return Number.isNaN(distance)
        ? instant
        : this.seconds(Math.max(0, -distance));
    },
    seconds(seconds) {
      const { amount, unit } = rounded(seconds);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(amount);
    },
    absolute(instant) {
      return Number.isNaN(Date.parse(instant))
        ? instant
        : absolute.format(new Date(instant));
    },
  };
}

function rounded(seconds: number) {
  const found = units.find(({ from }) => seconds >= from);
  return found
    ? { unit: found.unit, amount: Math.floor(seconds / found.seconds) }
    : { unit: 'second' as const, amount: Math.floor(seconds) };
}

/** The reader's own variant of the portal's language: `en-GB` for `en`. */
function localeOf(language: string): string {
  return (
    navigator.languages.find(locale => locale.split('-')[0] === language) ??
    language
  );
}
