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

import { Dated } from '@basewell/plugin-databases-common';
import { useEffect, useState } from 'react';

/**
 * Whether an answer has outlived `validUntil`. Its life is a length on the
 * server's clock, counted from its arrival on ours, so that two clocks that
 * disagree do no harm; looked at each second, as no timer outlives a laptop's
 * sleep.
 */
export function useExpired(answer: Dated | undefined): boolean {
  const [expired, setExpired] = useState<Dated>();
  useEffect(() => {
    if (!answer) {
      return undefined;
    }
    const arrived = Date.now();
    const life = Date.parse(answer.validUntil) - Date.parse(answer.now);
    const timer = setInterval(() => {
      // Not `>=`: an unreadable instant makes NaN, and must not be believed.
      if (!(Date.now() - arrived < life)) {
        setExpired(answer);
        clearInterval(timer);
      }
    }, 1000);
    return () => clearInterval(timer);
  }, [answer]);
  return answer !== undefined && expired === answer;
}
