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

import { violation } from '../../messages';
import { ControllerSealing, Violation } from '../../model';

/**
 * Why nothing may be sealed with a certificate. kubeseal refuses the same: one
 * that is over was replaced, and its key may have been given up with it.
 *
 * @param today - `YYYY-MM-DD`
 */
export function objectToCertificate(
  { from, key, notAfter }: ControllerSealing,
  today: string,
): readonly Violation[] {
  const until = notAfter.slice(0, 'YYYY-MM-DD'.length);
  return [
    ...(key === 'rsa'
      ? []
      : [violation('secretCoveredByRule.notRsa', { from, key })]),
    ...(until < today
      ? [violation('secretCoveredByRule.expired', { from, until })]
      : []),
  ];
}
